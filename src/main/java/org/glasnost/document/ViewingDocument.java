package org.glasnost.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
  private final Portions portions;
  private final MarkingHistory history;
  private final Sights sights;
  private final Labels labels;
  private final Destroyed said;
  private final OfficeDay officeDay;
  private final MarkingReader reader;

  ViewingDocument(
      Documents documents,
      Portions portions,
      MarkingHistory history,
      Sights sights,
      Labels labels,
      Destroyed said,
      OfficeDay officeDay,
      MarkingReader reader) {
    this.documents = documents;
    this.portions = portions;
    this.history = history;
    this.sights = sights;
    this.labels = labels;
    this.said = said;
    this.officeDay = officeDay;
    this.reader = reader;
  }

  /** Everything but the text. */
  public Dossier view(Sight sight, UUID id) {
    return dossier(sight, documents.visible(sight, id));
  }

  /**
   * What was just registered, to the officer who did: the answer to what they handed in, read anew.
   * It stands even where they are not read in to what the text turned out to be; from then on the
   * record is theirs to know of only by clearance and need-to-know, like anybody's.
   */
  public Dossier registered(Sight sight, UUID id) {
    return dossier(sight, documents.registered(sight, id));
  }

  private Dossier dossier(Sight sight, Document document) {
    UUID id = document.id();
    MarkingRow marking = history.current(id);
    Protection protection = labels.protection(document.label());
    ReadDocument read = said.read(document);
    UUID transmittal = document.enclosureOf();
    return new Dossier(
        document,
        said.words(document),
        marking,
        protection,
        read,
        portions.of(id),
        transmittal != null && sights.mayKnow(sight, transmittal) ? transmittal : null,
        documents.enclosures(sight, id),
        DateCalculus.compute(
            RecordedFacts.of(document, marking, protection, read, reader).on(officeDay.today())));
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
      Documents.@Nullable Position after,
      int limit) {
    if (words == null || words.isBlank()) {
      return documents.page(sight, filter, after, limit).stream()
          .map(id -> view(sight, id))
          .toList();
    }
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    List<Dossier> found = new ArrayList<>();
    Documents.Position from = after;
    while (found.size() < limit) {
      List<UUID> stride = documents.page(sight, filter, from, STRIDE);
      for (UUID id : stride) {
        Document document = documents.visible(sight, id);
        from = new Documents.Position(document.registeredAt(), id);
        String title = said.words(document).title();
        if (title.toLowerCase(Locale.ROOT).contains(wanted) && found.size() < limit) {
          found.add(view(sight, id));
        }
      }
      if (stride.size() < STRIDE) {
        break;
      }
    }
    return found;
  }

  /** The document's own date, or null where nobody has said. */
  public @Nullable LocalDate dateOf(Sight sight, UUID id) {
    return documents.visible(sight, id).documentDate();
  }

  /** Every row of the marking history, oldest first. */
  public List<MarkingRow> markings(Sight sight, UUID id) {
    documents.visible(sight, id);
    return history.all(id);
  }

  /** The marking that held on a day, by what was recorded at an instant. */
  public Optional<MarkingRow> markingAsOf(Sight sight, UUID id, LocalDate day, Instant knownAt) {
    documents.visible(sight, id);
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
