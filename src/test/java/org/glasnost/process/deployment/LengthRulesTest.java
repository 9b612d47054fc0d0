package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too long to be kept is refused; what is as long as may be is not. */
class LengthRulesTest {
  private final DeploymentGate gate = new DeploymentGate(new NothingInForce(), GateFiles.POLICY);

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"id, end, 200", "name, end, 200", "name, record-life-cycle, 200", "id, process, 100"})
  void anIdOrNameHasItsLength(String what, String element, int most) {
    assertThat(told(file(what, element, "n".repeat(most)))).doesNotContain("DPL-0034");
    String longer = "n".repeat(most + 1);
    assertThat(gate.examine(List.of(file(what, element, longer))))
        .filteredOn(finding -> finding.rule().value().equals("DPL-0034"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.isError()).isTrue();
              assertThat(finding.message())
                  .startsWith("The " + what + " of a ")
                  .contains("has %d characters; at most %d are kept.".formatted(most + 1, most));
              assertThat(String.valueOf(finding.element())).hasSizeLessThanOrEqualTo(61);
            });
  }

  private static DeploymentFile file(String what, String element, String value) {
    String text = GateFiles.text(whole());
    if (what.equals("name")) {
      text =
          text.replaceFirst(
              "(id=\"" + element + "\") name=\"[^\"]*\"", "$1 name=\"" + value + "\"");
    } else {
      String id = element.equals("process") ? "record-life-cycle" : element;
      text = text.replace("name=\"" + id + "\"", "name=\"A name\"");
      text = text.replace("\"" + id + "\"", "\"" + value + "\"");
    }
    assertThat(text).contains("\"" + value + "\"");
    return GateFiles.file("record-life-cycle.bpmn", text);
  }

  @Test
  void aVersionTagHasItsLength() {
    String text = GateFiles.text(whole());
    String at = "<bpmn:process id=\"record-life-cycle\"";
    for (int length : new int[] {64, 65}) {
      String tagged =
          GateFiles.replaced(text, at, at + " camunda:versionTag=\"" + "1".repeat(length) + "\"");
      List<String> rules = told(GateFiles.file("record-life-cycle.bpmn", tagged));
      if (length > 64) {
        assertThat(rules).contains("DPL-0034");
      } else {
        assertThat(rules).doesNotContain("DPL-0034");
      }
    }
  }

  @Test
  void whatIsVeryLongIsRefusedAllTheSame() {
    String text = GateFiles.text(whole());
    String key = "a" + "-a".repeat(50_000);
    assertThat(
            told(GateFiles.file("x.bpmn", text.replace("\"record-life-cycle\"", '"' + key + '"'))))
        .contains("DPL-0008", "DPL-0034");
    String documented =
        GateFiles.replaced(
            text,
            "</bpmn:endEvent>",
            "<bpmn:documentation>" + "n".repeat(4_001) + "</bpmn:documentation></bpmn:endEvent>");
    assertThat(told(GateFiles.file("x.bpmn", documented))).contains("DPL-0034");
  }

  @Test
  void namesOfATableHaveTheirLength() {
    String table = GateFiles.text(shipped("task-warning.dmn"));
    String named = table.replaceFirst("name=\"When[^\"]*\"", "name=\"" + "n".repeat(201) + "\"");
    assertThat(
            told(GateFiles.file("task-warning.dmn", named), shipped("task-warning.examples.yaml")))
        .contains("DPL-0034");
  }

  private static DeploymentFile shipped(String name) {
    return GateFiles.SHIPPED.stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> told(DeploymentFile... files) {
    return gate.examine(List.of(files)).stream().map(each -> each.rule().value()).toList();
  }

  private static DeploymentFile whole() {
    return Drawn.lifeCycle()
        .task("MARKING_REVIEW")
        .end("end")
        .through("start", "MARKING_REVIEW", "end")
        .file();
  }
}
