package org.glasnost.authority;

import java.time.Clock;
import org.glasnost.journey.RunningGlasnost;

/** The people of a running application at a moment of the test's choice. */
public final class PeopleAt {
  private PeopleAt() {}

  /** Asked in a transaction, as it reads more than one row. */
  public static People of(RunningGlasnost glasnost, Clock clock) {
    return new People(glasnost.part(Accounts.class), clock);
  }
}
