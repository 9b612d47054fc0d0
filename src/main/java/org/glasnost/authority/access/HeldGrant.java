package org.glasnost.authority.access;

import java.time.LocalDate;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.jspecify.annotations.Nullable;

/**
 * A grant of need-to-know as the record has it on a day.
 *
 * @param id the record of it
 * @param source why
 * @param scope how much it opens
 * @param account the person, or null for any
 * @param role the role that must be held, or null for any
 * @param agency the agency of whoever asks, or null for any
 * @param from the first day on which it holds
 * @param until the first day on which it holds no more, or null
 */
public record HeldGrant(
    UUID id,
    GrantSource source,
    GrantScope scope,
    @Nullable UUID account,
    @Nullable Role role,
    @Nullable String agency,
    LocalDate from,
    @Nullable LocalDate until) {

  /** Whether it was given to that person, or to whoever is what they are. */
  boolean isFor(Person person) {
    return (account == null || account.equals(person.id()))
        && (role == null || person.has(role))
        && (agency == null || agency.equals(person.agency()));
  }
}
