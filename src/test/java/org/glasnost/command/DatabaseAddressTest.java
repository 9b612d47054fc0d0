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

  private static DatabaseAddress address(String url) throws CommandFailed {
    return DatabaseAddress.in(
        property -> Optional.ofNullable(Map.of("spring.datasource.url", url).get(property)));
  }
}
