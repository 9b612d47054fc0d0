package org.glasnost.policy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that a release of policy is in force from now on, where it is another than before. */
@Component
public class PuttingPolicyInForce {
  private final JdbcClient jdbc;
  private final Journal journal;
  private final Clock clock;

  /** For Spring. */
  PuttingPolicyInForce(JdbcClient jdbc, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Puts a release in force.
   *
   * @param release the release
   * @param office what it says of what the office decides for itself, told in its line
   * @return whether it is another than the one in force so far
   */
  @Transactional
  public boolean put(PolicyRelease release, OfficePolicy office) {
    Optional<String> before =
        jdbc.sql("select release from policy_in_force order by ordinal desc fetch first row only")
            .query(String.class)
            .optional();
    if (before.filter(release.id()::equals).isPresent()) {
      return false;
    }
    jdbc.sql("insert into policy_in_force (release, recorded_at) values (?, ?)")
        .params(release.id(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    Occasion start =
        new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, release.id());
    journal.append(
        JournalEntry.of(EventKind.POLICY_IN_FORCE, start)
            .before(before.map(id -> Map.of("release", id)).orElse(null))
            .after(
                Map.of(
                    "release",
                    release.id(),
                    "officeTrainings",
                    office.trainings().askedFor(),
                    "twoPersons",
                    office.twoPersons())));
    return true;
  }
}
