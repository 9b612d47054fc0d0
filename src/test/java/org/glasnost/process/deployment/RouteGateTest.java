package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where instances may go on in another version of their process. */
class RouteGateTest {
  private static final String LIFE_CYCLE = "record-life-cycle";

  private final FilesInForce inForce = new FilesInForce(new NothingInForce());
  private final RouteGate gate = new RouteGate(inForce, GateFiles.POLICY);

  @Test
  void whatIsTheSameMayGoOnWhereItIs() {
    inForce.hold(List.of(whole().file(), whole().file()));
    assertThat(gate.unsound(LIFE_CYCLE, 1, 2, same("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE")))
        .isEmpty();
  }

  @Test
  void nobodyGoesOnBehindAReviewThatIsNotDone() {
    Drawn behind =
        whole()
            .task("FIRST_REVIEW.late")
            .choice("again")
            .through("SIGNATURE", "again")
            .when("${signed == false}", "again", "FIRST_REVIEW.late")
            .through("FIRST_REVIEW.late", "RELEASE");
    inForce.hold(List.of(whole().file(), behind.file()));
    Map<String, String> unsound =
        gate.unsound(LIFE_CYCLE, 1, 2, Map.of("FIRST_REVIEW", "FIRST_REVIEW.late"));
    assertThat(unsound).containsOnlyKeys("FIRST_REVIEW");
    assertThat(unsound.get("FIRST_REVIEW"))
        .startsWith("A way leads to 'RELEASE' without SECOND_REVIEW in its place: ");
  }

  @Test
  void nobodyGoesOnInWhatNoWayLeadsTo() {
    Drawn island =
        whole()
            .task("FIRST_REVIEW.island")
            .task("RELEASE.island")
            .end("other")
            .through("FIRST_REVIEW.island", "RELEASE.island", "other");
    inForce.hold(List.of(whole().file(), island.file()));
    assertThat(gate.unsound(LIFE_CYCLE, 1, 2, Map.of("FIRST_REVIEW", "FIRST_REVIEW.island")))
        .containsOnlyKeys("FIRST_REVIEW");
    assertThat(gate.unsound(LIFE_CYCLE, 1, 2, same("FIRST_REVIEW", "SIGNATURE"))).isEmpty();
  }

  @Test
  void whatWasDoneBeforeCounts() {
    Drawn release = Drawn.lifeCycle().task("RELEASE").end("end").through("start", "RELEASE", "end");
    inForce.hold(List.of(whole().file(), release.file()));
    assertThat(gate.unsound(LIFE_CYCLE, 1, 2, same("RELEASE"))).isEmpty();
    inForce.hold(List.of(release.file(), whole().file()));
    assertThat(gate.unsound(LIFE_CYCLE, 1, 2, same("RELEASE"))).containsOnlyKeys("RELEASE");
  }

  @Test
  void aCalledReviewEndsWithAllThatItsCallersCountOn() {
    Drawn caller =
        Drawn.lifeCycle()
            .calls("decide", "decision", 1)
            .task("RELEASE")
            .end("end")
            .through("start", "decide", "RELEASE", "end");
    Drawn early = decision().end("early").task("FIRST_REVIEW.early");
    early.through("FIRST_REVIEW.early", "early");
    inForce.hold(List.of(caller.file(), decision().file(), early.file()));
    Map<String, String> unsound =
        gate.unsound("decision", 1, 2, Map.of("FIRST_REVIEW", "FIRST_REVIEW.early"));
    assertThat(unsound)
        .isEqualTo(
            Map.of(
                "FIRST_REVIEW",
                "It would end with 1 of the demanded tasks done, and who calls 'decision' counts on"
                    + " 3."));
    assertThat(gate.unsound("decision", 1, 2, same("FIRST_REVIEW", "SIGNATURE"))).isEmpty();
  }

  @Test
  void aVersionThatIsNotThereIsTold() {
    inForce.hold(List.of(whole().file()));
    assertThat(gate.unsound(LIFE_CYCLE, 1, 2, same("FIRST_REVIEW"))).hasSize(1);
  }

  private static Map<String, String> same(String... elements) {
    Map<String, String> same = new HashMap<>();
    for (String element : elements) {
      same.put(element, element);
    }
    return same;
  }

  private static Drawn decision() {
    return Drawn.called("decision")
        .task("FIRST_REVIEW")
        .task("SECOND_REVIEW")
        .task("SIGNATURE")
        .end("end")
        .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "end");
  }

  private static Drawn whole() {
    return Drawn.lifeCycle()
        .task("FIRST_REVIEW")
        .task("SECOND_REVIEW")
        .task("SIGNATURE")
        .task("RELEASE")
        .end("end")
        .through("start", "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "RELEASE", "end");
  }
}
