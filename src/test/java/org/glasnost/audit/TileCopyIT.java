package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.audit.verifier.Flaw;
import org.glasnost.audit.verifier.Report;
import org.glasnost.audit.verifier.TileVerification;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of the log's tiles verifies, and any alteration of it is found. */
class TileCopyIT {
  private static final int WIDTH = 256;

  @TempDir Path directory;

  /** The tiles of a tree of that size, as they are served. */
  private JournalOnDatabase copied(int size) throws IOException {
    JournalOnDatabase on = new JournalOnDatabase(Databases.H2, directory.resolve("journal"));
    on.record(size);
    copy(on, size);
    return on;
  }

  private void copy(JournalOnDatabase on, long size) throws IOException {
    Path copy = directory.resolve("copy");
    Files.createDirectories(copy);
    Files.writeString(copy.resolve("checkpoint"), on.checkpoints.current().note());
    Files.writeString(copy.resolve("keys"), on.checkpoints.keys().get(0).verifierKey() + "\n");
    pieces(on, copy, "entries", size);
    long hashes = size;
    for (int level = 0; hashes > 0; level++) {
      pieces(on, copy, String.valueOf(level), hashes);
      hashes /= WIDTH;
    }
  }

  private static void pieces(JournalOnDatabase on, Path copy, String level, long hashes)
      throws IOException {
    for (long n = 0; n * WIDTH < hashes; n++) {
      long width = Math.min(WIDTH, hashes - n * WIDTH);
      String path = level + "/" + "%03d".formatted(n) + (width < WIDTH ? ".p/" + width : "");
      Path file = copy.resolve("tile").resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, on.tiles.read(path).orElseThrow());
    }
  }

  private Report verify(String... checkpoints) throws IOException {
    return TileVerification.of(directory.resolve("copy"), List.of(checkpoints), List.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 256, 257, 600})
  void verifies(int size) throws IOException {
    JournalOnDatabase on = copied(size);
    Report report = verify(on.checkpoints.current().note());
    assertThat(report.flaws()).isEmpty();
    assertThat(report.leaves()).isEqualTo(size);
    assertThat(report.origin()).isEqualTo(on.origin.name());
    assertThat(report.root()).isEqualTo(HexFormat.of().formatHex(on.tree.root(size)));
  }

  @Test
  void findsAnyByteThatIsAnotherAndAnyFileThatIsMissing() throws IOException {
    copied(600);
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory.resolve("copy"))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSize(2 + 3 + 3 + 1);
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      for (int at : new int[] {0, whole.length / 2, whole.length - 2}) {
        byte[] altered = whole.clone();
        altered[at] ^= 1;
        Files.write(file, altered);
        assertThat(verify().flaws()).as(file + " at " + at).isNotEmpty();
      }
      Files.delete(file);
      assertThat(verify().flaws()).as(file + " missing").isNotEmpty();
      Files.write(file, whole);
    }
    assertThat(verify().flaws()).isEmpty();
  }

  @Test
  void findsAnotherPastAndACutTailByACheckpointKeptElsewhere() throws IOException {
    JournalOnDatabase on = copied(300);
    String early = on.checkpoints.current().note();
    on.record(10);
    String late = on.checkpoints.current().note();
    assertThat(verify(early).flaws()).isEmpty();
    assertThat(verify(late).flaws()).extracting(Flaw::rule).containsExactly("JRN-0108");
    copy(on, 310);
    assertThat(verify(early, late).flaws()).isEmpty();
    String other = early.replaceFirst("\n300\n", "\n299\n");
    assertThat(verify(other).flaws()).extracting(Flaw::rule).contains("JRN-0108");
  }

  @Test
  void believesTheKeyThatIsHeldRatherThanTheCopys() throws IOException {
    copied(5);
    JournalOnDatabase another = new JournalOnDatabase(Databases.H2, directory.resolve("another"));
    String foreign = another.checkpoints.keys().get(0).verifierKey();
    Report report = TileVerification.of(directory.resolve("copy"), List.of(), List.of(foreign));
    assertThat(report.flaws()).extracting(Flaw::rule).containsExactly("JRN-0105");
  }
}
