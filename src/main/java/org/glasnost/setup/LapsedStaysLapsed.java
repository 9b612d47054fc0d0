package org.glasnost.setup;

import java.nio.file.Path;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.history.retention.LapsedOutside;
import org.glasnost.history.retention.LapsingAnew;
import org.glasnost.policy.PolicyRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Before the first request, what lapsed lapses again where a backup brought it back. */
@Configuration(proxyBeanMethods = false)
class LapsedStaysLapsed {
  private static final Logger LOG = LoggerFactory.getLogger(LapsedStaysLapsed.class);

  LapsedStaysLapsed() {}

  @Bean
  LapsedOutside lapsedOutside(@Value("${glasnost.data}") Path data) {
    return new LapsedOutside(data.resolve("lapsed"));
  }

  @Bean
  SmartInitializingSingleton lapsesAnew(LapsingAnew anew, PolicyRelease policy) {
    return () -> {
      long again =
          anew.settle(
              new Occasion(
                  Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, policy.id()));
      if (again > 0) {
        LOG.warn(
            "A restored backup held the bodies of {} events that lapsed since: they have lapsed"
                + " again.",
            again);
      }
    };
  }
}
