package org.glasnost.history.retention;

import java.util.List;
import org.glasnost.audit.Difference;
import org.glasnost.history.HoldCheck;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets no body go while the holds in the database are not those that the journal tells of: what
 * goes cannot be brought back, and a hold that somebody took away by hand is found before it does
 * harm.
 */
@Component
class HoldGuard {
  private static final Logger LOG = LoggerFactory.getLogger(HoldGuard.class);

  private final JdbcClient jdbc;

  HoldGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Goes through every event for the lines of holds. Whoever asks has {@link JournalHolds#still}.
   *
   * @throws Refused as unavailable where they do not agree
   */
  void require() {
    if (!agrees(true)) {
      throw new Refused(
          Refused.Ground.UNAVAILABLE,
          Finding.error(
              "JRN-0053",
              "The holds on the journal are not those that it tells of. Nothing lapses until"
                  + " that is set right: tell the auditors, who find it in an export."));
    }
  }

  /**
   * Whether they agree; where they do not, the log says so.
   *
   * @param whole whether every event is gone through
   */
  boolean agrees(boolean whole) {
    List<Difference> differences = HoldCheck.now(jdbc, whole);
    if (!differences.isEmpty()) {
      LOG.error(
          "JRN-0053: {} holds on the journal are not as it tells of them, the first told of at {};"
              + " nothing lapses. See docs/spec/journal.md, Rows that say otherwise.",
          differences.size(),
          differences.get(0).at());
    }
    return differences.isEmpty();
  }
}
