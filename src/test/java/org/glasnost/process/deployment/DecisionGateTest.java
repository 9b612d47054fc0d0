package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnost.process.deployment.GateFiles.file;
import static org.glasnost.process.deployment.GateFiles.replaced;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gate lets through of decisions and what it refuses, with the rule and the element. */
class DecisionGateTest {
  private static final String NAME = "task-warning.dmn";
  private static final String EXAMPLES_NAME = "task-warning.examples.yaml";
  private static final String TABLE = shipped(NAME);
  private static final String EXAMPLES = shipped(EXAMPLES_NAME);
  private static final String TASK_COLUMN = "<text>taskKind</text>";
  private static final String ANSWER = "<text>\"REFERRAL_ANSWER\"</text>";
  private static final String THIRTY = "<text>30</text>";

  private final DeploymentGate gate = new DeploymentGate(new NothingInForce(), GateFiles.POLICY);

  @Test
  void theShippedTablePassesWithItsExamples() {
    assertThat(examine(TABLE, EXAMPLES)).isEmpty();
  }

  @Test
  void aDrawingAroundTheDecisionIsTakenIn() {
    String drawn =
        replaced(
            replaced(
                TABLE,
                "<decisionTable id",
                "<informationRequirement id=\"needs\"><requiredInput href=\"#kinds\"/>"
                    + "</informationRequirement>"
                    + "<authorityRequirement id=\"by\"><requiredAuthority href=\"#law\"/>"
                    + "</authorityRequirement><decisionTable id"),
            "</decision>",
            "</decision><inputData id=\"kinds\" name=\"Kinds\"/>"
                + "<knowledgeSource id=\"law\" name=\"32 CFR 2001\"/>"
                + "<textAnnotation id=\"note\"><text>Why.</text></textAnnotation>");
    assertThat(examine(drawn, EXAMPLES)).isEmpty();
  }

  static Stream<Arguments> refusedTables() {
    return Stream.of(
            table("DPL-0003", null, "</definitions>", ""),
            table("DPL-0004", null, "<definitions", "<!DOCTYPE definitions><definitions"),
            table("DPL-0040", null, "20191111/MODEL/", "20180521/MODEL/"),
            table("DPL-0040", null, "<decision id=\"task-warning\"", "<decision identity=\"x\""),
            // What DMN could compute with.
            table(
                "DPL-0041",
                "helper",
                "<decision id",
                "<businessKnowledgeModel id=\"helper\" name=\"f\"/><decision id"),
            table(
                "DPL-0041",
                "task-warning",
                "<decisionTable id",
                "<knowledgeRequirement><requiredKnowledge href=\"#x\"/></knowledgeRequirement>"
                    + "<decisionTable id"),
            table(
                "DPL-0041",
                "needs",
                "<decisionTable id",
                "<informationRequirement id=\"needs\"><requiredDecision href=\"#other\"/>"
                    + "</informationRequirement><decisionTable id"),
            table(
                "DPL-0041",
                "words",
                "<decision id",
                "<itemDefinition id=\"words\" name=\"w\"><typeRef>string</typeRef></itemDefinition>"
                    + "<decision id"),
            table(
                "DPL-0041",
                "by-task",
                "<input id=\"by-task\"",
                "<input id=\"by-task\" camunda:inputVariable=\"x\""),
            table(
                "DPL-0041",
                "task-warning",
                "<decisionTable id",
                "<extensionElements><camunda:script>x</camunda:script></extensionElements>"
                    + "<decisionTable id"),
            table(
                "DPL-0041",
                "otherwise",
                "biodi:width=\"220\" />",
                "biodi:width=\"220\"><defaultOutputEntry id=\"otherwise\"><text>7</text></defaultOutputEntry>"
                    + "</output>"),
            table(
                "DPL-0042",
                "task-warning-definitions",
                "</decision>",
                "</decision><decision id=\"second\" name=\"s\"><decisionTable id=\"t\">"
                    + "<output id=\"o\" name=\"days\" typeRef=\"integer\"/></decisionTable></decision>"),
            table("DPL-0043", "task-waming", "id=\"task-warning\"", "id=\"task-waming\""),
            table("DPL-0045", "by-task", TASK_COLUMN, "<text>title</text>"),
            table("DPL-0045", "by-task", TASK_COLUMN, "<text>reviewKind</text>"),
            table("DPL-0045", "by-task", TASK_COLUMN, "<text>upper case(taskKind)</text>"),
            table(
                "DPL-0045",
                "by-task",
                "by-task-expression\" typeRef=\"string\"",
                "by-task-expression\" typeRef=\"integer\""),
            table("DPL-0045", "by-review", "\"OADR\",", "\"OARD\","),
            table("DPL-0046", "warning", "name=\"days\"", "name=\"weeks\""),
            table("DPL-0046", "warning", "typeRef=\"integer\"", "typeRef=\"string\""),
            table(
                "DPL-0047",
                "by-task-expression",
                "id=\"by-task-expression\"",
                "id=\"by-task-expression\" expressionLanguage=\"juel\""),
            table(
                "DPL-0047",
                "everything-else-days",
                "id=\"everything-else-days\"",
                "id=\"everything-else-days\" expressionLanguage=\"groovy\""),
            table("DPL-0048", "warnings", "\"UNIQUE\"", "\"COLLECT\" aggregation=\"MAX\""),
            table("DPL-0048", "warnings", "\"UNIQUE\"", "\"RULE ORDER\""),
            table("DPL-0048", "warnings", "\"UNIQUE\"", "\"PRIORITY\""),
            table("DPL-0049", "answer-within-a-year", ANSWER, "<text>contains(?, \"A\")</text>"),
            table("DPL-0049", "answer-within-a-year", ANSWER, "<text>${taskKind}</text>"),
            table("DPL-0050", "answer-within-a-year", ANSWER, "<text>\"REFERAL_ANSWER\"</text>"),
            table("DPL-0051", "answer-within-a-year", THIRTY, "<text>366</text>"),
            table("DPL-0051", "answer-within-a-year", THIRTY, "<text>15 + 15</text>"),
            table("DPL-0051", "answer-within-a-year", THIRTY, "<text></text>"),
            table("DPL-0051", "answer-within-a-year", THIRTY, "<text>-1</text>"),
            // Two rules for one case, none for another, one for none.
            table(
                "DPL-0052", "everything-else", "<text>not(\"MANDATORY\")</text>", "<text>-</text>"),
            table(
                "DPL-0054", "warnings", "<text>not(\"MANDATORY\")</text>", "<text>\"FOIA\"</text>"),
            table("DPL-0053", "everything-else", "\"UNIQUE\"", "\"FIRST\"")
                .with("<text>not(\"REFERRAL_ANSWER\")</text>", "<text></text>")
                .with("<text>not(\"MANDATORY\")</text>", "<text>\"MANDATORY\"</text>"),
            table("DPL-0132", "warnings", "<rule id=\"everything-else\">", "<rule>"))
        .map(Change::asArguments);
  }

