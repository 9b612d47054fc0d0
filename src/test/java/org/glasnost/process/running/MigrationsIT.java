package org.glasnost.process.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.glasnost.process.TaskKind;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.EngineAlone;
import org.glasnost.process.engine.Moving.Why;
import org.glasnost.process.engine.ProcessVariable;
import org.glasnost.process.running.MigrationOrder.Mapping;
import org.glasnost.process.running.MigrationPlan.Line;
import org.glasnost.rule.Refused.Ground;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Instances move from one version to another. */
class MigrationsIT extends RunningVersions {

  @Test
  void aPlanSaysWhatWouldMoveAndChangesNothing() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW", "ADJUDICATION", "REDACTION");
    UUID one = begins(key);
    begins(key);
    UUID stays = begins(key);
    completes(stays, Map.of(ProcessVariable.REFERRAL_COUNT, 0));
    inForce(key, "FIRST_REVIEW", "REDACTION");
    List<String> before = lines();
    Map<String, Long> tables = tables();

    MigrationPlan plan = plan(key);
    assertThat(plan.lines())
        .extracting(line -> line.from().id(), MigrationsIT::target, Line::instances)
        .containsExactly(
            tuple("FIRST_REVIEW", "FIRST_REVIEW", 2L),
            tuple("ADJUDICATION", "", 1L),
            tuple("REDACTION", "REDACTION", 0L));
    assertThat(plan.instances()).hasSize(3);
    assertThat(plan.movable()).isEqualTo(2);
    assertThat(plan.held()).hasSize(1);
    assertThat(plan.held().get(0).why()).isEqualTo(Why.NO_COUNTERPART);
    assertThat(plan.held().get(0).instances()).isEqualTo(1);
    assertThat(plan.held().get(0).element()).isNotNull();

