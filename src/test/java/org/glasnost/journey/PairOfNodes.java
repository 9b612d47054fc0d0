package org.glasnost.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two nodes on one database with one key store, of which either may be gone at any moment. A caller
 * goes to one that lives, as behind a balancer.
 */
final class PairOfNodes implements Served, AutoCloseable {
  private static final int NODES = 2;

  private final AtomicReferenceArray<@Nullable GlasnostProcess> nodes =
      new AtomicReferenceArray<>(NODES);
  private final Path directory;
  private final Map<String, String> settings;

  /**
   * @param directory for the logs of both, and what they keep together
   * @param settings of the demonstration
   */
  PairOfNodes(Path directory, Map<String, String> settings) {
    this.directory = directory;
    this.settings = new HashMap<>(settings);
    this.settings.put("spring.profiles.active", "demo");
    this.settings.put("glasnost.data", directory.toString());
  }

  /** Starts a node, and waits until it is ready: from then on callers go there too. */
  void start(int node) throws InterruptedException {
    Path place = directory.resolve("node" + node);
    try {
      Files.createDirectories(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    GlasnostProcess started = GlasnostProcess.start(place, settings);
    try {
      nodes.set(node, started.awaitReady());
    } catch (InterruptedException | RuntimeException | Error e) {
      started.close();
      throw e;
    }
  }

  /** Ends a node without warning, while callers may be waiting for it. */
  void kill(int node) throws InterruptedException {
    GlasnostProcess killed = nodes.getAndSet(node, null);
    if (killed == null) {
      throw new IllegalStateException("node " + node + " does not run");
    }
    killed.kill();
  }

  @Override
  public Caller as(String userName) {
    while (!Thread.currentThread().isInterrupted()) {
      List<GlasnostProcess> alive =
          IntStream.range(0, NODES).mapToObj(nodes::get).flatMap(Stream::ofNullable).toList();
      if (!alive.isEmpty()) {
        return alive.get(ThreadLocalRandom.current().nextInt(alive.size())).as(userName);
      }
      Thread.onSpinWait();
    }
    throw new UncheckedIOException(new IOException("nobody waits any more"));
  }

  @Override
  public void close() {
    for (int node = 0; node < NODES; node++) {
      GlasnostProcess running = nodes.getAndSet(node, null);
      if (running != null) {
        running.close();
      }
    }
  }
}
