package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.glasnost.fixtures.Databases;
import org.glasnost.fixtures.TwoRoles;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role that the application works with, where nobody made it before the first start. */
class NewRunTimeRoleIT {
  @Test
  void itIsMadeOnceAndLeftAsItIs() throws SQLException {
    TwoRoles roles = Databases.ownerAlone("createrole");
    start(roles, roles.runTime(), "notional");
    // Of the password the server knows what it hashes to: with the salt, and four thousand rounds.
    assertThat(stored(roles)).startsWith("SCRAM-SHA-256$4096:");
    String before = stored(roles);
    start(roles, roles.runTime(), "another");
    assertThat(stored(roles)).isEqualTo(before);
    JdbcClient runTime = JdbcClient.create(roles.as(roles.runTime()));
    assertThat(runTime.sql("select count(*) from journal_event").query(Long.class).single())
        .isZero();
    assertThatThrownBy(() -> runTime.sql("create temporary table another (id int)").update())
        .rootCause()
        .extracting(cause -> ((SQLException) cause).getSQLState())
        .isEqualTo("42501");
    assertThat(attributes(roles)).isEqualTo("false false false false true");
  }

  @Test
  void aNameIsTakenAsItIsWritten() {
    TwoRoles roles = Databases.ownerAlone("createrole");
    String odd = roles.runTime() + " \"O'Odd\"; --";
    start(roles, odd, "'; drop table journal_event; --");
    assertThat(
            JdbcClient.create(roles.as(odd))
                .sql("select current_user")
                .query(String.class)
                .single())
        .isEqualTo(odd);
  }

  @Test
  void whereItCannotBeMadeTheStartSaysSo() {
    TwoRoles bound = Databases.ownerAlone("nocreaterole");
    assertThat(refusedStart(bound, "notional"))
        .singleElement()
        .asString()
        .contains(
            bound.runTime() + " (spring.datasource.username) is not there",
            "spring.flyway.user may not make roles",
            "docs/operations.md");
    assertThat(refusedStart(Databases.ownerAlone("createrole"), ""))
        .singleElement()
        .asString()
        .contains("spring.datasource.password is empty");
  }

  private static List<String> refusedStart(TwoRoles roles, String password) {
    try {
      start(roles, roles.runTime(), password);
    } catch (FlywayException e) {
      if (e.getCause() instanceof CannotStart refused) {
        return refused.reasons();
      }
      throw e;
    }
    throw new AssertionError("it started");
  }

  private static void start(TwoRoles roles, String runTime, String password) {
    Flyway.configure()
        .dataSource(roles.as(roles.owner()))
        .locations("classpath:db/migration", "classpath:db/postgresql")
        .callbacks(new NewRunTimeRole(runTime, password), new RunTimeRole(roles.as(runTime), true))
        .load()
        .migrate();
  }

  private static String stored(TwoRoles roles) throws SQLException {
    return JdbcClient.create(Databases.POSTGRESQL.migratedTo("0100"))
        .sql("select rolpassword from pg_authid where rolname = ?")
        .param(roles.runTime())
        .query(String.class)
        .single();
  }

  private static String attributes(TwoRoles roles) {
    return JdbcClient.create(Databases.POSTGRESQL.migratedTo("0100"))
        .sql(
            "select concat_ws(' ', rolsuper::text, rolcreaterole::text, rolcreatedb::text,"
                + " rolbypassrls::text, rolcanlogin::text) from pg_roles where rolname = ?")
        .param(roles.runTime())
        .query(String.class)
        .single();
  }
}
