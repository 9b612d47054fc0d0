package org.glasnost.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.glasnost.authority.access.KnownDocuments;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.declassification.DateCalculus;
import org.glasnost.marking.Protection;
import org.glasnost.policy.OfficeDay;
import org.glasnost.reading.MarkingReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows documents, but not their text, to who may know of them. */
@Component
@Transactional(readOnly = true)
public class ViewingDocument {
  /** How many documents are looked through at a time where titles are searched. */
  private static final int STRIDE = 200;

  private final Documents documents;
  private final KnownDocuments known;
  private final Portions portions;
  private final MarkingHistory history;
  private final Sights sights;
  private final Labels labels;
  private final Destroyed said;
  private final OfficeDay officeDay;
  private final MarkingReader reader;
  private final MarkingsAsRecorded asRecorded;

  ViewingDocument(
      Documents documents,
      KnownDocuments known,
      Portions portions,
      MarkingHistory history,
      Sights sights,
      Labels labels,
      Destroyed said,
      OfficeDay officeDay,
      MarkingReader reader,
      MarkingsAsRecorded asRecorded) {
    this.documents = documents;
    this.known = known;
    this.portions = portions;
    this.history = history;
    this.sights = sights;
    this.labels = labels;
    this.said = said;
    this.officeDay = officeDay;
    this.reader = reader;
    this.asRecorded = asRecorded;
  }

  /**
   * Everything but the text. What was read in it is shown whole to whoever may read it, and in the
   * words of the markings alone to anybody else.
   */
  public Dossier view(Sight sight, UUID id) {
    Document document = documents.visible(sight, id);
    ReadDocument read = said.read(document);
    return dossier(sight, document, sights.mayRead(sight, id) ? read : read.outline());
  }

  /**
   * What was just registered, to the officer who did: the answer to what they handed in, read anew.
   * It stands even where they are not read in to what the text turned out to be; from then on the
   * record is theirs to know of only by clearance and need-to-know, like anybody's.
   */
  public Dossier registered(Sight sight, UUID id) {
    Document document = documents.registered(sight, id);
    return dossier(sight, document, said.read(document));
  }

  private Dossier dossier(Sight sight, Document document, ReadDocument read) {
    UUID id = document.id();
    UUID transmittal = document.enclosureOf();
    return dossier(
        document,
        said.words(document),
        history.current(id),
        read,
        portions.of(id),
        transmittal != null && sights.mayKnow(sight, transmittal) ? transmittal : null,
        documents.enclosures(sight, id));
  }

  private Dossier dossier(
      Document document,
      Words words,
      MarkingRow marking,
      ReadDocument read,
      List<Portions.Portion> itsPortions,
      @Nullable UUID enclosureOf,
      List<UUID> enclosures) {
    Protection protection = labels.protection(document.label());
    return new Dossier(
        document,
        words,
        marking,
        protection,
        read,
        itsPortions,
        enclosureOf,
        enclosures,
        DateCalculus.compute(
            RecordedFacts.of(document, marking, protection, read, reader).on(officeDay.today())));
  }

  /** The same without what was read in it: who sees a page may not be one who may read. */
  private static Dossier withoutReadings(Dossier whole) {
    return new Dossier(
        whole.document(),
        whole.words(),
        whole.marking(),
        whole.protection(),
        ReadDocument.NOTHING,
        whole.portions(),
        whole.enclosureOf(),
        whole.enclosures(),
        whole.declassification());
  }

  /** The title alone, to who may know of the document. */
  public String title(Sight sight, UUID id) {
    return said.words(documents.visible(sight, id)).title();
  }

  /**
   * A page of documents.
   *
   * @param words a part of the title, in any case, or null
   * @param limit at most so many; one more is looked for by the caller to know whether there are
   *     more
   */
  public List<Dossier> page(
      Sight sight,
      Documents.Filter filter,
      @Nullable String words,
      KnownDocuments.@Nullable Place after,
      int limit) {
    if (words == null || words.isBlank()) {
      return dossiers(sight, documents.listed(sight, filter, after, limit));
    }
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    List<Document> found = new ArrayList<>();
    KnownDocuments.Place from = after;
    List<Document> stride;
    do {
      stride = documents.listed(sight, filter, from, STRIDE);
      List<Words> theirs = said.wordsOf(stride);
      for (int i = 0; i < stride.size() && found.size() < limit; i++) {
        if (theirs.get(i).title().toLowerCase(Locale.ROOT).contains(wanted)) {
          found.add(stride.get(i));
        }
      }
      from = stride.isEmpty() ? from : placeOf(stride.get(stride.size() - 1));
    } while (stride.size() == STRIDE && found.size() < limit);
    return dossiers(sight, found);
  }

  private static KnownDocuments.Place placeOf(Document document) {
    return new KnownDocuments.Place(document.registeredAt(), document.id());
  }

  /** Each without its portions and readings; with as many statements as for one. */
  private List<Dossier> dossiers(Sight sight, List<Document> found) {
    List<UUID> ids = found.stream().map(Document::id).toList();
    Map<UUID, MarkingRow> markings = history.current(ids);
    Map<UUID, List<UUID>> enclosures = documents.enclosures(sight, ids);
    Set<UUID> transmittals =
        known.among(
            sight, found.stream().map(Document::enclosureOf).filter(Objects::nonNull).toList());
    List<Words> words = said.wordsOf(found);
    List<ReadDocument> read = said.readOf(found);
    return IntStream.range(0, found.size())
        .mapToObj(
            i -> {
              Document document = found.get(i);
              UUID transmittal = document.enclosureOf();
              return withoutReadings(
                  dossier(
                      document,
                      words.get(i),
                      Objects.requireNonNull(markings.get(document.id())),
                      read.get(i),
                      List.of(),
                      transmittal != null && transmittals.contains(transmittal)
                          ? transmittal
                          : null,
                      enclosures.getOrDefault(document.id(), List.of())));
            })
        .toList();
  }

  /** The document's own date, or null where nobody has said. */
  public @Nullable LocalDate dateOf(Sight sight, UUID id) {
    return documents.visible(sight, id).documentDate();
  }

  /**
   * Every row of the marking history, oldest first.
   *
   * @throws Refused on ground UNAVAILABLE if one does not say what its event recorded
   */
  public List<MarkingRow> markings(Sight sight, UUID id) {
    documents.visible(sight, id);
    return asRecorded.require(id);
  }

  /**
   * The marking that held on a day, by what was recorded at an instant.
   *
   * @throws Refused as {@link #markings}, for all of them: which one held depends on the others
   */
  public Optional<MarkingRow> markingAsOf(Sight sight, UUID id, LocalDate day, Instant knownAt) {
    markings(sight, id);
    return history.asOf(id, day, knownAt);
  }

  /**
   * The marking that held at an instant, by what was recorded at another. A change that was made on
   * the day from which it holds, holds from the instant at which it was made; where nothing held
   * before, it holds all day.
   */
  public Optional<MarkingRow> markingAsOf(Sight sight, UUID id, Instant moment, Instant knownAt) {
    LocalDate day = officeDay.dayOf(moment);
    Optional<MarkingRow> held = markingAsOf(sight, id, day, knownAt);
    return held.filter(row -> row.from().equals(day))
        .map(history::decided)
        .filter(decided -> officeDay.dayOf(decided).equals(day) && moment.isBefore(decided))
        .flatMap(later -> history.asOf(id, day.minusDays(1), knownAt))
        .or(() -> held);
  }
}
