package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.glasnost.process.deployment.GateFinding.WalkStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that lead to a release past a review, and others that cannot. */
class WaysToReleaseTest {
  private final DeploymentGate gate = new DeploymentGate(new NothingInForce(), GateFiles.POLICY);

  static Stream<Arguments> unsound() {
    return Stream.of(
        of(
            "no review at all",
            "DPL-0026 RELEASE",
            drawn("RELEASE").through("start", "RELEASE", "end")),
        of(
            "no second review",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SIGNATURE", "RELEASE")
                .through("start", "FIRST_REVIEW", "SIGNATURE", "RELEASE", "end")),
        of(
            "no signature",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "RELEASE")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "RELEASE", "end")),
        of(
            "the second review before the first",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .through("start", "SECOND_REVIEW", "FIRST_REVIEW", "SIGNATURE", "RELEASE", "end")),
        of(
            "the signature before the second review",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .through("start", "FIRST_REVIEW", "SIGNATURE", "SECOND_REVIEW", "RELEASE", "end")),
        of(
            "a default flow past the second review",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .choice("ask", "past")
                .through("start", "FIRST_REVIEW", "ask")
                .when("${referralCount &gt; 0}", "ask", "SECOND_REVIEW")
                .named("past", "ask", "SIGNATURE")
                .through("SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")),
        of(
            "a fan-out that may be empty",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SIGNATURE", "RELEASE")
                .counted("SECOND_REVIEW", false)
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")),
        of(
            "a row of signatures that may be empty",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "RELEASE")
                .counted("SIGNATURE", true)
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")),
        of(
            "a signature before the last return",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "FIRST_REVIEW.again", "RELEASE")
                .choice("ask")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "ask")
                .when("${withholds == true}", "ask", "FIRST_REVIEW.again")
                .when("${withholds == false}", "ask", "RELEASE")
                .through("FIRST_REVIEW.again", "RELEASE", "end")),
        of(
            "a signature that was refused",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .choice("ask")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "ask")
                .when("${signed == true}", "ask", "RELEASE")
                .when("${ signed == false }", "ask", "RELEASE")
                .through("RELEASE", "end")),
        of(
            "a review that was returned",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .choice("ask")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "ask")
                .when("${secondOutcome == 'RETURNED'}", "ask", "SIGNATURE")
                .when("${secondOutcome == 'CONCURRED'}", "ask", "SIGNATURE")
                .through("SIGNATURE", "RELEASE", "end")),
        of(
            "one of two releases too early",
            "DPL-0026 RELEASE.early",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "RELEASE.early")
                .choice("ask")
                .through("start", "FIRST_REVIEW", "ask")
                .when("${referralCount == 0}", "ask", "RELEASE.early")
                .when("${referralCount &gt; 0}", "ask", "SECOND_REVIEW")
                .through("RELEASE.early", "end.early")
                .end("end.early")
                .through("SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")),
        of(
            "reviews on two branches at once",
            "DPL-0026 RELEASE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .parallel("fork")
                .parallel("join")
                .through("start", "fork", "FIRST_REVIEW", "join", "SIGNATURE", "RELEASE", "end")
                .through("fork", "SECOND_REVIEW", "join")),
        of(
            "a release beside a further review",
            "DPL-0030 fork",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "FIRST_REVIEW.again")
                .parallel("fork")
                .parallel("join")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "fork")
                .through("fork", "RELEASE", "join", "end")
                .through("fork", "FIRST_REVIEW.again", "join")),
        of(
            "branches that never come together",
            "DPL-0027 fork",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "REFERRAL_ANSWER")
                .parallel("fork")
                .end("other")
                .through(
                    "start", "fork", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")
                .through("fork", "REFERRAL_ANSWER", "other")),
        of(
            "branches that come together in a choice",
            "DPL-0027 fork",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "REFERRAL_ANSWER")
                .parallel("fork")
                .choice("merge")
                .through("start", "FIRST_REVIEW", "fork", "REFERRAL_ANSWER", "merge")
                .through("fork", "merge", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")),
        of(
            "a gateway that waits for what nothing parted",
            "DPL-0027 join",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .choice("ask")
                .parallel("join")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "ask")
                .when("${withholds == true}", "ask", "join")
                .when("${withholds == false}", "ask", "join")
                .through("join", "SIGNATURE", "RELEASE", "end")),
        of(
            "a task with two ways out",
            "DPL-0028 SIGNATURE",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "FIRST_REVIEW.again")
                .end("other")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")
                .through("SIGNATURE", "FIRST_REVIEW.again", "other")),
        of(
            "a round without anybody",
            "DPL-0031 ask",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .choice("ask")
                .choice("merge")
                .through("start", "FIRST_REVIEW", "merge", "ask")
                .when("${referralCount == 0}", "ask", "merge")
                .when("${referralCount &gt; 0}", "ask", "SECOND_REVIEW")
                .through("SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsound")
  void whatLeadsPastAReviewIsRefusedWhereItDoes(String what, String expected, Drawn drawn) {
    assertThat(told(drawn.file())).as(what).contains(expected);
  }

  static Stream<Arguments> sound() {
    return Stream.of(
        of("one after another", "", whole()),
        of(
            "with a return",
            "",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .choice("ask")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "ask")
                .when("${secondOutcome == 'RETURNED'}", "ask", "FIRST_REVIEW")
                .when("${secondOutcome == 'CONCURRED'}", "ask", "SIGNATURE")
                .through("SIGNATURE", "RELEASE", "end")),
        of(
            "with a refusal that goes back",
            "",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .choice("ask")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "ask")
                .when("${signed == false}", "ask", "SECOND_REVIEW")
                .when("${signed == true}", "ask", "RELEASE")
                .through("RELEASE", "end")),
        of(
            "with agencies asked, or none",
            "",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .counted("REFERRAL_ANSWER", false)
                .through("start", "FIRST_REVIEW", "REFERRAL_ANSWER", "SECOND_REVIEW")
                .through("SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")),
        of(
            "with answers beside the second review",
            "",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "REFERRAL_ANSWER")
                .parallel("fork")
                .parallel("join")
                .through(
                    "start", "FIRST_REVIEW", "fork", "REFERRAL_ANSWER", "SECOND_REVIEW", "join")
                .through("fork", "SECOND_REVIEW.other", "join", "SIGNATURE", "RELEASE", "end")
                .task("SECOND_REVIEW.other")),
        of(
            "with branches inside a branch",
            "",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .task("REDACTION")
                .task("REDACTION_CHECK")
                .task("ADJUDICATION")
                .parallel("fork")
                .parallel("join")
                .parallel("inner-fork")
                .parallel("inner-join")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "fork")
                .through("fork", "inner-fork", "REDACTION", "inner-join", "join", "RELEASE", "end")
                .through("inner-fork", "REDACTION_CHECK", "inner-join")
                .through("fork", "ADJUDICATION", "join")),
        of(
            "with an end that releases nothing",
            "",
            drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
                .choice("ask")
                .end("kept")
                .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "ask")
                .when("${signed == false}", "ask", "kept")
                .when("${signed == true}", "ask", "RELEASE")
                .through("RELEASE", "end")),
        of(
            "without a release",
            "",
            drawn("MARKING_REVIEW").through("start", "MARKING_REVIEW", "end")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sound")
  void whatCannotLeadPastAReviewIsTakenIn(String what, String none, Drawn drawn) {
    assertThat(told(drawn.file()).stream().filter(each -> !each.startsWith("DPL-0022")))
        .as(what + none)
        .isEmpty();
  }

  @Test
  void aCallIsTakenForWhatItCallsMakesOfIt() {
    Drawn caller =
        drawn("FIRST_REVIEW", "RELEASE")
            .calls("decide", "decision", 1)
            .through("start", "FIRST_REVIEW", "decide", "RELEASE", "end");
    Drawn whole =
        Drawn.called("decision")
            .task("SECOND_REVIEW")
            .task("SIGNATURE")
            .end("end")
            .through("start", "SECOND_REVIEW", "SIGNATURE", "end");
    Drawn past =
        Drawn.called("decision")
            .task("SECOND_REVIEW")
            .task("SIGNATURE")
            .choice("ask")
            .end("end")
            .end("early")
            .through("start", "SECOND_REVIEW", "ask")
            .when("${withholds == true}", "ask", "SIGNATURE")
            .when("${withholds == false}", "ask", "early")
            .through("SIGNATURE", "end");
    assertThat(told(caller.file(), whole.file())).isEmpty();
    assertThat(told(caller.file(), past.file())).contains("DPL-0026 RELEASE");
    assertThat(gate.examine(List.of(caller.file(), past.file())))
        .filteredOn(finding -> finding.rule().value().equals("DPL-0026"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "A way leads to 'RELEASE' without SIGNATURE in its place: start →"
                            + " FIRST_REVIEW → decide → start → SECOND_REVIEW → ask → early →"
                            + " RELEASE."));
  }

  @Test
  void theWayIsToldStepByStep() {
    DeploymentFile file =
        drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
            .choice("ask")
            .choice("again")
            .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "again")
            .when("${secondOutcome == 'RETURNED'}", "again", "ask")
            .when("${secondOutcome == 'CONCURRED'}", "again", "SIGNATURE")
            .when("${withholds == true}", "ask", "SIGNATURE")
            .when("${withholds == false}", "ask", "FIRST_REVIEW")
            .through("SIGNATURE", "RELEASE", "end")
            .file();
    assertThat(gate.examine(List.of(file)))
        .filteredOn(finding -> finding.rule().value().equals("DPL-0026"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.walk())
                  .extracting(WalkStep::says)
                  .containsExactly(
                      "A message starts at 'start'.",
                      "'FIRST_REVIEW' is done, 1 of 3 demanded tasks count.",
                      "'SECOND_REVIEW' is done, 2 of 3 demanded tasks count.",
                      "A choice: 'again'.",
                      "By 'f4': what was done is taken back, 0 of 3"
                          + " demanded tasks count. A choice: 'ask'.",
                      "By 'f6': 'SIGNATURE' is done and does not count, since"
                          + " FIRST_REVIEW is not done before it.",
                      "'RELEASE' releases the record, and FIRST_REVIEW is not done.");
              assertThat(finding.walk())
                  .allMatch(step -> file.name().equals(step.file()))
                  .allMatch(step -> step.process().equals("record-life-cycle"));
              assertThat(finding.walk().get(0).flow()).isNull();
              assertThat(finding.walk().subList(1, 7)).noneMatch(step -> step.flow() == null);
            });
  }

  @Test
  void aTaskThatMayBeOpenedForNobodyIsToldSo() {
    DeploymentFile file =
        drawn("FIRST_REVIEW", "SIGNATURE", "RELEASE")
            .counted("SECOND_REVIEW", false)
            .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end")
            .file();
    assertThat(gate.examine(List.of(file)))
        .filteredOn(finding -> finding.rule().value().equals("DPL-0026"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.walk())
                    .extracting(WalkStep::says)
                    .contains(
                        "'SECOND_REVIEW' is opened for nobody, since its count may be 0.",
                        "'SIGNATURE' is done and does not count, since SECOND_REVIEW is not done"
                            + " before it."));
  }

  @Test
  void aProcessThatComesBackToItselfIsRefused() {
    Drawn one = whole().calls("two", "second", 1).through("RELEASE", "two");
    Drawn two =
        Drawn.called("second")
            .calls("one", "record-life-cycle", 1)
            .end("end")
            .through("start", "one", "end");
    assertThat(told(one.file(), two.file())).contains("DPL-0029 two", "DPL-0029 one");
  }

  @Test
  void aReleaseIsNotRepeatedBesideItsOwnReviews() {
    Drawn caller = drawn().callsAtOnce("all", "everything", 3).through("start", "all", "end");
    Drawn everything =
        Drawn.called("everything")
            .task("FIRST_REVIEW")
            .task("SECOND_REVIEW")
            .task("SIGNATURE")
            .task("RELEASE")
            .end("end")
            .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end");
    assertThat(told(caller.file(), everything.file())).containsExactly("DPL-0030 all");
  }

  /** Whatever may start it one day. */
  @Test
  void whatNothingCallsIsJudgedFromItsOwnStart() {
    Drawn alone =
        Drawn.called("release").task("RELEASE").end("end").through("start", "RELEASE", "end");
    assertThat(told(alone.file())).containsExactly("DPL-0026 RELEASE");
  }

  private List<String> told(DeploymentFile... files) {
    return GateFiles.errors(gate.examine(List.of(files))).stream()
        .map(finding -> finding.rule() + " " + finding.element())
        .toList();
  }

  private static Arguments of(String what, String expected, Drawn drawn) {
    return Arguments.of(what, expected, drawn);
  }

  private static Drawn drawn(String... tasks) {
    Drawn drawn = Drawn.lifeCycle().end("end");
    for (String task : tasks) {
      drawn.task(task);
    }
    return drawn;
  }

  private static Drawn whole() {
    return drawn("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE")
        .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end");
  }
}
