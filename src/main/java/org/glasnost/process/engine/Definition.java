package org.glasnost.process.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process definition in force, with all its versions.
 *
 * @param key its key, such as {@code record-life-cycle}
 * @param versions every version, newest first; at least one
 */
public record Definition(String key, List<Version> versions) {

  /**
   * @throws IllegalArgumentException if there is no version
   */
  public Definition {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a definition in force has a version: " + key);
    }
  }

  /**
   * One version of a definition.
   *
   * @param id the engine's id of it
   * @param version its number, from 1
   * @param name the name in the diagram
   * @param versionTag the tag in the diagram, or null
   * @param deployedAt since when it is in force
   * @param runningInstances how many instances run on it now
   * @param suspended whether nothing of it goes on
   * @param key the definition's key
   */
  public record Version(
      String id,
      int version,
      String name,
      @Nullable String versionTag,
      Instant deployedAt,
      long runningInstances,
      boolean suspended,
      String key) {

    /** Key and version as the journal writes them, such as {@code declassification-review:1}. */
    public String process() {
      return key + ":" + version;
    }
  }

  /** The version that new instances take. */
  public Version newest() {
    return versions.get(0);
  }
}
