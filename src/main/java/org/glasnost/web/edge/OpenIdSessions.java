package org.glasnost.web.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which sessions here rest on which sessions at a provider, on record, so that a sign-out there
 * ends them whichever node is told.
 */
@Component
@Transactional
class OpenIdSessions {
  /** The longest subject, session or token id that is taken. */
  static final int LONGEST = 255;

  /** Longer than a logout token counts. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  OpenIdSessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Records on what a session rests. It is found by the row that it keeps under every id that it
   * takes.
   *
   * @param id the session's id as it is on record now
   * @return whether there is such a session
   */
  boolean bind(String id, String issuer, String subject, @Nullable String sid) {
    jdbc.sql(
            "delete from openid_session where session_primary_id in (select primary_id from"
                + " user_session where session_id = ?)")
        .param(id)
        .update();
    return jdbc.sql(
                "insert into openid_session (session_primary_id, issuer, subject, sid) select"
                    + " primary_id, :issuer, :subject, cast(:sid as varchar(255)) from user_session"
                    + " where session_id = :id")
            .param("issuer", issuer)
            .param("subject", subject)
            .param("sid", sid)
            .param("id", id)
            .update()
        == 1;
  }

  /** The ids of the sessions that rest on one session there, or on all of a subject's. */
  @Transactional(readOnly = true)
  List<String> of(String issuer, @Nullable String subject, @Nullable String sid) {
    if (subject == null && sid == null) {
      return List.of();
    }
    // Where both are named, both must be right.
    return jdbc.sql(
            "select s.session_id from user_session s join openid_session o on o.session_primary_id"
                + " = s.primary_id where o.issuer = :issuer and (cast(:subject as varchar(255)) is"
                + " null or o.subject = :subject) and (cast(:sid as varchar(255)) is null or o.sid"
                + " = :sid)")
        .param("issuer", issuer)
        .param("subject", subject)
        .param("sid", sid)
        .query(String.class)
        .list();
  }

  /**
   * Notes that a logout token was taken.
   *
   * @throws DuplicateKeyException if it was before
   */
  void take(String issuer, String jti) {
    Instant now = clock.instant();
    jdbc.sql("delete from openid_logout where received_at < ?")
        .param(now.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql("insert into openid_logout (issuer, jti, received_at) values (?,?,?)")
        .params(issuer, jti, now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
