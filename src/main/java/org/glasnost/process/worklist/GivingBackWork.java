package org.glasnost.process.worklist;

import java.util.UUID;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.office.OpenWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives back the tasks of somebody who leaves. */
@Component
class GivingBackWork implements OpenWork {
  private final JdbcClient jdbc;
  private final WorkItems items;
  private final Assigning assigning;

  GivingBackWork(JdbcClient jdbc, WorkItems items, Assigning assigning) {
    this.jdbc = jdbc;
    this.items = items;
    this.assigning = assigning;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBackAll(UUID account, Occasion occasion) {
    jdbc.sql("select id from work_item where assignee = ? and completed_at is null order by id")
        .param(account)
        .query(UUID.class)
        .list()
        .forEach(id -> assigning.release(items.locked(id), occasion));
  }
}
