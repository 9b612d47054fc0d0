package org.glasnost.history;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.JournalEntry;
import org.glasnost.authority.Person;

/**
 * An auditor who sees these labels, and the two documents of the fixture.
 *
 * @param visible as a test changes it
 */
public record SeenLabels(Set<Long> visible) implements SealingPolicy {
  private static final Map<UUID, Long> HELD =
      Map.of(
          JournalFixture.MEMORANDUM,
          JournalFixture.SECRET,
          JournalFixture.LETTER,
          JournalFixture.BEYOND);

  @Override
  public Set<Long> labelsVisibleTo(Person auditor) {
    return visible;
  }

  @Override
  public long labelOf(UUID document) {
    return HELD.getOrDefault(document, JournalEntry.SEALED);
  }
}
