package org.glasnost.process.running;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.glasnost.audit.Journal;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.process.deployment.DeploymentsWiring;
import org.glasnost.process.deployment.RouteGate;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.Moving;
import org.glasnost.process.worklist.ConcernedDocument;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** What running versions need beside the engine, and a step that fails when it is told to. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
  DeploymentsWiring.class,
  ConcernedDocument.class,
  Suspensions.class,
  SuspendingVersion.class,
  BringingBackVersion.class,
  PlanningMigration.class,
  RouteGate.class,
  Migrations.class,
  StartingMigration.class,
  RetryingSteps.class
})
class RunningWiring {
  /** So many instances move in one transaction. */
  static final int BATCH = 50;

  static final AtomicReference<@Nullable RuntimeException> FAILS_WITH = new AtomicReference<>();

  /** A refusal whose words nobody but the log may be told. */
  static Refused refusal() {
    return new Refused(
        Refused.Ground.RULE, Finding.error("REV-0001", "Words that are not to be told."));
  }

  @Bean
  CarryingOutMigration carryingOutMigration(
      Migrations migrations,
      Definitions definitions,
      Moving moving,
      Journal journal,
      PolicyRelease policy,
      Clock clock,
      PlatformTransactionManager transactions) {
    return new CarryingOutMigration(
        migrations, definitions, moving, journal, policy, clock, transactions, BATCH);
  }

  @Bean
  JavaDelegate troubledStep() {
    return execution -> {
      RuntimeException failure = FAILS_WITH.get();
      if (failure != null) {
        throw failure;
      }
    };
  }
}
