package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.glasnost.audit.KeyFileSigner;
import org.glasnost.content.KeystoreFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** What production asks for, and what the demonstration may not do. */
class ProductionChecksTest {

  @Test
  void namesEverythingThatIsMissingAtOnce() {
    assertThat(ProductionChecks.check(new MockEnvironment()))
        .hasSize(5)
        .anyMatch(reason -> reason.startsWith("Passwords would come in clear"))
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
  void answersOthersByTlsAlone(@TempDir Path directory) throws IOException {
    Path keys = directory.resolve("keys.p12");
    KeystoreFile.create(keys, "secret".toCharArray());
    for (String address : List.of("", "0.0.0.0", "192.0.2.2", "::")) {
      assertThat(ProductionChecks.check(production(keys).withProperty("server.address", address)))
          .as(address)
          .singleElement()
          .asString()
          .contains("server.ssl.*", "glasnost.web.trusted-proxies", "server.address=127.0.0.1");
      for (String way :
          List.of(
              "server.ssl.key-store=keys.p12",
              "server.ssl.bundle=web",
              "server.ssl.certificate=own.pem",
              "glasnost.web.trusted-proxies=192.0.2.7")) {
        String[] set = way.split("=", 2);
        assertThat(
                ProductionChecks.check(
                    production(keys)
                        .withProperty("server.address", address)
                        .withProperty(set[0], set[1])))
            .as(way)
            .isEmpty();
      }
      assertThat(
              ProductionChecks.check(
                  production(keys)
                      .withProperty("server.address", address)
                      .withProperty("server.ssl.key-store", "keys.p12")
                      .withProperty("server.ssl.enabled", "false")))
          .hasSize(1);
    }
    assertThat(ProductionChecks.check(production(keys).withProperty("server.address", "::1")))
        .isEmpty();
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
  void whatTheInstallationKeepsIsItsOwnersAlone(@TempDir Path directory) throws IOException {
    Path data = directory.resolve("a").resolve("data");
    MockEnvironment environment =
        new MockEnvironment().withProperty("glasnost.data", data.toString());
    DataDirectory.make(environment);
    assertThat(Files.getPosixFilePermissions(data))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));

    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
    DataDirectory.make(environment);
    assertThat(Files.getPosixFilePermissions(data))
        .as("somebody's choice stays")
        .isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));

    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(
            () ->
                DataDirectory.make(
                    new MockEnvironment()
                        .withProperty("glasnost.data", file.resolve("data").toString())))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("glasnost.data");
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
    Path journal = keys.resolveSibling("journal-key.pem");
    if (!Files.exists(journal)) {
      KeyFileSigner.create(journal);
    }
    return new MockEnvironment()
        .withProperty("server.address", "127.0.0.1")
        .withProperty("glasnost.accreditation", "SECRET")
        .withProperty("glasnost.keystore.file", keys.toString())
        .withProperty("glasnost.keystore.password", "secret")
        .withProperty("glasnost.journal.key-file", journal.toString());
  }

  private static MockEnvironment demo() {
    MockEnvironment environment =
        new MockEnvironment().withProperty("glasnost.production", "false");
    environment.setActiveProfiles("demo");
    return environment;
  }
}
