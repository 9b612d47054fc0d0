package org.glasnost.web.edge;

import java.util.List;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.web.SignedIn;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Spring Security's way to {@link PasswordSignIn}, for one class of client. */
final class SignInByPassword implements AuthenticationManager {
  private final PasswordSignIn signIn;
  private final ClientClass client;

  SignInByPassword(PasswordSignIn signIn, ClientClass client) {
    this.signIn = signIn;
    this.client = client;
  }

  /** The answer bears no authorities: rights are read from the record at each request. */
  @Override
  public Authentication authenticate(Authentication asked) {
    if (asked.getPrincipal() instanceof String userName
        && asked.getCredentials() instanceof String password
        && userName.indexOf('\0') < 0) {
      SignedIn signedIn = signIn.signIn(userName, password, client);
      UsernamePasswordAuthenticationToken known =
          UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of());
      known.setDetails(asked.getDetails());
      return known;
    }
    throw new BadCredentialsException("neither name nor password");
  }
}
