package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Credential;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.policy.PolicyRelease;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who calls, and under which circumstances. What a caller may do is read once for each request from
 * the record, never from the session: what was taken away takes effect with the next call.
 */
@Component
public class Callers {
  private static final String CALLER = Callers.class.getName();
  private static final String ISSUED = CALLER + ".issued";

  private final People people;
  private final Credentials credentials;
  private final PolicyRelease policy;
  private final SessionTimes times;
  private final Clock clock;
  private final HttpServletRequest request;

  /** For Spring. */
  public Callers(
      People people,
      Credentials credentials,
      PolicyRelease policy,
      SessionTimes times,
      Clock clock,
      HttpServletRequest request) {
    this.people = people;
    this.credentials = credentials;
    this.policy = policy;
    this.times = times;
    this.clock = clock;
    this.request = request;
  }

  /**
   * The person who calls.
   *
   * @throws org.springframework.security.core.AuthenticationException if nobody is signed in, or
   *     the account behind the session was closed or its password changed; answered with 401
   */
  public Person current() {
    Optional<Person> known = knownIn(request);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Credential> credential = credential();
    Person person =
        credential
            .flatMap(signedIn -> people.byUserName(signedIn.userName()))
            .orElseThrow(
                () -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    request.setAttribute(CALLER, person);
    request.setAttribute(ISSUED, credential.filter(Credential::issued).isPresent());
    return person;
  }

  /** The person who calls, or nobody: for pages that are open to all. */
  public Optional<Person> currentIfAny() {
    return credential().isEmpty() ? Optional.empty() : Optional.of(current());
  }

  /** The caller of a request, if somebody asked for them in its course. */
  public static Optional<Person> knownIn(HttpServletRequest request) {
    return request.getAttribute(CALLER) instanceof Person known
        ? Optional.of(known)
        : Optional.empty();
  }

  /**
   * Whether the caller of a request is signed in with a password that officers issued. Until they
   * choose another, nothing else is open to them.
   */
  public static boolean hasToChoosePassword(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(ISSUED));
  }

  /**
   * How the caller is signed in.
   *
   * @throws org.springframework.security.core.AuthenticationException as for {@link #current}
   */
  public SignedIn signedIn() {
    current();
    return sessionOrCall()
        .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
  }

  private static Optional<SignedIn> sessionOrCall() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
            && authentication.isAuthenticated()
            && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn)
        : Optional.empty();
  }

  /**
   * What somebody is signed in with, if it is still what is on record and has not lasted its time.
   */
  private Optional<Credential> credential() {
    return sessionOrCall()
        .filter(signedIn -> clock.instant().isBefore(signedIn.at().plus(times.longest())))
        .flatMap(
            signedIn ->
                credentials
                    .of(signedIn.userName())
                    .filter(credential -> credential.seal().equals(signedIn.seal())));
  }

  /**
   * The circumstances of this call.
   *
   * @param usedRole the role that the caller acts in, or null where none is needed
   */
  public Occasion occasion(@Nullable Role usedRole) {
    return new Occasion(
        current().actor(),
        usedRole == null ? null : usedRole.name(),
        null,
        null,
        isProgram() ? ClientClass.PROGRAM : ClientClass.PAGE,
        policy.id());
  }

  /** A call that stands for itself: by its credentials, or by the certificate of its connection. */
  private boolean isProgram() {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || request.getSession(false) == null;
  }
}
