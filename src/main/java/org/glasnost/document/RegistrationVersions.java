package org.glasnost.document;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.UUID;
import org.glasnost.audit.Occasion;
import org.glasnost.policy.OfficeDay;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every version of what a registration said, oldest first, each with the reason of its change. */
@Component
class RegistrationVersions {
  private final JdbcClient jdbc;
  private final OfficeDay officeDay;

  RegistrationVersions(JdbcClient jdbc, OfficeDay officeDay) {
    this.jdbc = jdbc;
    this.officeDay = officeDay;
  }

  void add(UUID document, UUID words, @Nullable UUID reason, Occasion occasion) {
    jdbc.sql(
            "insert into registration_version (document, number, registration, reason, recorded_at,"
                + " recorded_by) values (?, (select count(*) + 1 from registration_version where"
                + " document = ?), ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                document,
                document,
                words,
                reason,
                Timestamp.from(officeDay.now()),
                occasion.actor().id()))
        .update();
  }
}
