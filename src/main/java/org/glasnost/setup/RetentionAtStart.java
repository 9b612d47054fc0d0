package org.glasnost.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnost.policy.PolicyFiles;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/**
 * Finds how long the bodies of events are kept: in the file of {@code glasnost.retention}; else in
 * {@code config/retention.yaml} of the directory where it is started, if there is one; else in the
 * jar.
 */
final class RetentionAtStart {
  /** Its path among the files of policy, the same wherever it lies. */
  static final String FILE = "config/retention.yaml";

  private static final String SETTING = "glasnost.retention";

  private RetentionAtStart() {}

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    try {
      new PolicyFiles(Map.of(FILE, bytes(environment))).retentionSchedules();
      return List.of();
    } catch (IOException | InvalidPathException e) {
      return List.of(
          SETTING
              + " names no file that can be read: how long events are kept ("
              + environment.getProperty(SETTING, FILE)
              + ").");
    } catch (IllegalArgumentException e) {
      return List.of(
          "How long events are kept cannot be taken from "
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
