package org.glasnost.process.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.EngineAlone;
import org.glasnost.process.engine.OpenedTask;
import org.glasnost.process.engine.ProcessVariable;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions of small processes on the engine and a database, and what administrators do there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningVersions {
  static final Person ADMIN = person("admin", Role.ADMINISTRATOR);
  static final Person SECOND = person("admin2", Role.ADMINISTRATOR);
  static final Person REVIEWER = person("reviewer", Role.REVIEWER);

  final EngineAlone engine = EngineAlone.on(database(), RunningWiring.class).withShippedProcesses();
  private int processes;

  Databases database() {
    return Databases.H2;
  }

  @AfterAll
  void closeEngine() {
    engine.close();
  }

  /** A key that no other test uses. */
  String newKey() {
    return "trial-" + processes++;
  }

  /** Puts a version into force: user tasks in a row, each named by its id. */
  int inForce(String key, String... tasks) {
    StringBuilder nodes = new StringBuilder();
    for (String task : tasks) {
      nodes.append(
          "<userTask id=\"%s\" name=\"The %s\" camunda:candidateGroups=\"REVIEWER\"/>"
              .formatted(task, task));
    }
    return inForce(key, nodes.toString(), List.of(tasks));
  }

  /** Puts a version into force: nodes given as they stand in the file, one after the other. */
  int inForce(String key, String nodes, List<String> inRow) {
    StringBuilder file =
        new StringBuilder(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="trial">
            <process id="%s" name="A trial" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start"/><endEvent id="end"/>
            """
                .formatted(key));
    file.append(nodes);
    List<String> all = new ArrayList<>(inRow);
    all.add(0, "start");
    all.add("end");
    for (int i = 1; i < all.size(); i++) {
      file.append(
          "<sequenceFlow id=\"flow-%d\" sourceRef=\"%s\" targetRef=\"%s\"/>"
              .formatted(i, all.get(i - 1), all.get(i)));
    }
    return deploys(key, file.append("</process></definitions>").toString());
  }

  int deploys(String key, String file) {
    engine.inTransaction(
        () ->
            engine
                .bean(Definitions.class)
                .putInForce("A trial", Map.of(key + ".bpmn", file.getBytes(UTF_8))));
    return engine.bean(Definitions.class).latestVersion(key);
  }

  /** Begins an instance of the newest version, for a document of its own. */
  UUID begins(String key) {
    UUID document = UUID.randomUUID();
    engine.inTransaction(
        () ->
            engine
                .bean(RuntimeService.class)
                .startProcessInstanceByKey(
                    key, document.toString(), Map.of("document", document.toString())));
    return document;
  }

  OpenedTask task(UUID document) {
    List<OpenedTask> open = engine.openTasks().of(document);
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  void completes(UUID document, Map<ProcessVariable, Object> variables) {
    String task = task(document).engineTaskId();
    engine.inTransaction(() -> engine.course().complete(task, variables));
  }

  /** On which version the document's instance of a process runs. */
  int versionOf(String key, UUID document) {
    return engine.course().path(document).stream()
        .filter(passage -> passage.processKey().equals(key) && passage.endedAt() == null)
        .findFirst()
        .orElseThrow()
        .processVersion();
  }

  List<String> lines() {
    return engine
        .bean(JdbcClient.class)
        .sql("select kind from journal_event order by recorded_at")
        .query(String.class)
        .list();
  }

  long rows(String table) {
    return engine
        .bean(JdbcClient.class)
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  static void assertRefused(Ground ground, String rule, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.ground()).isEqualTo(ground);
              assertThat(refused.findings())
                  .anySatisfy(finding -> assertThat(finding.rule().value()).isEqualTo(rule));
            });
  }

  static Occasion occasion() {
    return new Occasion(
        ADMIN.actor(), Role.ADMINISTRATOR.name(), null, null, ClientClass.PROGRAM, "test");
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
}
