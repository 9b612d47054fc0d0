package org.glasnost.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.glasnost.document.Portions.Portion;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.reading.PortionKind;
import org.glasnost.review.Decision.Choice;
import org.glasnost.review.Decision.Determination;
import org.glasnost.review.Decision.PortionDecision;
import org.glasnost.review.Decision.WithheldSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each portion with what was decided of it, and nothing that anybody wrote. */
class DecidedPortionsTest {
  private static final String WRITTEN = "fictitious words that nobody may log";
  private static final String SECRET = "SECRET";

  @Test
  void tellsEachPortionItsDecisionBasisAndMarkings() {
    Subject subject = subject("(C)", null, "(S//NF)", null, "(U)");

    assertThat(
            DecidedPortions.of(
                decision(
                    Determination.DECLASSIFY_IN_PART,
                    released("p1"),
                    released("p2"),
                    withheld("p3", "3.3(b)(1)"),
                    withheld("p4", "FOIA b(6)"),
                    released("p5")),
                subject))
        .containsExactly(
            group("RELEASE", List.of(), "(C)", "UNCLASSIFIED", "p1"),
            group("RELEASE", List.of(), SECRET, "UNCLASSIFIED", "p2"),
            group("WITHHOLD", List.of("3.3(b)(1)"), "(S//NF)", "(S//NF)", "p3"),
            group("WITHHOLD", List.of("FOIA b(6)"), SECRET, "UNCLASSIFIED", "p4"),
            group("RELEASE", List.of(), "(U)", "UNCLASSIFIED", "p5"));
  }

  @Test
  void aPortionInPartKeepsItsMarkingWhereAnyWordsStayClassified() {
    PortionDecision both =
        new PortionDecision(
            "p1",
            Choice.PART,
            null,
            List.of(
                new WithheldSpan(0, 1, "FOIA b(6)", WRITTEN),
                new WithheldSpan(2, 3, "3.3(b)(6)", WRITTEN)),
            WRITTEN);

    List<Map<String, Object>> told =
        DecidedPortions.of(decision(Determination.DECLASSIFY_IN_PART, both), subject("(S)"));

    assertThat(told)
        .containsExactly(group("PART", List.of("3.3(b)(6)", "FOIA b(6)"), "(S)", "(S)", "p1"));
    assertThat(told.toString()).doesNotContain(WRITTEN);
  }

  @Test
  void aStatuteIsToldWithoutItsCitation() {
    assertThat(
            DecidedPortions.of(
                decision(
                    Determination.DECLASSIFY_IN_PART, withheld("p1", "STATUTE 50 U.S.C. 3507")),
                subject((String) null)))
        .containsExactly(group("WITHHOLD", List.of("STATUTE"), SECRET, "UNCLASSIFIED", "p1"));
  }

  @Test
  void inFullTellsOfAllThoughNoneIsNamed() {
    assertThat(
            DecidedPortions.of(
                decision(Determination.DECLASSIFY_IN_FULL), subject(null, null, null)))
        .containsExactly(group("RELEASE", List.of(), SECRET, "UNCLASSIFIED", "p1-p3"));
  }

  @Test
  void whatIsSustainedOrReferredKeepsItsMarking() {
    for (Determination kept : List.of(Determination.SUSTAIN, Determination.REFER)) {
      assertThat(DecidedPortions.of(decision(kept, released("p1")), subject("(S)")))
          .as(kept.name())
          .containsExactly(group("RELEASE", List.of(), "(S)", "(S)", "p1"));
    }
  }

  @Test
  void aRecordOfTwentyThousandPortionsFitsIntoALine() {
    int many = 20_000;
    List<PortionDecision> decided = new ArrayList<>();
    @Nullable String[] marks = new @Nullable String[many];
    for (int n = 1; n <= many; n++) {
      decided.add(n % 2 == 0 ? released("p" + n) : withheld("p" + n, "3.3(b)(1)"));
      marks[n - 1] = "(S//NF) with words of its own, number " + n;
    }

    List<Map<String, Object>> told =
        DecidedPortions.of(
            new Decision(Determination.DECLASSIFY_IN_PART, decided, null, List.of(), null),
            subject(marks));

    assertThat(told).hasSize(2).noneMatch(group -> group.containsKey("from"));
    assertThat(told.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(500_000);
  }

  @Test
  void whatFollowsOneAnotherIsOneRange() {
    assertThat(DecidedPortions.ranges(List.of(9, 1, 2, 3, 5, 3)))
        .containsExactly("p1-p3", "p5", "p9");
    assertThat(DecidedPortions.ranges(List.of())).isEmpty();
  }

  @Test
  void redactionsAreToldByPortionAndBasis() {
    assertThat(
            DecidedPortions.redacted(
                List.of(
                    new Step.Redacted("p2", 0, 4, "3.3(b)(1)"),
                    new Step.Redacted("p1", 0, 4, "3.3(b)(1)"),
                    new Step.Redacted("p4", 0, 4, "STATUTE " + WRITTEN))))
        .containsExactly(
            Map.of("portions", List.of("p1-p2"), "bases", List.of("3.3(b)(1)")),
            Map.of("portions", List.of("p4"), "bases", List.of("STATUTE")));
  }

  @Test
  void equitiesAreToldByAgency() {
    assertThat(
            DecidedPortions.byAgency(
                new TreeMap<>(Map.of("NSC", List.of("p7"), "CIA", List.of("p2", "p1")))))
        .containsExactly(
            Map.of("agency", "CIA", "portions", List.of("p1-p2")),
            Map.of("agency", "NSC", "portions", List.of("p7")));
  }

  @Test
  void moreThanALineHoldsIsNotTold() {
    List<String> everySecond = IntStream.rangeClosed(1, 10_000).mapToObj(n -> "p" + 2 * n).toList();
    Map<String, List<String>> asked = new TreeMap<>();
    for (String agency : List.of("CIA", "DIA", "DOE", "FBI", "NSA", "NSC")) {
      assertThat(DecidedPortions.byAgency(asked)).hasSize(asked.size());
      asked.put(agency, everySecond);
    }
    assertThat(DecidedPortions.byAgency(asked)).isEmpty();
  }

  private static Map<String, Object> group(
      String decision, List<String> bases, String from, String to, String... portions) {
    return Map.of(
        "portions",
        List.of(portions),
        "decision",
        decision,
        "bases",
        bases,
        "from",
        from,
        "to",
        to);
  }

  private static Decision decision(Determination determination, PortionDecision... portions) {
    return new Decision(determination, List.of(portions), null, List.of(), WRITTEN);
  }

  private static PortionDecision released(String portion) {
    return new PortionDecision(portion, Choice.RELEASE, null, List.of(), WRITTEN);
  }

  private static PortionDecision withheld(String portion, String basis) {
    return new PortionDecision(portion, Choice.WITHHOLD, basis, List.of(), WRITTEN);
  }

  private static Subject subject(@Nullable String... marks) {
    List<Portion> portions = new ArrayList<>();
    for (int i = 0; i < marks.length; i++) {
      portions.add(new Portion(i + 1, PortionKind.PARAGRAPH, i * 10, i * 10 + 10, marks[i]));
    }
    return new Subject(
        portions,
        "STATE",
        LocalDate.of(1985, 3, 25),
        ClassificationLevel.SECRET,
        LocalDate.of(2026, 1, 5));
  }
}
