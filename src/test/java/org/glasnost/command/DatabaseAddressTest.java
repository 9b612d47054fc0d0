package org.glasnost.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's own programs are told of the address that the driver is given. */
class DatabaseAddressTest {

  @Test
  void keepsWhatBothUnderstandAndLeavesTheRest() throws CommandFailed {
    assertThat(
            address(
                    "jdbc:postgresql://a:5432,b:5433/records?targetServerType=primary&sslmode=require"
                        + "&socketTimeout=10&ApplicationName=glasnost&connectTimeout=2")
                .postgresqlArguments())
        .containsExactly(
            "--dbname=postgresql://a:5432,b:5433/records?target_session_attrs=primary&sslmode=require"
                + "&connect_timeout=2");
  }

  @Test
  void neverTellsAPasswordToWhoeverLooksAtTheMachinesProcesses() throws CommandFailed {
    DatabaseAddress address =
        address("jdbc:postgresql://a/records?user=glasnost&password=un%26spoken");
    assertThat(address.postgresqlArguments())
        .containsExactly("--username=glasnost", "--dbname=postgresql://a/records");
    assertThat(address.password()).isEqualTo("un&spoken");
    assertThat(address.toString()).doesNotContain("spoken");
  }

  @Test
  void knowsTheShortForm() throws CommandFailed {
    assertThat(address("jdbc:postgresql:records").postgresqlArguments())
        .containsExactly("--dbname=postgresql://localhost/records");
  }

  @Test
  void copiesAreMadeByTheRoleThatOwnsTheTables() throws CommandFailed {
    DatabaseAddress address =
        address(
            Map.of(
                "spring.datasource.url", "jdbc:postgresql://a/records",
                "spring.datasource.username", "works",
                "spring.datasource.password", "its own",
                "spring.flyway.user", "owns",
                "spring.flyway.password", "another"));
    assertThat(address.user()).isEqualTo("owns");
    assertThat(address.password()).isEqualTo("another");
  }

  private static DatabaseAddress address(String url) throws CommandFailed {
    return address(Map.of("spring.datasource.url", url));
  }

  private static DatabaseAddress address(Map<String, String> settings) throws CommandFailed {
    return DatabaseAddress.in(property -> Optional.ofNullable(settings.get(property)));
  }
}
