package org.glasnost.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two programs that share the written form alone say the same of one export: of one that is whole,
 * and of one that somebody has altered in any way.
 */
class SecondCheckTest {
  private static final Path GIVEN = Path.of("src/test/resources/journal");
  private static final List<Path> NONE = List.of();
  private static final int FLIPS = 60;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"export.ndjson", "export.csv"})
  void saysTheSameOfAnExportThatIsWhole(String name) throws Exception {
    Path export = GIVEN.resolve(name);
    assertThat(BothChecks.agree("whole", export, NONE, NONE).status()).isZero();
    List<Path> checkpoints = List.of(GIVEN.resolve("early.checkpoint"));
    List<Path> keys = List.of(GIVEN.resolve("journal.key"));
    assertThat(BothChecks.agree("held", export, checkpoints, keys).status()).isZero();
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
      agree(flipped, "byte %d is %d".formatted(at, flipped[at]));
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
    assertThat(agree(joined(lines), "a difference").rules())
        .containsExactly("JRN-0107", "JRN-0111");
  }

  private BothChecks.Said agree(byte[] export, String what) throws Exception {
    BothChecks.Said said = BothChecks.agree(what, file(export), NONE, NONE);
    assertThat(said.status()).as(what).isEqualTo(1);
    return said;
  }

  private Path file(byte[] export) throws IOException {
    return Files.write(directory.resolve("export"), export);
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
