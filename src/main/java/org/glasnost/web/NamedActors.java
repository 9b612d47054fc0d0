package org.glasnost.web;

import java.util.UUID;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.contract.StrictJson;
import org.glasnost.history.Oversight;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose events are asked for: an account by its id or, while it is open, by its user name. */
@Component
class NamedActors {
  private final Oversight oversight;
  private final People people;

  /**
   * @param oversight who may ask
   * @param people who is asked for
   */
  NamedActors(Oversight oversight, People people) {
    this.oversight = oversight;
    this.people = people;
  }

  /**
   * The account that is named; null where none is. Of an id nothing is said but the id itself: it
   * may be that of an account which is closed.
   *
   * @throws Refused NOT_ENTITLED for anybody but an auditor, so that nobody else learns who is
   *     there; NOT_KNOWN where nobody has that name
   */
  @Nullable UUID of(Person auditor, @Nullable String written) {
    oversight.require(auditor);
    if (written == null) {
      return null;
    }
    return StrictJson.ID.matcher(written).matches()
        ? UUID.fromString(written)
        : people.byUserName(written).map(Person::id).orElseThrow(Refused::notKnown);
  }
}
