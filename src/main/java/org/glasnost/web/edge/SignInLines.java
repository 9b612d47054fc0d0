package org.glasnost.web.edge;

import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.web.SignInMeans;
import org.glasnost.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** The journal's lines of who signed in and out, by which means, and who was refused and why. */
@Component
class SignInLines {
  private final Journal journal;
  private final People people;
  private final PolicyRelease policy;

  SignInLines(Journal journal, People people, PolicyRelease policy) {
    this.journal = journal;
    this.people = people;
    this.policy = policy;
  }

  /** Journals that somebody signed in. */
  void signedIn(UUID account, SignInMeans means, ClientClass client) {
    journal.appendAlone(
        JournalEntry.of(EventKind.SIGNED_IN, occasion(actor(account), client))
            .after(Map.of("means", means.name())));
  }

  /**
   * Journals a refused sign-in.
   *
   * @param account that was tried, or null where there is none. Nothing else is asked about it: the
   *     work must not tell whether there is one
   * @return what the caller is told, which says nothing of the reason
   */
  BadCredentialsException refused(
      @Nullable UUID account, String reason, SignInMeans means, ClientClass client) {
    Actor actor = account == null ? Actor.SYSTEM : new Actor(account, "none");
    journal.appendAlone(
        JournalEntry.of(EventKind.SIGN_IN_REFUSED, occasion(actor, client))
            .because(reason)
            .after(Map.of("client", client.name(), "means", means.name())));
    return new BadCredentialsException("refused");
  }

  /**
   * Journals that somebody signed out of the pages.
   *
   * @param reason whether here alone or everywhere
   */
  void signedOut(SignedIn signedIn, String reason) {
    people
        .byId(signedIn.account())
        .ifPresent(
            person ->
                journal.appendAlone(
                    JournalEntry.of(
                            EventKind.SIGNED_OUT, occasion(person.actor(), ClientClass.PAGE))
                        .because(reason)));
  }

  /** For the journal alone: what a call may do is read when it is asked for. */
  Occasion occasion(UUID account, ClientClass client) {
    return occasion(actor(account), client);
  }

  private Actor actor(UUID account) {
    return people.byId(account).map(Person::actor).orElse(new Actor(account, "none"));
  }

  private Occasion occasion(Actor actor, ClientClass client) {
    return new Occasion(actor, null, null, null, client, policy.id());
  }
}
