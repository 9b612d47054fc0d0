package org.glasnost.authority;

import java.util.List;
import java.util.Locale;
import org.glasnost.rule.Finding;
import org.springframework.stereotype.Component;

/**
 * What a password has to be that a person chooses: long, and none that others would try. NIST SP
 * 800-63B-4 section 3.1.1.2 forbids rules about the kinds of characters in it.
 */
@Component
class PasswordRules {
  /** NIST SP 800-63B-4 section 3.1.1.2 asks for fifteen where the password is all there is. */
  private static final int SHORTEST = 15;

  private static final int LONGEST = 200;

  private final RefusedPasswords refused;

  /** For Spring. */
  PasswordRules(RefusedPasswords refused) {
    this.refused = refused;
  }

  /**
   * What speaks against a password.
   *
   * @param at the member that holds it, as a JSON pointer
   */
  List<Finding> check(String userName, String password, String at) {
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
    if (refused.contains(password)) {
      return List.of(
          Finding.error(
                  "ACC-0019",
                  "A password that is known from breaches or easily guessed is refused, with digits"
                      + " or signs around it too. Choose another; a phrase of several words serves"
                      + " well.")
              .atMember(at));
    }
    return List.of();
  }
}
