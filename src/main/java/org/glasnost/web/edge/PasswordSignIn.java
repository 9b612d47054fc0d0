package org.glasnost.web.edge;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Credential;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.SignInAttempts;
import org.glasnost.web.SignInMeans;
import org.glasnost.web.SignedIn;
import org.glasnost.web.edge.VerifiedPairs.Outcome;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Verifies a user name and a password, and journals the outcome. Why a sign-in is refused stands in
 * the journal; the caller learns only that it is, and the work is the same whether there is no such
 * account or the password is another.
 */
@Component
public class PasswordSignIn {
  private static final UUID NO_ACCOUNT = new UUID(0, 0);

  private final Credentials credentials;
  private final PasswordEncoder passwords;
  private final SignInLines lines;
  private final SignInAttempts attempts;
  private final Clock clock;
  private final VerifiedPairs pairs;

  /** Verified where there is no such account, so that the answer takes as long. */
  private final String nobodysPassword;

  /** Each verification takes 19 MiB: no more at once than there are processors. */
  private final Semaphore verifying =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  /** For Spring. */
  PasswordSignIn(
      Credentials credentials,
      PasswordEncoder passwords,
      SignInLines lines,
      SignInAttempts attempts,
      Clock clock) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.lines = lines;
    this.attempts = attempts;
    this.clock = clock;
    this.pairs = new VerifiedPairs(clock);
    this.nobodysPassword = encoded(passwords, UUID.randomUUID().toString());
  }

  /** Why a pair opens nothing, as the journal has it. */
  private enum Refusal {
    WRONG_PASSWORD,
    UNKNOWN_ACCOUNT,
    TRIED_TOO_OFTEN,
    ISSUED_PASSWORD_ENDED
  }

  /**
   * Signs in.
   *
   * @param client a program's pair may be remembered for a minute, a person's form is verified each
   *     time
   * @throws BadCredentialsException if the pair is not right, the account is closed or was tried
   *     too often
   */
  public SignedIn signIn(String userName, String password, ClientClass client) {
    Credential credential =
        credentials
            .of(userName)
            .orElse(new Credential(NO_ACCOUNT, userName, nobodysPassword, false, false, false));
    Refusal[] refusal = {Refusal.WRONG_PASSWORD};
    Outcome outcome =
        switch (client) {
          case PROGRAM ->
              // What has ended is not remembered to have been right a moment ago.
              credential.outlived()
                  ? verified(credential, password, refusal)
                  : pairs.check(credential, password, () -> opens(credential, password, refusal));
          case PAGE, SYSTEM -> verified(credential, password, refusal);
        };
    UUID account = credential.account();
    switch (outcome) {
      case WRONG ->
          throw lines.refused(
              account.equals(NO_ACCOUNT) ? null : account,
              refusal[0].name(),
              SignInMeans.PASSWORD,
              client);
      case VERIFIED -> lines.signedIn(account, SignInMeans.PASSWORD, client);
      case REMEMBERED -> {
        // The journal has this sign-in since it was verified.
      }
    }
    return SignedIn.of(credential, SignInMeans.PASSWORD, clock.instant());
  }

  private Outcome verified(Credential credential, String password, Refusal[] refusal) {
    return opens(credential, password, refusal) ? Outcome.VERIFIED : Outcome.WRONG;
  }

  /**
   * Whether the pair opens the account. Looked up, verified and counted in one turn, so that many
   * guesses at once are no more than there are turns.
   */
  private boolean opens(Credential credential, String password, Refusal[] refusal) {
    String name = credential.userName();
    verifying.acquireUninterruptibly();
    try {
      boolean lockedOut = !credential.demo() && attempts.isLockedOut(name);
      boolean right = passwords.matches(password, credential.encodedPassword());
      if (lockedOut) {
        // Not counted: nobody shall lock somebody out for good by trying again and again.
        refusal[0] = Refusal.TRIED_TOO_OFTEN;
        return false;
      }
      boolean known = !credential.account().equals(NO_ACCOUNT);
      if (!known) {
        refusal[0] = Refusal.UNKNOWN_ACCOUNT;
      }
      if (right && credential.outlived()) {
        refusal[0] = Refusal.ISSUED_PASSWORD_ENDED;
      } else if (right && known) {
        attempts.forget(name);
        return true;
      }
      if (!credential.demo()) {
        attempts.refused(name);
      }
      return false;
    } finally {
      verifying.release();
    }
  }

  private static String encoded(PasswordEncoder passwords, String password) {
    String encoded = passwords.encode(password);
    if (encoded == null) {
      throw new IllegalStateException("an encoder encodes");
    }
    return encoded;
  }
}
