package org.glasnost.setup;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.glasnost.authority.RefusedPasswords;
import org.springframework.core.env.Environment;

/**
 * Reads the passwords that nobody may choose: those of the list in the jar, and of the
 * installation's own list where {@code glasnost.passwords.refused} names one.
 */
final class RefusedPasswordsAtStart {
  private static final String SETTING = "glasnost.passwords.refused";

  private RefusedPasswordsAtStart() {}

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    if (own(environment).isEmpty()) {
      return List.of();
    }
    try {
      read(environment);
      return List.of();
    } catch (IOException | InvalidPathException e) {
      return List.of(
          SETTING
              + " names no file that can be read: the passwords that nobody may choose, one a line,"
              + " in UTF-8.");
    }
  }

  /**
   * The lists in force.
   *
   * @throws IOException if one cannot be read
   */
  static RefusedPasswords read(Environment environment) throws IOException {
    String own = own(environment);
    return own.isEmpty() ? RefusedPasswords.shipped() : RefusedPasswords.with(Path.of(own));
  }

  private static String own(Environment environment) {
    return environment.getProperty(SETTING, "");
  }
}
