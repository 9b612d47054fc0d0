package org.glasnost.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.contract.DeclassificationAnswer;
import org.glasnost.contract.ReadingView;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Dossier;
import org.glasnost.document.ReadDocument;
import org.glasnost.document.RecordStatus;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.PortionKind;
import org.jspecify.annotations.Nullable;

/** A document as answered over HTTP; in a list without readings, proposals and portions. */
public record DocumentView(
    UUID id,
    DocumentState state,
    String title,
    @Nullable LocalDate documentDate,
    @Nullable String originatingAgency,
    String holdingAgency,
    @Nullable String author,
    @Nullable String addressee,
    @Nullable String controlNumber,
    @Nullable String caseNumber,
    @Nullable String item,
    @Nullable UUID enclosureOf,
    List<UUID> enclosures,
    RecordStatus recordStatus,
    MarkingView marking,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PlacedView> readings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ProposalView> proposals,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PortionView> portions,
    DeclassificationAnswer declassification,
    @Nullable UUID review,
    Instant registeredAt) {

  /** A reading at its place in the text. */
  public record PlacedView(String id, int from, int to, ReadingView reading, boolean confirmed) {}

  /** A proposal. */
  public record ProposalView(
      String id, String field, String found, String proposed, double confidence, String reason) {}

  /** A portion without its words. */
  public record PortionView(String id, PortionKind kind, @Nullable String marking) {}

  /** Everything but the text. */
  static DocumentView whole(Dossier dossier, MarkingReader reader) {
    return view(dossier, reader, true);
  }

  /** As an item of a list. */
  static DocumentView item(Dossier dossier, MarkingReader reader) {
    return view(dossier, reader, false);
  }

  private static DocumentView view(Dossier dossier, MarkingReader reader, boolean whole) {
    var document = dossier.document();
    ReadDocument read = dossier.read();
    return new DocumentView(
        document.id(),
        document.state(),
        dossier.words().title(),
        document.documentDate(),
        document.originatingAgency(),
        document.holdingAgency(),
        dossier.words().author(),
        dossier.words().addressee(),
        dossier.words().controlNumber(),
        document.caseNumber(),
        document.item(),
        dossier.enclosureOf(),
        dossier.enclosures(),
        document.recordStatus(),
        MarkingView.of(dossier.marking(), document.documentDate(), reader),
        whole ? readings(read) : null,
        whole ? proposals(read) : null,
        whole
            ? dossier.portions().stream()
                .map(p -> new PortionView(p.id(), p.kind(), p.mark()))
                .toList()
            : null,
        DeclassificationAnswer.of(dossier.declassification()),
        document.openReview(),
        document.registeredAt());
  }

  private static List<PlacedView> readings(ReadDocument read) {
    return read.readings().stream()
        .map(
            r ->
                new PlacedView(
                    r.id(), r.from(), r.to(), ReadingView.of(r.reading()), r.confirmed()))
        .toList();
  }

  private static List<ProposalView> proposals(ReadDocument read) {
    return read.proposals().stream()
        .map(
            p ->
                new ProposalView(
                    p.id(),
                    p.proposal().field(),
                    p.proposal().found(),
                    p.proposal().proposed(),
                    p.proposal().confidence(),
                    p.proposal().reason()))
        .toList();
  }
}
