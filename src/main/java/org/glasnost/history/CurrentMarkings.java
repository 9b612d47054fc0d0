package org.glasnost.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.jspecify.annotations.Nullable;

/**
 * The markings that documents bear now, for the verifier to compare with those that the journal's
 * events give them.
 */
public interface CurrentMarkings {
  /**
   * Markings that somebody may know.
   *
   * @param byDocument as JSON objects: exactly the {@code after} of the last MARKING_CHANGED of
   *     each, or, while there is none, that of its DOCUMENT_REGISTERED
   * @param labels the access labels under which these documents are held
   */
  record Visible(Map<UUID, Map<String, ?>> byDocument, Set<Long> labels) {
    /** Copies both. */
    public Visible {
      byDocument = Map.copyOf(byDocument);
      labels = Set.copyOf(labels);
    }
  }

  /**
   * Markings by document. A document of which no marking is in force, more than one, or one under a
   * label that is none of ours, is left out: the comparison with the events tells of it.
   *
   * @param auditor who asks; what they are not cleared to know exists is left out
   * @param document the only one asked for, or null for all
   */
  Visible visibleTo(Person auditor, @Nullable UUID document);

  /**
   * Documents of which markings are kept, in the order of their ids; seen by nobody: for the
   * comparison with their events.
   *
   * @param after the last one of the page before, or null
   */
  List<UUID> documents(@Nullable UUID after, int most);

  /**
   * Which of some documents have a history of markings that is not what their events recorded.
   *
   * @return for each of them the event where they part
   */
  List<UUID> differing(Collection<UUID> documents);

  /**
   * Which of some documents are held under another label than that of their marking in force.
   *
   * @return for each of them the event of that marking
   */
  List<UUID> heldOtherwise(Collection<UUID> documents);

  /** Those of some documents of which no marking is kept. */
  List<UUID> withoutMarking(Collection<UUID> documents);
}
