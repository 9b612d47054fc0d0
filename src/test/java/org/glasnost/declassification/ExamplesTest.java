package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.declassification.Examples.Example;
import org.glasnost.declassification.SustainedInstruction.PanelApproval;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples come to what the texts say, and every rule has one that meets it and one that does
 * not.
 */
class ExamplesTest {
  private static final Map<String, DeclassificationRule> RULES =
      DeclassificationRules.all().stream().collect(Collectors.toMap(r -> r.id().value(), r -> r));

  static List<Example> answers() {
    return Examples.about("answers");
  }

  static List<Example> contradictions() {
    return Examples.about("contradictions");
  }

  static List<Example> withholding() {
    return Examples.about("withholding");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyAnswerIsTheOneWorkedOut(Example example) {
    Answer answer = DateCalculus.compute(Examples.question(example.ask()));
    Map<String, Object> found = found(answer);
    Map<String, Object> expected = expected(example);
    if (!example.whole()) {
      found.keySet().retainAll(example.expected().keySet());
      expected.keySet().retainAll(example.expected().keySet());
    }
    assertThat(found).as("%s", answer).isEqualTo(expected);
    example.ids("by").forEach(id -> assertThat(meets(answer, id)).as("%s %s", id, answer).isTrue());
    example
        .ids("not")
        .forEach(id -> assertThat(meets(answer, id)).as("%s %s", id, answer).isFalse());
  }

  private static Map<String, Object> found(Answer answer) {
    Map<String, Object> found = new TreeMap<>();
    found.put("D", shown(answer.declassifyOn()));
    found.put("A", shown(answer.automaticDeclassification()));
    found.put("effect", answer.effect().name());
    found.put("line", Objects.requireNonNullElse(answer.line(), "none"));
    found.put(
        "schedule",
        answer.schedule().stream()
            .map(s -> s.on() + " " + s.level())
            .collect(Collectors.joining(", ")));
    found.put("order", answer.governingOrder() == null ? "none" : answer.governingOrder().name());
    found.put("rule", answer.rule().value());
    found.put("next", answer.nextActor() == null ? "none" : answer.nextActor().name());
    found.put("errors", ids(answer.findings(), true));
    found.put("notes", ids(answer.findings(), false));
    return found;
  }

  private static String shown(Answer.Outcome outcome) {
    return String.valueOf(outcome.day() != null ? outcome.day() : outcome.reason());
  }

  private static Set<String> ids(List<Finding> findings, boolean errors) {
    return findings.stream()
        .filter(f -> f.isError() == errors)
        .map(f -> f.rule().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Object> expected(Example example) {
    Map<String, Object> expected = new TreeMap<>();
    String own = String.valueOf(example.expected().get("D"));
    String automatic = String.valueOf(example.expected().get("A"));
    for (String key : List.of("D", "A", "effect", "order", "rule", "next")) {
      expected.put(key, String.valueOf(example.expected().get(key)));
    }
    expected.put(
        "line",
        example
            .expected()
            .getOrDefault("line", isDay(own) ? DateLine.of(LocalDate.parse(own)) : "none"));
    String schedule = String.valueOf(example.expected().getOrDefault("schedule", "auto"));
    expected.put(
        "schedule",
        switch (schedule) {
          case "auto" -> end(automatic);
          case "own" -> end(own);
          case "none" -> "";
          default -> schedule;
        });
    expected.put("errors", new TreeSet<>(example.ids("errors")));
    expected.put("notes", new TreeSet<>(example.ids("notes")));
    return expected;
  }

  private static boolean isDay(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }

  private static String end(String day) {
    return isDay(day) ? day + " UNCLASSIFIED" : "";
  }

  /** Whether the answer rests on the rule: decided by it, found against it, or explained by it. */
  private static boolean meets(Answer answer, String id) {
    DeclassificationRule rule = Objects.requireNonNull(RULES.get(id), id);
    String cites = rule.cites().stream().map(Citation::shown).collect(Collectors.joining("; "));
    return answer.rule().value().equals(id)
        || answer.findings().stream().anyMatch(f -> f.rule().value().equals(id))
        || answer.explanation().stream()
            .anyMatch(
                s -> cites.isEmpty() ? s.equals(rule.sentence()) : s.endsWith("(" + cites + ")"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void onlyWhatContradictsItselfIsRefused(Example example) {
    List<Finding> findings = Contradictions.in(Examples.question(example.ask()));
    assertThat(findings)
        .extracting(f -> f.at() == null ? "" : f.at().member())
        .containsExactlyElementsOf(example.ids("refused"));
    String rule = example.text("rule");
    assertThat(findings).allMatch(f -> f.isError() && f.rule().value().equals(rule));
  }

  @ParameterizedTest
  @MethodSource("withholding")
  void aBasisOrALineServesOrSaysWhyNot(Example example) {
    Map<String, Object> ask = example.ask();
    List<Finding> findings = withheld(ask);
    assertThat(ids(findings, true)).isEqualTo(new TreeSet<>(example.ids("errors")));
    assertThat(ids(findings, false)).isEqualTo(new TreeSet<>(example.ids("notes")));
    assertThat(findings).noneMatch(f -> example.ids("not").contains(f.rule().value()));
  }

  private static List<Finding> withheld(Map<String, Object> ask) {
    LocalDate document = Examples.day(ask.get("documentDate"));
    LocalDate asOf = LocalDate.parse(String.valueOf(ask.get("asOf")));
    String basis = Examples.text(ask.get("basis"));
    if (basis != null) {
      return Bases.check(basis, document, Boolean.TRUE.equals(ask.get("presidential")), asOf);
    }
    PanelApproval approval =
        Boolean.TRUE.equals(ask.get("panel"))
            ? new PanelApproval(LocalDate.of(2009, 11, 2), "ISCAP 2009-001")
            : null;
    return new SustainedInstruction(String.valueOf(ask.get("line")), approval)
        .check(document, asOf);
  }

  @Test
  void everyRuleIsMetByOneExampleAndNotByAnother() {
    Set<String> met = new TreeSet<>();
    // Over HTTP alone: a designator that is none does not become a question.
    met.add("DCL-0093");
    Set<String> missed = new TreeSet<>(Set.of("DCL-0093"));
    for (Example example :
        Stream.of(answers(), contradictions(), withholding()).flatMap(List::stream).toList()) {
      String rule = example.text("rule");
      if (rule != null) {
        met.add(rule);
      }
      met.addAll(example.ids("by"));
      met.addAll(example.ids("errors"));
      met.addAll(example.ids("notes"));
      missed.addAll(example.ids("not"));
      if (example.expected().get("refused") instanceof List<?> none && none.isEmpty()) {
        missed.addAll(List.of("DCL-0090", "DCL-0091", "DCL-0092"));
      }
      assertThat(example.cite()).as("%s rests on something", example).isNotEqualTo("null");
    }
    assertThat(met).containsExactlyInAnyOrderElementsOf(RULES.keySet());
    assertThat(missed).containsExactlyInAnyOrderElementsOf(RULES.keySet());
  }
}
