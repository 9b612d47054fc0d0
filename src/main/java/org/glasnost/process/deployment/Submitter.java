package org.glasnost.process.deployment;

import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.authority.Person;

/**
 * Who submitted or decided, as kept with a deployment.
 *
 * @param id the account's id; the product's own for what ships with it
 * @param userName what they sign in with; {@code system} for the product
 */
public record Submitter(UUID id, String userName) {
  /** The product itself. */
  public static final Submitter SYSTEM = new Submitter(Actor.SYSTEM.id(), "system");

  /** A person. */
  public static Submitter of(Person person) {
    return new Submitter(person.id(), person.userName());
  }
}
