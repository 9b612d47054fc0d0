package org.glasnost.process.worklist;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.People;
import org.glasnost.authority.office.OpenWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives back the tasks of somebody who leaves, or who has lost what they need for them. */
@Component
class GivingBackWork implements OpenWork {
  private final JdbcClient jdbc;
  private final WorkItems items;
  private final Assigning assigning;
  private final People people;

  GivingBackWork(JdbcClient jdbc, WorkItems items, Assigning assigning, People people) {
    this.jdbc = jdbc;
    this.items = items;
    this.assigning = assigning;
    this.people = people;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBackAll(UUID account, Occasion occasion) {
    had(account).forEach(item -> assigning.release(item, occasion));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBackLost(UUID account, Occasion occasion) {
    giveBackLost(had(account), occasion);
  }

  /** The same of the tasks on a document, whoever has them. */
  @Transactional(propagation = Propagation.MANDATORY)
  void giveBackLostOn(UUID document, Occasion occasion) {
    giveBackLost(
        items.openOn(document).stream()
            .map(WorkItem::id)
            .map(items::locked)
            .filter(WorkItem::isOpen)
            .toList(),
        occasion);
  }

  private void giveBackLost(List<WorkItem> tasks, Occasion occasion) {
    tasks.stream()
        .filter(item -> item.assignee() != null)
        .filter(this::isLost)
        .forEach(item -> assigning.release(item, occasion));
  }

  /** Whether its holder could not claim a task any more, by what they hold at this moment. */
  boolean isLost(WorkItem item) {
    UUID holder = Objects.requireNonNull(item.assignee());
    return people.byId(holder).filter(person -> assigning.ableToClaim(item, person)).isEmpty();
  }

  /** The open tasks that a person has, each locked. */
  private List<WorkItem> had(UUID account) {
    return jdbc
        .sql(
            "select id from work_item where assignee = ? and due_while_open is not null"
                + " order by document, id")
        .param(account)
        .query(UUID.class)
        .list()
        .stream()
        .map(items::locked)
        .filter(item -> item.isOpen() && account.equals(item.assignee()))
        .toList();
  }
}
