package org.glasnost.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two programs that share the written form alone say the same of one export: of one that is whole,
 * and of one that somebody has altered in any way.
 */
class SecondCheckTest {
  private static final Path SECOND = Path.of("src/verifier/journal-verify.mjs");
  private static final Path GIVEN = Path.of("src/test/resources/journal");
  private static final int FLIPS = 30;

  @TempDir Path directory;

  private record Said(int status, Set<String> rules) {}

  @ParameterizedTest
  @ValueSource(strings = {"export.ndjson", "export.csv"})
  void saysTheSameOfAnExportThatIsWhole(String name) throws Exception {
    byte[] export = Files.readAllBytes(GIVEN.resolve(name));
    assertThat(second(export, List.of(), List.of())).isEqualTo(first(export, List.of(), List.of()));

    List<Path> checkpoints = List.of(GIVEN.resolve("early.checkpoint"));
    List<Path> keys = List.of(GIVEN.resolve("journal.key"));
    Said said = second(export, checkpoints, keys);
    assertThat(said).isEqualTo(first(export, checkpoints, keys));
  }

  @ParameterizedTest
  @ValueSource(strings = {"export.ndjson", "export.csv"})
  void saysTheSameOfLinesThatAreMissingDoubledAndMoved(String name) throws Exception {
    byte[] export = Files.readAllBytes(GIVEN.resolve(name));
    List<String> lines = lines(export, name.endsWith(".csv") ? "\r\n" : "\n");
    for (int at = 0; at < lines.size(); at++) {
      List<String> missing = new ArrayList<>(lines);
      missing.remove(at);
      agree(joined(missing), "without line " + at);
      List<String> doubled = new ArrayList<>(lines);
      doubled.add(at, lines.get(at));
      agree(joined(doubled), "line " + at + " twice");
      if (at > 0) {
        List<String> moved = new ArrayList<>(lines);
        Collections.swap(moved, at - 1, at);
        agree(joined(moved), "line " + at + " before the one before it");
      }
      agree(joined(lines.subList(0, at)), "cut before line " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"export.ndjson", "export.csv"})
  void saysTheSameWhereABitIsAnother(String name) throws Exception {
    byte[] export = Files.readAllBytes(GIVEN.resolve(name));
    Random random = new Random(19850325);
    for (int i = 0; i < FLIPS; i++) {
      int at = random.nextInt(export.length);
      byte[] flipped = export.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      assertThat(second(flipped, List.of(), List.of()).status())
          .as("byte %d is %d", at, flipped[at])
          .isEqualTo(1)
          .isEqualTo(first(flipped, List.of(), List.of()).status());
    }
  }

  /**
   * What the installation itself found: each program names it, and that the file was signed
   * without.
   */
  @ParameterizedTest
  @ValueSource(strings = {"export.ndjson", "export.csv"})
  void saysTheSameOfARowThatSaysOtherwise(String name) throws Exception {
    boolean csv = name.endsWith(".csv");
    String line =
        "{\"at\":\"7\",\"columns\":[\"document\"],\"table\":\"journal_body\",\"type\":\"difference\"}";
    List<String> lines =
        new ArrayList<>(lines(Files.readAllBytes(GIVEN.resolve(name)), csv ? "\r\n" : "\n"));
    lines.add(
        lines.size() - 1,
        csv ? "difference,,,,,,,\"" + line.replace("\"", "\"\"") + "\"\r\n" : line + "\n");
    agree(joined(lines), "a difference");
    assertThat(first(joined(lines), List.of(), List.of()).rules())
        .containsExactly("JRN-0107", "JRN-0111");
  }

  private void agree(byte[] export, String what) throws Exception {
    Said said = second(export, List.of(), List.of());
    assertThat(said).as(what).isEqualTo(first(export, List.of(), List.of()));
    assertThat(said.status()).as(what).isEqualTo(1);
  }

  private static Said first(byte[] export, List<Path> checkpoints, List<Path> keys)
      throws IOException {
    Report report =
        Verification.of(
            new ByteArrayInputStream(export),
            texts(checkpoints),
            texts(keys).stream().map(String::strip).toList());
    Set<String> rules = report.flaws().stream().map(Flaw::rule).collect(Collectors.toSet());
    int passed = report.undecided() > 0 ? 3 : 0;
    return new Said(report.verified() ? passed : 1, new TreeSet<>(rules));
  }

  private Said second(byte[] export, List<Path> checkpoints, List<Path> keys)
      throws IOException, InterruptedException {
    Path file = Files.write(directory.resolve("export"), export);
    List<String> call = new ArrayList<>(List.of("node", SECOND.toString(), file.toString()));
    checkpoints.forEach(checkpoint -> call.addAll(List.of("--checkpoint", checkpoint.toString())));
    keys.forEach(key -> call.addAll(List.of("--key", key.toString())));
    Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertThat(status).as(said).isIn(0, 1, 3);
    Set<String> rules =
        said.lines()
            .filter(line -> line.startsWith("JRN-"))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Said(status, rules);
  }

  private static List<String> texts(List<Path> files) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(Files.readString(file));
    }
    return texts;
  }

  /** Lines with their ends; no cell of these files has one within. */
  private static List<String> lines(byte[] export, String end) {
    return new String(export, StandardCharsets.UTF_8).lines().map(line -> line + end).toList();
  }

  private static byte[] joined(List<String> lines) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    lines.forEach(line -> all.writeBytes(line.getBytes(StandardCharsets.UTF_8)));
    return all.toByteArray();
  }
}
