package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.springframework.stereotype.Component;

/**
 * Who calls, asked again and again while an answer lasts: whoever signed out, changed their
 * password, or lost their account or office is nobody from then on.
 */
@Component
class LastingCallers {
  private final Callers callers;
  private final Credentials credentials;
  private final People people;
  private final SignInsOnRecord signIns;

  LastingCallers(Callers callers, Credentials credentials, People people, SignInsOnRecord signIns) {
    this.callers = callers;
    this.credentials = credentials;
    this.people = people;
    this.signIns = signIns;
  }

  /**
   * The caller of a request as they are whenever it is asked.
   *
   * @throws org.springframework.security.core.AuthenticationException if nobody is signed in
   */
  Supplier<Optional<Person>> of(HttpServletRequest request) {
    SignedIn signedIn = callers.signedIn();
    BooleanSupplier onRecord = signIns.of(request);
    return () ->
        onRecord.getAsBoolean()
            ? credentials
                .of(signedIn.userName())
                .filter(credential -> credential.seal().equals(signedIn.seal()))
                .flatMap(credential -> people.byUserName(credential.userName()))
            : Optional.empty();
  }
}
