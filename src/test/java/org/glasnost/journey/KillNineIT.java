package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.glasnost.fixtures.Databases;
import org.glasnost.process.TaskKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The application is killed, without warning, at random moments while people work at every kind of
 * task: what was acknowledged is there afterwards, nothing is half there, and the journal verifies.
 */
@Tag("long")
class KillNineIT {
  private static final int WORKERS = 3;
  private static final int FURTHER = 40;
  private static final int MOST_DONE_BEFORE = 12;
  private static final int LONGEST_AFTER_MILLIS = 1_500;
  private static final int DONE_WITHIN_SECONDS = 600;

  @TempDir Path directory;

  private final Random random = new Random(19850325);

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nothingAcknowledgedIsLostAndNothingIsHalfThere(Databases database) throws Exception {
    String url = database.emptyUrl(directory);
    List<WholeLife> lives = Stream.generate(WholeLife::new).limit(WORKERS).toList();
    int kills = kills(database);
    // Few kills may come before every kind of task was met: then it goes on.
    for (int kill = 0; kill < kills || (!everyKind(lives) && kill < kills + FURTHER); kill++) {
      try (GlasnostProcess glasnost = GlasnostProcess.demonstration(directory, url)) {
        glasnost.awaitReady();
        untilKilled(glasnost, lives);
      }
    }
    try (GlasnostProcess last = GlasnostProcess.demonstration(directory, url)) {
      last.awaitReady();
      lives.forEach(life -> life.holds(last));
      Auditing.verifies(last.as("auditor"), directory);
    }
    assertThat(everyKind(lives)).as("tasks of every kind were done between the kills").isTrue();
    assertThat(acknowledgements(lives)).as("work was done between the kills").isGreaterThan(kills);
  }

  private static boolean everyKind(List<WholeLife> lives) {
    Set<TaskKind> kinds = EnumSet.noneOf(TaskKind.class);
    lives.forEach(life -> kinds.addAll(life.kinds()));
    return kinds.equals(EnumSet.allOf(TaskKind.class));
  }

  /** {@code -Dglasnost.kills} says how many; PostgreSQL's own durability is not what is tried. */
  private static int kills(Databases database) {
    return switch (database) {
      case H2 -> Integer.getInteger("glasnost.kills", 50);
      case POSTGRESQL -> Integer.getInteger("glasnost.kills", 10);
    };
  }

  /**
   * The moment is so many completed tasks and so long after: by the clock alone a slow machine
   * would die before anything was done.
   */
  private void untilKilled(GlasnostProcess glasnost, List<WholeLife> lives)
      throws InterruptedException {
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> workers =
        lives.stream().map(life -> new Thread(() -> life.work(glasnost))).toList();
    workers.forEach(worker -> worker.setUncaughtExceptionHandler((t, e) -> failures.add(e)));
    int enough = acknowledgements(lives) + random.nextInt(MOST_DONE_BEFORE);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DONE_WITHIN_SECONDS);
    workers.forEach(Thread::start);
    while (acknowledgements(lives) < enough && failures.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(5);
    }
    Thread.sleep(random.nextInt(LONGEST_AFTER_MILLIS));
    glasnost.kill();
    for (Thread worker : workers) {
      worker.join();
    }
    assertThat(failures).isEmpty();
    assertThat(acknowledgements(lives)).as("work goes on").isGreaterThanOrEqualTo(enough);
  }

  private static int acknowledgements(List<WholeLife> lives) {
    return lives.stream().mapToInt(WholeLife::acknowledgements).sum();
  }
}
