package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.glasnost.process.TaskKind;
import org.glasnost.process.engine.EngineAlone;
import org.glasnost.process.engine.StartMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That what the gate refuses would have happened: unsound processes on the engine, past the gate,
 * led along the way in question until somebody could release the record.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HolesAreRealIT {
  /** What a course knows at its start, so that no condition lacks its variable. */
  private static final Map<String, Object> AT_START =
      Map.of(
          "document", UUID.randomUUID().toString(),
          "referralCount", 0,
          "secondOutcome", "CONCURRED",
          "adjudicated", false,
          "signed", true,
          "outcome", "RELEASE",
          "withholds", false,
          "accepted", true,
          "released", true);

  private final EngineAlone alone = EngineAlone.started();
  private final ProcessEngine engine = alone.bean(ProcessEngine.class);
  private final Map<String, Object> variables = new HashMap<>();
  private final List<String> deployments = new ArrayList<>();
  private int counting;

  @AfterEach
  void takeAway() {
    for (int i = deployments.size() - 1; i >= 0; i--) {
      String deployment = deployments.get(i);
      alone.inTransaction(
          () -> engine.getRepositoryService().deleteDeployment(deployment, true, true));
    }
    deployments.clear();
  }

  @AfterAll
  void closeEngine() {
    alone.close();
  }

  static Stream<Arguments> walks() {
    return GateCorpus.rows("walks.csv", 2).stream().map(row -> Arguments.of(row[0], row[1]));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("walks")
  void theWayOfACorpusFileLeadsToItsRelease(String name, String walk) {
    GateCorpus.inForce("refused", name).forEach(file -> deploy(List.of(file)));
    deploy(GateCorpus.submitted("refused", name));
    begin();
    List<String> steps = new ArrayList<>(List.of(walk.split(" ")));
    String start = steps.get(0);
    if (start.startsWith("@") || start.startsWith("#")) {
      steps.remove(0);
    } else {
      start = "@" + StartMessage.REVIEW_ORDERED.messageName();
    }
    String release = steps.remove(steps.size() - 1);
    int ahead = 0;
    while (ahead < steps.size() && steps.get(ahead).contains("=")) {
      set(steps.get(ahead++));
    }
    start(start);
    steps.subList(ahead, steps.size()).forEach(this::step);
    releasesTooEarly(release);
  }

  @Test
  void theWaysOfRandomProcessesLeadToTheirReleases() {
    mutantsAreReal(48);
  }

  @Test
  @Tag("long")
  void theWaysOfManyRandomProcessesLeadToTheirReleases() {
    mutantsAreReal(1_500);
  }

  private void mutantsAreReal(int many) {
    DeploymentGate gate = new DeploymentGate(new NothingInForce(), GateFiles.POLICY);
    int shown = 0;
    for (long seed = 1; shown < many; seed++) {
      RandomProcess process = new RandomProcess(seed);
      boolean refused =
          gate.examine(List.of(process.file())).stream()
              .anyMatch(finding -> finding.rule().value().equals("DPL-0026"));
      if (process.hasParallel() || !refused) {
        continue; // The explorer's order of several tokens is not the engine's.
      }
      Optional<List<RandomProcess.Move>> moves = process.earlyRelease();
      assertThat(moves).as("seed %d", seed).isPresent();
      if (asksTwiceAtOnce(moves.get())) {
        continue; // One variable cannot say both.
      }
      deploy(List.of(process.engineFile()));
      walk(moves.get());
      takeAway();
      shown++;
    }
  }

  /** Whether a gateway is passed twice before somebody could tell it something else. */
  private static boolean asksTwiceAtOnce(List<RandomProcess.Move> moves) {
    Map<String, Integer> told = new HashMap<>();
    for (RandomProcess.Move move : moves) {
      for (Map.Entry<String, Integer> each : move.variables().entrySet()) {
        Integer before = told.put(each.getKey(), each.getValue());
        if (before != null && !before.equals(each.getValue())) {
          return true;
        }
      }
      if (move.waits()) {
        told.clear();
      }
    }
    return false;
  }

  private void walk(List<RandomProcess.Move> moves) {
    begin();
    int at = setUpToNextWait(moves, 0);
    start("@" + StartMessage.REVIEW_ORDERED.messageName());
    while (at < moves.size() - 1) {
      String task = moves.get(at).element();
      at = setUpToNextWait(moves, at + 1);
      step(task);
    }
    releasesTooEarly(moves.get(moves.size() - 1).element());
  }

  /** Tells the gateways which way to go until somebody is waited for; where that is. */
  private int setUpToNextWait(List<RandomProcess.Move> moves, int from) {
    int at = from;
    while (true) {
      RandomProcess.Move move = moves.get(at);
      variables.putAll(move.variables());
      if (move.waits()) {
        return at;
      }
      at++;
    }
  }

  private void deploy(List<DeploymentFile> files) {
    alone.inTransaction(
        () -> {
          var deployment = engine.getRepositoryService().createDeployment();
          files.forEach(
              file ->
                  deployment.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
          deployments.add(deployment.deploy().getId());
        });
  }

  private void begin() {
    counting = 0;
    variables.clear();
    variables.putAll(AT_START);
  }

  private void set(String assignment) {
    String value = assignment.substring(assignment.indexOf('=') + 1);
    Object typed =
        switch (value) {
          case "true", "false" -> Boolean.valueOf(value);
          default -> value.matches("\\d+") ? (Object) Integer.valueOf(value) : value;
        };
    variables.put(assignment.substring(0, assignment.indexOf('=')), typed);
  }

  private void start(String how) {
    String name = how.substring(1);
    alone.inTransaction(
        () -> {
          if (how.startsWith("#")) {
            engine.getRuntimeService().startProcessInstanceByKey(name, variables);
          } else {
            engine.getRuntimeService().startProcessInstanceByMessage(name, variables);
          }
        });
  }

  private void step(String step) {
    if (step.contains("=")) {
      set(step);
    } else if (step.startsWith("!")) {
      alone.inTransaction(() -> happens(step.substring(1)));
    } else {
      Task task = open(step);
      alone.inTransaction(() -> engine.getTaskService().complete(task.getId(), variables));
      count(TaskKind.ofElement(step).orElseThrow());
    }
  }

  private void happens(String what) {
    String name = what.substring(what.indexOf(':') + 1);
    switch (what.substring(0, what.length() - name.length())) {
      case "" -> {
        assertThat(name).isEqualTo("timer");
        engine
            .getManagementService()
            .createJobQuery()
            .timers()
            .list()
            .forEach(job -> engine.getManagementService().executeJob(job.getId()));
      }
      case "signal:" -> engine.getRuntimeService().signalEventReceived(name);
      case "message:" -> engine.getRuntimeService().correlateMessage(name);
      case "error:" -> engine.getTaskService().handleBpmnError(onlyTask().getId(), name);
      case "escalation:" -> engine.getTaskService().handleEscalation(onlyTask().getId(), name);
      default -> throw new IllegalArgumentException(what);
    }
  }

  private Task onlyTask() {
    return engine.getTaskService().createTaskQuery().singleResult();
  }

  private Task open(String element) {
    List<Task> open = engine.getTaskService().createTaskQuery().taskDefinitionKey(element).list();
    assertThat(open).as("open tasks '%s' of %s", element, names()).isNotEmpty();
    return open.get(0);
  }

  private List<String> names() {
    return engine.getTaskService().createTaskQuery().list().stream()
        .map(Task::getTaskDefinitionKey)
        .toList();
  }

  /** What policy says of a task that was done, in other words than the gate's. */
  private void count(TaskKind done) {
    counting =
        switch (done) {
          case FIRST_REVIEW -> 1;
          case SECOND_REVIEW ->
              "RETURNED".equals(variables.get("secondOutcome"))
                  ? 0
                  : counting >= 1 ? Math.max(counting, 2) : counting;
          case SIGNATURE ->
              Boolean.FALSE.equals(variables.get("signed"))
                  ? Math.min(counting, 2)
                  : counting >= 2 ? 3 : counting;
          default -> counting;
        };
  }

  private void releasesTooEarly(String release) {
    assertThat(TaskKind.ofElement(release)).contains(TaskKind.RELEASE);
    assertThat(open(release).getName()).isNotNull();
    assertThat(counting).as("reviews and signatures before the release").isLessThan(3);
  }
}
