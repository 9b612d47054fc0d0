package org.glasnost.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both programs say the same of a copy of the tiles: one that is whole, and any alteration. */
class SecondCheckOfCopiesTest {
  private static final List<Path> NONE = List.of();

  @TempDir Path directory;

  private final MadeLog.Key key = MadeLog.key();

  private Path copy(int size) throws IOException {
    Path copy = directory.resolve("copy");
    MadeLog.of(size).copyTo(copy, key.written() + "\n", key);
    return copy;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 600})
  void saysTheSameOfACopyThatIsWhole(int size) throws Exception {
    Path outside = directory.resolve("outside");
    Files.writeString(outside, MadeLog.of(size).checkpoint(size / 2, key));
    assertThat(BothChecks.agree("whole", copy(size), List.of(outside), NONE).status()).isZero();
  }

  @Test
  void saysTheSameOfFilesThatAreAlteredCutAndMissing() throws Exception {
    Path copy = copy(600);
    List<Path> files;
    try (Stream<Path> all = Files.walk(copy)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSize(2 + 3 + 3 + 1);
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      for (int at : new int[] {0, 1, whole.length / 2, whole.length - 2, whole.length - 1}) {
        for (int bit : new int[] {1, 0x80}) {
          byte[] altered = whole.clone();
          altered[at] ^= (byte) bit;
          Files.write(file, altered);
          found(file + " at " + at, copy);
        }
      }
      Files.write(file, Arrays.copyOf(whole, whole.length - 3));
      found(file + " cut", copy);
      Files.delete(file);
      if (file.endsWith("keys")) {
        assertThat(BothChecks.agree("no keys", copy, NONE, NONE).rules())
            .containsExactly("JRN-0105");
      } else {
        found(file + " missing", copy);
      }
      Files.write(file, whole);
    }
    assertThat(BothChecks.agree("whole again", copy, NONE, NONE).status()).isZero();
  }

  private static void found(String what, Path copy) throws Exception {
    assertThat(BothChecks.agree(what, copy, NONE, NONE).status()).as(what).isEqualTo(1);
  }

  @Test
  void saysTheSameOfAnotherPastAndOfACutTail() throws Exception {
    Path copy = copy(300);
    Path later = directory.resolve("later");
    Files.writeString(later, MadeLog.of(310).checkpoint(310, key));
    assertThat(BothChecks.agree("cut", copy, List.of(later), NONE).rules())
        .containsExactly("JRN-0108");
    Path other = directory.resolve("other");
    Files.writeString(other, new MadeLog().add("{}").checkpoint(1, key));
    assertThat(BothChecks.agree("another past", copy, List.of(other), NONE).rules())
        .containsExactly("JRN-0108");
    Path foreign = directory.resolve("foreign");
    Files.writeString(foreign, MadeLog.key().written() + "\n");
    assertThat(BothChecks.agree("another key", copy, NONE, List.of(foreign)).rules())
        .containsExactly("JRN-0105");
  }
}
