package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.policy.PolicyRelease;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
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

  private final People people;
  private final PolicyRelease policy;
  private final HttpServletRequest request;

  /** For Spring. */
  Callers(People people, PolicyRelease policy, HttpServletRequest request) {
    this.people = people;
    this.policy = policy;
    this.request = request;
  }

  /**
   * The person who calls.
   *
   * @throws org.springframework.security.core.AuthenticationException if nobody is signed in, or
   *     the account behind the session was closed; answered with 401
   */
  public Person current() {
    if (request.getAttribute(CALLER) instanceof Person known) {
      return known;
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !authentication.isAuthenticated()
        || authentication instanceof AnonymousAuthenticationToken) {
      throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }
    Person person =
        people
            .byUserName(authentication.getName())
            .orElseThrow(
                () -> new AuthenticationCredentialsNotFoundException("the account was closed"));
    request.setAttribute(CALLER, person);
    return person;
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
        request.getHeader(HttpHeaders.AUTHORIZATION) == null
            ? ClientClass.PAGE
            : ClientClass.PROGRAM,
        policy.id());
  }
}
