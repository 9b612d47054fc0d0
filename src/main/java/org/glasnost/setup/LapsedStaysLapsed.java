package org.glasnost.setup;

import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.history.retention.LapsingAnew;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.rule.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Before the first request, what lapsed lapses again where a backup brought it back. */
@Configuration(proxyBeanMethods = false)
class LapsedStaysLapsed {
  private static final Logger LOG = LoggerFactory.getLogger(LapsedStaysLapsed.class);

  LapsedStaysLapsed() {}

  @Bean
  SmartInitializingSingleton lapsesAnew(LapsingAnew anew, PolicyRelease policy) {
    return () -> {
      long again = settle(anew, policy);
      if (again > 0) {
        LOG.warn(
            "A restored backup held the bodies of {} events that lapsed since: they have lapsed"
                + " again.",
            again);
      }
    };
  }

  private static long settle(LapsingAnew anew, PolicyRelease policy) {
    try {
      return anew.settle(
          new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, policy.id()));
    } catch (Refused e) {
      throw new CannotStart(
          e.findings().stream().map(found -> found.rule() + ": " + found.message()).toList());
    }
  }
}
