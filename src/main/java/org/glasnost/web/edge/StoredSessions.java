package org.glasnost.web.edge;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * The sessions on record. Reading one waits for no writer: with the embedded database, one
 * transaction writes at a time (ADR 0020), and every page begins by reading its session.
 *
 * @param <S> the kind of session that the rows are of
 */
final class StoredSessions<S extends Session> implements FindByIndexNameSessionRepository<S> {
  /**
   * How long a session lasts in which nobody has signed in. Every look at the sign-in page begins
   * one, for the token of its form, and whoever wants can begin many.
   */
  static final Duration OF_NOBODY = Duration.ofMinutes(10);

  private final JdbcIndexedSessionRepository rows;
  private final FindByIndexNameSessionRepository<S> sessions;
  private final ReadingApart turns;
  private final Duration idle;
  private final Duration ofNobody;

  @SuppressWarnings("unchecked") // the library does not name its kind of session to others
  StoredSessions(JdbcIndexedSessionRepository rows, ReadingApart turns, Duration idle) {
    this.rows = rows;
    this.sessions =
        (FindByIndexNameSessionRepository<S>) (FindByIndexNameSessionRepository<?>) rows;
    this.turns = turns;
    this.idle = idle;
    this.ofNobody = idle.compareTo(OF_NOBODY) < 0 ? idle : OF_NOBODY;
  }

  /** Begins to remove what has run out, now and then. */
  void begin() {
    rows.afterPropertiesSet();
  }

  /** Ends that. */
  void end() {
    rows.destroy();
  }

  @Override
  public S createSession() {
    S session = sessions.createSession();
    session.setMaxInactiveInterval(ofNobody);
    return session;
  }

  @Override
  public void save(S session) {
    if (session.getMaxInactiveInterval().equals(ofNobody)
        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            != null) {
      session.setMaxInactiveInterval(idle);
    }
    sessions.save(session);
  }

  @Override
  public @Nullable S findById(String id) {
    turns.nextReads();
    return sessions.findById(id);
  }

  @Override
  public void deleteById(String id) {
    sessions.deleteById(id);
  }

  @Override
  public Map<String, S> findByIndexNameAndIndexValue(String indexName, String indexValue) {
    turns.nextReads();
    return sessions.findByIndexNameAndIndexValue(indexName, indexValue);
  }
}
