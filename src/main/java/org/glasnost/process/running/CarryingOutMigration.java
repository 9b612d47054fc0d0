package org.glasnost.process.running;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.Moving;
import org.glasnost.process.engine.Moving.Stop;
import org.glasnost.process.engine.Route;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the instances of the migrations that were started, batch by batch. A batch and its progress
 * are one transaction: what a sudden end leaves is exactly what the tables say, and goes on from
 * there. An instance that fails is told, and does not keep the others.
 */
@Component
public class CarryingOutMigration {
  private final Migrations migrations;
  private final Definitions definitions;
  private final Moving moving;
  private final Journal journal;
  private final PolicyRelease policy;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final int batch;

  CarryingOutMigration(
      Migrations migrations,
      Definitions definitions,
      Moving moving,
      Journal journal,
      PolicyRelease policy,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${glasnost.migrations.batch}") int batch) {
    if (batch < 1) {
      throw new IllegalArgumentException("glasnost.migrations.batch is at least 1");
    }
    this.migrations = migrations;
    this.definitions = definitions;
    this.moving = moving;
    this.journal = journal;
    this.policy = policy;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.batch = batch;
  }

  /**
   * Carries out what was started, as far as it may.
   *
   * @param goesOn asked before each batch
   */
  public void pass(BooleanSupplier goesOn) {
    for (UUID migration : migrations.running()) {
      boolean more = true;
      while (more && goesOn.getAsBoolean()) {
        more = batch(migration);
      }
    }
  }

  private boolean batch(UUID id) {
    List<String> tried = new ArrayList<>();
    try {
      return Boolean.TRUE.equals(transaction.execute(open -> move(id, tried)));
    } catch (Moving.MoveFailed failed) {
      transaction.executeWithoutResult(open -> migrations.failed(id, tried));
      return true;
    }
  }

  private boolean move(UUID id, List<String> tried) {
    Migration migration = migrations.locked(id);
    if (migration.state() != MigrationState.RUNNING) {
      return false;
    }
    List<String> next = migrations.next(id, batch);
    if (next.isEmpty()) {
      end(migration);
      return false;
    }
    tried.addAll(next);
    Route route = route(migration);
    Map<String, Stop> stops = moving.stops(route, next);
    stops.forEach((instance, stop) -> migrations.held(id, instance, stop));
    List<String> movable = next.stream().filter(each -> !stops.containsKey(each)).toList();
    moving.move(route, movable);
    migrations.moved(id, movable);
    return true;
  }

  private Route route(Migration migration) {
    return new Route(
        definitions.version(migration.process(), migration.from()).orElseThrow(),
        definitions.version(migration.process(), migration.to()).orElseThrow(),
        migration.elements());
  }

  private void end(Migration migration) {
    migrations.turn(
        migration.id(), MigrationState.ENDED, clock.instant().truncatedTo(ChronoUnit.MICROS));
    journal.append(
        JournalEntry.of(
                EventKind.MIGRATION_ENDED,
                new Occasion(
                    Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, policy.id()))
            .after(
                Map.of(
                    "migration",
                    migration.id().toString(),
                    "process",
                    migration.process() + ":" + migration.to(),
                    "moved",
                    migration.count(MoveState.MOVED),
                    "notMoved",
                    migration.count(MoveState.NOT_MOVED))));
  }
}
