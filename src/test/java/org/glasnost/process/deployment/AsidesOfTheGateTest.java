package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glasnost.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps no process out and is told to whoever decides; and calls that multiply. */
class AsidesOfTheGateTest {
  private static final List<String> WHOLE =
      List.of("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE");

  private final DeploymentGate gate = new DeploymentGate(new NothingInForce(), GateFiles.POLICY);

  @Test
  void aDecisionThatNobodyAsksForIsTold() {
    Drawn drawn =
        whole().through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end");
    assertThat(told(drawn.file()))
        .containsExactly("WARNING DPL-0035 SECOND_REVIEW", "WARNING DPL-0035 SIGNATURE");
    assertThat(gate.examine(List.of(drawn.file())))
        .extracting(GateFinding::message)
        .contains(
            "Where ${signed==false} holds, the flow may come to 'RELEASE' all the same, where the"
                + " work stands still: a gateway behind 'SIGNATURE' is to ask for it.");
  }

  @Test
  void oneThatIsAskedForLaterIsNot() {
    Drawn drawn =
        whole()
            .task("REFERRAL_ANSWER")
            .choice("returned")
            .choice("signed", "yes")
            .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "REFERRAL_ANSWER", "returned")
            .when("${secondOutcome == 'RETURNED'}", "returned", "FIRST_REVIEW")
            .when("${secondOutcome != 'RETURNED'}", "returned", "SIGNATURE")
            .through("SIGNATURE", "signed")
            .when("${signed == false}", "signed", "SECOND_REVIEW")
            .named("yes", "signed", "RELEASE")
            .through("RELEASE", "end");
    assertThat(told(drawn.file())).isEmpty();
  }

  @Test
  void aQuestionAboutSomethingElseIsNoneAboutTheDecision() {
    Drawn drawn =
        whole()
            .choice("returned")
            .choice("ask")
            .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "returned")
            .when("${secondOutcome == 'RETURNED'}", "returned", "FIRST_REVIEW")
            .when("${secondOutcome == 'CONCURRED'}", "returned", "SIGNATURE")
            .through("SIGNATURE", "ask")
            .when("${withholds == true}", "ask", "RELEASE")
            .when("${withholds == false}", "ask", "end")
            .through("RELEASE", "end");
    assertThat(told(drawn.file())).containsExactly("WARNING DPL-0035 SIGNATURE");
  }

  @Test
  void aReleaseInWhatIsCalledWaitsForTheDecisionToo() {
    Drawn caller =
        Drawn.lifeCycle()
            .task("FIRST_REVIEW")
            .task("SECOND_REVIEW")
            .task("SIGNATURE")
            .calls("out", "giving-out", 1)
            .end("end")
            .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "out", "end");
    Drawn called =
        Drawn.called("giving-out").task("RELEASE").end("end").through("start", "RELEASE", "end");
    assertThat(told(caller.file(), called.file()))
        .containsExactly("WARNING DPL-0035 SECOND_REVIEW", "WARNING DPL-0035 SIGNATURE");
  }

  @Test
  void whatNoWayLeadsToIsTold() {
    Drawn drawn =
        Drawn.lifeCycle()
            .task("MARKING_REVIEW")
            .task("RELEASE")
            .end("end")
            .end("other")
            .through("start", "MARKING_REVIEW", "end")
            .through("RELEASE", "other");
    assertThat(told(drawn.file()))
        .containsExactly("WARNING DPL-0033 RELEASE", "WARNING DPL-0033 other");
  }

  /** Each level calls the next so many times: as many reviews as no engine holds. */
  @ParameterizedTest
  @CsvSource({"20, 20", "20, 2", "15, 3", "3, 60"})
  void callsThatMultiplyAreRefused(int levels, int calls) {
    DeploymentFile[] files = new DeploymentFile[levels + 1];
    for (int level = 0; level < levels; level++) {
      Drawn drawn = level == 0 ? Drawn.lifeCycle() : Drawn.called("level-" + level);
      String last = "start";
      for (int call = 0; call < calls; call++) {
        drawn.calls("call-" + call, "level-" + (level + 1), 1).through(last, "call-" + call);
        last = "call-" + call;
      }
      files[level] = drawn.end("end").through(last, "end").file();
    }
    files[levels] =
        Drawn.called("level-" + levels)
            .task("REFERRAL_ANSWER")
            .end("end")
            .through("start", "REFERRAL_ANSWER", "end")
            .file();
    assertThat(told(files)).isNotEmpty().allMatch(each -> each.startsWith("ERROR DPL-0032 call-"));
  }

  @Test
  void repetitionsMultiplyLikewise() {
    Drawn caller = Drawn.lifeCycle().callsAtOnce("all", "middle", 99).end("end");
    Drawn middle = Drawn.called("middle").callsAtOnce("each", "inner", 99).end("end");
    Drawn inner = Drawn.called("inner").task("REFERRAL_ANSWER").end("end");
    assertThat(
            told(
                caller.through("start", "all", "end").file(),
                middle.through("start", "each", "end").file(),
                inner.through("start", "REFERRAL_ANSWER", "end").file()))
        .containsExactly("ERROR DPL-0032 all");
  }

  private static Drawn whole() {
    Drawn drawn = Drawn.lifeCycle().end("end");
    WHOLE.forEach(drawn::task);
    return drawn;
  }

  private List<String> told(DeploymentFile... files) {
    return gate.examine(List.of(files)).stream()
        .filter(finding -> finding.severity() != Severity.NOTICE)
        .map(finding -> finding.severity() + " " + finding.rule() + " " + finding.element())
        .toList();
  }
}
