package org.glasnost.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How many follow the journal at once, and how long: each holds a thread of the server. A stream
 * ends after its time and is opened again by its client, so that whoever is no longer signed in is
 * soon told nothing more.
 */
@Component
public class JournalStreams implements SmartLifecycle {
  private static final int MOST = 32;
  private static final int MOST_OF_ONE = 3;

  private final Map<UUID, AtomicInteger> open = new ConcurrentHashMap<>();
  private final AtomicInteger all = new AtomicInteger();
  private final Duration life;
  private volatile boolean running;

  /**
   * For Spring.
   *
   * @param life how long one stream lasts
   */
  public JournalStreams(@Value("${glasnost.journal.stream}") Duration life) {
    this.life = life;
  }

  /** A place among those who follow; given back when it is closed. */
  final class Place implements AutoCloseable {
    private final UUID person;
    private final long end = System.nanoTime() + life.toNanos();

    private Place(UUID person) {
      this.person = person;
    }

    /** Whether the stream still has time. */
    boolean lasts() {
      return running && System.nanoTime() < end;
    }

    @Override
    public void close() {
      all.decrementAndGet();
      open.computeIfPresent(person, (id, count) -> count.decrementAndGet() > 0 ? count : null);
    }
  }

  /** A place for a person, or none where they, or all together, have as many as there may be. */
  Optional<Place> take(UUID person) {
    if (all.incrementAndGet() > MOST) {
      all.decrementAndGet();
      return Optional.empty();
    }
    boolean taken =
        open.compute(
                    person,
                    (id, count) -> {
                      AtomicInteger mine = count == null ? new AtomicInteger() : count;
                      mine.incrementAndGet();
                      return mine;
                    })
                .get()
            <= MOST_OF_ONE;
    Place place = new Place(person);
    if (!taken) {
      place.close();
      return Optional.empty();
    }
    return Optional.of(place);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Ends before the server waits for what is under way. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
