package org.glasnost.authority;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account is whose at an OpenID provider: by issuer and subject alone. A user name or an
 * address may be given to another there; a subject never is (OpenID Connect Core section 8).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountIdentities {
  private final JdbcClient jdbc;
  private final Clock clock;

  AccountIdentities(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The account of a subject, open or closed. */
  public Optional<UUID> account(String issuer, String subject) {
    return jdbc.sql("select account_id from account_identity where issuer = ? and subject = ?")
        .params(issuer, subject)
        .query(UUID.class)
        .optional();
  }

  /** The provider that the holder of an account signs in by, as this installation calls it. */
  public Optional<String> provider(UUID account) {
    return jdbc.sql("select registration from account_identity where account_id = ?")
        .param(account)
        .query(String.class)
        .optional();
  }

  /** The records of the rights that an account ever had by the claims of its provider. */
  public Set<UUID> claimedRights(UUID account) {
    return jdbc.sql("select right_id from claimed_right where account_id = ?")
        .param(account)
        .query(UUID.class)
        .set();
  }

  /** Records whose an account is. */
  public void add(String issuer, String subject, String registration, UUID account) {
    jdbc.sql(
            "insert into account_identity (issuer, subject, registration, account_id, created_at)"
                + " values (?,?,?,?,?)")
        .params(issuer, subject, registration, account, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
