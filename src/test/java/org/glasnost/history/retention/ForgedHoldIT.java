package org.glasnost.history.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glasnost.history.JournalFixture.MEMORANDUM;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.glasnost.audit.EventKind;
import org.glasnost.fixtures.Databases;
import org.glasnost.history.DatabaseInHand;
import org.glasnost.history.ExportFormat;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever has the database may take a hold away that nobody lifted. Every export tells, and until
 * it is set right nothing lapses.
 */
class ForgedHoldIT {
  private static final Instant BEFORE = Instant.parse("2031-05-06T07:08:09.123456Z");

  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void holdsAreAsTheirLinesSay(Databases database) {
    try (LapsingJournal lapsing = new LapsingJournal(database.migratedTo("0899"), directory)) {
      lapsing.reviewOf(MEMORANDUM);
      hold(lapsing, HoldScope.DOCUMENT, MEMORANDUM, null, null);
      hold(lapsing, HoldScope.ACTOR, null, UUID.randomUUID(), null);
      UUID running = hold(lapsing, HoldScope.KIND, null, null, EventKind.SIGNED_IN);
      lapsing.proposeLift(running);
      UUID kept = hold(lapsing, HoldScope.EVERYTHING, null, null, null);
      lapsing.proposeLift(kept);
      lapsing.keep(kept);
      lapsing.on.sequencer.settle();
      UUID lifted = hold(lapsing, HoldScope.EVERYTHING, null, null, null);
      lapsing.proposeLift(lifted);
      lapsing.lift(lifted);
      isAsTold(lapsing);
      lapsing.on.sequencer.settle();
      isAsTold(lapsing);
      assertThat(lapsing.verified(ExportFormat.NDJSON).flaws()).isEmpty();
    }
  }

  private static void isAsTold(LapsingJournal lapsing) {
    assertThat(lapsing.differences()).isEmpty();
    assertThat(lapsing.guard.agrees(true)).isTrue();
    assertThat(lapsing.guard.agrees(false)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aHoldThatIsTakenAwayIsToldAndNothingLapses(Databases database) {
    differs(database, (hand, hold) -> hand.sql("delete from journal_hold"), "id");
  }

  @ParameterizedTest
  @EnumSource
  void whatAHoldCoversAndWhoPlacedItIsCompared(Databases database) {
    for (String[] change :
        new String[][] {
          {"scope = 'ACTOR'", "scope"},
          {"document = id", "document"},
          {"actor = id", "actor"},
          {"kind = 'SIGNED_IN'", "kind"},
          {"from_at = until_at, until_at = from_at", "from_at"},
          {"until_at = timestamp '2011-01-01 00:00:00'", "until_at"},
          {"authority = 'another'", "authority"},
          {"placed_by = id", "placed_by"},
          {"proposed_by = id, proposed_by_name = 'x', proposed_at = placed_at", "proposed_by"},
          {"lifted_by = id, lifted_by_name = 'x', lifted_at = placed_at", "lifted_by"},
          {"lifted_at = placed_at", "lifted_at"}
        }) {
      differs(database, (hand, h) -> hand.sql("update journal_hold set " + change[0]), change[1]);
    }
  }

  /** A hold of which nobody told keeps bodies that two agreed to let go. */
  @ParameterizedTest
  @EnumSource
  void aHoldThatNoLineTellsOfIsTold(Databases database) {
    DataSource data = database.migratedTo("0899");
    try (LapsingJournal lapsing = new LapsingJournal(data, directory)) {
      UUID id = UUID.randomUUID();
      new DatabaseInHand(database, data, directory)
          .sql(
              "insert into journal_hold (id, scope, authority, placed_by, placed_by_name, placed_at)"
                  + " values (?, 'EVERYTHING', 'Doe', ?, 'auditor', current_timestamp)",
              id,
              id);
      assertThat(lapsing.differences()).containsExactly("journal_hold " + id + " id");
      assertThat(lapsing.guard.agrees(false)).isFalse();
    }
  }

  /** Whom the search does not find any more is found by whoever goes through all events. */
  @ParameterizedTest
  @EnumSource
  void aLineThatIsNotFoundByItsKindIsFoundBeforeAnOrderIsCarriedOut(Databases database) {
    differs(
        database,
        (hand, hold) -> {
          hand.sql("delete from journal_hold");
          hand.sql("delete from journal_search where kind = 'JOURNAL_HOLD_PLACED'");
        },
        "id");
  }

  @ParameterizedTest
  @EnumSource
  void nothingGoesWhenAHoldIsTakenAwayInTheMidstOfIt(Databases database) {
    DataSource data = database.migratedTo("0899");
    try (LapsingJournal lapsing = new LapsingJournal(data, directory)) {
      hold(lapsing, HoldScope.KIND, null, null, EventKind.SIGNED_IN);
      lapsing.record(EventKind.CONTENT_READ, 6, null, null);
      UUID run = lapsing.agreedOn(EventKind.CONTENT_READ);
      DatabaseInHand hand = new DatabaseInHand(database, data, directory);
      int[] batches = {0};
      lapsing
          .carriedOutBy(2)
          .pass(
              () -> {
                if (batches[0]++ == 1) {
                  hand.sql("delete from journal_hold");
                }
                return true;
              });
      assertThat(lapsing.run(run).lapsed()).isEqualTo(2);
      assertThat(lapsing.run(run).state()).isEqualTo(LapseState.RUNNING);
    }
  }

  private void differs(Databases database, BiConsumer<DatabaseInHand, UUID> change, String column) {
    DataSource data = database.migratedTo("0899");
    try (LapsingJournal lapsing = new LapsingJournal(data, directory)) {
      lapsing.record(EventKind.CONTENT_READ, 2, null, null);
      UUID hold = hold(lapsing, HoldScope.KIND, null, null, EventKind.CONTENT_READ);
      lapsing.on.sequencer.settle();
      isAsTold(lapsing);
      UUID run = lapsing.agreedOn(EventKind.CONTENT_READ);

      change.accept(new DatabaseInHand(database, data, directory), hold);

      assertThat(lapsing.differences())
          .as(column)
          .contains("journal_hold " + leafOf(lapsing, hold) + " " + column);
      assertThat(lapsing.guard.agrees(true)).isFalse();
      assertThatThrownBy(lapsing.guard::require)
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.ground()).isEqualTo(Refused.Ground.UNAVAILABLE);
                assertThat(refused.getMessage()).contains("JRN-0053");
              });
      lapsing.carriedOutBy(500).pass(() -> true);
      assertThat(lapsing.run(run).lapsed()).as(column).isZero();
      assertThat(lapsing.run(run).state()).isEqualTo(LapseState.RUNNING);
      assertThat(lapsing.verified(ExportFormat.NDJSON).flaws())
          .isNotEmpty()
          .allSatisfy(flaw -> assertThat(flaw.rule()).isEqualTo("JRN-0111"));
    }
  }

  private static UUID hold(
      LapsingJournal lapsing,
      HoldScope scope,
      @Nullable UUID document,
      @Nullable UUID actor,
      @Nullable EventKind kind) {
    return lapsing.hold(
        new JournalHold.Covers(
            scope, document, actor, kind, Instant.parse("2021-01-01T00:00:00Z"), BEFORE));
  }

  private static long leafOf(LapsingJournal lapsing, UUID hold) {
    UUID line =
        lapsing
            .on
            .jdbc
            .sql("select id from journal_event where kind = 'JOURNAL_HOLD_PLACED'")
            .query(UUID.class)
            .single();
    assertThat(hold).isNotNull();
    return lapsing.on.proofs.inclusion(line, null).leafIndex();
  }
}
