package org.glasnost.journey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A journal that takes no lines of one kind for a while; all else goes on. */
final class LinesRefused {
  private LinesRefused() {}

  /** What is done meanwhile. */
  interface Meanwhile {
    void isDone() throws Exception;
  }

  /** Does something while no line of a kind can be written. */
  static void of(String kind, RunningGlasnost glasnost, Meanwhile meanwhile) throws Exception {
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    jdbc.sql(
            "alter table journal_event add constraint lines_refused check (kind <> '"
                + kind
                + "' or recorded_at < timestamp with time zone '"
                + now.toString().replace('T', ' ').replace("Z", "+00:00")
                + "')")
        .update();
    try {
      meanwhile.isDone();
    } finally {
      jdbc.sql("alter table journal_event drop constraint lines_refused").update();
    }
  }
}
