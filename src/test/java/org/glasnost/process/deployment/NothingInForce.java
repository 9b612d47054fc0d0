package org.glasnost.process.deployment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glasnost.process.engine.InForce;

/** An engine in which nothing runs but the life cycle's start, and which reads everything. */
final class NothingInForce implements InForce {
  private static final Map<String, String> STARTS =
      Map.of("DocumentRegistered", "record-life-cycle", "ReviewOrdered", "record-life-cycle");

  @Override
  public int latestVersion(String processKey) {
    return 0;
  }

  @Override
  public Set<String> keys() {
    return Set.of();
  }

  @Override
  public Optional<byte[]> model(String processKey, int version) {
    return Optional.empty();
  }

  @Override
  public Optional<String> startedBy(String message) {
    return Optional.ofNullable(STARTS.get(message));
  }

  @Override
  public Set<String> steps() {
    return Set.of("knownStep");
  }

  @Override
  public Optional<String> unreadable(String fileName, byte[] bytes) {
    return Optional.empty();
  }
}
