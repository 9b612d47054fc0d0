package org.glasnost.history;

import java.util.Set;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Sights;
import org.springframework.stereotype.Component;

/** Seals what the one access decision does not clear the auditor for. */
@Component
class SealingByClearance implements SealingPolicy {
  private final Sights sights;

  SealingByClearance(Sights sights) {
    this.sights = sights;
  }

  @Override
  public Set<Long> labelsVisibleTo(Person auditor) {
    return sights.of(auditor).labelsMetBy(GrantSource.OVERSIGHT);
  }
}
