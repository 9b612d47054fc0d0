package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.glasnost.fixtures.TwoRoles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application works on PostgreSQL with a role that owns nothing: the record it began with is
 * carried to its release, copied, restored elsewhere under roles of other names, and opened there.
 */
class TwoRolesJourneyIT {
  private static final List<String> KEYS =
      List.of("content-keys.p12", "content-keys.password", "journal-key.pem");

  @TempDir Path directory;

  @Test
  void theWholeLifeOfARecordNeedsNoOwner() throws Exception {
    TwoRoles first = Databases.twoRoles();
    Path data = Files.createDirectories(directory.resolve("first"));
    Path file = directory.resolve("glasnost.backup");
    try (GlasnostProcess glasnost = start(data, first)) {
      glasnost.awaitReady();
      SeedCaseJourneyIT.carry(glasnost, directory);
      assertThat(tablesOf(first, first.runTime())).as("owned by the run-time role").isZero();
      assertThat(tablesOf(first, first.owner())).as("owned by the owner").isGreaterThan(80);
      assertThat(
              GlasnostCommand.succeeds(data, environment(data, first), "backup", file.toString()))
          .contains("The database is in");
    }

    TwoRoles second = Databases.ownerAlone("createrole");
    Path elsewhere = Files.createDirectories(directory.resolve("second"));
    for (String key : KEYS) {
      Files.copy(data.resolve(key), elsewhere.resolve(key));
    }
    GlasnostCommand.succeeds(elsewhere, environment(elsewhere, second), "restore", file.toString());
    try (GlasnostProcess glasnost = start(elsewhere, second)) {
      glasnost.awaitReady();
      Work work = new Work(glasnost);
      String another = work.registers("SECRET\n\nA notional text.\n", Map.of());
      work.acceptsAll("classifier.state", another);
      Auditing.verifies(glasnost.as("auditor"), elsewhere);
      assertThat(tablesOf(second, second.runTime())).isZero();
      assertThat(glasnost.log())
          .noneMatch(line -> line.contains("run-time role") && line.contains("WARN"));
    }
  }

  private static GlasnostProcess start(Path data, TwoRoles roles) {
    return GlasnostProcess.demonstration(data, roles.url(), settings(roles));
  }

  private static Map<String, String> settings(TwoRoles roles) {
    return Map.of(
        "spring.datasource.username", roles.runTime(),
        "spring.datasource.password", roles.password(),
        "spring.flyway.user", roles.owner(),
        "spring.flyway.password", roles.password());
  }

  private static Map<String, String> environment(Path data, TwoRoles roles) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SPRING_PROFILES_ACTIVE", "demo");
    environment.put("GLASNOST_DATA", data.toString());
    environment.put("SPRING_DATASOURCE_URL", roles.url());
    settings(roles)
        .forEach(
            (name, value) ->
                environment.put(name.replace('.', '_').toUpperCase(Locale.ROOT), value));
    return environment;
  }

  private static long tablesOf(TwoRoles roles, String role) {
    return JdbcClient.create(roles.as(roles.owner()))
        .sql(
            "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = ?)")
        .param(role)
        .query(Long.class)
        .single();
  }
}
