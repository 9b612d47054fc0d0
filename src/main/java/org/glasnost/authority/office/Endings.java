package org.glasnost.authority.office;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnost.authority.Person;
import org.glasnost.policy.OfficeDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why officers ended something before its time. */
@Repository
class Endings {
  private final JdbcClient jdbc;
  private final Reasons reasons;
  private final OfficeDay officeDay;

  Endings(JdbcClient jdbc, Reasons reasons, OfficeDay officeDay) {
    this.jdbc = jdbc;
    this.reasons = reasons;
    this.officeDay = officeDay;
  }

  /**
   * Records why something ends now.
   *
   * @param ended the record of the right or need to know, or the account that is closed
   * @param person whose it was
   * @param words why; sealed
   */
  void add(UUID ended, UUID person, String words, Person officer) {
    jdbc.sql(
            "insert into rights_ending (ended, person, reason, ended_by, ended_at) values (?, ?, ?,"
                + " ?, ?)")
        .params(
            ended,
            person,
            reasons.seal(ended, words),
            officer.id(),
            officeDay.now().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What officers ended of a person, by what was ended. */
  Map<UUID, Ending> of(UUID person) {
    return jdbc
        .sql("select * from rights_ending where person = ?")
        .param(person)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("ended", UUID.class),
                    row.getObject("reason", UUID.class),
                    row.getObject("ended_by", UUID.class),
                    row.getTimestamp("ended_at").toInstant()))
        .list()
        .stream()
        .map(row -> new Ending(row.ended(), row.by(), row.at(), reasons.read(row.reason())))
        .collect(Collectors.toUnmodifiableMap(Ending::ended, Function.identity()));
  }

  private record Row(UUID ended, UUID reason, UUID by, Instant at) {}
}