  /** A change of the shipped table, and what is to be said of it. */
  private record Change(String rule, @Nullable String element, String text) {
    Change with(String from, String to) {
      return new Change(rule, element, replaced(text, from, to));
    }

    Arguments asArguments() {
      return Arguments.of(rule, element, text);
    }
  }

  private static Change table(String rule, @Nullable String element, String from, String to) {
    return new Change(rule, element, replaced(TABLE, from, to));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("refusedTables")
  void tablesAreRefusedWithTheRuleAndTheElement(
      String rule, @Nullable String element, String table) {
    assertThat(examine(table, EXAMPLES))
        .anySatisfy(
            finding -> {
              assertThat(finding.rule().value()).isEqualTo(rule);
              assertThat(finding.element()).isEqualTo(element);
              assertThat(finding.file()).isEqualTo(NAME);
            });
  }

  @Test
  void theCaseWithoutARuleAndTheRulesThatOverlapAreNamed() {
    assertThat(
            examine(
                replaced(
                    TABLE, "<text>not(\"REFERRAL_ANSWER\")</text>", "<text>\"RELEASE\"</text>"),
                EXAMPLES))
        .extracting(GateFinding::message)
        .anyMatch(
            said ->
                said.equals(
                    "No rule says anything where reviewKind is MANDATORY and taskKind is"
                        + " MARKING_REVIEW."));
    assertThat(examine(replaced(TABLE, ANSWER, "<text>\"RELEASE\"</text>"), EXAMPLES))
        .extracting(GateFinding::message)
        .anyMatch(
            said ->
                said.equals(
                    "The rules answer-within-a-year and own-work-within-a-year both hold where"
                        + " reviewKind is MANDATORY and taskKind is RELEASE."));
  }

  static Stream<Arguments> refusedExamples() {
    String first = "outputs: {days: 30}";
    return Stream.of(
        Arguments.of("DPL-0057", EXAMPLES + "further: 1\n"),
        Arguments.of("DPL-0057", ""),
        Arguments.of("DPL-0057", "[1, 2"),
        Arguments.of("DPL-0057", "- task-warning"),
        Arguments.of("DPL-0057", replaced(EXAMPLES, "decision: task-", "decision: tusk-")),
        Arguments.of("DPL-0057", replaced(EXAMPLES, first, "outputs: {days: 3000}")),
        Arguments.of("DPL-0057", replaced(EXAMPLES, first, "outputs: {days: \"30\"}")),
        Arguments.of("DPL-0057", replaced(EXAMPLES, first, "outputs: {}")),
        Arguments.of("DPL-0057", replaced(EXAMPLES, first, first + "\n    why: because")),
        Arguments.of("DPL-0057", replaced(EXAMPLES, "MANDATORY", "MANDATED")),
        Arguments.of("DPL-0057", replaced(EXAMPLES, "taskKind: R", "title: R")),
        Arguments.of(
            "DPL-0057",
            replaced(
                EXAMPLES,
                "decision: task-warning",
                "decision: !!java.net.URL [\"http://a.example\"]")),
        Arguments.of("DPL-0057", bomb()),
        Arguments.of("DPL-0057", EXAMPLES + "#".repeat(70_000)),
        Arguments.of("DPL-0057", twice()),
        Arguments.of("DPL-0058", replaced(EXAMPLES, first, "outputs: {days: 31}")));
  }

  private static String twice() {
    return EXAMPLES + EXAMPLES.substring(EXAMPLES.indexOf("  - name"));
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("decision: &a0 [x, x]\nexamples:\n");
    for (int i = 1; i < 30; i++) {
      text.append("  - &a%d [*a%d, *a%d]\n".formatted(i, i - 1, i - 1));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("refusedExamples")
  void examplesThatDoNotReadOrDoNotComeOutAreRefused(String rule, String examples) {
    assertThat(examine(TABLE, examples))
        .anySatisfy(
            finding -> {
              assertThat(finding.rule().value()).isEqualTo(rule);
              assertThat(finding.file()).isEqualTo(EXAMPLES_NAME);
            });
  }

  @Test
  void anExampleThatFailsIsNamedWithWhatTheTableSays() {
    assertThat(examine(TABLE, replaced(EXAMPLES, "outputs: {days: 30}", "outputs: {days: 31}")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.element()).isEqualTo("answer-within-a-year");
              assertThat(finding.message())
                  .isEqualTo(
                      "The example 'another agency has a year to answer' expects days 31; the table"
                          + " says days 30.");
            });
  }

  @Test
  void everyRuleIsHitByAnExample() {
    String fewer = EXAMPLES.substring(0, EXAMPLES.indexOf("  - name: a first review"));
    assertThat(examine(TABLE, fewer))
        .extracting(finding -> finding.rule() + " " + finding.element())
        .containsExactly("DPL-0059 own-work-within-a-year", "DPL-0059 everything-else");
  }

  @Test
  void aTableAndItsExamplesComeTogether() {
    assertThat(rules(file(NAME, TABLE))).containsExactly("DPL-0056");
    assertThat(rules(file(EXAMPLES_NAME, EXAMPLES))).containsExactly("DPL-0056");
    assertThat(rules(file(NAME, TABLE), file("other.examples.yaml", EXAMPLES)))
        .containsExactly("DPL-0056", "DPL-0056");
  }

  @Test
  void twoTablesForOneDecisionAreRefused() {
    assertThat(
            rules(
                file("a.dmn", TABLE),
                file("a.examples.yaml", EXAMPLES),
                file("b.dmn", TABLE),
                file("b.examples.yaml", EXAMPLES)))
        .containsExactly("DPL-0044");
  }

  @Test
  void aTableOfTooManyRulesIsRefused() {
    String rule =
        TABLE.substring(
            TABLE.indexOf("<rule id=\"everything-else\">"), TABLE.indexOf("</decisionTable>"));
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      many.append(rule.replace("everything-else", "more-" + i));
    }
    assertThat(examine(replaced(TABLE, "</decisionTable>", many + "</decisionTable>"), EXAMPLES))
        .extracting(finding -> finding.rule().value())
        .containsExactly("DPL-0055");
  }

  private List<GateFinding> examine(String table, String examples) {
    return gate.examine(List.of(file(NAME, table), file(EXAMPLES_NAME, examples)));
  }

  private List<String> rules(DeploymentFile... files) {
    return gate.examine(List.of(files)).stream().map(each -> each.rule().value()).toList();
  }

  private static String shipped(String name) {
    return GateFiles.text(
        GateFiles.SHIPPED.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow());
  }
}
