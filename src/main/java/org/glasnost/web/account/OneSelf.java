package org.glasnost.web.account;

import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.Callers;
import org.glasnost.web.SignInMeans;
import org.springframework.stereotype.Component;

/** What somebody does to their own account they do themselves: no token does it for them. */
@Component
class OneSelf {
  private final Callers callers;

  OneSelf(Callers callers) {
    this.callers = callers;
  }

  /**
   * Refuses a token.
   *
   * @throws Refused NOT_ENTITLED to a token
   */
  void require() {
    if (callers.signedIn().means() == SignInMeans.TOKEN) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "ACC-0029",
              "A token gives and ends no tokens, changes no password and ends no sign-in. Sign in by"
                  + " yourself for that."));
    }
  }
}
