package org.glasnost.authority;

import java.util.List;
import java.util.Locale;
import org.glasnost.rule.Finding;

/** What a password has to be that a person chooses. */
final class PasswordRules {
  /** NIST SP 800-63B section 3.1.1.2 asks for fifteen where the password is all there is. */
  private static final int SHORTEST = 15;

  private static final int LONGEST = 200;

  /** Fewer than these are one key held down, or two by turns. */
  private static final int FEWEST_CHARACTERS = 5;

  private PasswordRules() {}

  /**
   * What speaks against a password.
   *
   * @param at the member that holds it, as a JSON pointer
   */
  static List<Finding> check(String userName, String password, String at) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return List.of(
          Finding.error(
                  "ACC-0008",
                  "A password has at least fifteen characters, at most two hundred. A phrase of"
                      + " several words serves well.")
              .atMember(at));
    }
    if (password.toLowerCase(Locale.ROOT).contains(userName)) {
      return List.of(
          Finding.error("ACC-0009", "A password does not contain the user name.").atMember(at));
    }
    if (password.codePoints().distinct().count() < FEWEST_CHARACTERS) {
      return List.of(
          Finding.error("ACC-0011", "A password has at least five different characters.")
              .atMember(at));
    }
    return List.of();
  }
}
