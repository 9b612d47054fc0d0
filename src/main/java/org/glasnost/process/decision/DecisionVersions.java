package org.glasnost.process.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables in force, with those that were before; none is ever changed or taken away. */
@Repository
public class DecisionVersions {
  private static final String COLUMNS =
      "select decision, version, deployment, sha256, in_force_since from decision_version ";

  private final JdbcClient jdbc;

  /** For Spring. */
  DecisionVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of the version in force; 0 where there is none. */
  public int latest(String decision) {
    return jdbc.sql("select coalesce(max(version), 0) from decision_version where decision = ?")
        .param(decision)
        .query(Integer.class)
        .single();
  }

  /** Every version of every decision, by key, newest first. */
  public List<DecisionVersion> all() {
    return jdbc.sql(COLUMNS + "order by decision, version desc")
        .query(DecisionVersions::row)
        .list();
  }

  /** The version of each decision that is in force, by key. */
  public List<DecisionVersion> inForce() {
    Map<String, DecisionVersion> newest = new LinkedHashMap<>();
    all().forEach(each -> newest.putIfAbsent(each.decision(), each));
    return List.copyOf(newest.values());
  }

  /** The file of a version, as it was approved; empty where there is none. */
  public Optional<byte[]> dmn(String decision, int version) {
    return jdbc.sql("select content from decision_version where decision = ? and version = ?")
        .params(decision, version)
        .query((row, number) -> row.getBytes("content"))
        .optional();
  }

  /**
   * Puts a table into force as the next version, in the caller's transaction. Whether it may be is
   * decided before: nothing is examined here.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public DecisionVersion add(
      String decision, UUID deployment, String sha256, byte[] dmn, Instant at) {
    // Of two that come into force at once, the second waits here and takes the next number.
    jdbc.sql(
            "select version from decision_version where decision = ? order by version desc limit 1"
                + " for update")
        .param(decision)
        .query(Integer.class)
        .optional();
    DecisionVersion next =
        new DecisionVersion(decision, latest(decision) + 1, deployment, sha256, at);
    jdbc.sql(
            "insert into decision_version (decision, version, deployment, sha256, content,"
                + " in_force_since) values (?, ?, ?, ?, ?, ?)")
        .params(decision, next.version(), deployment, sha256, dmn, at.atOffset(ZoneOffset.UTC))
        .update();
    return next;
  }

  private static DecisionVersion row(ResultSet row, int number) throws SQLException {
    return new DecisionVersion(
        row.getString("decision"),
        row.getInt("version"),
        row.getObject("deployment", UUID.class),
        row.getString("sha256"),
        row.getObject("in_force_since", OffsetDateTime.class).toInstant());
  }
}
