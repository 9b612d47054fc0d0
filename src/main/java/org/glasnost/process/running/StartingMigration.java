package org.glasnost.process.running;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.deployment.Submitter;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator starts a migration, pauses it and lets it go on. One is enough: both versions
 * were approved by two. {@link CarryingOutMigration} moves the instances.
 */
@Service
public class StartingMigration {
  private final PlanningMigration planning;
  private final Migrations migrations;
  private final Journal journal;
  private final Clock clock;

  StartingMigration(
      PlanningMigration planning, Migrations migrations, Journal journal, Clock clock) {
    this.planning = planning;
    this.migrations = migrations;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Starts the migration of all instances that run on the version now. Those that cannot move stay,
   * and are told.
   *
   * @throws Refused as for a plan; on ground CONFLICT if no instance runs on the version, none of
   *     them can move, or another migration from it has not ended
   */
  @Transactional
  public Migration start(MigrationOrder order, Person person, Occasion occasion) {
    MigrationPlan plan = planning.plan(order, person);
    if (migrations.underWay(order.process(), order.from())) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error("DPL-0115", "A migration from this version has not ended yet."));
    }
    if (plan.movable() == 0) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error("DPL-0116", "No instance runs on this version that could move."));
    }
    Migration migration =
        new Migration(
            UUID.randomUUID(),
            order.process(),
            order.from(),
            order.to(),
            plan.route().elements(),
            MigrationState.RUNNING,
            person.userName(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            Map.of(),
            1);
    migrations.add(migration, Submitter.of(person), plan.instances());
    journal.append(
        JournalEntry.of(EventKind.MIGRATION_STARTED, occasion)
            .before(Map.of("process", plan.route().from().process()))
            .after(
                Map.of(
                    "migration",
                    migration.id().toString(),
                    "process",
                    plan.route().to().process(),
                    "elements",
                    migration.elements(),
                    "instances",
                    plan.instances().size())));
    return migrations.find(migration.id()).orElseThrow();
  }

  /**
   * Stops a running migration after the batch that is under way.
   *
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks; NOT_KNOWN if there is
   *     none; CONFLICT if it is not running
   */
  @Transactional
  public Migration pause(UUID id, Person person, Occasion occasion) {
    return turn(
        id,
        MigrationState.RUNNING,
        MigrationState.PAUSED,
        EventKind.MIGRATION_PAUSED,
        person,
        occasion);
  }

  /**
   * Lets a paused migration go on.
   *
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks; NOT_KNOWN if there is
   *     none; CONFLICT if it is not paused
   */
  @Transactional
  public Migration resume(UUID id, Person person, Occasion occasion) {
    return turn(
        id,
        MigrationState.PAUSED,
        MigrationState.RUNNING,
        EventKind.MIGRATION_RESUMED,
        person,
        occasion);
  }

  /**
   * The migration of that id.
   *
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks; NOT_KNOWN if there is none
   */
  public Migration look(UUID id, Person person) {
    DeploymentRights.requireAdministrator(person);
    return migrations.find(id).orElseThrow(Refused::notKnown);
  }

  private Migration turn(
      UUID id,
      MigrationState from,
      MigrationState to,
      EventKind kind,
      Person person,
      Occasion occasion) {
    look(id, person);
    Migration migration = migrations.locked(id);
    if (migration.state() != from) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error(
              "DPL-0117",
              switch (migration.state()) {
                case RUNNING -> "The migration is running.";
                case PAUSED -> "The migration is paused already.";
                case ENDED -> "The migration has ended.";
              }));
    }
    migrations.turn(id, to, null);
    journal.append(
        JournalEntry.of(kind, occasion)
            .after(
                Map.of(
                    "migration",
                    id.toString(),
                    "moved",
                    migration.count(MoveState.MOVED),
                    "waiting",
                    migration.count(MoveState.WAITING))));
    return migrations.find(id).orElseThrow();
  }
}
