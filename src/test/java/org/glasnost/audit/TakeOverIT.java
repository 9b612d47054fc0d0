package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.glasnost.audit.JournalOnDatabase.OCCASION;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

/** One node places events, and another follows it when it is no more, or stands still. */
class TakeOverIT {
  private static final String NEW_VERSION = "0844";

  @TempDir Path directory;

  private static Sequencer another(JournalOnDatabase on) {
    return new Sequencer(on.jdbc, on.transactions, on.tree, on.signal);
  }

  /** The one that held the lease never says that it is gone: it was killed. */
  @ParameterizedTest
  @EnumSource
  void aNodeThatWasKilledIsFollowedWhenItsLeaseHasRunOut(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database.migratedTo(NEW_VERSION), directory);
    on.record(10);
    for (int i = 0; i < 5; i++) {
      on.journal.appendAlone(JournalEntry.of(EventKind.SIGNED_IN, OCCASION));
    }
    Sequencer other = another(on);
    assertThat(other.placePending()).as("while the lease runs").isZero();
    other.start();
    try {
      // Waits for a lease and a round, and no longer than twice a lease.
      assertThat(other.settle()).isTrue();
    } finally {
      other.stop();
    }
    assertEachHasOnePlace(on, 15);
    assertThat(epochs(on, 0, 10)).containsExactly(1L);
    assertThat(epochs(on, 10, 15)).containsExactly(2L);
  }

  @ParameterizedTest
  @EnumSource
  void aNodeThatWakesAfterItWasFollowedPlacesNothing(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database.migratedTo(NEW_VERSION), directory);
    on.record(3);
    on.journal.appendAlone(JournalEntry.of(EventKind.SIGNED_IN, OCCASION));
    endLease(on);
    Sequencer other = another(on);
    assertThat(other.placePending()).isOne();

    on.journal.appendAlone(JournalEntry.of(EventKind.SIGNED_OUT, OCCASION));
    assertThat(on.sequencer.placePending()).as("the one that was followed").isZero();
    assertThat(other.placePending()).isOne();
    assertEachHasOnePlace(on, 5);

    // Even if it believed in its lease and in the size of the tree as it knew it.
    UUID placed =
        on.jdbc
            .sql("select event from journal_leaf where leaf_index = 4")
            .query(UUID.class)
            .single();
    assertThatExceptionOfType(DuplicateKeyException.class)
        .isThrownBy(
            () ->
                on.transaction.executeWithoutResult(
                    open -> on.tree.append(List.of(placed), List.of(new byte[32]), 1)));
    assertEachHasOnePlace(on, 5);
    assertThat(epochs(on, 0, 5)).containsExactlyInAnyOrder(1L, 2L);
  }

  /** It holds the row of the lease, and its connection lives on: nobody ever hears of its end. */
  @Test
  void aNodeThatStandsStillInTheMidstOfABatchIsFollowed() throws SQLException {
    DataSource database = Databases.POSTGRESQL.migratedTo(NEW_VERSION);
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(3);
    on.journal.appendAlone(JournalEntry.of(EventKind.SIGNED_IN, OCCASION));
    try (Connection still = database.getConnection();
        Statement statement = still.createStatement()) {
      still.setAutoCommit(false);
      statement.execute("select epoch from journal_lease where id = 1 for update");
      statement.execute("update journal_lease set held_until = current_timestamp where id = 1");
      Sequencer other = another(on);
      other.start();
      try {
        await().atMost(Duration.ofMinutes(1)).until(() -> on.tree.size() == 4);
      } finally {
        other.stop();
      }
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "insert into journal_leaf (leaf_index, event, leaf_hash, epoch)"
                          + " select 3, event, '', 1 from journal_pending"))
          .isInstanceOf(SQLException.class);
    }
    assertEachHasOnePlace(on, 4);
    assertThat(epochs(on, 3, 4)).containsExactly(2L);
  }

  private static void endLease(JournalOnDatabase on) {
    on.jdbc
        .sql("update journal_lease set held_until = current_timestamp - interval '1' second")
        .update();
  }

  private static Set<Long> epochs(JournalOnDatabase on, long from, long to) {
    return Set.copyOf(
        on.jdbc
            .sql("select epoch from journal_leaf where leaf_index >= ? and leaf_index < ?")
            .params(from, to)
            .query(Long.class)
            .list());
  }

  private static void assertEachHasOnePlace(JournalOnDatabase on, long events) {
    assertThat(on.jdbc.sql("select id from journal_event order by id").query(UUID.class).list())
        .hasSize((int) events)
        .isEqualTo(
            on.jdbc.sql("select event from journal_leaf order by event").query(UUID.class).list());
    assertThat(on.tree.size()).isEqualTo(events);
    assertThat(on.jdbc.sql("select count(*) from journal_pending").query(Long.class).single())
        .isZero();
  }
}
