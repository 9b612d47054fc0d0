package org.glasnost.history.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.fixtures.Databases;
import org.glasnost.history.DatabaseInHand;
import org.glasnost.history.EventFilter;
import org.glasnost.history.ExportFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever may add rows may have bodies go, and whoever has the database may change what is recorded
 * of it. Neither agrees with the lines that the tree binds, and every export tells.
 */
class ForgedLapseIT {
  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void whatLapsedByTwoWhoAgreedIsAsItsLinesSay(Databases database) {
    try (LapsingJournal lapsing = lapsed(database.migratedTo("0899"))) {
      assertThat(lapsing.differences()).isEmpty();
      assertThat(lapsing.verified(ExportFormat.NDJSON).flaws()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLapseOfNoBatchIsTold(Databases database) {
    try (LapsingJournal lapsing = lapsed(database.migratedTo("0899"))) {
      add(lapsing, null);
      assertThat(lapsing.differences()).containsExactly("journal_lapse TASK_CLAIMED event");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLapseOfABatchThatNeverWasIsTold(Databases database) {
    try (LapsingJournal lapsing = lapsed(database.migratedTo("0899"))) {
      UUID batch = UUID.randomUUID();
      add(lapsing, batch);
      assertThat(lapsing.differences()).containsExactly("journal_lapse " + batch + " batch");
      assertThat(lapsing.verified(ExportFormat.NDJSON).flaws())
          .allSatisfy(flaw -> assertThat(flaw.rule()).isEqualTo("JRN-0111"))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLapseAddedToABatchIsTold(Databases database) {
    try (LapsingJournal lapsing = lapsed(database.migratedTo("0899"))) {
      add(lapsing, batch(lapsing));
      assertThat(lapsing.differences()).containsExactly(lineOfTheBatch(lapsing));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherAuthorityAndAnotherInstantAreTold(Databases database) {
    for (String change :
        List.of("authority = 'another'", "lapsed_at = current_timestamp", "batch = null")) {
      DataSource data = database.migratedTo("0899");
      try (LapsingJournal lapsing = lapsed(data)) {
        UUID batch = batch(lapsing);
        new DatabaseInHand(database, data, directory)
            .sql("update journal_lapse set " + change + " where batch = ?", batch);
        assertThat(lapsing.differences()).as(change).contains(lineOfTheBatch(lapsing));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLapseThatIsForgottenIsTold(Databases database) {
    DataSource data = database.migratedTo("0899");
    try (LapsingJournal lapsing = lapsed(data)) {
      UUID batch = batch(lapsing);
      UUID event =
          lapsing
              .on
              .jdbc
              .sql("select event from journal_lapse where batch = ? fetch first 1 rows only")
              .param(batch)
              .query(UUID.class)
              .single();
      new DatabaseInHand(database, data, directory)
          .sql("delete from journal_lapse where event = ?", event);
      assertThat(lapsing.differences())
          .hasSize(2)
          .contains(lineOfTheBatch(lapsing))
          .anyMatch(told -> told.startsWith("journal_body"));
    }
  }

  /** What lapsed before batches were told by their list is counted, kind by kind. */
  @ParameterizedTest
  @EnumSource
  void whatLapsedBeforeThereWereListsIsCounted(Databases database) {
    try (LapsingJournal lapsing = lapsed(database.migratedTo("0899"))) {
      lapsing.on.transaction.executeWithoutResult(
          open ->
              lapsing.on.journal.append(
                  JournalEntry.of(EventKind.BODIES_LAPSED, LapsingJournal.SYSTEM)
                      .under(LapsingJournal.AUTHORITY)
                      .after(
                          Map.of(
                              "kind",
                              "TASK_CLAIMED",
                              "bodies",
                              1,
                              "batch",
                              UUID.randomUUID().toString()))));
      lapsing.on.sequencer.settle();
      assertThat(lapsing.differences()).containsExactly("journal_lapse TASK_CLAIMED event");
      add(lapsing, null);
      assertThat(lapsing.differences()).isEmpty();
      add(lapsing, null);
      assertThat(lapsing.differences()).containsExactly("journal_lapse TASK_CLAIMED event");
    }
  }

  /** Corrections could lapse once, before batches were named: those that did are lawful still. */
  @ParameterizedTest
  @EnumSource
  void aCorrectionThatLapsedBeforeItWasKeptForGoodIsCounted(Databases database) {
    DataSource data = database.migratedTo("0899");
    try (LapsingJournal lapsing = lapsed(data)) {
      UUID event = lapsing.record(EventKind.REGISTRATION_CORRECTED, 1, null, null).get(0);
      UUID other = lapsing.record(EventKind.REGISTRATION_CORRECTED, 1, null, null).get(0);
      lapsing.on.transaction.executeWithoutResult(
          open ->
              lapsing.on.journal.append(
                  JournalEntry.of(EventKind.BODIES_LAPSED, LapsingJournal.SYSTEM)
                      .under(LapsingJournal.AUTHORITY)
                      .after(Map.of("kind", "REGISTRATION_CORRECTED", "bodies", 1))));
      lapsing.on.sequencer.settle();
      DatabaseInHand hand = new DatabaseInHand(database, data, directory);
      goes(hand, event);
      assertThat(lapsing.differences()).isEmpty();
      goes(hand, other);
      assertThat(lapsing.differences())
          .containsExactly("journal_lapse REGISTRATION_CORRECTED event");
    }
  }

  private static void goes(DatabaseInHand hand, UUID event) {
    hand.sql(
        "insert into journal_lapse (event, lapsed_at, authority)"
            + " values (?, current_timestamp, 'a notional schedule')",
        event);
    hand.sql("delete from journal_body where event = ?", event);
    hand.sql("update journal_search set actor = null, document = null where event = ?", event);
  }

  /** A journal in which two batches lapsed, and some of another kind is there. */
  private LapsingJournal lapsed(DataSource database) {
    LapsingJournal lapsing = new LapsingJournal(database, directory);
    lapsing.record(EventKind.CONTENT_READ, 4, null, null);
    lapsing.record(EventKind.TASK_CLAIMED, 3, null, null);
    lapsing.agreedOn(EventKind.CONTENT_READ);
    lapsing.carriedOutBy(2).pass(() -> true);
    lapsing.on.sequencer.settle();
    return lapsing;
  }

  private static UUID batch(LapsingJournal lapsing) {
    return lapsing.due.batches().get(0).id();
  }

  /** As an export tells of a batch whose rows are not those of its line. */
  private static String lineOfTheBatch(LapsingJournal lapsing) {
    UUID line =
        lapsing
            .journal
            .events(new EventFilter(null, null, EventKind.BODIES_LAPSED, null, null))
            .stream()
            .filter(
                event ->
                    event.after() != null
                        && batch(lapsing).toString().equals(event.after().get("batch")))
            .findFirst()
            .orElseThrow()
            .id();
    return "journal_lapse " + lapsing.on.proofs.inclusion(line, null).leafIndex() + " batch";
  }

  private static void add(LapsingJournal lapsing, @Nullable UUID batch) {
    UUID event =
        lapsing
            .on
            .jdbc
            .sql(
                "select e.id from journal_event e join journal_body b on b.event = e.id"
                    + " where e.kind = 'TASK_CLAIMED' order by e.id fetch first 1 rows only")
            .query(UUID.class)
            .single();
    lapsing
        .on
        .jdbc
        .sql(
            "insert into journal_lapse (event, lapsed_at, authority, batch)"
                + " values (:event, current_timestamp, :authority, :batch)")
        .param("event", event)
        .param("authority", LapsingJournal.AUTHORITY)
        .param("batch", batch, Types.OTHER)
        .update();
    assertThat(lapsing.withBody(List.of(event))).isEmpty();
  }
}
