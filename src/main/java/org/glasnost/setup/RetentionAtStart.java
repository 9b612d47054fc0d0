package org.glasnost.setup;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.glasnost.policy.PolicyFiles;
import org.springframework.core.env.Environment;

/**
 * Finds how long the bodies of events are kept: in the file of {@code glasnost.retention}; else in
 * {@code config/retention.yaml} of the directory where it is started, if there is one; else in the
 * jar.
 */
final class RetentionAtStart {
  /** Its path among the files of policy, the same wherever it lies. */
  static final String FILE = "config/retention.yaml";

  private static final FileAtStart IN_FORCE =
      new FileAtStart(FILE, "glasnost.retention", "how long events are kept");

  private RetentionAtStart() {}

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    return IN_FORCE.check(
        environment, bytes -> new PolicyFiles(Map.of(FILE, bytes)).retentionSchedules());
  }

  /** What the file in force is called: as the setting names it, or as it is delivered. */
  static String file(Environment environment) {
    return IN_FORCE.name(environment);
  }

  /**
   * The file in force.
   *
   * @throws IOException if it cannot be read
   */
  static byte[] bytes(Environment environment) throws IOException {
    return IN_FORCE.bytes(environment);
  }
}
