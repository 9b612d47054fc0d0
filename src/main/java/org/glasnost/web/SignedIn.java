package org.glasnost.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Credential;
import org.glasnost.authority.TokenScope;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who a request or a session is signed in as. Says nothing of rights: those are read anew each
 * time.
 *
 * @param account the account
 * @param userName the name signed in with
 * @param seal of the credential that was verified; another seal on record means that the password
 *     has changed since, and the sign-in no longer counts
 * @param means what was signed in with
 * @param at when it was verified last
 * @param scopes what it lets do, of all that the person may; all but for a token
 */
public record SignedIn(
    UUID account,
    String userName,
    String seal,
    SignInMeans means,
    Instant at,
    Set<TokenScope> scopes)
    implements AuthenticatedPrincipal, Serializable {

  /** Copies the scopes. */
  public SignedIn {
    scopes = Set.copyOf(scopes);
  }

  /** A person's sign-in, by which they may do whatever they may. */
  public static SignedIn of(Credential credential, SignInMeans means, Instant at) {
    return new SignedIn(
        credential.account(),
        credential.userName(),
        credential.seal(),
        means,
        at,
        EnumSet.allOf(TokenScope.class));
  }

  @Override
  public String getName() {
    return userName;
  }

  /** Does not show the seal. */
  @Override
  public String toString() {
    return "SignedIn[" + userName + ", " + means + "]";
  }
}
