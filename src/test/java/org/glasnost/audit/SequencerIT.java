package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.glasnost.audit.JournalOnDatabase.OCCASION;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/** Events get their places in order, once, by whichever node holds the lease. */
class SequencerIT {
  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void keepsTheOrderWithinATransactionAndCompletesNodes(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(300);
    on.record(215);
    assertThat(on.tree.size()).isEqualTo(515);
    assertThat(count(on, "journal_pending")).isZero();
    assertThat(count(on, "journal_node")).isEqualTo(2);
    List<String> reasons =
        on
            .jdbc
            .sql(
                "select b.canonical from journal_leaf l join journal_body b on b.event = l.event"
                    + " order by l.leaf_index")
            .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
            .list()
            .stream()
            .map(body -> body.replaceAll(".*\"reasonCode\":\"N(\\d+)\".*", "$1"))
            .toList();
    assertThat(reasons.subList(0, 300)).isEqualTo(numbers(300));
    assertThat(reasons.subList(300, 515)).isEqualTo(numbers(215));
    assertThat(on.tree.root(515)).isEqualTo(plainRoot(on.tree.read(0, 0, 515)));
  }

  @ParameterizedTest
  @EnumSource
  void placesEachEventOnceHoweverManyWritersAndNodes(Databases database) throws Exception {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    Sequencer other = new Sequencer(on.jdbc, on.transactions, on.tree, new SequencerSignal());
    on.sequencer.start();
    other.start();
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        done.add(
            writers.submit(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    on.journal.appendAlone(JournalEntry.of(EventKind.SIGNED_IN, OCCASION));
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
      // on a busy machine one settling may run out of its time; all must be placed in the end
      await().atMost(Duration.ofMinutes(1)).until(on.sequencer::settle);
    } finally {
      writers.shutdownNow();
      on.sequencer.stop();
      other.stop();
    }
    assertThat(on.tree.size()).isEqualTo(200);
    assertThat(
            new HashSet<>(on.jdbc.sql("select event from journal_leaf").query(UUID.class).list()))
        .hasSize(200);
    assertThat(count(on, "journal_pending")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void leavesSequencingToTheHolderOfTheLeaseUntilItRunsOut(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    Sequencer other = new Sequencer(on.jdbc, on.transactions, on.tree, new SequencerSignal());
    on.record(1);
    on.journal.appendAlone(JournalEntry.of(EventKind.SIGNED_OUT, OCCASION));
    assertThat(other.placePending()).isZero();
    assertThat(on.tree.size()).isEqualTo(1);
    on.jdbc
        .sql("update journal_lease set held_until = current_timestamp - interval '1' second")
        .update();
    assertThat(other.placePending()).isEqualTo(1);
    assertThat(on.jdbc.sql("select epoch from journal_lease").query(Long.class).single())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void waitsForTheLeaseOfANodeThatIsNoMore(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(1);
    on.jdbc
        .sql(
            "update journal_lease set holder = ?,"
                + " held_until = current_timestamp + interval '3' second")
        .param(UUID.randomUUID())
        .update();
    on.journal.appendAlone(JournalEntry.of(EventKind.SIGNED_OUT, OCCASION));
    on.sequencer.start();
    try {
      assertThat(on.sequencer.settle()).isTrue();
      assertThat(on.tree.size()).isEqualTo(2);
    } finally {
      on.sequencer.stop();
    }
  }

  /** Whoever mends a damaged tree finds the sequencer where it was. */
  @ParameterizedTest
  @EnumSource
  void theSequencerOutlivesATreeThatLacksALeaf(Databases database) throws InterruptedException {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(200);
    Map<String, Object> leaf =
        on.jdbc.sql("select * from journal_leaf where leaf_index = 100").query().singleRow();
    on.jdbc.sql("delete from journal_leaf where leaf_index = 100").update();
    on.sequencer.start();
    try {
      on.transaction.executeWithoutResult(
          open -> {
            for (int i = 0; i < 100; i++) {
              on.journal.append(JournalEntry.of(EventKind.SIGNED_IN, OCCASION));
            }
          });
      // It tries within the second, and cannot complete the first node.
      TimeUnit.SECONDS.sleep(2);
      assertThat(on.tree.size()).isEqualTo(200);
      on.jdbc
          .sql(
              "insert into journal_leaf (leaf_index, event, leaf_hash, epoch) values (100, ?, ?, 1)")
          .params(
              Objects.requireNonNull(leaf.get("event")),
              Objects.requireNonNull(leaf.get("leaf_hash")))
          .update();
      assertThat(on.sequencer.settle()).isTrue();
      on.journal.appendAlone(JournalEntry.of(EventKind.SIGNED_OUT, OCCASION));
      for (int i = 0; i < 100 && on.tree.size() < 301; i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      assertThat(on.tree.size()).as("placed by its own thread").isEqualTo(301);
    } finally {
      on.sequencer.stop();
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverGivesOneIndexTwice(Databases database) {
    JournalOnDatabase on = new JournalOnDatabase(database, directory);
    on.record(2);
    UUID event = UUID.randomUUID();
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                on.jdbc
                    .sql(
                        "insert into journal_leaf (leaf_index, event, leaf_hash, epoch)"
                            + " values (1, ?, ?, 9)")
                    .params(event, new byte[32])
                    .update());
  }

  private static byte[] plainRoot(List<byte[]> hashes) {
    int n = hashes.size();
    if (n == 1) {
      return hashes.get(0);
    }
    int k = Integer.highestOneBit(n - 1);
    return Hashes.node(plainRoot(hashes.subList(0, k)), plainRoot(hashes.subList(k, n)));
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static long count(JournalOnDatabase on, String table) {
    return on.jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
