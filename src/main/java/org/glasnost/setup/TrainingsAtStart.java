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
 * Finds what this office says of the trainings it asks for: in the file of {@code
 * glasnost.trainings}; else in {@code config/trainings.yaml} of the directory where it is started,
 * if there is one; else in the jar.
 */
final class TrainingsAtStart {
  /** Its path among the files of policy, the same wherever it lies. */
  static final String FILE = "config/trainings.yaml";

  private static final String SETTING = "glasnost.trainings";

  private TrainingsAtStart() {}

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    try {
      TrainingRules.requireOfficesOwn(
          new PolicyFiles(Map.of(FILE, bytes(environment))).officeTrainings());
      return List.of();
    } catch (IOException | InvalidPathException e) {
      return List.of(
          SETTING
              + " names no file that can be read: the trainings that the office asks for ("
              + environment.getProperty(SETTING, FILE)
              + ").");
    } catch (IllegalArgumentException e) {
      return List.of(
          "The trainings that the office asks for cannot be taken from "
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
