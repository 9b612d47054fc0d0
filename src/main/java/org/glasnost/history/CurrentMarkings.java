package org.glasnost.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.RecordedBodies.Recorded;
import org.glasnost.authority.Person;
import org.jspecify.annotations.Nullable;

/**
 * The markings that documents bear now, for the verifier to compare with those that the journal's
 * events give them.
 */
public interface CurrentMarkings {
  /**
   * Markings by document, as JSON objects: exactly the {@code after} of the last MARKING_CHANGED of
   * each, or, while there is none, that of its DOCUMENT_REGISTERED.
   *
   * @param auditor who asks; what they are not cleared to know exists is left out
   * @param document the only one asked for, or null for all
   */
  Map<UUID, Map<String, ?>> visibleTo(Person auditor, @Nullable UUID document);

  /**
   * Which of some events recorded a marking that is kept otherwise than they say.
   *
   * @param recorded events by their ids, as their bodies have them
   */
  List<UUID> differing(Map<UUID, Recorded> recorded);

  /** The access labels under which documents that were visible are held. */
  Set<Long> labelsOf(Set<UUID> documents);
}
