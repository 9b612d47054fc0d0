package org.glasnost.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On an export, a checkpoint and a key kept as they were written once: what was exported stays
 * verifiable by every later edition.
 */
class CommandLineTest {
  private static final Settings NONE = property -> java.util.Optional.empty();

  private static final Path KEPT = Path.of("src/test/resources/journal");

  @TempDir Path directory = Path.of("");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path export = Path.of("");

  @BeforeEach
  void copyTheExport() throws IOException {
    export = Files.copy(KEPT.resolve("export.ndjson"), directory.resolve("export.ndjson"));
  }

  @Test
  void handlesItsOwnWordsAlone() {
    assertThat(CommandLine.handles(new String[] {"journal", "verify"})).isTrue();
    assertThat(CommandLine.handles(new String[] {})).isFalse();
    assertThat(CommandLine.handles(new String[] {"--spring.profiles.active=demo"})).isFalse();
  }

  @Test
  void verifiesAnExportAgainstCheckpointAndKeyHeldElsewhere() {
    assertThat(run("--checkpoint", kept("early.checkpoint"), "--key", kept("journal.key")))
        .isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("verified: records.example.gov/")
        .contains("checkpoints from elsewhere 1")
        .doesNotContain("from what was checked itself");
  }

  @Test
  void saysWhereTheKeyIsFromWhenNoneIsGiven() {
    assertThat(run()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("from what was checked itself");
  }

  @Test
  void verifiesTheOtherFormToo() throws IOException {
    export = Files.copy(KEPT.resolve("export.csv"), directory.resolve("export.csv"));
    assertThat(run("--key", kept("journal.key"))).isZero();
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    String forged = Files.readString(export).replace("\"UNCLASSIFIED\"", "\"TOP_SECRET\"");
    Files.writeString(export, forged);
    assertThat(run("--key", kept("journal.key"))).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("JRN-0102 event 4 is not what its commitment binds")
        .contains("NOT VERIFIED");
  }

  @Test
  void tellsAWrongCallFromAWrongJournal() {
    assertThat(run("--checkpoint")).isEqualTo(2);
    assertThat(run("--what", "ever")).isEqualTo(2);
    assertThat(run("--key", "no such file")).isEqualTo(2);
    assertThat(run("a second file")).isEqualTo(2);
    export = directory.resolve("none");
    assertThat(run()).isEqualTo(2);
    assertThat(
            CommandLine.run(
                new String[] {"journal", "delete"},
                NONE,
                new PrintStream(out),
                new PrintStream(err)))
        .isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("journal verify FILE");
  }

  /**
   * Else what is checked would be believed on its own word, and told as if it had been compared.
   */
  @ParameterizedTest
  @CsvSource({"--key, ''", "--key, ' \\n\\n'", "--checkpoint, ''", "--checkpoint, '\\n'"})
  void aFileWithoutWhatIsHeldIsNone(String option, String text) throws Exception {
    Path held = Files.writeString(directory.resolve("held"), text.replace("\\n", "\n"));
    String what = held + ": there is no " + option.substring(2) + " in it";
    assertThat(run(option, held.toString())).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(what);

    Process second =
        new ProcessBuilder(
                "node",
                "src/verifier/journal-verify.mjs",
                export.toString(),
                option,
                held.toString())
            .redirectErrorStream(true)
            .start();
    second.getOutputStream().close();
    String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(second.waitFor()).as(said).isEqualTo(2);
    assertThat(said).contains(what).doesNotContain("verified").doesNotContain("whole");
  }

  private static String kept(String file) {
    return KEPT.resolve(file).toString();
  }

  private int run(String... options) {
    String[] arguments =
        Stream.concat(Stream.of("journal", "verify", export.toString()), Arrays.stream(options))
            .toArray(String[]::new);
    return CommandLine.run(
        arguments,
        NONE,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
