package org.glasnost.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.KnownDocuments;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.ChangingMarking;
import org.glasnost.document.Documents;
import org.glasnost.document.MarkingInForce;
import org.glasnost.document.MarkingRow;
import org.glasnost.document.MarkingsAsRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The markings in force of the documents that an auditor may know of. */
@Component
class MarkingsInForce implements CurrentMarkings {
  private static final int PAGE = 200;
  private static final Documents.Filter ALL = new Documents.Filter(null, null, null);

  private final Sights sights;
  private final Documents documents;
  private final MarkingInForce inForce;
  private final ChangingMarking words;
  private final MarkingsAsRecorded asRecorded;

  MarkingsInForce(
      Sights sights,
      Documents documents,
      MarkingInForce inForce,
      ChangingMarking words,
      MarkingsAsRecorded asRecorded) {
    this.sights = sights;
    this.documents = documents;
    this.inForce = inForce;
    this.words = words;
    this.asRecorded = asRecorded;
  }

  @Override
  public List<UUID> documents(@Nullable UUID after, int most) {
    return asRecorded.documents(after, most);
  }

  @Override
  public List<UUID> differing(Collection<UUID> some) {
    return asRecorded.differing(some);
  }

  @Override
  public List<UUID> heldOtherwise(Collection<UUID> some) {
    return asRecorded.heldOtherwise(some);
  }

  @Override
  public List<UUID> withoutMarking(Collection<UUID> some) {
    return asRecorded.withoutMarking(some);
  }

  @Override
  public Visible visibleTo(Person auditor, @Nullable UUID document) {
    Sight sight = sights.of(auditor);
    Map<UUID, Map<String, ?>> markings = new HashMap<>();
    Set<Long> labels = new HashSet<>();
    if (document != null) {
      if (sights.mayKnow(sight, document)) {
        add(List.of(document), markings, labels);
      }
      return new Visible(markings, labels);
    }
    KnownDocuments.Place after = null;
    List<UUID> page;
    do {
      page = documents.page(sight, ALL, after, PAGE);
      add(page, markings, labels);
      if (!page.isEmpty()) {
        UUID last = page.get(page.size() - 1);
        // Not as somebody's question: one that is held under another label than it should be is
        // told with the others.
        after = new KnownDocuments.Place(documents.inCourse(last).registeredAt(), last);
      }
    } while (page.size() == PAGE);
    return new Visible(markings, labels);
  }

  /** In the words in which the journal has it, so that the two can be compared. */
  private void add(List<UUID> page, Map<UUID, Map<String, ?>> markings, Set<Long> labels) {
    for (MarkingRow row : inForce.of(page)) {
      words
          .describedIfKnown(row)
          .ifPresent(
              said -> {
                markings.put(row.document(), said);
                labels.add(row.label());
              });
    }
  }
}
