package org.glasnost.authority.openid;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.glasnost.policy.OfficeDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which of a person's rights rest on a provider's claims. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClaimedRights {
  private final JdbcClient jdbc;
  private final OfficeDay officeDay;

  ClaimedRights(JdbcClient jdbc, OfficeDay officeDay) {
    this.jdbc = jdbc;
    this.officeDay = officeDay;
  }

  /** The records of rights that a provider ever gave; whether it claimed each of them no more. */
  Map<UUID, Boolean> of(UUID account, String issuer) {
    Map<UUID, Boolean> ended = new HashMap<>();
    jdbc.sql(
            "select right_id, ended_at is not null as over from claimed_right where account_id = ?"
                + " and issuer = ?")
        .params(account, issuer)
        .query(
            row -> {
              ended.put(row.getObject("right_id", UUID.class), row.getBoolean("over"));
            });
    return ended;
  }

  void given(UUID right, UUID account, String issuer) {
    jdbc.sql("insert into claimed_right (right_id, account_id, issuer, given_at) values (?,?,?,?)")
        .params(right, account, issuer, officeDay.now().atOffset(ZoneOffset.UTC))
        .update();
  }

  void ended(UUID right) {
    jdbc.sql("update claimed_right set ended_at = ? where right_id = ?")
        .params(officeDay.now().atOffset(ZoneOffset.UTC), right)
        .update();
  }
}
