package org.glasnost.setup;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.glasnost.authority.TrainingRules;
import org.glasnost.policy.PolicyFiles;
import org.springframework.core.env.Environment;

/**
 * Finds what this office decides for itself: in the file of {@code glasnost.office}; else in {@code
 * config/office.yaml} of the directory where it is started, if there is one; else in the jar.
 */
final class OfficePolicyAtStart {
  /** Its path among the files of policy, the same wherever it lies. */
  static final String FILE = "config/office.yaml";

  private static final FileAtStart IN_FORCE =
      new FileAtStart(FILE, "glasnost.office", "what the office decides for itself");

  private OfficePolicyAtStart() {}

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    return IN_FORCE.check(
        environment,
        bytes ->
            TrainingRules.requireOfficesOwn(
                new PolicyFiles(Map.of(FILE, bytes)).officePolicy().trainings()));
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
