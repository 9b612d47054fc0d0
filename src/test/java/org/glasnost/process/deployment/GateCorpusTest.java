package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.EngineAlone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate against every file of its corpus, those too large to be kept among them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateCorpusTest {
  private static final String REFUSED = "refused";
  private static final String SOUND = "sound";

  private final EngineAlone engine = EngineAlone.started();
  private final FilesInForce inForce = new FilesInForce(engine.bean(Definitions.class));
  private final DeploymentGate gate = new DeploymentGate(inForce, GateFiles.POLICY);

  @AfterAll
  void closeEngine() {
    engine.close();
  }

  static Stream<Arguments> refused() {
    return GateCorpus.rows("refused.csv", 4).stream().map(row -> Arguments.of((Object[]) row));
  }

  static Stream<String> sound() {
    return GateCorpus.rows("sound.csv", 2).stream().map(row -> row[0]);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("refused")
  void refusesWithTheRuleAtTheElement(String name, String rule, String element, String wrong) {
    assertThat(examined(REFUSED, name))
        .as(wrong)
        .extracting(finding -> finding.rule() + " " + finding.element())
        .contains(rule + " " + (element.isEmpty() ? null : element));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sound")
  void findsNothingThatKeepsItOut(String name) {
    assertThat(examined(SOUND, name)).isEmpty();
  }

  private List<GateFinding> examined(String kind, String name) {
    inForce.hold(GateCorpus.inForce(kind, name));
    return GateFiles.errors(gate.examine(GateCorpus.submitted(kind, name)));
  }

  /** What stands in a corpus and in no list would never be tried. */
  @Test
  void theListsNameWhatIsThere() {
    for (String kind : List.of(REFUSED, SOUND)) {
      assertThat(GateCorpus.rows(kind + ".csv", 2))
          .extracting(row -> row[0])
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(GateCorpus.names(kind));
    }
    assertThat(GateCorpus.names(REFUSED)).hasSizeGreaterThanOrEqualTo(60);
    assertThat(GateCorpus.names(SOUND)).hasSizeGreaterThanOrEqualTo(20);
    assertThat(new TreeSet<>(GateCorpus.rows("walks.csv", 2).stream().map(r -> r[0]).toList()))
        .isSubsetOf(GateCorpus.names(REFUSED));
  }

  @Test
  void whatIsTooLargeToBeKeptIsRefusedBeforeItIsBuiltUp() {
    assertThat(rulesFor(open(5_000) + close(5_000))).containsExactly("DPL-0005");
    assertThat(rulesFor("<a>" + "<b/>".repeat(50_000) + "</a>")).containsExactly("DPL-0005");
    char[] fifty = new char[50 * 1024 * 1024];
    Arrays.fill(fifty, ' ');
    assertThat(rulesFor("<a>" + new String(fifty) + "</a>")).containsExactly("DPL-0002");
    assertThat(rulesFor("<a>" + " ".repeat(SafeXml.LARGEST) + "</a>")).containsExactly("DPL-0002");
  }

  /** Names that a directory may not be able to hold. */
  @ParameterizedTest
  @ValueSource(
      strings = {"verf\u00fcgung.bpmn", "release.b\u0440mn", "a/b.bpmn", "a\\b.bpmn", "a.bpmn\n"})
  void namesOfOtherLettersAreRefused(String name) {
    assertThat(gate.examine(List.of(GateFiles.file(name, "<a/>"))))
        .extracting(finding -> finding.rule().value())
        .containsExactly("DPL-0001");
  }

  @Test
  void parallelWaysInsideOneAnotherAreFollowedToABound() {
    assertThat(GateFiles.errors(gate.examine(List.of(nested(50))))).isEmpty();
    assertThat(gate.examine(List.of(nested(700))))
        .filteredOn(finding -> finding.message().startsWith("There are too many"))
        .extracting(finding -> finding.rule().value())
        .contains("DPL-0027");
  }

  private static DeploymentFile nested(int forks) {
    Drawn drawn = Drawn.lifeCycle().end("end");
    for (String task : List.of("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")) {
      drawn.task(task);
    }
    drawn.through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "part0");
    for (int i = 0; i < forks; i++) {
      drawn.parallel("part" + i).parallel("join" + i).through("part" + i, "join" + i);
      if (i + 1 < forks) {
        drawn.through("part" + i, "part" + (i + 1)).through("join" + (i + 1), "join" + i);
      }
    }
    drawn.through("part" + (forks - 1), "join" + (forks - 1));
    return drawn.through("join0", "RELEASE", "end").file();
  }

  private static String open(int depth) {
    return "<a>".repeat(depth);
  }

  private static String close(int depth) {
    return "</a>".repeat(depth);
  }

  private List<String> rulesFor(String text) {
    return gate.examine(List.of(GateFiles.file("x.bpmn", text))).stream()
        .map(finding -> finding.rule().value())
        .toList();
  }
}
