package org.glasnost.process.deployment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.process.engine.InForce;

/**
 * Files that are in force, each a version of its process in their order, and the engine's own
 * reading of whatever is asked.
 */
final class FilesInForce implements InForce {
  private static final Pattern KEY = Pattern.compile("<bpmn:process id=\"([^\"]+)\"");

  private final Map<String, List<byte[]>> versions = new LinkedHashMap<>();
  private final InForce engine;

  /**
   * Nothing yet.
   *
   * @param engine whose steps and reading are asked
   */
  FilesInForce(InForce engine) {
    this.engine = engine;
  }

  /** These and no others, one process each. */
  void hold(List<DeploymentFile> files) {
    versions.clear();
    for (DeploymentFile file : files) {
      Matcher key = KEY.matcher(new String(file.bytes(), StandardCharsets.UTF_8));
      if (!key.find()) {
        throw new IllegalArgumentException("no process in " + file.name());
      }
      versions.computeIfAbsent(key.group(1), each -> new ArrayList<>()).add(file.bytes());
    }
  }

  private List<byte[]> of(String key) {
    return versions.getOrDefault(key, List.of());
  }

  @Override
  public int latestVersion(String processKey) {
    return of(processKey).size();
  }

  @Override
  public Set<String> keys() {
    return versions.keySet();
  }

  @Override
  public Optional<byte[]> model(String processKey, int version) {
    return version >= 1 && version <= latestVersion(processKey)
        ? Optional.of(of(processKey).get(version - 1))
        : Optional.empty();
  }

  @Override
  public Optional<String> startedBy(String message) {
    return versions.keySet().stream()
        .filter(
            key ->
                new String(of(key).get(latestVersion(key) - 1), StandardCharsets.UTF_8)
                    .contains("name=\"" + message + "\""))
        .findFirst();
  }

  @Override
  public Set<String> steps() {
    return engine.steps();
  }

  @Override
  public Optional<String> unreadable(String fileName, byte[] bytes) {
    return engine.unreadable(fileName, bytes);
  }
}
