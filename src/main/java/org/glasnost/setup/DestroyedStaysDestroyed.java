package org.glasnost.setup;

import java.nio.file.Path;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.content.Tombstones;
import org.glasnost.document.DestroyingAnew;
import org.glasnost.policy.PolicyRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Before the first request, what was destroyed is destroyed again where a backup brought it back.
 */
@Configuration(proxyBeanMethods = false)
class DestroyedStaysDestroyed {
  private static final Logger LOG = LoggerFactory.getLogger(DestroyedStaysDestroyed.class);

  DestroyedStaysDestroyed() {}

  @Bean
  Tombstones tombstones(@Value("${glasnost.data}") Path data) {
    return new Tombstones(data.resolve("destroyed"));
  }

  @Bean
  SmartInitializingSingleton destroysAnew(DestroyingAnew anew, PolicyRelease policy) {
    return () -> {
      int again =
          anew.settle(
              new Occasion(
                  Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, policy.id()));
      if (again > 0) {
        LOG.warn(
            "A restored backup held {} documents that were destroyed since: they are destroyed"
                + " again.",
            again);
      }
    };
  }
}
