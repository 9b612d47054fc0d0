package org.glasnost.architecture.specimen.process.worklist;

import org.camunda.bpm.engine.TaskService;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/** Calls the engine from outside, and in another thread. */
public class Astray {
  private final TaskService tasks;

  Astray(TaskService tasks) {
    this.tasks = tasks;
  }

  /** Completes a task behind everybody's back. */
  @Async
  public void complete(String id) {
    tasks.complete(id);
  }

  /** Hears of it afterwards. */
  @TransactionalEventListener
  public void heard(String event) {
    tasks.complete(event);
  }
}
