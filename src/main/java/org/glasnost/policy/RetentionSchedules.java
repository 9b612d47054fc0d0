package org.glasnost.policy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.glasnost.audit.EventKind;

/**
 * How long the body of each kind of event is kept, from {@code config/retention.yaml}. There is no
 * schedule for what is not named: a kind in none of them is an error. Immutable.
 */
public final class RetentionSchedules {
  /** How the file says that bodies are never to lapse. */
  public static final String PERMANENT = "PERMANENT";

  private final Map<EventKind, RetentionSchedule> byKind;
  private final String file;

  /**
   * @param file from which they are, as it is called
   * @throws IllegalArgumentException if a kind has none
   */
  RetentionSchedules(Map<EventKind, RetentionSchedule> byKind, String file) {
    this.file = file;
    this.byKind = new EnumMap<>(byKind);
    if (!this.byKind.keySet().equals(EnumSet.allOf(EventKind.class))) {
      throw new IllegalArgumentException("each kind of event has a schedule");
    }
  }

  /**
   * Reads them from their YAML form.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException that names file, line and what to write instead, if an entry
   *     is missing, of another kind or not known; if a kind of event is in no schedule or in two;
   *     if a period is none, or one that must be PERMANENT is not
   */
  static RetentionSchedules read(String name, byte[] bytes) {
    return new RetentionFile(name).read(bytes);
  }

  /** The same, from a file that is called otherwise. */
  public RetentionSchedules from(String otherFile) {
    return new RetentionSchedules(byKind, otherFile);
  }

  /** The file from which they are, as it is called where it was named. */
  public String file() {
    return file;
  }

  /** The schedule of a kind. */
  public RetentionSchedule of(EventKind kind) {
    return Objects.requireNonNull(byKind.get(kind));
  }
}
