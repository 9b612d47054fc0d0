package org.glasnost.architecture.specimen.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.access.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway with a way round the question of what the caller may know. */
public class Papers {
  private final JdbcClient jdbc;

  Papers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What one may know of: no violation. */
  public List<UUID> known(Sight sight) {
    return jdbc.sql("select id from paper where " + sight.condition("label", "id"))
        .params(sight.parameters())
        .query(UUID.class)
        .list();
  }

  /** Everything, for whoever asks. */
  public List<UUID> all() {
    return jdbc.sql("select id from paper").query(UUID.class).list();
  }

  /** One, for whoever asks. */
  public Optional<UUID> inCourse(UUID id) {
    return jdbc.sql("select id from paper where id = ?").param(id).query(UUID.class).optional();
  }
}