    assertThat(lines()).isEqualTo(before);
    assertThat(tables()).isEqualTo(tables);
    assertThat(versionOf(key, one)).isEqualTo(1);
    assertThat(versionOf(key, stays)).isEqualTo(1);
  }

  @Test
  void instancesMoveInBatchesAndGoOnWhereTheyWereCutOff() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW", "REDACTION");
    List<UUID> documents = IntStream.range(0, 120).mapToObj(i -> begins(key)).toList();
    inForce(key, "FIRST_REVIEW", "REFERRAL_ANSWER");
    int before = lines().size();
    UUID id = start(key).id();
    assertThat(migration(id).count(MoveState.WAITING)).isEqualTo(120);

    // Cut off between two batches.
    assertThat(passes(1)).isEqualTo(1);
    assertThat(migration(id).count(MoveState.MOVED)).isEqualTo(RunningWiring.BATCH);
    assertThat(documents.stream().filter(each -> versionOf(key, each) == 2))
        .hasSize(RunningWiring.BATCH);

    // Cut off within one: what it had done is undone, its progress with it.
    new TransactionTemplate(engine.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            open -> {
              passes(1);
              assertThat(migration(id).count(MoveState.MOVED)).isEqualTo(2L * RunningWiring.BATCH);
              open.setRollbackOnly();
            });
    assertThat(migration(id).count(MoveState.MOVED)).isEqualTo(RunningWiring.BATCH);
    assertThat(documents.stream().filter(each -> versionOf(key, each) == 2))
        .hasSize(RunningWiring.BATCH);

    passes(Integer.MAX_VALUE);
    assertThat(migration(id).state()).isEqualTo(MigrationState.ENDED);
    assertThat(migration(id).endedAt()).isNotNull();
    assertThat(migration(id).count(MoveState.MOVED)).isEqualTo(120);
    assertThat(documents).allMatch(each -> versionOf(key, each) == 2);
    assertThat(lines().subList(before, lines().size()))
        .containsExactly("MIGRATION_STARTED", "MIGRATION_ENDED");

    // A task that was open all the time is told of its version, and completed on it.
    UUID document = documents.get(0);
    assertThat(engine.openTasks().movedTo(task(document).engineTaskId())).isEqualTo(key + ":2");
    completes(document, Map.of(ProcessVariable.REFERRAL_COUNT, 0));
    assertThat(task(document).kind()).isEqualTo(TaskKind.REFERRAL_ANSWER);
    assertThat(task(document).processVersion()).isEqualTo(2);
  }

  @Test
  void oneThatCannotMoveIsToldAndKeepsNoOther() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW", "ADJUDICATION");
    UUID stays = begins(key);
    completes(stays, Map.of(ProcessVariable.REFERRAL_COUNT, 0));
    UUID ended = begins(key);
    UUID moves = begins(key);
    inForce(key, "FIRST_REVIEW", "REDACTION");
    UUID id = start(key).id();
    engine.inTransaction(() -> engine.course().cancel(ended, "TRIAL"));
    passes(Integer.MAX_VALUE);

    assertThat(versionOf(key, moves)).isEqualTo(2);
    assertThat(versionOf(key, stays)).isEqualTo(1);
    Map<UUID, String> told = new HashMap<>();
    for (Migration.Instance each :
        engine.bean(Migrations.class).instances(id, MoveState.NOT_MOVED, "", 10)) {
      assertThat(each.failed()).isFalse();
      told.put(Objects.requireNonNull(each.document()), each.why() + " " + each.element());
    }
    assertThat(told).isEqualTo(Map.of(stays, "NO_COUNTERPART ADJUDICATION", ended, "GONE null"));
    // Nothing is left that could move.
    assertRefused(Ground.CONFLICT, "DPL-0116", () -> start(key));
  }

  @Test
  void oneThatTheEngineFailsToMoveIsGivenUpAndKeepsNoOther() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW");
    UUID fails = begins(key);
    UUID moves = begins(key);
    inForce(key, "FIRST_REVIEW", "REDACTION");
    UUID id = start(key).id();
    String target = engine.bean(Definitions.class).version(key, 2).orElseThrow().id();
    JdbcClient jdbc = engine.bean(JdbcClient.class);
    jdbc.sql(
            "alter table ACT_RU_TASK add constraint stays_here check (ID_ <> '"
                + task(fails).engineTaskId()
                + "' or PROC_DEF_ID_ <> '"
                + target
                + "')")
        .update();
    try {
      passes(Integer.MAX_VALUE);
    } finally {
      jdbc.sql("alter table ACT_RU_TASK drop constraint stays_here").update();
    }
    assertThat(migration(id).state()).isEqualTo(MigrationState.ENDED);
    assertThat(versionOf(key, moves)).isEqualTo(2);
    assertThat(versionOf(key, fails)).isEqualTo(1);
    assertThat(engine.bean(Migrations.class).instances(id, MoveState.NOT_MOVED, "", 10))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.document()).isEqualTo(fails);
              assertThat(each.failed()).isTrue();
            });
    // The next migration takes it along.
    start(key);
    passes(Integer.MAX_VALUE);
    assertThat(versionOf(key, fails)).isEqualTo(2);
  }

  @Test
  void aRouteThatTheEngineObjectsToIsGivenUpAndKeepsNoOtherMigration() {
    String broken = newKey();
    inForce(broken, "FIRST_REVIEW");
    UUID stays = begins(broken);
    inForce(broken, "FIRST_REVIEW", "REDACTION");
    UUID id = start(broken).id();
    engine
        .bean(JdbcClient.class)
        .sql("update migration_element set target = 'nowhere' where migration = ?")
        .param(id)
        .update();
    String key = newKey();
    inForce(key, "FIRST_REVIEW");
    UUID moves = begins(key);
    inForce(key, "FIRST_REVIEW", "REDACTION");
    start(key);

    passes(Integer.MAX_VALUE);

    assertThat(migration(id).state()).isEqualTo(MigrationState.ENDED);
    assertThat(migration(id).count(MoveState.NOT_MOVED)).isEqualTo(1);
    assertThat(versionOf(broken, stays)).isEqualTo(1);
    assertThat(versionOf(key, moves)).isEqualTo(2);
  }

  @Test
  void aFirstReviewStaysAFirstReview() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW", "SIGNATURE");
    UUID document = begins(key);
    inForce(key, "FIRST_REVIEW.anew", "SIGNATURE");
    assertRefused(
        Ground.RULE, "DPL-0114", () -> plan(key, new Mapping("FIRST_REVIEW", "SIGNATURE")));
    assertRefused(
        Ground.RULE, "DPL-0114", () -> start(key, new Mapping("FIRST_REVIEW", "SIGNATURE")));
    assertRefused(Ground.RULE, "DPL-0113", () -> plan(key, new Mapping("FIRST_REVIEW", "none")));
    assertRefused(Ground.RULE, "DPL-0113", () -> plan(key, new Mapping("none", "SIGNATURE")));
    Mapping renamed = new Mapping("FIRST_REVIEW", "FIRST_REVIEW.anew");
    assertRefused(Ground.RULE, "DPL-0113", () -> plan(key, renamed, renamed));
    assertThat(plan(key).movable()).isZero();

    assertThat(plan(key, renamed).movable()).isEqualTo(1);
    start(key, renamed);
    passes(Integer.MAX_VALUE);
    assertThat(versionOf(key, document)).isEqualTo(2);
    completes(document, Map.of(ProcessVariable.REFERRAL_COUNT, 0));
    assertThat(task(document).kind()).isEqualTo(TaskKind.SIGNATURE);
  }

  /** Put into force past the gate; what the domain holds back besides is not needed. */
  @Test
  void nobodyMovesToWhereAReleaseComesTooEarly() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE");
    begins(key);
    inForce(key, "FIRST_REVIEW", "RELEASE");
    List<String> before = lines();
    assertRefused(Ground.RULE, "DPL-0122", () -> plan(key));
    assertRefused(Ground.RULE, "DPL-0122", () -> start(key));
    assertThat(lines()).isEqualTo(before);
  }

  @Test
  void whatIsAskedForHasToBeThere() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW");
    inForce(key, "FIRST_REVIEW", "REDACTION");
    assertRefused(Ground.RULE, "DPL-0111", () -> planning(key, 1, 9));
    for (int none : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertRefused(Ground.RULE, "DPL-0111", () -> planning(key, none, 2));
      assertRefused(Ground.RULE, "DPL-0111", () -> planning(key, 1, none));
    }
    assertRefused(Ground.RULE, "DPL-0111", () -> planning("no-such", 1, 2));
    assertRefused(Ground.RULE, "DPL-0112", () -> planning(key, 2, 2));
    assertRefused(Ground.RULE, "DPL-0111", () -> MigrationOrder.of(null, null, null, List.of()));
    assertRefused(
        Ground.RULE,
        "DPL-0111",
        () -> MigrationOrder.of(key, 1, 2, List.of(new MigrationOrder.Asked("a", null))));
    assertRefused(Ground.CONFLICT, "DPL-0116", () -> start(key));
    MigrationOrder order = new MigrationOrder(key, 1, 2, List.of());
    assertRefused(
        Ground.NOT_ENTITLED,
        "DPL-0101",
        () -> engine.bean(PlanningMigration.class).plan(order, REVIEWER));
    assertRefused(
        Ground.NOT_ENTITLED,
        "DPL-0101",
        () -> engine.bean(StartingMigration.class).start(order, REVIEWER, occasion()));
  }

  @Test
  void anAdministratorPausesAMigrationAndLetsItGoOn() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW");
    UUID document = begins(key);
    inForce(key, "FIRST_REVIEW", "REDACTION");
    UUID id = start(key).id();
    StartingMigration starting = engine.bean(StartingMigration.class);
    assertRefused(Ground.CONFLICT, "DPL-0115", () -> start(key));
    assertRefused(Ground.CONFLICT, "DPL-0117", () -> starting.resume(id, ADMIN, occasion()));
    assertThat(starting.pause(id, ADMIN, occasion()).state()).isEqualTo(MigrationState.PAUSED);
    assertRefused(Ground.CONFLICT, "DPL-0117", () -> starting.pause(id, ADMIN, occasion()));
    passes(Integer.MAX_VALUE);
    assertThat(versionOf(key, document)).isEqualTo(1);
    assertThat(starting.resume(id, SECOND, occasion()).state()).isEqualTo(MigrationState.RUNNING);
    passes(Integer.MAX_VALUE);
    assertThat(versionOf(key, document)).isEqualTo(2);
    assertRefused(Ground.CONFLICT, "DPL-0117", () -> starting.pause(id, ADMIN, occasion()));
    assertRefused(
        Ground.NOT_KNOWN, "ACC-0001", () -> starting.pause(UUID.randomUUID(), ADMIN, occasion()));
    assertRefused(Ground.NOT_ENTITLED, "DPL-0101", () -> starting.pause(id, REVIEWER, occasion()));
    assertThat(lines())
        .containsSubsequence(
            "MIGRATION_STARTED", "MIGRATION_PAUSED", "MIGRATION_RESUMED", "MIGRATION_ENDED");
  }

  @Test
  void aReviewThatALifeCycleCalledMovesByItselfAndReturnsToIt() {
    String key = "declassification-review";
    UUID document = UUID.randomUUID();
    UUID review = UUID.randomUUID();
    engine.inTransaction(() -> engine.course().startReview(document, review));
    completes(document, Map.of());
    completes(document, Map.of(ProcessVariable.REFERRAL_COUNT, 2));
    assertThat(engine.openTasks().kindsOf(document))
        .containsExactly(TaskKind.REFERRAL_ANSWER, TaskKind.REFERRAL_ANSWER);
    int newest =
        deploys(key, EngineAlone.shippedText(key).replace("\"First review\"", "\"First look\""));
    MigrationOrder order = new MigrationOrder(key, newest - 1, newest, List.of());
    assertThat(engine.bean(PlanningMigration.class).plan(order, ADMIN).movable()).isEqualTo(1);
    engine.bean(StartingMigration.class).start(order, ADMIN, occasion());
    passes(Integer.MAX_VALUE);
    assertThat(versionOf(key, document)).isEqualTo(newest);
    assertThat(versionOf("record-life-cycle", document)).isEqualTo(1);

    for (String each :
        engine.openTasks().of(document).stream().map(t -> t.engineTaskId()).toList()) {
      engine.inTransaction(() -> engine.course().complete(each, Map.of()));
    }
    completes(
        document,
        Map.of(ProcessVariable.SECOND_OUTCOME, "CONCURRED", ProcessVariable.REFERRAL_COUNT, 0));
    completes(
        document,
        Map.of(
            ProcessVariable.SIGNED,
            true,
            ProcessVariable.OUTCOME,
            "SUSTAINED",
            ProcessVariable.WITHHOLDS,
            false));
    assertThat(engine.course().runningInstance(document)).isEmpty();
  }

  private static String target(Line line) {
    return line.to() == null ? "" : line.to().id();
  }

  private MigrationPlan plan(String key, Mapping... mappings) {
    return engine
        .bean(PlanningMigration.class)
        .plan(new MigrationOrder(key, 1, 2, List.of(mappings)), ADMIN);
  }

  private MigrationPlan planning(String key, int from, int to) {
    return engine
        .bean(PlanningMigration.class)
        .plan(new MigrationOrder(key, from, to, List.of()), ADMIN);
  }

  private Migration start(String key, Mapping... mappings) {
    return engine
        .bean(StartingMigration.class)
        .start(new MigrationOrder(key, 1, 2, List.of(mappings)), ADMIN, occasion());
  }

  private Migration migration(UUID id) {
    return engine.bean(StartingMigration.class).look(id, ADMIN);
  }

  /** Lets the background work do so many batches at most; how many it did. */
  private int passes(int most) {
    Iterator<Integer> allowed = IntStream.range(0, most).iterator();
    List<Integer> done = new ArrayList<>();
    engine
        .bean(CarryingOutMigration.class)
        .pass(() -> allowed.hasNext() && done.add(allowed.next()));
    return done.size();
  }

  private Map<String, Long> tables() {
    Map<String, Long> rows = new HashMap<>();
    for (String table :
        List.of(
            "migration",
            "migration_instance",
            "ACT_RU_EXECUTION",
            "ACT_RU_TASK",
            "ACT_HI_ACTINST",
            "ACT_HI_OP_LOG")) {
      rows.put(table, rows(table));
    }
    return rows;
  }
}
