package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.glasnost.fixtures.Databases;
import org.glasnost.fixtures.TwoRoles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes on one PostgreSQL under load, of which one after the other is killed without warning
 * and comes back, while an auditor's program watches the journal: the log stays one, what was
 * acknowledged is in it once, and every checkpoint that anybody ever saw is of its past.
 */
@Tag("long")
class TwoNodesKillNineIT {
  private static final Logger LOG = LoggerFactory.getLogger(TwoNodesKillNineIT.class);

  /** {@code -Dglasnost.kills} says how often a node is killed. */
  private static final int KILLS = Integer.getInteger("glasnost.kills", 6);

  private static final int CARRIERS = 1;
  private static final int REGISTRARS = 2;
  private static final int MOST_DONE_BEFORE = 30;
  private static final int LONGEST_AFTER_MILLIS = 3_000;
  private static final int DONE_WITHIN_SECONDS = 300;

  /** So that a node that comes back has something of the machine, too. */
  private static final int BETWEEN_TWO_MILLIS = 100;

  @TempDir Path directory;

  private final Random random = new Random(19850325);

  /** Ids of documents whose registration was acknowledged. */
  private final Set<String> registered = new ConcurrentSkipListSet<>();

  /** Calls that a kill cut off: done once or not at all. */
  private final AtomicInteger undecided = new AtomicInteger();

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean enough;

