package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glasnost.content.KeystoreFile;
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
    Path keys = directory.resolve("keys.p12");
    KeystoreFile.create(keys, "secret".toCharArray());
    MockEnvironment environment = production(keys);

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
  void namesTheLevelsWhereTheAccreditationIsNone(@TempDir Path directory) throws IOException {
    Path keys = directory.resolve("keys.p12");
    KeystoreFile.create(keys, "secret".toCharArray());

    assertThat(
            ProductionChecks.check(
                production(keys).withProperty("glasnost.accreditation", "COSMIC")))
        .containsExactly(
            "glasnost.accreditation names no level. It is one of [UNCLASSIFIED, CONFIDENTIAL,"
                + " SECRET, TOP_SECRET].");
  }

  @Test
  void allThatTheInstallationKeepsLiesInOneDirectory(@TempDir Path directory) {
    for (String said : List.of(directory.toString(), "here", "./here", "../there")) {
      MockEnvironment environment =
          new MockEnvironment()
              .withProperty("glasnost.data", said)
              .withProperty("spring.datasource.url", "jdbc:h2:file:${glasnost.data}/glasnost");
      DataDirectory.settle(environment);

      String settled = Path.of(said).toAbsolutePath().normalize().toString();
      assertThat(environment.getProperty("glasnost.data")).isEqualTo(settled);
      assertThat(environment.getProperty("spring.datasource.url"))
          .isEqualTo("jdbc:h2:file:" + settled + "/glasnost");
    }
  }

  @Test
  void saysInPlainWordsThatThePasswordDoesNotOpenTheKeystore(@TempDir Path directory)
      throws IOException {
    Path keys = directory.resolve("keys.p12");
    KeystoreFile.create(keys, "another".toCharArray());

    assertThat(ProductionChecks.check(production(keys)))
        .singleElement()
        .asString()
        .startsWith("glasnost.keystore.password does not open");
    assertThat(ProductionChecks.check(production(Files.createFile(directory.resolve("none")))))
        .singleElement()
        .asString()
        .contains("the file is no keystore");
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

  private static MockEnvironment production(Path keys) {
    return new MockEnvironment()
        .withProperty("glasnost.accreditation", "SECRET")
        .withProperty("glasnost.keystore.file", keys.toString())
        .withProperty("glasnost.keystore.password", "secret")
        .withProperty("glasnost.journal.key-file", keys.toString());
  }

  private static MockEnvironment demo() {
    MockEnvironment environment =
        new MockEnvironment().withProperty("glasnost.production", "false");
    environment.setActiveProfiles("demo");
    return environment;
  }
}
