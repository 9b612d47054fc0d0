package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** What production asks for, and what the demonstration may not do. */
class ProductionChecksTest {

  @Test
  void namesEverythingThatIsMissingAtOnce() {
    assertThat(ProductionChecks.check(new MockEnvironment()))
        .hasSize(4)
        .anyMatch(reason -> reason.startsWith("glasnost.accreditation is not set"))
        .anyMatch(reason -> reason.startsWith("glasnost.keystore.file is not set"))
        .anyMatch(reason -> reason.startsWith("glasnost.keystore.password is not set"))
        .anyMatch(reason -> reason.startsWith("glasnost.journal.key-file is not set"));
  }

  @Test
  void letsAnInstallationStartThatNamesItsSecrets(@TempDir Path directory) throws IOException {
    Path keys = Files.createFile(directory.resolve("keys.p12"));
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("glasnost.accreditation", "SECRET")
            .withProperty("glasnost.keystore.file", keys.toString())
            .withProperty("glasnost.keystore.password", "secret")
            .withProperty("glasnost.journal.key-file", keys.toString());

    assertThat(ProductionChecks.check(environment)).isEmpty();
    assertThat(
            ProductionChecks.check(
                environment.withProperty(
                    "glasnost.keystore.file", directory.resolve("absent").toString())))
        .singleElement()
        .asString()
        .contains("names no file");
  }

  @Test
  void keepsTheDemonstrationOnThisMachine() {
    for (String elsewhere : new String[] {"0.0.0.0", "192.0.2.1", ""}) {
      assertThat(ProductionChecks.check(demo().withProperty("server.address", elsewhere)))
          .as(elsewhere)
          .hasSize(1);
    }
    assertThat(ProductionChecks.check(demo().withProperty("server.address", "127.0.0.1")))
        .isEmpty();
  }

  @Test
  void productionCannotBeSwitchedOffOutsideTheDemonstration() {
    assertThat(
            ProductionChecks.check(
                new MockEnvironment().withProperty("glasnost.production", "false")))
        .anyMatch(reason -> reason.contains("glasnost.production"));
  }

  private static MockEnvironment demo() {
    MockEnvironment environment =
        new MockEnvironment().withProperty("glasnost.production", "false");
    environment.setActiveProfiles("demo");
    return environment;
  }
}
