package org.glasnost.web.account;

import org.glasnost.audit.Occasion;
import org.glasnost.authority.Passwords;
import org.glasnost.authority.Person;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.Callers;
import org.glasnost.web.edge.PasswordSignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Somebody who is signed in chooses another password, and says the present one once more. */
@Component
class OwnPassword {
  private final Callers callers;
  private final PasswordSignIn signIn;
  private final Passwords passwords;

  OwnPassword(Callers callers, PasswordSignIn signIn, Passwords passwords) {
    this.callers = callers;
    this.signIn = signIn;
    this.passwords = passwords;
  }

  /**
   * Puts the chosen password in the place of the present one. Every sign-in under that one ends,
   * the caller's too.
   *
   * @throws Refused CONFLICT for an account of the demonstration; RULE with every finding
   */
  void choose(@Nullable String current, @Nullable String chosen) {
    Person caller = callers.current();
    Occasion occasion = callers.occasion(null);
    passwords.requireOwnPassword(caller.id());
    try {
      // Verified as at the sign-in: counted, journalled, and refused after too many attempts.
      signIn.signIn(caller.userName(), current == null ? "" : current, Occasion.ClientClass.PAGE);
    } catch (AuthenticationException wrong) {
      Refused refused =
          new Refused(
              Ground.RULE,
              Finding.error("ACC-0018", "This is not your present password.").atMember("/current"));
      refused.initCause(wrong);
      throw refused;
    }
    passwords.choose(caller.id(), chosen == null ? "" : chosen, occasion);
  }
}
