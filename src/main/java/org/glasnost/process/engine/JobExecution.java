package org.glasnost.process.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the engine's timers when the whole application stands, and stops them before anything else
 * goes: a timer that fired into a half-built application would fail for no reason of its own.
 */
@Component
class JobExecution implements SmartLifecycle {
  private final JobExecutor jobs;

  JobExecution(JobExecutor jobs) {
    this.jobs = jobs;
  }

  @Override
  public void start() {
    jobs.start();
  }

  @Override
  public void stop() {
    jobs.shutdown();
  }

  @Override
  public boolean isRunning() {
    return jobs.isActive();
  }
}
