package org.glasnost.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed events their places in the tree, one after the other. One node at a time holds
 * the lease; another takes over when it has run out. Should two ever believe that they hold it, the
 * unique index of the leaves lets one of them fail.
 */
@Component
public class Sequencer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
  private static final int BATCH = 4096;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(5);
  private static final int ROUNDS_TO_A_WAKE = 20;
  private static final Duration LEASE = Duration.ofSeconds(5);

  /**
   * How long a journal read waits for the places of what was committed before it: longer than a
   * lease, so that it outlasts a node that was killed while it held one.
   */
  private static final Duration PATIENCE = LEASE.plusSeconds(5);

  private static final String MAKE_FOUND =
      "insert into journal_search (event, recorded_at, kind, label, actor, document)"
          + " select e.id, e.recorded_at, e.kind, e.label, b.actor, b.document"
          + " from journal_event e left join journal_body b on b.event = e.id"
          + " where e.id = any(?)";

  /** In the order of the index, which passes over what was placed; the table itself does not. */
  private static final String WAITING =
      "select arrival, event from journal_pending order by arrival";

  private final UUID node = UUID.randomUUID();
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JournalTree tree;
  private final SequencerSignal signal;
  private volatile @Nullable Thread thread;

  /**
   * @param jdbc on the database of the journal
   * @param transactions its transaction manager
   * @param tree where the leaves go
   * @param signal by which commits on this node wake it
   */
  public Sequencer(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      JournalTree tree,
      SequencerSignal signal) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    this.tree = tree;
    this.signal = signal;
  }

  /**
   * Waits until everything committed before this call has its place, at most twice as long as a
   * lease runs. The sequencer is woken again and again, for its last round may have found the lease
   * with another node, or a lock that it could not have.
   *
   * @return whether it has
   */
  public boolean settle() {
    Long latest =
        jdbc.sql("select max(arrival) from journal_pending")
            .query(Long.class)
            .optional()
            .orElse(null);
    if (latest == null) {
      return true;
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int round = 0; pendingUpTo(latest); round++) {
      if (round % ROUNDS_TO_A_WAKE == 0) {
        signal.awaited();
      }
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(POLL.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /**
   * Waits as {@link #settle} does, for an answer that would be wrong without what was committed
   * before it.
   *
   * @throws Refused on ground UNAVAILABLE if something has no place yet
   */
  public void placeAll() {
    if (!settle()) {
      throw new Refused(
          Refused.Ground.UNAVAILABLE,
          Finding.error(
              "JRN-0004",
              "The journal is still placing what was recorded. Try again in a moment."));
    }
  }

  private boolean pendingUpTo(long arrival) {
    return !jdbc.sql(
            "select 1 from journal_pending where arrival <= ? order by arrival fetch first 1 rows"
                + " only")
        .param(arrival)
        .query()
        .listOfRows()
        .isEmpty();
  }

  /**
   * Places what is pending now, in batches, if this node has the lease or can have it.
   *
   * @return how many events were placed
   */
  int placePending() {
    int placed = 0;
    int batch;
    do {
      batch = anyPending() ? placed(transaction.execute(open -> placeBatch())) : 0;
      placed += batch;
    } while (batch == BATCH);
    return placed;
  }

  private static int placed(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  private boolean anyPending() {
    return !jdbc.sql(WAITING + " fetch first 1 rows only").query().listOfRows().isEmpty();
  }

  private int placeBatch() {
    Long epoch = takeLease();
    if (epoch == null) {
      return 0;
    }
    List<Long> arrivals = new ArrayList<>();
    List<UUID> arrived = new ArrayList<>();
    jdbc.sql(WAITING + " fetch first " + BATCH + " rows only")
        .query(
            row -> {
              arrivals.add(row.getLong(1));
              arrived.add(row.getObject(2, UUID.class));
            });
    if (arrivals.isEmpty()) {
      return 0;
    }
    Object these = new SqlArrayValue("uuid", arrived.toArray());
    List<UUID> events = new ArrayList<>();
    List<byte[]> hashes = new ArrayList<>();
    jdbc.sql("select id, commitment from journal_event where id = any(?) order by recorded_at, id")
        .param(these)
        .query(
            row -> {
              events.add(row.getObject(1, UUID.class));
              hashes.add(Hashes.leaf(row.getBytes(2)));
            });
    tree.append(events, hashes, epoch);
    jdbc.sql(MAKE_FOUND).param(these).update();
    jdbc.sql("delete from journal_pending where arrival = any(?)")
        .param(new SqlArrayValue("bigint", arrivals.toArray()))
        .update();
    return events.size();
  }

  private record Lease(long epoch, @Nullable UUID holder, boolean running) {}

  /**
   * The row stays locked until the batch is committed. Time is the database's, the same for every
   * node.
   *
   * @return the epoch, or null if another node holds the lease
   */
  private @Nullable Long takeLease() {
    Lease lease =
        jdbc.sql(
                "select epoch, holder, case when held_until > current_timestamp then 1 else 0 end"
                    + " from journal_lease where id = 1 for update")
            .query(
                (row, n) ->
                    new Lease(row.getLong(1), row.getObject(2, UUID.class), row.getInt(3) == 1))
            .single();
    boolean ours = node.equals(lease.holder());
    if (!ours && lease.running()) {
      return null;
    }
    long epoch = ours ? lease.epoch() : lease.epoch() + 1;
    jdbc.sql(
            "update journal_lease set epoch = ?, holder = ?,"
                + " held_until = current_timestamp + interval '"
                + LEASE.toSeconds()
                + "' second where id = 1")
        .params(epoch, node)
        .update();
    return epoch;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      Thread started = new Thread(this::run, "journal-sequencer");
      started.setDaemon(true);
      thread = started;
      started.start();
    }
  }

  @Override
  public synchronized void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      signal.awaited();
      try {
        running.join(Duration.ofSeconds(5).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Before whatever takes requests, so that it stops after them. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void run() {
    Thread self = Thread.currentThread();
    try {
      while (thread == self) {
        place();
        signal.await(IDLE);
      }
    } catch (InterruptedException e) {
      self.interrupt();
    }
    place();
  }

  /** What cannot be placed stays pending; the next round, or another node, takes it. */
  private void place() {
    try {
      placePending();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("The journal's sequencer will try again: {}", e.getMessage());
    } catch (IllegalStateException e) {
      // The stored tree is damaged. Whoever mends it must not have to start every node anew.
      LOG.error("The journal's sequencer cannot place events: {}", e.getMessage());
    }
  }
}
