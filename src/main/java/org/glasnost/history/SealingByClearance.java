package org.glasnost.history;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.authority.Person;
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
    return Arrays.stream((Long[]) sights.of(auditor).labelParameter())
        .collect(Collectors.toUnmodifiableSet());
  }
}
