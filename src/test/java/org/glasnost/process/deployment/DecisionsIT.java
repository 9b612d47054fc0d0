package org.glasnost.process.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glasnost.process.deployment.GateFiles.file;
import static org.glasnost.process.deployment.GateFiles.replaced;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.policy.DecisionHit;
import org.glasnost.policy.DecisionTables;
import org.glasnost.process.TaskKind;
import org.glasnost.process.decision.DecisionVersion;
import org.glasnost.process.decision.DecisionVersions;
import org.glasnost.process.decision.FurtherNode;
import org.glasnost.process.decision.KnownDecision;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.EngineAlone;
import org.glasnost.review.ReviewKind;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A decision's way into force, on the library and the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsIT {
  private static final String KEY = KnownDecision.TASK_WARNING.key();
  private static final String TABLE = KEY + ".dmn";
  private static final String EXAMPLES = KEY + ".examples.yaml";

  private final Person first = person("admin", Role.ADMINISTRATOR);
  private final Person second = person("admin2", Role.ADMINISTRATOR);
  private final List<DeploymentFile> shipped = ShippedProcesses.shipped();
  private final EngineAlone engine = EngineAlone.on(database(), Wiring.class);
  private int versionBefore;

  /** Two nodes on one database: each has read its own tables. */
  @TestConfiguration(proxyBeanMethods = false)
  @Import(DeploymentsWiring.class)
  static class Wiring {
    @Bean
    DecisionTables one(DecisionVersions versions) {
      return FurtherNode.on(versions);
    }

    @Bean
    DecisionTables other(DecisionVersions versions) {
      return FurtherNode.on(versions);
    }
  }

  Databases database() {
    return Databases.H2;
  }

  @BeforeAll
  void startAsTheProductDoes() {
    assertThatThrownBy(() -> days("one", ReviewKind.FOIA, TaskKind.RELEASE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no table of the decision task-warning is in force");
    startWith(shipped);
  }

  @BeforeEach
  void remember() {
    versionBefore = version();
  }

  @AfterAll
  void closeEngine() {
    engine.close();
  }

  @Test
  void whatShipsIsInForceInTheProductsOwnNameWithItsExamplesKept() {
    DecisionVersion first =
        engine.bean(DecisionVersions.class).all().stream()
            .filter(each -> each.version() == 1)
            .findFirst()
            .orElseThrow();
    Deployment deployment = engine.bean(Deployments.class).find(first.deployment()).orElseThrow();
    assertThat(deployment.submittedBy()).isEqualTo(Submitter.SYSTEM);
    assertThat(deployment.files()).extracting(DeploymentFile::name).contains(TABLE, EXAMPLES);
    assertThat(first.sha256()).isEqualTo(shipped(TABLE).sha256());
    assertThat(line(deployment))
        .contains("\"decisions\"", "\"version\":1", shipped(TABLE).sha256());
  }

  @Test
  void aTableWaitsUntilASecondAdministratorApprovesAndThenCountsOnEachNodeAtOnce() {
    int days = 20 + versionBefore;
    assertThat(days("one", ReviewKind.MANDATORY, TaskKind.REFERRAL_ANSWER))
        .isEqualTo(days("other", ReviewKind.MANDATORY, TaskKind.REFERRAL_ANSWER))
        .isNotEqualTo(days);
    Deployment pending = submit(first, changed(days));
    assertThat(pending.findings()).isEmpty();
    assertThatThrownBy(() -> approve(pending, first)).isInstanceOf(Refused.class);
    assertThat(version()).isEqualTo(versionBefore);
    assertThat(days("one", ReviewKind.MANDATORY, TaskKind.REFERRAL_ANSWER)).isNotEqualTo(days);

    approve(pending, second);
    assertThat(version()).isEqualTo(versionBefore + 1);
    for (String node : List.of("one", "other")) {
      assertThat(hit(node, ReviewKind.MANDATORY, TaskKind.REFERRAL_ANSWER))
          .isEqualTo(
              new DecisionHit(
                  KEY, versionBefore + 1, "answer-within-a-year", Map.of("days", days)));
    }
    assertThat(days("one", null, TaskKind.MARKING_REVIEW)).isEqualTo(7);
    assertThat(engine.bean(DecisionVersions.class).dmn(KEY, versionBefore + 1))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(pending.files().get(0).bytes()));
    assertThat(line(pending))
        .contains("\"version\":" + (versionBefore + 1), pending.files().get(0).sha256());
    // The engine's own repository holds no decision and no examples.
    assertThat(engine.bean(Definitions.class).keys()).doesNotContain(KEY);
  }

  @Test
  void aTableWithAGapIsKeptAndNeverApproved() {
    String gap =
        replaced(
            GateFiles.text(shipped(TABLE)), "not(\"MANDATORY\")", "not(\"MANDATORY\",\"FOIA\")");
    Deployment pending = submit(first, List.of(file(TABLE, gap), shipped(EXAMPLES)));
    assertThat(pending.findings()).extracting(each -> each.rule().value()).contains("DPL-0054");
    assertThatThrownBy(() -> approve(pending, second))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.findings())
                    .anyMatch(finding -> finding.rule().value().equals("DPL-0054")));
    assertThat(version()).isEqualTo(versionBefore);
  }

  @Test
  void whatShipsChangedWaitsWithItsExamples() {
    List<DeploymentFile> next = new ArrayList<>(shipped);
    List<DeploymentFile> changed = changed(40 + versionBefore);
    next.replaceAll(
        file ->
            changed.stream().filter(c -> c.name().equals(file.name())).findFirst().orElse(file));
    startWith(next);
    startWith(next);
    Deployment pending = engine.bean(Deployments.class).page(null, 1).get(0);
    assertThat(pending.state()).isEqualTo(DeploymentState.PENDING);
    assertThat(pending.files()).isEqualTo(changed);
    assertThat(version()).isEqualTo(versionBefore);
    approve(pending, second);
    assertThat(version()).isEqualTo(versionBefore + 1);
  }

  @Test
  void ofTablesThatComeIntoForceAtOnceEachHasItsNumber() throws Exception {
    List<Callable<Integer>> approvals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Deployment pending = submit(first, changed(100 + i));
      approvals.add(() -> approve(pending, second).version());
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Integer> each : threads.invokeAll(approvals)) {
        assertThat(each.get()).isEqualTo(2);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(version()).isEqualTo(versionBefore + 4);
  }

  private int version() {
    return engine.bean(DecisionVersions.class).latest(KEY);
  }

  private int days(String node, @Nullable ReviewKind review, TaskKind task) {
    return hit(node, review, task).number(KnownDecision.DAYS);
  }

  private DecisionHit hit(String node, @Nullable ReviewKind review, TaskKind task) {
    return engine
        .bean(node, DecisionTables.class)
        .decide(KEY, List.of(KnownDecision.ofTask(review, task)))
        .get(0);
  }

  /** What the journal says of its approval. */
  private String line(Deployment deployment) {
    return engine
        .bean(JdbcClient.class)
        .sql(
            "select b.canonical from journal_body b join journal_event e on e.id = b.event where"
                + " e.kind = 'DEPLOYMENT_APPROVED'")
        .query((row, number) -> new String(row.getBytes("canonical"), UTF_8))
        .list()
        .stream()
        .filter(words -> words.contains(deployment.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  /** The shipped table with another number of days, and the example that says so. */
  private List<DeploymentFile> changed(int days) {
    return List.of(
        file(TABLE, replaced(GateFiles.text(shipped(TABLE)), "<text>30<", "<text>" + days + "<")),
        file(
            EXAMPLES,
            replaced(GateFiles.text(shipped(EXAMPLES)), "{days: 30}", "{days: " + days + "}")));
  }

  private DeploymentFile shipped(String name) {
    return shipped.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private void startWith(List<DeploymentFile> files) {
    engine.inTransaction(() -> engine.bean(ShippedProcesses.class).deploy(files));
  }

  private Deployment submit(Person person, List<DeploymentFile> files) {
    return engine
        .bean(SubmittingDeployment.class)
        .submit(new SubmitDeployment("A change", "a test", files), person, occasion(person));
  }

  private Deployment approve(Deployment deployment, Person person) {
    return engine.bean(DecidingDeployment.class).approve(deployment.id(), person, occasion(person));
  }

  private static Person person(String userName, Role role) {
    return new Person(
        UUID.randomUUID(),
        userName,
        userName,
        "Administrator",
        "NARA",
        Set.of(role),
        null,
        Set.of(),
        Set.of("USA"),
        null,
        List.of(),
        Map.of());
  }

  private static Occasion occasion(Person person) {
    return new Occasion(
        person.actor(), Role.ADMINISTRATOR.name(), null, null, ClientClass.PROGRAM, "test");
  }
}
