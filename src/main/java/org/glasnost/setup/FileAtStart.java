package org.glasnost.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/**
 * A file of policy that an installation may have instead of the one in the jar: the one that a
 * setting names; else the one of its name where the application is started, if there is one; else
 * the one in the jar.
 *
 * @param path its path among the files of policy, the same wherever it lies
 * @param setting the setting that may name another
 * @param says what it says, within a sentence, such as {@code "how people sign in"}
 */
record FileAtStart(String path, String setting, String says) {

  /** What is made of the file. */
  interface Reading {
    /**
     * Reads it.
     *
     * @throws IllegalArgumentException with what is wrong in the file
     */
    void of(byte[] bytes) throws IOException;
  }

  /** What keeps the application from starting; empty where the file can be read. */
  List<String> check(Environment environment, Reading reading) {
    try {
      reading.of(bytes(environment));
      return List.of();
    } catch (IOException | InvalidPathException e) {
      return List.of(unreadable(environment));
    } catch (IllegalArgumentException e) {
      return List.of(
          says.substring(0, 1).toUpperCase(Locale.ROOT)
              + says.substring(1)
              + " cannot be taken from "
              + place(environment).orElse("the jar")
              + ": "
              + e.getMessage()
              + ".");
    }
  }

  /** That there is no file to be read. */
  String unreadable(Environment environment) {
    return "%s names no file that can be read: %s (%s)."
        .formatted(setting, says, environment.getProperty(setting, path));
  }

  /**
   * The file in force.
   *
   * @throws IOException if it cannot be read
   */
  byte[] bytes(Environment environment) throws IOException {
    Optional<Path> file = file(environment);
    return file.isPresent()
        ? Files.readAllBytes(file.get())
        : new ClassPathResource(path).getContentAsByteArray();
  }

  /** What the file in force is called, and no more of where it lies than the setting says. */
  String name(Environment environment) {
    String named = environment.getProperty(setting, "");
    return named.isEmpty() ? path : named;
  }

  /** Where it lies, if not in the jar. */
  Optional<String> place(Environment environment) {
    return file(environment).map(Path::toString);
  }

  private Optional<Path> file(Environment environment) {
    String named = environment.getProperty(setting, "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named).toAbsolutePath().normalize());
    }
    return Optional.of(Path.of(path).toAbsolutePath()).filter(Files::isRegularFile);
  }
}
