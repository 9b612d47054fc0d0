package org.glasnost.web.edge;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Credential;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.web.SignedIn;
import org.glasnost.web.edge.VerifiedPairs.Outcome;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Verifies a user name and a password, and journals the outcome. Why a sign-in is refused stands in
 * the journal; the caller learns only that it is.
 */
@Component
public class PasswordSignIn {
  private final Credentials credentials;
  private final People people;
  private final PasswordEncoder passwords;
  private final Journal journal;
  private final PolicyRelease policy;
  private final VerifiedPairs pairs;
  private final SignInAttempts attempts;

  /** Verified where there is no such account, so that the answer takes as long. */
  private final String nobodysPassword;

  /** Each verification takes 16 MiB: no more at once than there are processors. */
  private final Semaphore verifying =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  /** For Spring. */
  PasswordSignIn(
      Credentials credentials,
      People people,
      PasswordEncoder passwords,
      Journal journal,
      PolicyRelease policy,
      Clock clock) {
    this.credentials = credentials;
    this.people = people;
    this.passwords = passwords;
    this.journal = journal;
    this.policy = policy;
    this.pairs = new VerifiedPairs(clock);
    this.attempts = new SignInAttempts(clock);
    this.nobodysPassword = encoded(passwords, UUID.randomUUID().toString());
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
    Credential credential = credentials.of(userName).orElse(null);
    if (credential == null) {
      matches(password, nobodysPassword);
      throw refused(Actor.SYSTEM, "UNKNOWN_ACCOUNT", client);
    }
    UUID account = credential.account();
    if (!credential.demo() && attempts.lockedOut(account)) {
      throw refused(actor(account), "TRIED_TOO_OFTEN", client);
    }
    Outcome outcome =
        switch (client) {
          case PROGRAM ->
              pairs.check(
                  credential, password, () -> matches(password, credential.encodedPassword()));
          case PAGE, SYSTEM ->
              matches(password, credential.encodedPassword()) ? Outcome.VERIFIED : Outcome.WRONG;
        };
    switch (outcome) {
      case WRONG -> {
        attempts.refused(account);
        throw refused(actor(account), "WRONG_PASSWORD", client);
      }
      case VERIFIED -> {
        attempts.succeeded(account);
        journal.appendAlone(JournalEntry.of(EventKind.SIGNED_IN, occasion(actor(account), client)));
      }
      case REMEMBERED -> {
        // The journal has this sign-in since it was verified.
      }
    }
    return new SignedIn(account, credential.userName(), credential.seal());
  }

  /** Journals that somebody signed out of the pages. */
  void signedOut(SignedIn signedIn) {
    people
        .byId(signedIn.account())
        .ifPresent(
            person ->
                journal.appendAlone(
                    JournalEntry.of(
                        EventKind.SIGNED_OUT, occasion(person.actor(), ClientClass.PAGE))));
  }

  /** For the journal alone: what a call may do is read when it is asked for. */
  private Actor actor(UUID account) {
    return people.byId(account).map(Person::actor).orElse(new Actor(account, "none"));
  }

  private BadCredentialsException refused(Actor actor, String reason, ClientClass client) {
    journal.appendAlone(
        JournalEntry.of(EventKind.SIGN_IN_REFUSED, occasion(actor, client))
            .because(reason)
            .after(Map.of("client", client.name())));
    return new BadCredentialsException("refused");
  }

  private Occasion occasion(Actor actor, ClientClass client) {
    return new Occasion(actor, null, null, null, client, policy.id());
  }

  private boolean matches(String password, String encoded) {
    verifying.acquireUninterruptibly();
    try {
      return passwords.matches(password, encoded);
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
