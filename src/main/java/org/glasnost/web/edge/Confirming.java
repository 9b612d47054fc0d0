package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.Callers;
import org.glasnost.web.SignInMeans;
import org.glasnost.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Somebody whose session has lasted a while says once more who they are, where they are. */
@Component
public class Confirming {
  private final Callers callers;
  private final PasswordSignIn signIn;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  Confirming(Callers callers, PasswordSignIn signIn) {
    this.callers = callers;
    this.signIn = signIn;
  }

  /**
   * What the caller signed in with. After a password another does it; otherwise they sign in anew
   * in the same way, at a provider by {@code /login/again}.
   */
  public SignInMeans means() {
    return callers.signedIn().means();
  }

  /**
   * Makes the session's sign-in fresh, if the password is the caller's. Verified as at the sign-in:
   * counted, journalled, and refused after too many attempts. The session goes on under a new id.
   *
   * @throws Refused RULE, at {@code /password}, if it is not
   */
  public void byPassword(
      @Nullable String password, HttpServletRequest request, HttpServletResponse response) {
    SignedIn present = callers.signedIn();
    if (means() != SignInMeans.PASSWORD) {
      throw refused(
          "ACC-0027", "You signed in a while ago: sign out and in again, by the same way.");
    }
    if (password == null || password.isEmpty()) {
      throw refused("ACC-0027", "You signed in a while ago: say once more who you are.");
    }
    SignedIn anew;
    try {
      anew = signIn.signIn(present.userName(), password, ClientClass.PAGE);
    } catch (AuthenticationException wrong) {
      Refused refused = refused("ACC-0018", "This is not your present password.");
      refused.initCause(wrong);
      throw refused;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(anew, null, List.of()));
    SecurityContextHolder.setContext(context);
    request.changeSessionId();
    sessions.saveContext(context, request, response);
  }

  private static Refused refused(String rule, String words) {
    return new Refused(Ground.RULE, Finding.error(rule, words).atMember("/password"));
  }
}