  @Test
  void theLogStaysOneAndHoldsWhatWasAcknowledgedOnce() throws Exception {
    TwoRoles roles = Databases.twoRoles();
    JdbcClient database = JdbcClient.create(roles.as(roles.owner()));
    List<WholeLife> lives = Stream.generate(WholeLife::new).limit(CARRIERS).toList();
    try (PairOfNodes nodes = new PairOfNodes(directory, settings(roles))) {
      nodes.start(0);
      nodes.start(1);
      Path keys = WatchingAuditor.keys(nodes.as("auditor"), directory);
      WatchingAuditor watch = new WatchingAuditor(nodes);
      List<Thread> threads = threads(nodes, lives, watch);
      threads.forEach(Thread::start);
      for (int kill = 0; kill < KILLS; kill++) {
        // Each of both at some time, so that whoever held the lease first does so no more.
        int victim = kill < 2 ? kill : random.nextInt(2);
        someWork();
        nodes.kill(victim);
        someWork();
        nodes.start(victim);
      }
      someWork();
      enough = true;
      watch.enough();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failures).isEmpty();

      lives.forEach(life -> life.holds(nodes));
      everyRegistrationIsThereOnce(database);
      everyEventHasOnePlace(database);
      Caller.Answer last = nodes.as("auditor").get("/api/journal/checkpoint", "text/plain");
      assertThat(last.status()).as(last.body()).isEqualTo(200);
      watch.allAreOfThePastOf(last.body());
      verifies(nodes, watch, keys);
      LOG.info(
          "{} kills; {} events in {} epochs; {} registrations and {} tasks acknowledged, {} calls"
              + " undecided; {} checkpoints watched, {} looks unanswered",
          KILLS,
          count(database, "select count(*) from journal_leaf"),
          count(database, "select count(distinct epoch) from journal_leaf"),
          registered.size(),
          lives.stream().mapToInt(WholeLife::acknowledgements).sum(),
          undecided.get(),
          watch.statements(),
          watch.unanswered());
    }
  }

  private static Map<String, String> settings(TwoRoles roles) {
    Map<String, String> settings = new HashMap<>();
    settings.put("spring.datasource.url", roles.url());
    settings.put("spring.datasource.username", roles.runTime());
    settings.put("spring.datasource.password", roles.password());
    settings.put("spring.flyway.user", roles.owner());
    settings.put("spring.flyway.password", roles.password());
    return settings;
  }

  private List<Thread> threads(PairOfNodes nodes, List<WholeLife> lives, WatchingAuditor watch) {
    List<Runnable> all = new ArrayList<>();
    lives.forEach(
        life ->
            all.add(
                () -> {
                  while (!enough) {
                    life.workUntil(nodes, () -> enough);
                  }
                }));
    for (int n = 0; n < REGISTRARS; n++) {
      all.add(() -> registers(nodes));
    }
    all.add(watch);
    return all.stream()
        .map(
            work -> {
              Thread thread = new Thread(work);
              thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
              return thread;
            })
        .toList();
  }

  /** Repeats each call under its key until it knows how the call ended. */
  private void registers(Served nodes) {
    while (!enough) {
      String key = UUID.randomUUID().toString();
      Map<String, Object> record =
          Map.of("title", "Notional record " + key, "text", "Notional. Fictitious text.");
      boolean known = false;
      boolean cutOff = false;
      while (!known) {
        try {
          Caller.Answer answer =
              nodes.as("intake.nara").with("Idempotency-Key", key).post("/api/documents", record);
          // After a kill the key may be undecided for good: then it is never run again.
          assertThat(answer.status())
              .as(answer.body())
              .isIn(cutOff ? List.of(201, 409) : List.of(201));
          if (answer.status() == 201) {
            registered.add(answer.json().path("id").asString());
          } else {
            undecided.incrementAndGet();
          }
          known = true;
        } catch (UncheckedIOException killed) {
          cutOff = true;
        }
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_TWO_MILLIS));
    }
  }

  /** The moment is so much work and so long after. */
  private void someWork() throws InterruptedException {
    int done = registered.size() + random.nextInt(MOST_DONE_BEFORE);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DONE_WITHIN_SECONDS);
    while (registered.size() < done && failures.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(5);
    }
    assertThat(failures).isEmpty();
    assertThat(registered.size()).as("work goes on").isGreaterThanOrEqualTo(done);
    Thread.sleep(random.nextInt(LONGEST_AFTER_MILLIS));
  }

  private void everyRegistrationIsThereOnce(JdbcClient database) {
    Map<String, Integer> times = new HashMap<>();
    database
        .sql(
            "select b.document from journal_leaf l join journal_event e on e.id = l.event"
                + " join journal_body b on b.event = e.id where e.kind = 'DOCUMENT_REGISTERED'")
        .query(UUID.class)
        .list()
        .forEach(document -> times.merge(document.toString(), 1, Integer::sum));
    assertThat(times.values()).as("registrations of one document").containsOnly(1);
    assertThat(times.keySet()).containsAll(registered);
    assertThat(times.keySet())
        .as("documents, and the lines of their registration")
        .isEqualTo(
            new TreeSet<>(
                database.sql("select cast(id as text) from document").query(String.class).list()));
    assertThat(count(database, "select count(*) from idempotency_key"))
        .as("answered and undecided calls, each under its key")
        .isEqualTo(registered.size() + undecided.get());
  }

  private static void everyEventHasOnePlace(JdbcClient database) throws InterruptedException {
    // What was asked of the nodes last is a line too, and waits its turn as any other.
    for (int i = 0; i < 100 && count(database, "select count(*) from journal_pending") > 0; i++) {
      Thread.sleep(100);
    }
    assertThat(count(database, "select count(*) from journal_pending")).isZero();
    long events = count(database, "select count(*) from journal_event");
    assertThat(count(database, "select count(*) from journal_leaf")).isEqualTo(events);
    assertThat(count(database, "select count(distinct event) from journal_leaf")).isEqualTo(events);
    assertThat(count(database, "select max(leaf_index) + 1 from journal_leaf")).isEqualTo(events);
    List<Long> epochs =
        database.sql("select epoch from journal_leaf order by leaf_index").query(Long.class).list();
    assertThat(epochs).as("no node that was followed places again").isSorted();
    assertThat(Set.copyOf(epochs)).as("another node took over").hasSizeGreaterThan(1);
  }

  private void verifies(PairOfNodes nodes, WatchingAuditor watch, Path keys) throws Exception {
    Path statements = Files.createDirectories(directory.resolve("statements"));
    List<String> options = new ArrayList<>(List.of("--key", keys.toString()));
    for (Path file : watch.filesIn(statements)) {
      options.add("--checkpoint");
      options.add(file.toString());
    }
    Auditing.verifies(nodes.as("auditor"), directory, options.toArray(String[]::new));
  }

  private static long count(JdbcClient database, String sql) {
    return database.sql(sql).query(Long.class).single();
  }
}
