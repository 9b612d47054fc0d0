package org.glasnost.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.glasnost.history.JournalFixture.MEMORANDUM;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glasnost.audit.verifier.Flaw;
import org.glasnost.audit.verifier.Verification;
import org.glasnost.fixtures.Databases;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Whoever has the database goes past its triggers. What they do is found: by the application, which
 * signs nothing that does not continue what was signed; by whoever verifies an export, with the key
 * and a statement that they kept themselves.
 */
@ExtendWith(OutputCaptureExtension.class)
class TamperedJournalIT {
  private static final String NOT_CONTINUED = "JRN-0002";
  private static final String NOT_AS_RECORDED = "JRN-0021";

  @TempDir Path directory;

  private final List<HikariDataSource> pools = new ArrayList<>();
  private final Map<UUID, Map<String, ?>> markings = new HashMap<>();
  private String key = "";
  private String kept = "";

  static Stream<Arguments> tamperings() {
    return Stream.of(Databases.values())
        .flatMap(
            database -> Stream.of(Tampering.values()).map(each -> Arguments.of(database, each)));
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void isFound(Databases which, Tampering tampering) {
    DataSource database = pooled(which.migratedTo("0848"));
    recordAndKeep(database);
    DatabaseInHand hand = new DatabaseInHand(which, database, directory);
    tampering.deed.accept(hand);
    hand.endLease();

    try (JournalFixture restarted = start(database)) {
      restarted.on.record(1);
      if (tampering.refused) {
        assertRefused(NOT_CONTINUED, restarted.on.checkpoints::current);
        assertRefused(NOT_CONTINUED, () -> export(restarted, EventFilter.ALL));
        hand.forgetStatements();
      }
      byte[] export = export(restarted, EventFilter.ALL);
      assertThat(rules(export, List.of(kept))).containsAll(tampering.rules);
    }
  }

  /** The one thing that nobody finds who has no statement of their own. */
  @ParameterizedTest
  @EnumSource
  void aHistoryThatWasMadeAnewAndSignedIsFoundAgainstAStatementKeptElsewhereAlone(Databases which) {
    DataSource database = pooled(which.migratedTo("0848"));
    recordAndKeep(database);
    DatabaseInHand hand = new DatabaseInHand(which, database, directory);
    Tampering.A_BODY_IS_REWRITTEN_THE_TREE_MADE_ANEW_AND_SIGNED.deed.accept(hand);
    hand.endLease();

    try (JournalFixture restarted = start(database)) {
      restarted.on.record(1);
      byte[] export = export(restarted, EventFilter.ALL);
      assertThat(rules(export, List.of())).isEmpty();
      assertThat(rules(export, List.of(kept))).containsOnly("JRN-0108");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOldBackupIsFound(Databases which) {
    DataSource database = pooled(which.migratedTo("0848"));
    DataSource backup = pooled(which.migratedTo("0848"));
    try (JournalFixture journal = start(database)) {
      recordSome(journal);
      new DatabaseInHand(which, database, directory).copyTo(backup);
      journal.on.record(20);
      keep(journal);
    }
    try (JournalFixture restored = start(backup)) {
      restored.on.record(1);
      assertRefused(NOT_CONTINUED, restored.on.checkpoints::current);
      assertRefused(NOT_CONTINUED, () -> export(restored, EventFilter.ALL));
      new DatabaseInHand(which, backup, directory).forgetStatements();
      byte[] export = export(restored, EventFilter.ALL);
      assertThat(rules(export, List.of())).isEmpty();
      assertThat(rules(export, List.of(kept))).containsOnly("JRN-0108");
    }
  }

  /** Events are asked for by what stands beside their bodies; the bodies say where it is wrong. */
  @ParameterizedTest
  @EnumSource
  void anEventMovedToAnotherDocumentIsStillInTheExportOfItsOwn(Databases which) {
    DataSource database = pooled(which.migratedTo("0848"));
    recordAndKeep(database);
    DatabaseInHand hand = new DatabaseInHand(which, database, directory);
    UUID moved = hand.eventAt(1);
    Tampering.THE_DOCUMENT_BESIDE_A_BODY.deed.accept(hand);
    hand.endLease();

    try (JournalFixture restarted = start(database)) {
      byte[] export = export(restarted, new EventFilter(MEMORANDUM, null, null, null, null));
      assertThat(JournalFixture.text(export)).contains("\"id\":\"" + moved + "\"");
      assertThat(rules(export, List.of(kept))).containsExactly("JRN-0111");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageThatWouldShowIsRefusedAndShowsNothingThatIsSealed(Databases which) {
    DataSource database = pooled(which.migratedTo("0848"));
    recordAndKeep(database);
    DatabaseInHand hand = new DatabaseInHand(which, database, directory);
    Tampering.A_LABEL_THAT_OPENS_WHAT_IS_SEALED.deed.accept(hand);
    hand.endLease();

    try (JournalFixture restarted = start(database)) {
      assertRefused(NOT_AS_RECORDED, () -> restarted.events(EventFilter.ALL));
      assertThat(JournalFixture.text(export(restarted, EventFilter.ALL)))
          .doesNotContain(JournalFixture.LETTER.toString());
    }
  }

  /** Rows that agree with each other, and with no event that we ever wrote. */
  @ParameterizedTest
  @EnumSource
  void aPageWithAnEventThatIsNoneIsRefusedAndTheLogSaysWhich(Databases which, CapturedOutput said) {
    DataSource database = pooled(which.migratedTo("0848"));
    recordAndKeep(database);
    DatabaseInHand hand = new DatabaseInHand(which, database, directory);
    UUID ofNoKind = hand.eventAt(1);
    hand.rewriteBody(ofNoKind, "\"kind\":\"", "\"kind\":\"NEVER_");
    hand.sql("update journal_event set kind = 'NEVER_' || kind where id = ?", ofNoKind);
    hand.sql("update journal_search set kind = 'NEVER_' || kind where event = ?", ofNoKind);
    UUID ofNoOffice = hand.eventAt(2);
    hand.rewriteBody(ofNoOffice, "\"office\":", "\"offixe\":");
    hand.endLease();

    try (JournalFixture restarted = start(database)) {
      for (UUID event : List.of(ofNoKind, ofNoOffice)) {
        assertRefused(NOT_AS_RECORDED, () -> restarted.inFull(event));
        assertThat(said).contains("JRN-0021: event " + event);
      }
      assertRefused(NOT_AS_RECORDED, () -> restarted.events(EventFilter.ALL));
    }
  }

  private DataSource pooled(DataSource database) {
    HikariConfig settings = new HikariConfig();
    settings.setDataSource(database);
    HikariDataSource pool = new HikariDataSource(settings);
    pools.add(pool);
    return pool;
  }

  @AfterEach
  void letGo() {
    pools.forEach(HikariDataSource::close);
  }

  private void recordAndKeep(DataSource database) {
    try (JournalFixture journal = start(database)) {
      recordSome(journal);
      keep(journal);
    }
  }

  private void recordSome(JournalFixture journal) {
    journal.recordTheCase();
    journal.on.checkpoints.current();
    journal.on.record(290);
    journal.on.checkpoints.current();
    journal.on.record(305);
    journal.on.checkpoints.current();
    assertThat(journal.on.tree.size()).isEqualTo(600);
  }

  /** What an auditor keeps; and, before anything is done to it, it all verifies. */
  private void keep(JournalFixture journal) {
    key = journal.key();
    kept = journal.on.checkpoints.current().note();
    markings.putAll(journal.markings);
    assertThat(rules(export(journal, EventFilter.ALL), List.of(kept))).isEmpty();
  }

  private JournalFixture start(DataSource database) {
    JournalFixture started = new JournalFixture(database, directory);
    started.markings.putAll(markings);
    return started;
  }

  private static byte[] export(JournalFixture journal, EventFilter filter) {
    return journal.export(ExportFormat.NDJSON, filter);
  }

  private List<String> rules(byte[] export, List<String> checkpoints) {
    try {
      return Verification.of(new ByteArrayInputStream(export), checkpoints, List.of(key))
          .flaws()
          .stream()
          .map(Flaw::rule)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertRefused(String rule, ThrowingCallable call) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(call)
        .satisfies(
            refused -> {
              assertThat(refused.ground()).isEqualTo(Refused.Ground.UNAVAILABLE);
              assertThat(refused.findings().get(0).rule().value()).isEqualTo(rule);
            });
  }
}
