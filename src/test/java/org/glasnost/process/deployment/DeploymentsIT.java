package org.glasnost.process.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glasnost.audit.Journal;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.audit.SequencerSignal;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.EngineAlone;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A definition's way into force, on the engine and the database. */
class DeploymentsIT {
  private final Person first = person("admin", Role.ADMINISTRATOR);
  private final Person second = person("admin2", Role.ADMINISTRATOR);

  private EngineAlone engine;
  private List<DeploymentFile> shipped;

  DeploymentsIT() {
    engine = EngineAlone.on(database(), Wiring.class);
    shipped = ShippedProcesses.shipped();
  }

  Databases database() {
    return Databases.H2;
  }

  @BeforeEach
  void startAsTheProductDoes() {
    engine.inTransaction(() -> engine.bean(ShippedProcesses.class).deploy(shipped));
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  @Test
  void whatShipsComesIntoForceOnceInTheProductsOwnName() {
    assertThat(versions())
        .isEqualTo(Map.of("record-life-cycle", 1, "declassification-review", 1, "release", 1));
    Deployment deployment = all().get(0);
    assertThat(deployment.state()).isEqualTo(DeploymentState.APPROVED);
    assertThat(deployment.submittedBy()).isEqualTo(Submitter.SYSTEM);
    assertThat(deployment.findings()).isEmpty();
    assertThat(journal()).containsExactly("DEPLOYMENT_SUBMITTED", "DEPLOYMENT_APPROVED");

    engine.inTransaction(() -> engine.bean(ShippedProcesses.class).deploy(shipped));
    assertThat(all()).hasSize(1);
    assertThat(versions().values()).containsOnly(1);
  }

  @Test
  void whatShipsChangedWaitsForAnAdministratorAndIsSubmittedOnce() {
    List<DeploymentFile> next = new ArrayList<>(shipped);
    DeploymentFile changed = changed("release.bpmn", "name=\"Release\"", "name=\"Giving out\"");
    next.replaceAll(file -> file.name().equals("release.bpmn") ? changed : file);
    for (int start = 0; start < 2; start++) {
      engine.inTransaction(() -> engine.bean(ShippedProcesses.class).deploy(next));
    }
    assertThat(all())
        .extracting(Deployment::state)
        .containsExactly(DeploymentState.PENDING, DeploymentState.APPROVED);
    assertThat(all().get(0).files()).containsExactly(changed);
    assertThat(versions()).containsEntry("release", 1);
    approve(all().get(0), first);
    assertThat(versions()).containsEntry("release", 2);
  }

  @Test
  void anUploadWaitsUntilASecondAdministratorApproves() {
    DeploymentFile file = changed("release.bpmn", "name=\"Release\"", "name=\"Giving out\"");
    Deployment pending = submit(first, file);
    assertThat(pending.state()).isEqualTo(DeploymentState.PENDING);
    assertThat(pending.findings()).isEmpty();
    assertThat(versions()).containsEntry("release", 1);

    Deployment approved = approve(pending, second);
    assertThat(approved.state()).isEqualTo(DeploymentState.APPROVED);
    assertThat(approved.submittedBy().userName()).isEqualTo("admin");
    assertThat(approved.decision()).isNotNull();
    assertThat(versions()).containsEntry("release", 2);
    assertThat(engine.bean(Definitions.class).bpmn("release", Optional.of(2)))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(file.bytes()));
    assertThat(engine.bean(Definitions.class).bpmn("release", Optional.of(1)))
        .hasValueSatisfying(bytes -> assertThat(bytes).isNotEqualTo(file.bytes()));
    assertThat(journal()).endsWith("DEPLOYMENT_SUBMITTED", "DEPLOYMENT_APPROVED").hasSize(4);
  }

  @Test
  void theSubmitterDoesNotDecide() {
    Deployment pending = submit(first, changed("release.bpmn", "\"Release\"", "\"Giving out\""));
    assertRefused(Ground.NOT_ENTITLED, "DPL-0102", () -> approve(pending, first));
    assertRefused(Ground.NOT_ENTITLED, "DPL-0102", () -> reject(pending, "no", first));
    assertThat(all().get(0).state()).isEqualTo(DeploymentState.PENDING);
    assertThat(versions()).containsEntry("release", 1);
  }

