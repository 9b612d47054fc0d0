package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnost.process.deployment.GateFiles.file;
import static org.glasnost.process.deployment.GateFiles.replaced;
import static org.glasnost.process.deployment.GateFiles.shipped;
import static org.glasnost.process.deployment.GateFiles.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate lets through and what it refuses, with the rule and the element. */
class DeploymentGateTest {

  private final DeploymentGate gate = new DeploymentGate(new NothingInForce(), GateFiles.POLICY);

  @Test
  void theShippedProcessesPassAsASet() {
    assertThat(GateFiles.SHIPPED).hasSizeGreaterThanOrEqualTo(3);
    assertThat(gate.examine(GateFiles.SHIPPED)).isEmpty();
  }

  @Test
  void aCallToWhatIsNeitherInForceNorSubmittedIsRefused() {
    DeploymentFile alone = shipped("record-life-cycle");
    assertThat(gate.examine(List.of(alone)))
        .extracting(each -> each.rule() + " " + each.element())
        .containsExactly("DPL-0018 review", "DPL-0018 release");
  }

  @Test
  void aStepOfTheListMayBeCalled() {
    String with =
        replaced(
            replaced(
                text(shipped("release")),
                "<bpmn:sequenceFlow id=\"to-withheld\"",
                "<bpmn:serviceTask id=\"note\" name=\"Note\""
                    + " camunda:delegateExpression=\"${knownStep}\"/>"
                    + "<bpmn:sequenceFlow id=\"to-withheld\""),
            "<bpmndi:BPMNShape id=\"pending-shape\"",
            "<bpmndi:BPMNShape id=\"note-shape\" bpmnElement=\"note\"><dc:Bounds x=\"0\" y=\"0\""
                + " width=\"100\" height=\"80\"/></bpmndi:BPMNShape>"
                + "<bpmndi:BPMNShape id=\"pending-shape\"");
    assertThat(
            gate.examine(
                List.of(
                    file("release.bpmn", with),
                    shipped("declassification-review"),
                    shipped("record-life-cycle"))))
        .extracting(each -> each.severity() + " " + each.rule() + " " + each.element())
        .containsExactly("WARNING DPL-0033 note"); // No way leads to it.
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "&#xa0;", "&#x200b;", "&#x2028;", "&#9;"})
  void aNameOfWhichNothingShowsIsNone(String name) {
    String text = text(shipped("release"));
    assertThat(text).contains(" name=\"Release\"");
    assertThat(rulesFor(text.replace(" name=\"Release\"", " name=\"" + name + "\"")))
        .contains("DPL-0022");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "0.5", "NaN", "INF", "1e-9"})
  void aShapeOfNothingIsNotDrawn(String width) {
    String text = text(shipped("release"));
    assertThat(text).contains("width=\"120\"");
    assertThat(rulesFor(text.replace("width=\"120\"", "width=\"" + width + "\"")))
        .contains("DPL-0023");
  }

  @Test
  void xmlOfTheOtherVersionIsRefused() {
    String text = text(shipped("release"));
    assertThat(text).startsWith("<?xml version=\"1.0\"");
    assertThat(rulesFor(text.replaceFirst("version=\"1.0\"", "version=\"1.1\"")))
        .containsExactly("DPL-0003");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not xml", "<a>", "<a></b>", "\u0000", "{\"a\":1}", "<a/><b/>"})
  void whatIsNotWellFormedIsRefused(String text) {
    assertThat(rulesFor(text)).containsExactly("DPL-0003");
  }

  @Test
  void otherXmlIsRefusedByTheSchema() {
    assertThat(rulesFor("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")).contains("DPL-0006");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "release.txt",
        "../release.dmn",
        "../release.bpmn",
        "a/b.bpmn",
        ".bpmn",
        "release.bpmn.groovy",
        ""
      })
  void otherFilesAreRefusedByName(String name) {
    assertThat(gate.examine(List.of(file(name, text(shipped("release"))))))
        .extracting(each -> each.rule().value())
        .containsExactly("DPL-0001");
  }

  @Test
  void aHostileFileIsNotAnsweredWithAFlood() {
    String many =
        replaced(
            text(shipped("release")),
            "<bpmn:sequenceFlow id=\"to-withheld\"",
            "<bpmn:task/>".repeat(3_000) + "<bpmn:sequenceFlow id=\"to-withheld\"");
    assertThat(gate.examine(List.of(file("release.bpmn", many)))).hasSize(100);
  }

  @Test
  void aLargeFileIsJudgedWhole() {
    String large =
        replaced(
            text(shipped("release")),
            "</bpmn:process>",
            "<bpmn:textAnnotation><bpmn:text>a note of some words</bpmn:text></bpmn:textAnnotation>"
                    .repeat(6_000)
                + "</bpmn:process>");
    DeploymentFile file = file("release.bpmn", large);
    assertThat(file.size()).isGreaterThan(500_000);
    assertThat(gate.examine(List.of(file)))
        .isEqualTo(gate.examine(List.of(file("release.bpmn", text(shipped("release"))))));
  }

  private List<String> rulesFor(String text) {
    return gate.examine(List.of(file("x.bpmn", text))).stream()
        .map(each -> each.rule().value())
        .toList();
  }
}
