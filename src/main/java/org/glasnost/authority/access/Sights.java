package org.glasnost.authority.access;

import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.marking.Protection;
import org.glasnost.policy.OfficeDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens a person's sight, and asks single questions of it. */
@Component
public class Sights {
  private final Labels labels;
  private final JdbcClient jdbc;
  private final OfficeDay officeDay;

  Sights(Labels labels, JdbcClient jdbc, OfficeDay officeDay) {
    this.labels = labels;
    this.jdbc = jdbc;
    this.officeDay = officeDay;
  }

  /** What the person may know of at this moment. */
  public Sight of(Person person) {
    return new Sight(person, labels.coveredBy(person), labels::protection, officeDay.today());
  }

  /** Whether the person may know that the document exists. */
  public boolean mayKnow(Sight sight, UUID document) {
    return exists(sight.condition("d.label", "d.id"), sight.parameters(), document);
  }

  /** Whether the person may read the document's text. */
  public boolean mayRead(Sight sight, UUID document) {
    return exists(sight.textCondition("d.label", "d.id"), sight.parameters(), document);
  }

  /** Whether the person may read the document's text for another reason than its release. */
  public boolean mayReadUnreleased(Sight sight, UUID document) {
    return exists(sight.unreleasedTextCondition("d.label", "d.id"), sight.parameters(), document);
  }

  /** Whether the person is cleared for a protection; need-to-know is asked beside this. */
  public static boolean clearedFor(Sight sight, Protection protection) {
    return Clearing.covers(sight.person(), protection);
  }

  /** Whether whoever belongs to the originating or holding agency is on each list it hangs on. */
  public static boolean listsMetByAgency(Protection protection) {
    return AccessList.of(protection).stream().allMatch(AccessList::isMetByAgency);
  }

  /** Whether the person may know of the document if they get a task on it. */
  public boolean mayBeGivenTask(Sight sight, UUID document) {
    return exists(sight.taskCondition("d.label", "d.id"), sight.taskParameters(), document);
  }

  private boolean exists(String condition, Object[] parameters, UUID document) {
    return jdbc.sql("select count(*) from document d where d.id = ? and " + condition)
            .param(document)
            .params(parameters)
            .query(Long.class)
            .single()
        > 0;
  }
}
