package org.glasnost.web;

import java.time.Clock;
import org.glasnost.authority.TokenScope;
import org.glasnost.rule.Finding;
import org.springframework.stereotype.Component;

/**
 * Whether the caller has just said who they are, as a signature needs. A call with a user name and
 * a password has; a token has if it bears the scope for it; a session has for some minutes after
 * its sign-in.
 */
@Component
public class FreshSignIn {
  private static final Finding OF_TOKEN =
      Finding.error(
          "ACC-0026",
          "This token may not sign. Sign with user name and password, or by a token of scope sign.");
  private static final Finding OF_SESSION =
      Finding.error(
          "ACC-0027", "A signature needs that you have just signed in. Say once more who you are.");

  private final Callers callers;
  private final SessionTimes times;
  private final Clock clock;

  FreshSignIn(Callers callers, SessionTimes times, Clock clock) {
    this.callers = callers;
    this.times = times;
    this.clock = clock;
  }

  /** Whether it is fresh. */
  public boolean holds() {
    SignedIn signedIn = callers.signedIn();
    return switch (signedIn.means()) {
      case TOKEN -> signedIn.scopes().contains(TokenScope.SIGN);
      case PASSWORD, CERTIFICATE, OPENID ->
          clock.instant().isBefore(signedIn.at().plus(times.fresh()));
    };
  }

  /**
   * That it is.
   *
   * @throws StaleSignIn if it is not
   */
  public void require() {
    if (!holds()) {
      throw new StaleSignIn(
          callers.signedIn().means() == SignInMeans.TOKEN ? OF_TOKEN : OF_SESSION, times.fresh());
    }
  }
}
