package org.glasnost.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A key signs trees from one size until another. Whoever came by a key that has ended signs nothing
 * with it that is believed, whichever of the two programs is asked, of an export and of a copy of
 * tiles.
 */
class KeyRangesTest {
  private static final int SIZE = 10;
  private static final int ENDED = 6;

  @TempDir Path directory;

  private final MadeLog log = MadeLog.of(SIZE);
  private final MadeLog.Key former = MadeLog.key().from(0);
  private final MadeLog.Key present = MadeLog.key().from(4);
  private final MadeLog.Key formerUntil = former.until(ENDED);

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private BothChecks.Said agree(
      List<MadeLog.Key> named, MadeLog.Key signer, List<String> checkpoints, String keys)
      throws IOException, InterruptedException {
    List<Path> outside = new ArrayList<>();
    for (String checkpoint : checkpoints) {
      outside.add(file("checkpoint" + outside.size(), checkpoint));
    }
    List<Path> held = keys.isEmpty() ? List.of() : List.of(file("held", keys));
    Path export = file("export", log.export(named, signer));
    BothChecks.Said said = BothChecks.agree("export", export, outside, held);

    StringBuilder lines = new StringBuilder();
    for (MadeLog.Key key : named) {
      lines.append(key.written()).append(' ').append(key.from());
      lines.append(key.until() == null ? "\n" : " " + key.until() + "\n");
    }
    Path copy = directory.resolve("copy");
    log.copyTo(copy, lines.toString(), signer);
    assertThat(BothChecks.agree("copy", copy, outside, held)).isEqualTo(said);
    return said;
  }

  @Test
  void eachKeySignsWithinItsRangeAndBothWhereTheyOverlap() throws Exception {
    List<String> checkpoints = new ArrayList<>();
    for (int size = 1; size <= ENDED; size++) {
      checkpoints.add(log.checkpoint(size, former));
    }
    for (int size = 4; size <= SIZE; size++) {
      checkpoints.add(log.checkpoint(size, present));
    }
    checkpoints.add(log.checkpoint(5, former, present));
    assertThat(agree(List.of(formerUntil, present), present, checkpoints, "").rules()).isEmpty();
    // While a note bears both, the signature that counts is enough.
    checkpoints.add(log.checkpoint(8, former, present));
    checkpoints.add(log.checkpoint(2, former, present));
    assertThat(agree(List.of(formerUntil, present), present, checkpoints, "").rules()).isEmpty();
  }

  @Test
  void findsACheckpointSignedAfterItsKeyHadEnded() throws Exception {
    List<String> late = List.of(log.checkpoint(ENDED + 1, former));
    assertThat(agree(List.of(formerUntil, present), present, late, "").rules())
        .containsExactly("JRN-0113");
    assertThat(agree(List.of(former, present), present, late, "").rules()).isEmpty();
  }

  @Test
  void findsACheckpointSignedBeforeItsKeyBegan() throws Exception {
    List<String> early = List.of(log.checkpoint(3, present));
    assertThat(agree(List.of(formerUntil, present), present, early, "").rules())
        .containsExactly("JRN-0113");
  }

  @Test
  void findsAnExportAndACopySignedByAKeyThatHadEnded() throws Exception {
    assertThat(agree(List.of(formerUntil, present), former, List.of(), "").rules())
        .containsExactly("JRN-0113");
  }

  /** Whoever has an ended key leaves the end out of what they make; the auditor's file has it. */
  @Test
  void believesTheRangeInTheFileOfKeysThatIsHeld() throws Exception {
    String held = former.written() + " 0 " + ENDED + "\n" + present.written() + " 4\n";
    assertThat(agree(List.of(former), former, List.of(), held).rules()).containsExactly("JRN-0113");
    assertThat(agree(List.of(former, present), present, List.of(), held).rules()).isEmpty();
    String withoutRanges = former.written() + "\n" + present.written() + "\n";
    assertThat(agree(List.of(former), former, List.of(), withoutRanges).rules()).isEmpty();
  }

  /** What is checked narrows a range that is held, and widens none. */
  @Test
  void narrowsARangeByWhatIsChecked() throws Exception {
    String withoutRanges = former.written() + "\n" + present.written() + "\n";
    List<String> late = List.of(log.checkpoint(ENDED + 1, former));
    assertThat(agree(List.of(formerUntil, present), present, late, withoutRanges).rules())
        .containsExactly("JRN-0113");
    String narrow = former.written() + " 0 3\n" + present.written() + "\n";
    List<String> early = List.of(log.checkpoint(4, former));
    assertThat(agree(List.of(formerUntil, present), present, early, narrow).rules())
        .containsExactly("JRN-0113");
  }

  @Test
  void refusesALineOfKeysThatIsNone() throws Exception {
    Path export = file("export", log.export(List.of(present), present));
    for (String line :
        List.of(" 1 2 3", " 01", " -1", " x", " 1  2", " ", " 1.0", " 1000000000000000")) {
      Path keys = file("keys", present.written() + line + "\n");
      assertThat(BothChecks.agree(line, export, List.of(), List.of(keys)).rules())
          .as(line)
          .contains("JRN-0105");
    }
  }
}
