package org.glasnost.setup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the role that the application is to work with on PostgreSQL where it is not there yet and
 * the role that migrates may make roles: before the migrations of a start, so that an installation
 * on an empty database server has two roles without anybody's doing. What it may do on the tables
 * {@link RunTimeRole} gives it afterwards.
 *
 * <p>A role that is there is left as it is, its password too.
 */
@Component
class NewRunTimeRole implements Callback {
  private static final Logger LOG = LoggerFactory.getLogger(NewRunTimeRole.class);

  private final String user;
  private final String password;

  /**
   * @param user whom the application works as; empty where the database's address says it
   * @param password of that role
   */
  NewRunTimeRole(
      @Value("${spring.datasource.username:}") String user,
      @Value("${spring.datasource.password:}") String password) {
    this.user = user;
    this.password = password;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "new run-time role";
  }

  @Override
  public void handle(Event event, Context context) {
    Connection owners = context.getConnection();
    try {
      if (RunTimeRole.isOnPostgresql(owners) && !user.isEmpty() && !isThere(owners)) {
        RunTimeRole.waitForOtherNodes(owners);
        if (!isThere(owners)) {
          make(owners);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the run-time role cannot be made", e);
    }
  }

  private boolean isThere(Connection owners) throws SQLException {
    try (PreparedStatement asked =
        owners.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      asked.setString(1, user);
      try (ResultSet answer = asked.executeQuery()) {
        return answer.next();
      }
    }
  }

  private void make(Connection owners) throws SQLException {
    try (Statement statement = owners.createStatement()) {
      String database;
      try (ResultSet answer =
          statement.executeQuery(
              "select rolsuper or rolcreaterole, current_database() from pg_roles"
                  + " where rolname = current_user")) {
        answer.next();
        if (!answer.getBoolean(1) || password.isEmpty()) {
          throw new CannotStart(
              List.of(
                  "The database role %s (spring.datasource.username) is not there, and cannot be made: %s%s"
                      .formatted(
                          user,
                          password.isEmpty()
                              ? "spring.datasource.password is empty."
                              : "spring.flyway.user may not make roles.",
                          RunTimeRole.WHERE)));
        }
        database = TableRights.name(answer.getString(2));
      }
      String role = TableRights.name(user);
      statement.execute("create role " + role + " login");
      // The server is told what the password hashes to, so that none stands in its log.
      owners
          .unwrap(PGConnection.class)
          .alterUserPassword(user, password.toCharArray(), "scram-sha-256");
      statement.execute("revoke all on database " + database + " from public");
      statement.execute("grant connect on database " + database + " to " + role);
    }
    LOG.info("The run-time role {} is made.", user);
  }
}
