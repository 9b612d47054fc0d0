package org.glasnost.history;

import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.JournalEntry;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.Sights;
import org.springframework.stereotype.Component;

/** Seals what the one access decision does not clear the auditor for. */
@Component
class SealingByClearance implements SealingPolicy {
  private final Sights sights;
  private final Labels labels;

  SealingByClearance(Sights sights, Labels labels) {
    this.sights = sights;
    this.labels = labels;
  }

  @Override
  public Set<Long> labelsVisibleTo(Person auditor) {
    return sights.of(auditor).labelsMetBy(GrantSource.OVERSIGHT);
  }

  @Override
  public long labelOf(UUID document) {
    return labels.find(document).orElse(JournalEntry.SEALED);
  }
}
