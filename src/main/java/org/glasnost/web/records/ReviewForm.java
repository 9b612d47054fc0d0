package org.glasnost.web.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnost.review.OrderingReview;
import org.glasnost.review.Particulars;
import org.glasnost.review.ReviewKind;
import org.jspecify.annotations.Nullable;

/**
 * An order for a review as it was typed, so that it can be shown again as it was typed.
 *
 * @param documents ids of those chosen; none is an empty list
 * @param historic {@code true} where what others did before is to be recorded
 */
record ReviewForm(
    @Nullable String kind,
    List<String> documents,
    @Nullable String caseNumber,
    @Nullable String requester,
    @Nullable String receivedOn,
    @Nullable String historic,
    @Nullable String decidedOn,
    @Nullable String decidedBy,
    @Nullable String authority,
    @Nullable String evidenceDocument,
    @Nullable String evidenceFrom,
    @Nullable String evidenceTo,
    @Nullable String evidenceNote) {

  /** The fields that findings are shown beside. */
  static final Set<String> FIELDS =
      Set.of(
          "/kind",
          "/documents",
          "/caseNumber",
          "/requester",
          "/receivedOn",
          "/historicAction/decidedOn",
          "/historicAction/decidedBy",
          "/historicAction/authority",
          "/historicAction/evidence",
          "/historicAction/evidence/document",
          "/historicAction/evidence/from",
          "/historicAction/evidence/to",
          "/historicAction/evidence/note");

  @SuppressWarnings("ConstantValue") // the form of a browser may lack the field
  ReviewForm {
    documents = documents == null ? List.of() : List.copyOf(documents);
  }

  /** A form in which nothing has been typed, perhaps with a document chosen. */
  static ReviewForm empty(@Nullable String document) {
    return new ReviewForm(
        null,
        document == null ? List.of() : List.of(document),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Whether a historic action is to be recorded. */
  boolean isHistoric() {
    return "true".equals(historic);
  }

  /** Reads it. */
  OrderingReview.Order order(Typed typed) {
    List<UUID> chosen = new ArrayList<>();
    for (String document : documents) {
      UUID id = typed.id(document, "/documents");
      if (id != null) {
        chosen.add(id);
      }
    }
    return new OrderingReview.Order(
        typed.one(ReviewKind.class, kind, "/kind"),
        chosen,
        Typed.text(caseNumber),
        Typed.text(requester),
        typed.day(receivedOn, "/receivedOn"),
        isHistoric() ? action(typed) : null);
  }

  private Particulars.HistoricAction action(Typed typed) {
    String at = "/historicAction/evidence/";
    return new Particulars.HistoricAction(
        typed.day(decidedOn, "/historicAction/decidedOn"),
        Typed.text(decidedBy),
        Typed.text(authority),
        new Particulars.Evidence(
            typed.id(evidenceDocument, at + "document"),
            typed.position(evidenceFrom, at + "from"),
            typed.position(evidenceTo, at + "to"),
            Typed.text(evidenceNote)));
  }
}