  @Test
  void nobodyButAnAdministratorSubmitsOrDecides() {
    Person reviewer = person("reviewer", Role.REVIEWER);
    DeploymentFile file = changed("release.bpmn", "\"Release\"", "\"Giving out\"");
    assertRefused(Ground.NOT_ENTITLED, "DPL-0101", () -> submit(reviewer, file));
    Deployment pending = submit(first, file);
    assertRefused(Ground.NOT_ENTITLED, "DPL-0101", () -> approve(pending, reviewer));
    assertThat(versions()).containsEntry("release", 1);
  }

  @Test
  void whatHasErrorsIsKeptAndShownButNeverApproved() {
    Deployment pending =
        submit(
            first,
            changed(
                "release.bpmn",
                "camunda:candidateGroups=\"REDACTOR\"",
                "camunda:candidateGroups=\"ADMINISTRATOR\""));
    assertThat(pending.hasErrors()).isTrue();
    assertThat(all().get(0).findings()).isEqualTo(pending.findings());
    assertRefused(Ground.RULE, "DPL-0016", () -> approve(pending, second));
    assertThat(versions()).containsEntry("release", 1);
    reject(pending, "wrong role", second);
    assertThat(all().get(0).state()).isEqualTo(DeploymentState.REJECTED);
  }

  @Test
  void aRejectionGivesItsReasonWhichStaysOutOfOurTables() {
    Deployment pending = submit(first, changed("release.bpmn", "\"Release\"", "\"Giving out\""));
    assertRefused(Ground.RULE, "DPL-0104", () -> reject(pending, " ", second));
    Deployment rejected = reject(pending, "the name is wrong", second);
    assertThat(engine.bean(DecidingDeployment.class).reason(rejected, first))
        .contains("the name is wrong");
    assertThat(journal()).endsWith("DEPLOYMENT_REJECTED");
    assertRefused(Ground.CONFLICT, "DPL-0103", () -> approve(pending, second));
    assertThat(versions()).containsEntry("release", 1);
  }

