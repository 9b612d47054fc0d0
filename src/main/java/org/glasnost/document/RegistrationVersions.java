package org.glasnost.document;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
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

  void add(Document document, UUID words, @Nullable UUID reason, Occasion occasion) {
    jdbc.sql(
            "insert into registration_version (document, number, registration, reason, recorded_at,"
                + " recorded_by, originating_agency) values (?, (select count(*) + 1 from"
                + " registration_version where document = ?), ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                document.id(),
                document.id(),
                words,
                reason,
                Timestamp.from(officeDay.now()),
                occasion.actor().id(),
                document.originatingAgency()))
        .update();
  }

  /** The agency that the version named which was the last one then; empty where it named none. */
  Optional<String> originatingAgency(UUID document, Instant knownAt) {
    // The agency alone may be null, which no optional row says.
    return jdbc.sql(
            "select coalesce(originating_agency, '') from registration_version where document = ?"
                + " and recorded_at <= ? order by number desc limit 1")
        .params(document, Timestamp.from(knownAt))
        .query(String.class)
        .optional()
        .filter(agency -> !agency.isEmpty());
  }
}
