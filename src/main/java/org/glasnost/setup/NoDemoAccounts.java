package org.glasnost.setup;

import java.util.List;
import org.glasnost.authority.Credentials;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Refuses to open a database of the demonstration in production, before the first request. */
@Component
@Profile("!demo")
class NoDemoAccounts implements SmartInitializingSingleton {
  private final Credentials credentials;

  NoDemoAccounts(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (credentials.demoAccounts()) {
      throw new CannotStart(
          List.of(
              "This database holds accounts of the demonstration, whose passwords everybody knows:"
                  + " set spring.datasource.url to another one."));
    }
  }
}
