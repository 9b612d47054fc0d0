package org.glasnost.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.glasnost.audit.KeyFileSigner;
import org.glasnost.content.KeystoreFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupAndRestoreIT {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> settings = new HashMap<>();

  @TempDir private Path directory;

  @BeforeEach
  void aDatabaseWithOneRow() throws SQLException {
    settings.put("glasnost.data", directory.toString());
    settings.put("spring.datasource.url", "jdbc:h2:file:" + directory.resolve("glasnost"));
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept (word varchar(20))");
      statement.execute("insert into kept values ('before')");
    }
  }

  @Test
  void aDatabaseComesBackFromItsBackup() throws SQLException, IOException {
    Path file = directory.resolve("backup.zip");
    assertThat(run("backup", file)).as(said()).isZero();
    assertThat(said()).contains("content-keys.p12").contains("journal-key.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .as("for its owner alone")
        .isEqualTo("rw-------");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("update kept set word = 'after'");
    }
    Files.delete(directory.resolve("glasnost.mv.db"));
    Files.createDirectories(directory.resolve("checkpoints"));

    assertThat(run("restore", file)).as(said()).isZero();

    assertThat(word()).isEqualTo("before");
    assertThat(directory.resolve("checkpoints")).doesNotExist();
    assertThat(said()).contains("checkpoints.before-restore-");
  }

  /** What was destroyed and what lapsed since is told by lists outside the database. */
  @Test
  void namesTheListsByWhichNothingComesBackThatHasGone() throws IOException {
    Path file = directory.resolve("backup.zip");
    assertThat(run("backup", file)).as(said()).isZero();
    Files.delete(directory.resolve("glasnost.mv.db"));
    assertThat(run("restore", file)).as(said()).isZero();
    assertThat(said())
        .contains("No list of destroyed documents is in " + directory.resolve("destroyed"))
        .contains("No list of lapsed events is in " + directory.resolve("lapsed"))
        .contains("before the start");

    Path lapsed = Files.createDirectories(directory.resolve("lapsed"));
    Files.writeString(lapsed.resolve("5d0a3f9e-2f0c-4c6e-9a3b-0d0c7d6f5e4a"), "SIGNED_IN\n");
    Files.writeString(lapsed.resolve("new123.tmp"), "");
    Files.delete(directory.resolve("glasnost.mv.db"));
    assertThat(run("restore", file)).as(said()).isZero();
    assertThat(said())
        .contains(
            "Of the events in the lists of "
                + lapsed
                + " (1), the bodies that the copy brings back lapse again at the start.");
  }

  @Test
  void refusesToRestoreOverADatabase() throws SQLException {
    Path file = directory.resolve("backup.zip");
    assertThat(run("backup", file)).isZero();
    assertThat(run("restore", file)).isEqualTo(ExitStatus.MISUSED.code());
    assertThat(complaint()).contains("move it aside");
    assertThat(word()).isEqualTo("before");
  }

  @Test
  void refusesToOverwriteABackup() throws IOException {
    Path file = Files.writeString(directory.resolve("backup.zip"), "mine");
    assertThat(run("backup", file)).isEqualTo(ExitStatus.MISUSED.code());
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesAFileThatIsNoBackup() throws IOException {
    Files.delete(directory.resolve("glasnost.mv.db"));
    Path file = Files.writeString(directory.resolve("letter.txt"), "no zip");
    assertThat(run("restore", file)).isEqualTo(ExitStatus.MISUSED.code());
    assertThat(directory.resolve("glasnost.mv.db")).doesNotExist();
  }

  @Test
  void asksForAnAdministratorWhereARunningGlasnostHoldsTheDatabase()
      throws IOException, InterruptedException, SQLException {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.h2.tools.Shell",
                "-url",
                settings.get("spring.datasource.url"),
                "-user",
                "")
            .redirectErrorStream(true)
            .start();
    try {
      holder.getOutputStream().write("select word from kept;\n".getBytes(StandardCharsets.UTF_8));
      holder.getOutputStream().flush();
      StringBuilder shown = new StringBuilder();
      while (!shown.toString().contains("before")) {
        int next = holder.getInputStream().read();
        assertThat(next).as(shown.toString()).isNotNegative();
        shown.append((char) next);
      }
      assertThat(run("backup", directory.resolve("backup.zip")))
          .isEqualTo(ExitStatus.MISUSED.code());
      assertThat(complaint()).contains("GLASNOST_USER");
      settings.put("glasnost.user", "admin");
      settings.put("glasnost.password", "unspoken");
      settings.put("glasnost.url", "http://127.0.0.1:1");
      assertThat(run("backup", directory.resolve("backup.zip")))
          .isEqualTo(ExitStatus.MISUSED.code());
      assertThat(complaint())
          .contains("http://127.0.0.1:1", "nothing answers there", "GLASNOST_URL")
          .doesNotContain("null", "unspoken");
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void namesPostgresqlsProgramsWhereTheyAreWanted() {
    settings.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/glasnost");
    settings.put("spring.datasource.username", "glasnost");
    settings.put("spring.datasource.password", "unspoken");
    assertThat(run("backup", directory.resolve("backup.dump")))
        .isEqualTo(ExitStatus.MISUSED.code());
    assertThat(complaint()).contains("pg_dump").doesNotContain("unspoken");
  }

  @Test
  void makesKeysThatOpenAndKeepsThemToTheirOwner() throws IOException {
    Path keys = directory.resolve("keys");
    assertThat(run("keys", keys)).isZero();
    Path keystore = keys.resolve("content-keys.p12");
    String password = Files.readString(keys.resolve("content-keys.password"));
    assertThat(KeystoreFile.open(keystore, password.toCharArray()).current().name())
        .isEqualTo("content-1");
    assertThat(KeyFileSigner.read(keys.resolve("journal-key.pem"))).isNotNull();
    for (String name :
        new String[] {"content-keys.p12", "content-keys.password", "journal-key.pem"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(said()).doesNotContain(password);
    assertThat(run("keys", keys)).isEqualTo(ExitStatus.MISUSED.code());
  }

  @Test
  void aKeyAddedAsTheManualSaysWrapsWhatIsNewAndLeavesTheOlderOne()
      throws IOException, InterruptedException {
    Path keys = directory.resolve("keys");
    assertThat(run("keys", keys)).isZero();
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genseckey",
                "-alias",
                "content-2",
                "-keyalg",
                "AES",
                "-keysize",
                "256",
                "-storetype",
                "PKCS12",
                "-keystore",
                "content-keys.p12",
                "-storepass:file",
                "content-keys.password")
            .directory(keys.toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(told).isZero();

    String password = Files.readString(keys.resolve("content-keys.password"));
    KeystoreFile opened =
        KeystoreFile.open(keys.resolve("content-keys.p12"), password.toCharArray());
    assertThat(opened.current().name()).isEqualTo("content-2");
    assertThat(opened.current().key().getEncoded()).hasSize(32);
    assertThat(opened.named("content-1")).isPresent();
  }

  @Test
  void addsAKeyToTheKeyStoreOfTheSettingsAndLeavesTheOlderOnes() throws IOException {
    Path keys = directory.resolve("keys");
    assertThat(run("keys", keys)).isZero();
    Path keystore = keys.resolve("content-keys.p12");
    settings.put("glasnost.keystore.file", keystore.toString());
    settings.put("glasnost.keystore.password", "another");
    assertThat(run("keys", Path.of("--add"))).isEqualTo(ExitStatus.MISUSED.code());
    assertThat(complaint()).contains("No key can be added").doesNotContain("another");

    String password = Files.readString(keys.resolve("content-keys.password"));
    settings.put("glasnost.keystore.password", password);
    assertThat(run("keys", Path.of("--add"))).isZero();
    // The demonstration's password lies beside its key store.
    settings.remove("glasnost.keystore.password");
    settings.remove("glasnost.keystore.file");
    settings.put("glasnost.data", keys.toString());
    assertThat(run("keys", Path.of("--add"))).isZero();
    assertThat(said()).contains("content-2", "content-3").doesNotContain(password);

    KeystoreFile opened = KeystoreFile.open(keystore, password.toCharArray());
    assertThat(opened.current().name()).isEqualTo("content-3");
    assertThat(opened.named("content-1")).isPresent();
    assertThat(opened.named("content-2")).isPresent();
    settings.put("glasnost.data", directory.resolve("nowhere").toString());
    assertThat(run("keys", Path.of("--add"))).isEqualTo(ExitStatus.MISUSED.code());
  }

  private int run(String command, Path file) {
    return CommandLine.run(
        new String[] {command, file.toString()},
        property -> Optional.ofNullable(settings.get(property)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complaint() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(settings.getOrDefault("spring.datasource.url", ""), "", "");
  }

  private String word() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select word from kept")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
