package org.glasnost.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine refuses even if a hostile definition were put past the deployment gate. */
class EngineClosedToCodeIT {
  private static EngineAlone engine;

  @BeforeAll
  static void startEngine() {
    engine = EngineAlone.started();
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  @Test
  void aStepIsFoundByItsName() {
    String key =
        deploy("<bpmn:serviceTask id=\"t\" camunda:delegateExpression=\"${countingStep}\"/>");
    ProcessInstance instance = start(key);
    assertThat(
            engine
                .bean(HistoryService.class)
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName("referralCount")
                .singleResult()
                .getValue())
        .isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:serviceTask id=\"t\" camunda:expression=\"${dataSource.getConnection()}\"/>",
        "<bpmn:serviceTask id=\"t\" camunda:expression=\"${jdbc.sql('x')}\"/>",
        "<bpmn:serviceTask id=\"t\" camunda:delegateExpression=\"${course}\"/>",
        "<bpmn:serviceTask id=\"t\""
            + " camunda:class=\"org.camunda.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior\"/>",
        "<bpmn:scriptTask id=\"t\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
        "<bpmn:scriptTask id=\"t\" scriptFormat=\"juel\"><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>",
        "<bpmn:scriptTask id=\"t\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"
      })
  void nothingElseCanBeNamedMadeOrRun(String task) {
    String key = deploy(task);
    assertThatThrownBy(() -> start(key))
        .satisfies(
            thrown ->
                assertThat(org.assertj.core.util.Throwables.getStackTrace(thrown))
                    .containsAnyOf(
                        "Cannot resolve identifier",
                        "a definition may not name a class",
                        "a definition may not carry a script"));
    assertThat(
            engine
                .bean(HistoryService.class)
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(key)
                .count())
        .isZero();
  }

  @Test
  void onlyPlainVariablesAreKept() {
    String key =
        deploy("<bpmn:userTask id=\"MARKING_REVIEW\" camunda:candidateGroups=\"CLASSIFIER\"/>");
    List<Object> refused =
        List.of(
            new ArrayList<>(List.of("a title")),
            Variables.objectValue(new ArrayList<>(List.of("a title"))).create(),
            "bytes".getBytes(StandardCharsets.UTF_8),
            4.5,
            Variables.fileValue("memo.txt").file("text".getBytes(StandardCharsets.UTF_8)).create());
    for (Object value : refused) {
      assertThatThrownBy(() -> start(key, Map.of("document", id(), "outcome", value)))
          .as(value.getClass().getName())
          .isInstanceOf(ProcessEngineException.class)
          .hasMessageContaining("serializer");
    }
    start(
        key, Map.of("document", id(), "withholds", true, "referralCount", 2, "outcome", "RELEASE"));
  }

  @Test
  void aTaskOfAnUnknownKindDoesNotOpen() {
    String key = deploy("<bpmn:userTask id=\"FREE_IT\" camunda:candidateGroups=\"CLASSIFIER\"/>");
    assertThatThrownBy(() -> start(key, Map.of("document", id())))
        .hasStackTraceContaining("not a kind of task: FREE_IT");
  }

  @Test
  void theTablesAreThoseOfTheEnginesOwnScriptsAndItsUserStoreIsAbsent() {
    JdbcClient jdbc = engine.bean(JdbcClient.class);
    List<String> tables =
        jdbc.sql("select table_name from information_schema.tables where table_name like 'ACT_%'")
            .query(String.class)
            .list();
    assertThat(tables)
        .contains("ACT_RU_TASK", "ACT_HI_ACTINST")
        .noneMatch(t -> t.startsWith("ACT_ID_"));
    Integer checksum =
        jdbc.sql("select \"checksum\" from \"flyway_schema_history\" where \"version\" = '0001'")
            .query(Integer.class)
            .single();
    assertThat(checksum).isEqualTo(new EngineSchema().getChecksum()).isNotZero();
  }

  @Test
  void timersRunOnTheEnginesOwnThreadsOnceStarted() {
    assertThat(engine.bean(ProcessEngine.class)).isNotNull();
    assertThat(engine.bean(JobExecution.class).isRunning()).isTrue();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static String deploy(String task) {
    String key = "p" + UUID.randomUUID();
    String id = task.replaceAll("(?s)^.*? id=\"([^\"]+)\".*$", "$1");
    String xml =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="s"/>
            %s
            <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="%s"/>
          </bpmn:process>
        </bpmn:definitions>
        """
            .formatted(key, task, id);
    engine.inTransaction(
        () ->
            engine
                .bean(RepositoryService.class)
                .createDeployment()
                .addInputStream(
                    "p.bpmn", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .deploy());
    return key;
  }

  private static ProcessInstance start(String key) {
    return start(key, Map.of());
  }

  private static ProcessInstance start(String key, Map<String, Object> variables) {
    return engine.bean(RuntimeService.class).startProcessInstanceByKey(key, variables);
  }
}
