package org.glasnost.process.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.process.deployment.Comparison.Caller;
import org.glasnost.process.engine.EngineAlone;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the second administrator is shown beside the files, on what is really in force. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparingIT {
  private final EngineAlone engine = EngineAlone.on(Databases.H2, DeploymentsWiring.class);
  private final Person first = person("admin", Role.ADMINISTRATOR);
  private final Person second = person("admin2", Role.ADMINISTRATOR);

  @BeforeAll
  void startAsTheProductDoes() {
    engine.inTransaction(
        () -> engine.bean(ShippedProcesses.class).deploy(ShippedProcesses.shipped()));
  }

  @AfterAll
  void closeEngine() {
    engine.close();
  }

  @Test
  void theWayPastAReviewIsKeptWithItsFinding() {
    Deployment pending =
        submit(
            Drawn.lifeCycle().end("end").task("RELEASE").through("start", "RELEASE", "end").file());
    Deployment kept = engine.bean(Deployments.class).find(pending.id()).orElseThrow();
    assertThat(kept.findings()).isEqualTo(pending.findings());
    assertThat(kept.findings())
        .filteredOn(finding -> finding.rule().value().equals("DPL-0026"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.walk()).hasSize(2));
  }

  @Test
  void whatDiffersAndWhoCallsItIsShown() {
    Comparison shown = comparing(submit(changed())).get(0);
    assertThat(shown.process()).isEqualTo("declassification-review");
    assertThat(shown.inForce()).isPositive();
    assertThat(shown.running()).isEmpty();
    assertThat(shown.callers()).contains(new Caller("record-life-cycle", 1, "review", 1));
    assertThat(shown.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.element()).isEqualTo("ADJUDICATION"));
    assertThat(shown.text().lines())
        .anyMatch(line -> line.startsWith("+") && line.contains("ADJUDICATION"));
  }

  @Test
  void anAdministratorAloneSeesIt() {
    Deployment pending = submit(changed());
    assertThatThrownBy(
            () -> engine.bean(Comparing.class).of(pending, person("reviewer", Role.REVIEWER)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void onceItIsInForceNothingDiffersAndItsCallersGoOnWithTheOldOne() {
    Deployment pending = submit(changed());
    int before = comparing(pending).get(0).inForce();
    engine.bean(DecidingDeployment.class).approve(pending.id(), second, occasion(second));
    Comparison shown = comparing(pending).get(0);
    assertThat(shown.inForce()).isEqualTo(before + 1);
    assertThat(shown.changes()).isEmpty();
    assertThat(shown.text().lines()).isEmpty();
    assertThat(shown.callers()).contains(new Caller("record-life-cycle", 1, "review", 1));
  }

  @Test
  void aNewProcessHasNothingBesideIt() {
    DeploymentFile films =
        new DeploymentFile(
            "films.bpmn",
            text("release.bpmn")
                .replace("process id=\"release\"", "process id=\"release-of-films\"")
                .getBytes(UTF_8));
    Comparison shown = comparing(submit(films)).get(0);
    assertThat(shown.inForce()).isZero();
    assertThat(shown.callers()).isEmpty();
    assertThat(shown.text().lines()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotCompared() {
    assertThat(comparing(submit(new DeploymentFile("x.bpmn", "<a>".getBytes(UTF_8))))).isEmpty();
  }

  private List<Comparison> comparing(Deployment deployment) {
    return engine.bean(Comparing.class).of(deployment, first);
  }

  /** The shipped review with another name of the adjudication; another file each time. */
  private static DeploymentFile changed() {
    String text = text("declassification-review.bpmn");
    String named = "id=\"ADJUDICATION\" name=\"";
    assertThat(text).contains(named);
    return new DeploymentFile(
        "declassification-review.bpmn",
        text.replace(named, named + UUID.randomUUID() + " ").getBytes(UTF_8));
  }

  private static String text(String name) {
    return ShippedProcesses.shipped().stream()
        .filter(file -> file.name().equals(name))
        .map(file -> new String(file.bytes(), UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private Deployment submit(DeploymentFile file) {
    return engine
        .bean(SubmittingDeployment.class)
        .submit(new SubmitDeployment("A change", "a test", List.of(file)), first, occasion(first));
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
