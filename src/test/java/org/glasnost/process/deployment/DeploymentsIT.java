package org.glasnost.process.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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
import org.camunda.bpm.engine.ProcessEngineException;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.EngineAlone;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A definition's way into force, on the engine and the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentsIT {
  private final Person first = person("admin", Role.ADMINISTRATOR);
  private final Person second = person("admin2", Role.ADMINISTRATOR);

  private final List<DeploymentFile> shipped = ShippedProcesses.shipped();
  private final EngineAlone engine = EngineAlone.on(database(), DeploymentsWiring.class);
  private int submittedBefore;
  private int linesBefore;
  private int versionBefore;
  private int distinct;

  Databases database() {
    return Databases.H2;
  }

  @BeforeAll
  void startAsTheProductDoes() {
    startWith(shipped);
  }

  @BeforeEach
  void remember() {
    submittedBefore = engine.bean(Deployments.class).page(null, 200).size();
    linesBefore = lines().size();
    versionBefore = versionOfRelease();
  }

  @AfterAll
  void closeEngine() {
    engine.close();
  }

  @Test
  void whatShipsComesIntoForceOnceInTheProductsOwnName() {
    List<Deployment> ever = engine.bean(Deployments.class).page(null, 200);
    Deployment atStart = ever.get(ever.size() - 1);
    assertThat(atStart.state()).isEqualTo(DeploymentState.APPROVED);
    assertThat(atStart.submittedBy()).isEqualTo(Submitter.SYSTEM);
    assertThat(atStart.files()).isEqualTo(shipped);
    assertThat(atStart.findings()).isEmpty();
    assertThat(lines()).startsWith("DEPLOYMENT_SUBMITTED", "DEPLOYMENT_APPROVED");
    assertThat(engine.bean(Definitions.class).all())
        .extracting(Definition::key)
        .containsExactly("declassification-review", "record-life-cycle", "release");

    startWith(shipped);
    assertThat(submittedSince()).isEmpty();
    assertThat(journalSince()).isEmpty();
  }

  @Test
  void whatShipsChangedWaitsForAnAdministratorAndIsSubmittedOnce() {
    List<DeploymentFile> next = new ArrayList<>(shipped);
    DeploymentFile changed = renamed();
    next.replaceAll(file -> file.name().equals("release.bpmn") ? changed : file);
    startWith(next);
    startWith(next);
    assertThat(submittedSince()).hasSize(1);
    Deployment pending = submittedSince().get(0);
    assertThat(pending.state()).isEqualTo(DeploymentState.PENDING);
    assertThat(pending.files()).containsExactly(changed);
    assertThat(versionOfRelease()).isEqualTo(versionBefore);
    approve(pending, first);
    assertThat(versionOfRelease()).isEqualTo(versionBefore + 1);
  }

  @Test
  void anUploadWaitsUntilASecondAdministratorApproves() {
    DeploymentFile file = renamed();
    Deployment pending = submit(first, file);
    assertThat(pending.state()).isEqualTo(DeploymentState.PENDING);
    assertThat(pending.findings()).isEmpty();
    assertThat(versionOfRelease()).isEqualTo(versionBefore);

    Deployment approved = approve(pending, second);
    assertThat(approved.state()).isEqualTo(DeploymentState.APPROVED);
    assertThat(approved.submittedBy().userName()).isEqualTo("admin");
    assertThat(approved.decision()).isNotNull();
    assertThat(versionOfRelease()).isEqualTo(versionBefore + 1);
    assertThat(engine.bean(Definitions.class).bpmn("release", Optional.of(versionBefore + 1)))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(file.bytes()));
    assertThat(engine.bean(Definitions.class).bpmn("release", Optional.of(versionBefore)))
        .hasValueSatisfying(bytes -> assertThat(bytes).isNotEqualTo(file.bytes()));
    assertThat(journalSince()).containsExactly("DEPLOYMENT_SUBMITTED", "DEPLOYMENT_APPROVED");
    assertThat(lastWords())
        .contains("\"submittedBy\":\"admin\"", "\"decidedBy\":\"admin2\"", file.sha256());
  }

  @Test
  void theSubmitterDoesNotDecide() {
    Deployment pending = submit(first, renamed());
    assertRefused(Ground.NOT_ENTITLED, "DPL-0102", () -> approve(pending, first));
    assertRefused(Ground.NOT_ENTITLED, "DPL-0102", () -> reject(pending, "no", first));
    assertThat(submittedSince().get(0).state()).isEqualTo(DeploymentState.PENDING);
    assertThat(versionOfRelease()).isEqualTo(versionBefore);
  }

  @Test
  void nobodyButAnAdministratorSubmitsOrDecides() {
    Person reviewer = person("reviewer", Role.REVIEWER);
    DeploymentFile file = renamed();
    assertRefused(Ground.NOT_ENTITLED, "DPL-0101", () -> submit(reviewer, file));
    Deployment pending = submit(first, file);
    assertRefused(Ground.NOT_ENTITLED, "DPL-0101", () -> approve(pending, reviewer));
    assertThat(versionOfRelease()).isEqualTo(versionBefore);
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
    assertThat(submittedSince().get(0).findings()).isEqualTo(pending.findings());
    assertRefused(Ground.RULE, "DPL-0016", () -> approve(pending, second));
    assertThat(versionOfRelease()).isEqualTo(versionBefore);
    reject(pending, "wrong role", second);
    assertThat(submittedSince().get(0).state()).isEqualTo(DeploymentState.REJECTED);
  }

  @Test
  void aRejectionGivesItsReasonWhichStaysOutOfOurTables() {
    Deployment pending = submit(first, renamed());
    assertRefused(Ground.RULE, "DPL-0104", () -> reject(pending, " ", second));
    Deployment rejected = reject(pending, "the name is wrong", second);
    assertThat(engine.bean(DecidingDeployment.class).reason(rejected, first))
        .contains("the name is wrong");
    assertThat(journalSince()).containsExactly("DEPLOYMENT_SUBMITTED", "DEPLOYMENT_REJECTED");
    assertRefused(Ground.CONFLICT, "DPL-0103", () -> approve(pending, second));
    assertThat(versionOfRelease()).isEqualTo(versionBefore);
  }

  @Test
  void ofManyApprovalsAtOnceOneCounts() throws Exception {
    Deployment pending = submit(first, renamed());
    List<Callable<Boolean>> approvals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      approvals.add(
          () -> {
            try {
              approve(pending, second);
              return true;
            } catch (Refused | ConcurrencyFailureException | ProcessEngineException tooLate) {
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
    assertThat(versionOfRelease()).isEqualTo(versionBefore + 1);
    assertThat(journalSince()).containsExactly("DEPLOYMENT_SUBMITTED", "DEPLOYMENT_APPROVED");
  }

  @Test
  void aDrawingToolGetsTheSameAnswerForTheSameFilesUntilTheyAreRejected() {
    DeploymentFile file = renamed();
    Deployment pending = submitIfSound(file);
    assertThat(submitIfSound(file).id()).isEqualTo(pending.id());
    assertThat(submittedSince()).hasSize(1);
    reject(pending, "not now", second);
    assertThat(submitIfSound(file).id()).isNotEqualTo(pending.id());
  }

  @Test
  void aDrawingToolsFilesWithErrorsAreNotKept() {
    DeploymentFile broken = new DeploymentFile("release.bpmn", "<a>".getBytes(UTF_8));
    assertRefused(Ground.RULE, "DPL-0003", () -> submitIfSound(broken));
    assertThat(submittedSince()).isEmpty();
    // What a page keeps, for whoever would look at the findings, is no answer to it.
    assertThat(submit(first, broken).hasErrors()).isTrue();
    assertRefused(Ground.RULE, "DPL-0003", () -> submitIfSound(broken));
  }

  @Test
  void whatTheEngineItselfCannotReadIsAFinding() {
    DeploymentFile uncounted =
        changed(
            "release.bpmn",
            "<bpmn:outgoing>to-checked</bpmn:outgoing>",
            "<bpmn:outgoing>to-checked</bpmn:outgoing><bpmn:multiInstanceLoopCharacteristics/>");
    assertThat(submit(first, uncounted).findings())
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
    for (String damaged : List.of("a\uFFFDb", "a\u0001b", "a\nb")) {
      assertRefused(
          Ground.RULE,
          "DPL-0106",
          () -> new SubmitDeployment(damaged, null, List.of(shipped.get(0))));
    }
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
    assertThat(submittedSince().get(0).files()).isEqualTo(pending.files());
  }

  @Test
  void pagesOfTheListJoinWithoutGapOrRepetition() {
    for (int i = 0; i < 4; i++) {
      submit(first, renamed());
    }
    Deployments deployments = engine.bean(Deployments.class);
    List<Deployment> joined = new ArrayList<>(deployments.page(null, 2));
    joined.addAll(deployments.page(joined.get(1), 2));
    assertThat(joined).isEqualTo(submittedSince()).doesNotHaveDuplicates().hasSize(4);
  }

  private int versionOfRelease() {
    return engine.bean(Definitions.class).latestVersion("release");
  }

  private void startWith(List<DeploymentFile> files) {
    engine.inTransaction(() -> engine.bean(ShippedProcesses.class).deploy(files));
  }

  /** Newest first. */
  private List<Deployment> submittedSince() {
    List<Deployment> ever = engine.bean(Deployments.class).page(null, 200);
    return ever.subList(0, ever.size() - submittedBefore);
  }

  private List<String> journalSince() {
    return lines().subList(linesBefore, lines().size());
  }

  /** What the newest line of the journal says. */
  private String lastWords() {
    return new String(
        engine
            .bean(JdbcClient.class)
            .sql(
                "select b.canonical from journal_body b join journal_event e on e.id = b.event"
                    + " order by e.recorded_at desc limit 1")
            .query(byte[].class)
            .single(),
        UTF_8);
  }

  private List<String> lines() {
    return engine
        .bean(JdbcClient.class)
        .sql("select kind from journal_event order by recorded_at")
        .query(String.class)
        .list();
  }

  /** The shipped release under another name; another file each time. */
  private DeploymentFile renamed() {
    return changed("release.bpmn", "name=\"Release\"", "name=\"Giving out\"");
  }

  private DeploymentFile changed(String name, String from, String to) {
    String text =
        shipped.stream()
            .filter(file -> file.name().equals(name))
            .map(file -> new String(file.bytes(), UTF_8))
            .findFirst()
            .orElseThrow();
    assertThat(text).contains(from);
    return new DeploymentFile(
        name, (text.replace(from, to) + "<!-- " + distinct++ + " -->").getBytes(UTF_8));
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
        List.of(),
        Map.of());
  }

  private static Occasion occasion(Person person) {
    return new Occasion(
        person.actor(), Role.ADMINISTRATOR.name(), null, null, ClientClass.PROGRAM, "test");
  }
}
