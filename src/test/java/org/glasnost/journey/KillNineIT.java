package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  private static final int SHORTEST_LIFE_MILLIS = 500;
  private static final int LONGEST_LIFE_MILLIS = 4_500;

  @TempDir Path directory;

  private final Random random = new Random(19850325);

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nothingAcknowledgedIsLostAndNothingIsHalfThere(Databases database) throws Exception {
    String url = database.emptyUrl(directory);
    List<WholeLife> lives = Stream.generate(WholeLife::new).limit(WORKERS).toList();
    int kills = kills(database);
    // On a slow machine little is done in a life: it goes on until every kind of task was met.
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
    assertThat(lives.stream().mapToInt(WholeLife::acknowledgements).sum())
        .as("work was done between the kills")
        .isGreaterThan(kills);
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

  private void untilKilled(GlasnostProcess glasnost, List<WholeLife> lives)
      throws InterruptedException {
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> workers =
        lives.stream().map(life -> new Thread(() -> life.work(glasnost))).toList();
    workers.forEach(worker -> worker.setUncaughtExceptionHandler((t, e) -> failures.add(e)));
    workers.forEach(Thread::start);
    Thread.sleep(SHORTEST_LIFE_MILLIS + random.nextInt(LONGEST_LIFE_MILLIS - SHORTEST_LIFE_MILLIS));
    glasnost.kill();
    for (Thread worker : workers) {
      worker.join();
    }
    assertThat(failures).isEmpty();
  }
}
