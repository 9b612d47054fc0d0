package org.glasnost.process.deployment.difference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.glasnost.process.deployment.difference.ElementChange.Detail;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What an administrator is shown to be different from what is in force. */
class ProcessDifferenceTest {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private final String shipped = text("release");

  @Test
  void theSameProcessDoesNotDiffer() {
    assertThat(differences(shipped)).isEmpty();
    assertThat(
            ProcessDifference.between(
                process(text("declassification-review")), process(text("declassification-review"))))
        .isEmpty();
  }

  @Test
  void howItIsDrawnAndOrderedIsNoDifference() {
    assertThat(differences(changed("<dc:Bounds x=\"", "<dc:Bounds x=\"1"))).isEmpty();
  }

  @Test
  void anotherRoleIsTold() {
    assertThat(
            differences(
                changed(
                    "candidateGroups=\"RECORDS_MANAGER\"", "candidateGroups=\"ADMINISTRATOR\"")))
        .containsExactly(
            new ElementChange(
                ElementChange.Change.CHANGED,
                "RELEASE",
                "userTask",
                nameOf("RELEASE"),
                List.of(new Detail("candidateGroups", "RECORDS_MANAGER", "ADMINISTRATOR"))));
  }

  @Test
  void anotherConditionIsToldWithBothTexts() {
    assertThat(differences(changed("${released == false}", "${released == true}")))
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.details())
                    .containsExactly(
                        new Detail(
                            "conditionExpression", "${released == false}", "${released == true}")));
  }

  @Test
  void whatIsAddedRenamedAndTakenAwayIsTold() {
    String added =
        changed("</bpmn:process>", "<bpmn:userTask id=\"extra\" name=\"More\"/></bpmn:process>");
    assertThat(differences(added))
        .containsExactly(
            new ElementChange(ElementChange.Change.ADDED, "extra", "userTask", "More", List.of()));
    assertThat(ProcessDifference.between(process(added), process(shipped)))
        .containsExactly(
            new ElementChange(
                ElementChange.Change.REMOVED, "extra", "userTask", "More", List.of()));
    String other = added.replace("bpmn:userTask id=\"extra\"", "bpmn:manualTask id=\"extra\"");
    assertThat(ProcessDifference.between(process(added), process(other)))
        .extracting(ElementChange::change)
        .containsExactly(ElementChange.Change.REMOVED, ElementChange.Change.ADDED);
  }

  @Test
  void ofANewProcessEverythingIsAdded() {
    assertThat(ProcessDifference.between(null, process(shipped)))
        .hasSizeGreaterThan(5)
        .extracting(ElementChange::change)
        .containsOnly(ElementChange.Change.ADDED);
  }

  @Test
  void linesAreToldWithWhatStandsAroundThem() {
    TextDifference difference =
        TextDifference.between("a", "1\n2\n3\n4\n5\n6\n", "b", "1\n2\n3\n4\nfive\n6\n");
    assertThat(difference.complete()).isTrue();
    assertThat(difference.lines())
        .containsExactly(
            "--- a", "+++ b", "@@ -2,5 +2,5 @@", " 2", " 3", " 4", "-5", "+five", " 6");
    assertThat(TextDifference.between("a", "1\n", "b", "1\n").lines()).isEmpty();
  }

  @Test
  void whatNobodyReadsIsCutAndSaidToBe() {
    TextDifference many =
        TextDifference.between("a", "1\n".repeat(2_000), "b", "2\n".repeat(2_000));
    assertThat(many.complete()).isFalse();
    assertThat(many.lines()).hasSize(1_000);
    TextDifference tooLong = TextDifference.between("a", "1\n".repeat(10_001), "b", "2\n");
    assertThat(tooLong.complete()).isFalse();
    assertThat(tooLong.lines()).isEmpty();
  }

  private List<ElementChange> differences(String after) {
    return ProcessDifference.between(process(shipped), process(after));
  }

  private String changed(String from, String to) {
    assertThat(shipped).contains(from);
    return shipped.replace(from, to);
  }

  private String nameOf(String id) {
    return java.util.regex.Pattern.compile("id=\"" + id + "\" name=\"([^\"]+)\"")
        .matcher(shipped)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static String text(String key) {
    try {
      return Files.readString(Path.of("processes", key, key + ".bpmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Element process(String text) {
    try {
      return (Element)
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(text.getBytes(UTF_8)))
              .getElementsByTagNameNS(BPMN, "process")
              .item(0);
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
