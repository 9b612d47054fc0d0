package org.glasnost.web;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who a request or a session is signed in as. Says nothing of rights: those are read anew each
 * time.
 *
 * @param account the account
 * @param userName the name signed in with
 * @param seal of the credential that was verified; another seal on record means that the password
 *     has changed since, and the sign-in no longer counts
 */
public record SignedIn(UUID account, String userName, String seal)
    implements AuthenticatedPrincipal, Serializable {

  @Override
  public String getName() {
    return userName;
  }
}
