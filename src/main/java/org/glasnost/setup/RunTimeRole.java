package org.glasnost.setup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives the role that the application works with on PostgreSQL what it needs, and takes away what
 * is beyond: after the migrations of every start, so that tables of a later version have theirs
 * too. The role that migrates owns the tables; where both are one, nothing is given and production
 * is told once.
 *
 * <p>Nothing is written where everything is as it should be: the start of a node does not disturb
 * those that run.
 */
@Component
class RunTimeRole implements Callback {
  private static final Logger LOG = LoggerFactory.getLogger(RunTimeRole.class);
  private static final String POSTGRESQL = "PostgreSQL";

  /** Two nodes that start at once give one after the other. */
  private static final String ALONE = "select pg_advisory_xact_lock(8387224217630863)";

  static final String WHERE = " See docs/operations.md, Two roles on PostgreSQL.";

  private final DataSource application;
  private final boolean production;

  RunTimeRole(DataSource application, @Value("${glasnost.production:true}") boolean production) {
    this.application = application;
    this.production = production;
  }

  /**
   * A role as its connection sees it.
   *
   * @param name of the role
   * @param schema where it makes and looks for tables
   */
  private record Seat(String name, String schema) {}

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "run-time role";
  }

  @Override
  public void handle(Event event, Context context) {
    Connection owners = context.getConnection();
    try {
      if (!isOnPostgresql(owners)) {
        return;
      }
      Seat owner = seat(owners);
      Seat runTime;
      try (Connection connection = application.getConnection()) {
        runTime = seat(connection);
      }
      if (owner.name().equals(runTime.name())) {
        warnOfOneRole(owner);
        return;
      }
      if (!owner.schema().equals(runTime.schema())) {
        throw new CannotStart(
            List.of(
                "%s makes its tables in the schema %s, and %s looks for them in %s: give both one schema."
                        .formatted(owner.name(), owner.schema(), runTime.name(), runTime.schema())
                    + WHERE));
      }
      give(owners, owner, runTime, context.getConfiguration().getTable());
      warnOfMore(owners, owner, runTime);
    } catch (SQLException e) {
      throw new IllegalStateException("the run-time role cannot be given what it needs", e);
    }
  }

  static boolean isOnPostgresql(Connection connection) throws SQLException {
    return POSTGRESQL.equals(connection.getMetaData().getDatabaseProductName());
  }

  static void waitForOtherNodes(Connection owners) throws SQLException {
    try (Statement statement = owners.createStatement()) {
      statement.execute(ALONE);
    }
  }

  private void warnOfOneRole(Seat role) {
    if (production) {
      LOG.warn(
          "The database role {} owns the tables of the journal and is the one that this application"
              + " works with: whoever makes it send other statements can take the journal's"
              + " triggers away. Name a role of its own for the migrations (spring.flyway.user,"
              + " spring.flyway.password) and another one in spring.datasource.username.{}",
          role.name(),
          WHERE);
    }
  }

  private static void give(Connection owners, Seat owner, Seat runTime, String history)
      throws SQLException {
    waitForOtherNodes(owners);
    List<String> statements = new ArrayList<>();
    if (!has(owners, "has_schema_privilege(?, ?, 'USAGE')", runTime.name(), owner.schema())) {
      statements.add(
          "grant usage on schema %s to %s".formatted(name(owner.schema()), name(runTime.name())));
    }
    for (TableRights.Difference each :
        TableRights.differences(owners, owner.schema(), runTime.name(), history)) {
      statements.add(
          each.wanted()
              ? "grant %s on %s to %s".formatted(each.privilege(), each.on(), each.whose())
              : "revoke %s on %s from %s".formatted(each.privilege(), each.on(), each.whose()));
    }
    try (Statement statement = owners.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
    if (!statements.isEmpty()) {
      LOG.info("The run-time role {} has its rights on the tables.", runTime.name());
    }
  }

  /** What no grant on a table gives, and only whoever made the role can take away. */
  private static void warnOfMore(Connection owners, Seat owner, Seat runTime) throws SQLException {
    List<String> more = new ArrayList<>();
    if (has(owners, "(select rolsuper from pg_roles where rolname = ?)", runTime.name())) {
      more.add("is a superuser");
    } else {
      if (has(owners, "pg_has_role(?, ?, 'MEMBER')", runTime.name(), owner.name())) {
        more.add("may become the role " + owner.name());
      }
      if (has(owners, "has_schema_privilege(?, ?, 'CREATE')", runTime.name(), owner.schema())) {
        more.add("may create objects in the schema " + owner.schema());
      }
      if (has(owners, "has_database_privilege(?, current_database(), 'CREATE')", runTime.name())) {
        more.add("may create schemas");
      }
    }
    if (!more.isEmpty()) {
      LOG.warn(
          "The run-time role {} {}: more than it needs.{}",
          runTime.name(),
          String.join(", ", more),
          WHERE);
    }
  }

  private static boolean has(Connection connection, String condition, String... values)
      throws SQLException {
    try (var asked = connection.prepareStatement("select " + condition)) {
      for (int i = 0; i < values.length; i++) {
        asked.setString(i + 1, values[i]);
      }
      try (ResultSet answer = asked.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  private static Seat seat(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_user, current_schema()")) {
      row.next();
      return new Seat(row.getString(1), String.valueOf(row.getString(2)));
    }
  }

  private static String name(String identifier) {
    return TableRights.name(identifier);
  }
}
