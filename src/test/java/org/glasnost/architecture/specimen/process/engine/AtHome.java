package org.glasnost.architecture.specimen.process.engine;

import org.camunda.bpm.engine.TaskService;

/** Sees the engine where it may. */
public final class AtHome {
  private AtHome() {}

  /** The engine's tasks. */
  public static Class<?> tasks() {
    return TaskService.class;
  }
}
