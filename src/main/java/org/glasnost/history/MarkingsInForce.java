package org.glasnost.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.audit.RecordedBodies.Recorded;
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
  public List<UUID> differing(Map<UUID, Recorded> recorded) {
    return asRecorded.differing(recorded);
  }

  @Override
  public Map<UUID, Map<String, ?>> visibleTo(Person auditor, @Nullable UUID document) {
    Sight sight = sights.of(auditor);
    Map<UUID, Map<String, ?>> markings = new HashMap<>();
    if (document != null) {
      if (sights.mayKnow(sight, document)) {
        markings.put(document, marking(document));
      }
      return markings;
    }
    KnownDocuments.Place after = null;
    List<UUID> page;
    do {
      page = documents.page(sight, ALL, after, PAGE);
      for (UUID id : page) {
        markings.put(id, marking(id));
        after = new KnownDocuments.Place(documents.visible(sight, id).registeredAt(), id);
      }
    } while (page.size() == PAGE);
    return markings;
  }

  @Override
  public Set<Long> labelsOf(Set<UUID> shown) {
    return shown.stream().map(inForce::of).map(MarkingRow::label).collect(Collectors.toSet());
  }

  /** In the words in which the journal has it, so that the two can be compared. */
  private Map<String, ?> marking(UUID document) {
    return words.described(inForce.of(document));
  }
}
