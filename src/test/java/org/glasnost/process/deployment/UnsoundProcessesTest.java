package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnost.process.deployment.GateFiles.file;
import static org.glasnost.process.deployment.GateFiles.replaced;
import static org.glasnost.process.deployment.GateFiles.shipped;
import static org.glasnost.process.deployment.GateFiles.text;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Single changes of a sound process that the gate refuses, with the rule and the element. */
class UnsoundProcessesTest {
  private static final String KEY = "declassification-review";

  private final DeploymentGate gate = new DeploymentGate(new NothingInForce(), GateFiles.POLICY);

  static Stream<Arguments> unsound() {
    String user = "<bpmn:userTask id=\"FIRST_REVIEW\"";
    String roles = "camunda:candidateGroups=\"REVIEWER\"";
    String condition = "${signed == true}";
    return Stream.of(
        change(
            "a script task",
            user,
            "<bpmn:scriptTask id=\"run\" name=\"Run\" scriptFormat=\"groovy\"><bpmn:script>1"
                + "</bpmn:script></bpmn:scriptTask>"
                + user,
            "DPL-0010",
            "run"),
        change(
            "an execution listener",
            "<bpmn:incoming>to-first-review</bpmn:incoming>",
            "<bpmn:extensionElements><camunda:executionListener class=\"java.lang.Object\""
                + " event=\"start\"/></bpmn:extensionElements>"
                + "<bpmn:incoming>to-first-review</bpmn:incoming>",
            "DPL-0010",
            "FIRST_REVIEW"),
        change(
            "a script in a task listener",
            "<bpmn:incoming>to-first-review</bpmn:incoming>",
            "<bpmn:extensionElements><camunda:taskListener event=\"create\"><camunda:script"
                + " scriptFormat=\"x\">y</camunda:script></camunda:taskListener>"
                + "</bpmn:extensionElements><bpmn:incoming>to-first-review</bpmn:incoming>",
            "DPL-0010",
            "FIRST_REVIEW"),
        change(
            "a form with a script of its own",
            "<bpmn:incoming>to-first-review</bpmn:incoming>",
            "<bpmn:extensionElements><camunda:formData><camunda:formField id=\"a\""
                + " defaultValue=\"${1}\"/></camunda:formData></bpmn:extensionElements>"
                + "<bpmn:incoming>to-first-review</bpmn:incoming>",
            "DPL-0011",
            "FIRST_REVIEW"),
        change(
            "a form of somebody else",
            roles,
            roles + " camunda:formKey=\"embedded:x\"",
            "DPL-0010",
            "FIRST_REVIEW"),
        change(
            "a fixed assignee",
            roles,
            roles + " camunda:assignee=\"admin\"",
            "DPL-0011",
            "FIRST_REVIEW"),
        change(
            "a role of another kind",
            roles,
            "camunda:candidateGroups=\"ADMINISTRATOR\"",
            "DPL-0016",
            "FIRST_REVIEW"),
        change(
            "a role that looks alike",
            roles,
            "camunda:candidateGroups=\"RЕVIEWER\"",
            "DPL-0016",
            "FIRST_REVIEW"),
        change(
            "a role that is computed",
            roles,
            "camunda:candidateGroups=\"${outcome}\"",
            "DPL-0012",
            "FIRST_REVIEW"),
        change("no role", " " + roles, "", "DPL-0016", "FIRST_REVIEW"),
        change(
            "a task of no kind",
            "\"FIRST_REVIEW\"",
            "\"QUICK_REVIEW\"",
            "DPL-0015",
            "QUICK_REVIEW"),
        change(
            "a kind that looks alike",
            "\"FIRST_REVIEW\"",
            "\"FІRST_REVIEW\"",
            "DPL-0015",
            "FІRST_REVIEW"),
        change(
            "a condition that calls a method",
            condition,
            "${signed.getClass().forName('java.lang.Runtime') == true}",
            "DPL-0012",
            "if-signed"),
        change(
            "a condition on a bean", condition, "${dataSource == true}", "DPL-0013", "if-signed"),
        change(
            "a condition on the execution",
            condition,
            "${execution == true}",
            "DPL-0013",
            "if-signed"),
        change(
            "a condition with two expressions",
            condition,
            "${signed == true}${signed == true}",
            "DPL-0012",
            "if-signed"),
        change("a deferred expression", condition, "#{signed == true}", "DPL-0012", "if-signed"),
        change(
            "a word that the variable never has",
            "${secondOutcome == 'CONCURRED'}",
            "${secondOutcome == 'APPROVED'}",
            "DPL-0013",
            "if-concurred"),
        change(
            "a truth compared with a number", condition, "${signed == 1}", "DPL-0013", "if-signed"),
        change(
            "a condition in a script language",
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${signed == true}",
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\""
                + " language=\"javascript\">${signed == true}",
            "DPL-0010",
            "if-signed"),
        change(
            "a condition from a resource",
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${signed == true}",
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\""
                + " camunda:resource=\"x.js\">${signed == true}",
            "DPL-0010",
            "if-signed"),
        change(
            "an expression in a name",
            "name=\"First review\"",
            "name=\"${referralCount}\"",
            "DPL-0012",
            "FIRST_REVIEW"),
        change(
            "a fan-out over a collection",
            "<bpmn:multiInstanceLoopCharacteristics>",
            "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"x\">",
            "DPL-0011",
            "REFERRAL_ANSWER"),
        change(
            "a fan-out by something else than a count",
            "${referralCount}</bpmn:loop",
            "${outcome}</bpmn:loop",
            "DPL-0019",
            "REFERRAL_ANSWER"),
        change(
            "a fan-out of none",
            "${referralCount}</bpmn:loop",
            "0</bpmn:loop",
            "DPL-0019",
            "REFERRAL_ANSWER"),
        change(
            "a timer at the border of a task",
            "<bpmn:sequenceFlow id=\"to-equities\"",
            "<bpmn:boundaryEvent id=\"late\" name=\"Late\" attachedToRef=\"FIRST_REVIEW\">"
                + "<bpmn:timerEventDefinition/></bpmn:boundaryEvent>"
                + "<bpmn:sequenceFlow id=\"to-equities\"",
            "DPL-0011",
            "late"),
        change(
            "an event subprocess",
            "<bpmn:sequenceFlow id=\"to-equities\"",
            "<bpmn:subProcess id=\"any\" triggeredByEvent=\"true\"/>"
                + "<bpmn:sequenceFlow id=\"to-equities\"",
            "DPL-0011",
            "any"),
        change(
            "a task outside the engine",
            user,
            "<bpmn:serviceTask id=\"out\" name=\"Out\" camunda:type=\"external\""
                + " camunda:topic=\"t\"/>"
                + user,
            "DPL-0010",
            "out"),
        change(
            "a task by a class",
            user,
            "<bpmn:serviceTask id=\"out\" name=\"Out\" camunda:class=\"java.lang.Object\"/>" + user,
            "DPL-0010",
            "out"),
        change(
            "a task by an expression",
            user,
            "<bpmn:serviceTask id=\"out\" name=\"Out\""
                + " camunda:expression=\"${execution.end()}\"/>"
                + user,
            "DPL-0010",
            "out"),
        change(
            "a step that does not exist",
            user,
            "<bpmn:serviceTask id=\"out\" name=\"Out\""
                + " camunda:delegateExpression=\"${freeEverythingStep}\"/>"
                + user,
            "DPL-0014",
            "out"),
        change(
            "a step by a method",
            user,
            "<bpmn:serviceTask id=\"out\" name=\"Out\""
                + " camunda:delegateExpression=\"${knownStep.toString()}\"/>"
                + user,
            "DPL-0014",
            "out"),
        change("no time to live", " camunda:historyTimeToLive=\"P180D\"", " ", "DPL-0009", KEY),
        change(
            "not executable", "isExecutable=\"true\"", "isExecutable=\"false\"", "DPL-0007", KEY),
        change(
            "an unknown message",
            "<bpmn:startEvent id=\"begun\" name=\"Review begun\">",
            "<bpmn:startEvent id=\"begun\" name=\"Review begun\">",
            "DPL-0020",
            "start-by",
            "<bpmn:outgoing>to-equities</bpmn:outgoing>",
            "<bpmn:outgoing>to-equities</bpmn:outgoing>"
                + "<bpmn:messageEventDefinition id=\"start-by\" messageRef=\"m\"/>",
            "<bpmn:process id",
            "<bpmn:message id=\"m\" name=\"FreeIt\"/><bpmn:process id"),
        change(
            "a message that begins something else",
            "<bpmn:outgoing>to-equities</bpmn:outgoing>",
            "<bpmn:outgoing>to-equities</bpmn:outgoing>"
                + "<bpmn:messageEventDefinition id=\"start-by\" messageRef=\"m\"/>",
            "DPL-0025",
            "start-by",
            "<bpmn:process id",
            "<bpmn:message id=\"m\" name=\"DocumentRegistered\"/><bpmn:process id"),
        change("a task without a name", " name=\"First review\"", "", "DPL-0022", "FIRST_REVIEW"),
        change(
            "a branch without a word",
            "id=\"if-signed\" name=\"yes\"",
            "id=\"if-signed\"",
            "DPL-0022",
            "if-signed"),
        change(
            "a task that is not drawn",
            "id=\"FIRST_REVIEW-shape\" bpmnElement=\"FIRST_REVIEW\"",
            "id=\"FIRST_REVIEW-shape\" bpmnElement=\"SIGNATURE\"",
            "DPL-0023",
            "FIRST_REVIEW"),
        change(
            "two elements of one id",
            "id=\"to-first-review\"",
            "id=\"to-equities\"",
            "DPL-0006",
            null),
        change(
            "a process id with an expression in its look",
            "process id=\"" + KEY + "\"",
            "process id=\"Declassification_Review\"",
            "DPL-0008",
            "Declassification_Review"));
  }

  private static Arguments change(
      String what, String from, String to, String rule, @Nullable String element, String... more) {
    return Arguments.of(what, List.of(from, to), List.of(more), rule, element);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsound")
  void refuses(
      String what, List<String> change, List<String> more, String rule, @Nullable String element) {
    String sound = text(shipped(KEY));
    String unsound = replaced(sound, change.get(0), change.get(1));
    for (int i = 0; i < more.size(); i += 2) {
      unsound = replaced(unsound, more.get(i), more.get(i + 1));
    }
    List<GateFinding> findings = gate.examine(List.of(file(KEY + ".bpmn", unsound)));
    assertThat(findings).allMatch(GateFinding::isError);
    assertThat(findings)
        .as(what)
        .anySatisfy(
            each -> {
              assertThat(each.rule().value()).isEqualTo(rule);
              assertThat(each.element()).isEqualTo(element);
            });
  }
}
