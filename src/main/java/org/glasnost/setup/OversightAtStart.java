package org.glasnost.setup;

import org.glasnost.audit.Actor;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Grants;
import org.glasnost.authority.access.NeedToKnow;
import org.glasnost.policy.PolicyRelease;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives auditors their oversight, once: like every need to know it is a recorded, dated grant, and
 * not a consequence of the role.
 */
@Component
@Order(StartOrder.ACCOUNTS)
class OversightAtStart implements ApplicationRunner {
  private final Grants grants;
  private final PolicyRelease policy;

  OversightAtStart(Grants grants, PolicyRelease policy) {
    this.grants = grants;
    this.policy = policy;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (!grants.overEveryDocument(GrantSource.OVERSIGHT)) {
      grants.give(
          NeedToKnow.oversight(),
          JournalEntry.OPEN,
          new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, policy.id()));
    }
  }
}
