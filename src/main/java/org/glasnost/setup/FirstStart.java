package org.glasnost.setup;

import org.glasnost.authority.FirstAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows, on an empty database, the code that opens {@code /setup}. */
@Component
@Profile("!demo")
@Order(StartOrder.ACCOUNTS)
class FirstStart implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

  private final FirstAccounts first;

  FirstStart(FirstAccounts first) {
    this.first = first;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    first
        .issueCode()
        .ifPresent(
            code ->
                LOG.warn(
                    "There are no accounts yet. Within an hour, open /setup and enter this code,"
                        + " which works once: {}",
                    code));
  }
}
