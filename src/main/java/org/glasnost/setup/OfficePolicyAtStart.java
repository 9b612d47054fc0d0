package org.glasnost.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnost.authority.TrainingRules;
import org.glasnost.policy.PolicyFiles;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/**
 * Finds what this office decides for itself: in the file of {@code glasnost.office}; else in {@code
 * config/office.yaml} of the directory where it is started, if there is one; else in the jar.
 */
final class OfficePolicyAtStart {
  /** Its path among the files of policy, the same wherever it lies. */
  static final String FILE = "config/office.yaml";

  private static final String SETTING = "glasnost.office";

  private OfficePolicyAtStart() {}

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    try {
      TrainingRules.requireOfficesOwn(
          new PolicyFiles(Map.of(FILE, bytes(environment))).officePolicy().trainings());
      return List.of();
    } catch (IOException | InvalidPathException e) {
      return List.of(
          SETTING
              + " names no file that can be read: what the office decides for itself ("
              + environment.getProperty(SETTING, FILE)
              + ").");
    } catch (IllegalArgumentException e) {
      return List.of(
          "What the office decides for itself cannot be taken from "
              + file(environment).map(Path::toString).orElse("the jar")
              + ": "
              + e.getMessage()
              + ".");
    }
  }

  /**
   * The file in force.
   *
   * @throws IOException if it cannot be read
   */
  static byte[] bytes(Environment environment) throws IOException {
    Optional<Path> file = file(environment);
    return file.isPresent()
        ? Files.readAllBytes(file.get())
        : new ClassPathResource(FILE).getContentAsByteArray();
  }

  /** Where it lies, if not in the jar. */
  private static Optional<Path> file(Environment environment) {
    String setting = environment.getProperty(SETTING, "");
    if (!setting.isEmpty()) {
      return Optional.of(Path.of(setting).toAbsolutePath().normalize());
    }
    return Optional.of(Path.of(FILE).toAbsolutePath()).filter(Files::isRegularFile);
  }
}
