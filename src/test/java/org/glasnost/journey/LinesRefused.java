package org.glasnost.journey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A journal that takes no lines of one kind for a while; all else goes on. */
final class LinesRefused implements AutoCloseable {
  private final JdbcClient jdbc;

  LinesRefused(RunningGlasnost glasnost, String kind) {
    this.jdbc = glasnost.part(JdbcClient.class);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    jdbc.sql(
            "alter table journal_event add constraint lines_refused check (kind <> '"
                + kind
                + "' or recorded_at < timestamp with time zone '"
                + now.toString().replace('T', ' ').replace("Z", "+00:00")
                + "')")
        .update();
  }

  @Override
  public void close() {
    jdbc.sql("alter table journal_event drop constraint lines_refused").update();
  }
}
