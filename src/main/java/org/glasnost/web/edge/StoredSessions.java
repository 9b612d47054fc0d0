package org.glasnost.web.edge;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  private final JdbcIndexedSessionRepository rows;
  private final FindByIndexNameSessionRepository<S> sessions;
  private final ReadingApart turns;

  @SuppressWarnings("unchecked") // the library does not name its kind of session to others
  StoredSessions(JdbcIndexedSessionRepository rows, ReadingApart turns) {
    this.rows = rows;
    this.sessions =
        (FindByIndexNameSessionRepository<S>) (FindByIndexNameSessionRepository<?>) rows;
    this.turns = turns;
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
    return sessions.createSession();
  }

  @Override
  public void save(S session) {
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
