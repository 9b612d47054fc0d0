package org.glasnost.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.glasnost.history.JournalFixture.AS_CONFIRMED;
import static org.glasnost.history.JournalFixture.AS_DECLASSIFIED;
import static org.glasnost.history.JournalFixture.AS_FOUND;
import static org.glasnost.history.JournalFixture.BEYOND;
import static org.glasnost.history.JournalFixture.LETTER;
import static org.glasnost.history.JournalFixture.MEMORANDUM;
import static org.glasnost.history.JournalFixture.SECRET;
import static org.glasnost.history.JournalFixture.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.audit.verifier.Flaw;
import org.glasnost.audit.verifier.Report;
import org.glasnost.audit.verifier.Verification;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalExportIT {
  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void verifiesInBothFormsOnBothDatabases(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.recordTheCase();
      for (ExportFormat format : ExportFormat.values()) {
        byte[] export = journal.export(format, EventFilter.ALL);
        Report report = verify(export, List.of(), List.of(journal.key()));
        assertThat(report.flaws()).as(text(export)).isEmpty();
        assertThat(report.sealed()).isEqualTo(1);
        assertThat(report.markings()).isEqualTo(1);
        assertThat(report.undecided()).isZero();
        assertThat(report.keysHeld()).isTrue();
        assertThat(text(export)).doesNotContain(LETTER.toString());
      }
    }
  }

  @Test
  void holdsTheWholeTreeWhateverTheFilter() {
    try (JournalFixture journal = journal()) {
      EventFilter signIns = new EventFilter(null, null, EventKind.SIGNED_IN, null, null);
      for (ExportFormat format : ExportFormat.values()) {
        Report report = verify(journal.export(format, signIns), List.of(), List.of());
        // What changed the markings is left out, so there is nothing to compare them with.
        assertThat(report.flaws()).isEmpty();
        assertThat(report.markings()).isZero();
        assertThat(report.events()).isEqualTo(1);
        assertThat(report.leaves()).isGreaterThan(5);
      }
      EventFilter memorandum = new EventFilter(MEMORANDUM, null, null, null, null);
      Report report = verify(journal.export(ExportFormat.NDJSON, memorandum), List.of(), List.of());
      assertThat(report.flaws()).isEmpty();
      assertThat(report.events()).isEqualTo(3);
    }
  }

  @Test
  void recordsEachExportBeforeItIsWritten() {
    try (JournalFixture journal = journal()) {
      assertThat(text(journal.export(ExportFormat.NDJSON, EventFilter.ALL)))
          .contains("\"kind\":\"EXPORTED\"");
    }
  }

  @Test
  void isRefusedToWhoeverIsNoAuditor() {
    try (JournalFixture journal = journal()) {
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(
              () ->
                  journal.exports.prepare(
                      JournalFixture.person(Role.ADMINISTRATOR),
                      JournalOnDatabase.OCCASION,
                      EventFilter.ALL,
                      ExportFormat.CSV))
          .satisfies(
              refused -> assertThat(refused.ground()).isEqualTo(Refused.Ground.NOT_ENTITLED));
      assertThat(journal.events(new EventFilter(null, null, EventKind.EXPORTED, null, null)))
          .isEmpty();
    }
  }

  @Test
  void neverVerifiesWithOneBitFlipped() {
    try (JournalFixture journal = journal()) {
      for (ExportFormat format : ExportFormat.values()) {
        byte[] export = journal.export(format, EventFilter.ALL);
        assertThat(verify(export, List.of(), List.of()).verified()).isTrue();
        // Every fifth byte of each form, another bit each time: seconds, not minutes.
        for (int at = 0; at < export.length; at += 5) {
          byte[] flipped = export.clone();
          flipped[at] ^= (byte) (1 << (at / 5 % 8));
          assertThat(verify(flipped, List.of(), List.of()).verified())
              .as("%s, byte %d", format, at)
              .isFalse();
        }
      }
    }
  }

  @Test
  void neverVerifiesCutShort() {
    try (JournalFixture journal = journal()) {
      byte[] export = journal.export(ExportFormat.NDJSON, EventFilter.ALL);
      for (int length = 0; length < export.length; length += 17) {
        assertThat(verify(Arrays.copyOf(export, length), List.of(), List.of()).verified())
            .as("the first %d bytes", length)
            .isFalse();
      }
    }
  }

  @Test
  void findsEventsInAnotherOrder() {
    try (JournalFixture journal = journal()) {
      List<String> lines = lines(journal.export(ExportFormat.NDJSON, EventFilter.ALL));
      Collections.swap(lines, 3, 4);
      assertThat(rules(lines)).contains("JRN-0103", "JRN-0104");
    }
  }

  /** Even one who moves the indexes too is found by the root. */
  @Test
  void findsEventsInAnotherOrderWhoseIndexesWereMovedToo() {
    try (JournalFixture journal = journal()) {
      List<String> lines = lines(journal.export(ExportFormat.NDJSON, EventFilter.ALL));
      String third = lines.get(3).replace("\"index\":0", "\"index\":1");
      String fourth = lines.get(4).replace("\"index\":1", "\"index\":0");
      lines.set(3, fourth);
      lines.set(4, third);
      assertThat(rules(lines)).contains("JRN-0104").doesNotContain("JRN-0103");
    }
  }

  @Test
  void findsAMissingEvent() {
    try (JournalFixture journal = journal()) {
      List<String> lines = lines(journal.export(ExportFormat.NDJSON, EventFilter.ALL));
      lines.remove(4);
      assertThat(rules(lines)).contains("JRN-0103", "JRN-0104", "JRN-0106");
    }
  }

  @Test
  void findsAnAddedEvent() {
    try (JournalFixture journal = journal()) {
      List<String> lines = lines(journal.export(ExportFormat.NDJSON, EventFilter.ALL));
      lines.add(4, lines.get(4));
      assertThat(rules(lines)).contains("JRN-0103", "JRN-0104", "JRN-0106");
    }
  }

  @Test
  void findsABodyThatWasRewritten() {
    try (JournalFixture journal = journal()) {
      List<String> lines = lines(journal.export(ExportFormat.NDJSON, EventFilter.ALL));
      lines.replaceAll(line -> line.replace("Reviewer, STATE", "Reviewer, NSC"));
      assertThat(rules(lines)).contains("JRN-0102");
    }
  }

  /** Somebody with the database in hand rewrites an event, its commitment and its leaf. */
  @Test
  void findsAHistoryRewrittenInTheDatabaseByACheckpointKeptOutside() {
    try (JournalFixture journal = journal()) {
      String kept = journal.on.checkpoints.current().note();
      journal.on.jdbc.sql("delete from journal_checkpoint").update();
      journal.on.jdbc.sql("delete from journal_leaf where leaf_index >= 4").update();
      byte[] elsewhere = exportFromNewDirectory(journal);
      assertThat(verify(elsewhere, List.of(), List.of(journal.key())).flaws())
          .extracting(Flaw::rule)
          .doesNotContain("JRN-0108");
      assertThat(verify(elsewhere, List.of(kept), List.of(journal.key())).flaws())
          .extracting(Flaw::rule)
          .contains("JRN-0108");
    }
  }

  /** As an installation would export that has lost its checkpoints as well. */
  private byte[] exportFromNewDirectory(JournalFixture journal) {
    try (Stream<Path> files = Files.walk(directory.resolve("checkpoints"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return journal.export(ExportFormat.NDJSON, EventFilter.ALL);
  }

  @Test
  void findsATailThatIsCutOffSinceACheckpoint() {
    try (JournalFixture journal = journal()) {
      byte[] before = journal.export(ExportFormat.NDJSON, EventFilter.ALL);
      journal.changeMarking(MEMORANDUM, SECRET, AS_DECLASSIFIED, AS_FOUND);
      journal.export(ExportFormat.NDJSON, EventFilter.ALL);
      String later = journal.on.checkpoints.current().note();
      assertThat(verify(before, List.of(), List.of()).verified()).isTrue();
      assertThat(verify(before, List.of(later), List.of()).flaws())
          .extracting(Flaw::rule)
          .containsExactly("JRN-0108");
    }
  }

  @Test
  void agreesWithEveryCheckpointOfTheSameTree() {
    try (JournalFixture journal = journal()) {
      List<String> kept = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        journal.on.record(i + 1);
        kept.add(journal.on.checkpoints.current().note());
      }
      assertThat(
              verify(
                      journal.export(ExportFormat.NDJSON, EventFilter.ALL),
                      kept,
                      List.of(journal.key()))
                  .flaws())
          .isEmpty();
    }
  }

  @Test
  void believesNoKeyBesideTheOneThatIsHeld() {
    try (JournalFixture journal = journal();
        JournalFixture other = new JournalFixture(Databases.H2, directory.resolve("other"))) {
      byte[] export = journal.export(ExportFormat.NDJSON, EventFilter.ALL);
      assertThat(verify(export, List.of(), List.of(other.key())).flaws())
          .extracting(Flaw::rule)
          .contains("JRN-0105", "JRN-0107");
      other.on.record(3);
      assertThat(verify(export, List.of(other.on.checkpoints.current().note()), List.of()).flaws())
          .extracting(Flaw::rule)
          .contains("JRN-0108");
    }
  }

  @Test
  void findsAMarkingThatNoEventGave() {
    try (JournalFixture journal = journal()) {
      journal.markings.put(MEMORANDUM, AS_CONFIRMED);
      assertThat(rules(lines(journal.export(ExportFormat.NDJSON, EventFilter.ALL))))
          .containsExactly("JRN-0110");
    }
  }

  @Test
  void findsAChangeThatDoesNotBeginWhereTheLastOneEnded() {
    try (JournalFixture journal = journal()) {
      journal.changeMarking(MEMORANDUM, SECRET, AS_FOUND, AS_CONFIRMED);
      assertThat(rules(lines(journal.export(ExportFormat.NDJSON, EventFilter.ALL))))
          .containsExactly("JRN-0109");
    }
  }

  @Test
  void leavesUndecidedWhatDependsOnASealedChange() {
    try (JournalFixture journal = journal()) {
      journal.changeMarking(LETTER, BEYOND, null, AS_CONFIRMED);
      Report report =
          verify(journal.export(ExportFormat.NDJSON, EventFilter.ALL), List.of(), List.of());
      assertThat(report.flaws()).isEmpty();
      assertThat(report.undecided()).isEqualTo(1);
    }
  }

  @Test
  void takesTheFirstMarkingFromTheRegistration() {
    try (JournalFixture journal = journal()) {
      journal.on.journal.appendAlone(
          JournalEntry.of(EventKind.DOCUMENT_REGISTERED, JournalOnDatabase.OCCASION)
              .document(LETTER, SECRET)
              .after(AS_FOUND));
      journal.markings.put(LETTER, AS_FOUND);
      assertThat(
              verify(journal.export(ExportFormat.NDJSON, EventFilter.ALL), List.of(), List.of())
                  .flaws())
          .isEmpty();
    }
  }

  private JournalFixture journal() {
    JournalFixture journal = new JournalFixture(Databases.H2, directory);
    journal.recordTheCase();
    return journal;
  }

  private static List<String> lines(byte[] export) {
    return new ArrayList<>(text(export).lines().toList());
  }

  private static List<String> rules(List<String> lines) {
    byte[] export =
        lines.stream()
            .map(line -> line + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
    return verify(export, List.of(), List.of()).flaws().stream().map(Flaw::rule).toList();
  }

  private static Report verify(byte[] export, List<String> checkpoints, List<String> keys) {
    try {
      return Verification.of(new ByteArrayInputStream(export), checkpoints, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