  @Test
  void ofManyApprovalsAtOnceOneCounts() throws Exception {
    Deployment pending = submit(first, changed("release.bpmn", "\"Release\"", "\"Giving out\""));
    List<Callable<Boolean>> approvals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      approvals.add(
          () -> {
            try {
              approve(pending, second);
              return true;
            } catch (Refused
                | org.springframework.dao.ConcurrencyFailureException
                | org.camunda.bpm.engine.ProcessEngineException tooLate) {
              return false;
            }
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      int counted = 0;
      for (Future<Boolean> each : threads.invokeAll(approvals)) {
        counted += each.get() ? 1 : 0;
      }
      assertThat(counted).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(versions()).containsEntry("release", 2);
    assertThat(journal()).filteredOn("DEPLOYMENT_APPROVED"::equals).hasSize(2);
  }

  @Test
  void aDrawingToolGetsTheSameAnswerForTheSameFilesUntilTheyAreRejected() {
    DeploymentFile file = changed("release.bpmn", "\"Release\"", "\"Giving out\"");
    Deployment pending = submitIfSound(file);
    assertThat(submitIfSound(file).id()).isEqualTo(pending.id());
    assertThat(all()).hasSize(2);
    reject(pending, "not now", second);
    assertThat(submitIfSound(file).id()).isNotEqualTo(pending.id());
  }

  @Test
  void aDrawingToolsFilesWithErrorsAreNotKept() {
    DeploymentFile broken = new DeploymentFile("release.bpmn", "<a>".getBytes(UTF_8));
    assertRefused(Ground.RULE, "DPL-0003", () -> submitIfSound(broken));
    assertThat(all()).hasSize(1);
  }

  @Test
  void whatTheEngineItselfCannotReadIsAFinding() {
    DeploymentFile dangling =
        changed("release.bpmn", "targetRef=\"withheld\"", "targetRef=\"pending-plane\"");
    assertThat(submit(first, dangling).findings())
        .extracting(each -> each.rule().value())
        .containsExactly("DPL-0024");
  }

  @Test
  void emptyAndOverlargeSubmissionsAreRefusedBeforeAnythingIsKept() {
    assertRefused(Ground.RULE, "DPL-0107", () -> new SubmitDeployment("x", null, List.of()));
    assertRefused(
        Ground.RULE,
        "DPL-0107",
        () ->
            new SubmitDeployment(
                "x", null, List.of(new DeploymentFile("release.bpmn", new byte[0]))));
    assertRefused(
        Ground.RULE, "DPL-0106", () -> new SubmitDeployment(" ", null, List.of(shipped.get(0))));
    assertRefused(
        Ground.TOO_LARGE,
        "DPL-0002",
        () ->
            new SubmitDeployment(
                "x", null, List.of(new DeploymentFile("a.bpmn", new byte[SafeXml.LARGEST + 1]))));
  }

  @Test
  void theLargestFileIsKeptByteForByte() {
    byte[] bytes = new byte[SafeXml.LARGEST];
    java.util.Arrays.fill(bytes, (byte) ' ');
    Deployment pending = submit(first, new DeploymentFile("large.bpmn", bytes));
    assertThat(all().get(0).files()).isEqualTo(pending.files());
  }

  @Test
  void pagesOfTheListJoinWithoutGapOrRepetition() {
    for (int i = 0; i < 4; i++) {
      submit(first, changed("release.bpmn", "\"Release\"", "\"Giving out " + i + "\""));
    }
    Deployments deployments = engine.bean(Deployments.class);
    List<Deployment> joined = new ArrayList<>(deployments.page(null, 2));
    joined.addAll(deployments.page(joined.get(1), 2));
    joined.addAll(deployments.page(joined.get(3), 2));
    assertThat(joined).isEqualTo(all()).hasSize(5);
  }

  private Map<String, Integer> versions() {
    Map<String, Integer> versions = new HashMap<>();
    for (Definition definition : engine.bean(Definitions.class).all()) {
      versions.put(definition.key(), definition.newest().version());
    }
    return versions;
  }

  private List<Deployment> all() {
    return engine.bean(Deployments.class).page(null, 100);
  }

  private List<String> journal() {
    return engine
        .bean(JdbcClient.class)
        .sql("select kind from journal_event order by recorded_at")
        .query(String.class)
        .list();
  }

  private DeploymentFile changed(String name, String from, String to) {
    String text =
        shipped.stream()
            .filter(file -> file.name().equals(name))
            .map(file -> new String(file.bytes(), UTF_8))
            .findFirst()
            .orElseThrow();
    assertThat(text).contains(from);
    return new DeploymentFile(name, text.replace(from, to).getBytes(UTF_8));
  }

  private Deployment submit(Person person, DeploymentFile file) {
    return engine.bean(SubmittingDeployment.class).submit(command(file), person, occasion(person));
  }

  private Deployment submitIfSound(DeploymentFile file) {
    return engine
        .bean(SubmittingDeployment.class)
        .submitIfSound(command(file), true, first, occasion(first));
  }

  private static SubmitDeployment command(DeploymentFile file) {
    return new SubmitDeployment("A change", "a test", List.of(file));
  }

  private Deployment approve(Deployment deployment, Person person) {
    return engine.bean(DecidingDeployment.class).approve(deployment.id(), person, occasion(person));
  }

  private Deployment reject(Deployment deployment, String reason, Person person) {
    return engine
        .bean(DecidingDeployment.class)
        .reject(deployment.id(), reason, person, occasion(person));
  }

  private static void assertRefused(Ground ground, String rule, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.ground()).isEqualTo(ground);
              assertThat(refused.findings())
                  .anySatisfy(finding -> assertThat(finding.rule().value()).isEqualTo(rule));
            });
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
        List.of());
  }

  private static Occasion occasion(Person person) {
    return new Occasion(
        person.actor(), Role.ADMINISTRATOR.name(), null, null, ClientClass.PROGRAM, "test");
  }

  /** What the deployments need beside the engine. */
  @Configuration(proxyBeanMethods = false)
  @Import({
    DeploymentGate.class,
    Deployments.class,
    SubmittingDeployment.class,
    DecidingDeployment.class,
    ShippedProcesses.class,
    Journal.class,
    SequencerSignal.class
  })
  static class Wiring {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    PolicyRelease policy() {
      return new PolicyRelease("test");
    }

    @Bean
    Reasons reasons() {
      return new Reasons() {
        private final Map<UUID, String> kept = new HashMap<>();

        @Override
        public UUID store(UUID deployment, String text) {
          UUID id = UUID.randomUUID();
          kept.put(id, text);
          return id;
        }

        @Override
        public String read(UUID id) {
          return Optional.ofNullable(kept.get(id)).orElseThrow();
        }
      };
    }
  }
}
