package org.glasnost.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.marking.rollup.RollUpRule;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;
import org.jspecify.annotations.Nullable;

/** All rules as one document, with the days of the documents that each judges, and examples. */
final class RulesTable {
  private RulesTable() {}

  static String text() {
    return Stream.of(head(), markings(), days(), rollUp(), reading())
        .flatMap(List::stream)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> head() {
    return List.of(
        "# The rules",
        "",
        "Written from the code by `RulesDocumentTest` (`-Dspecification.write=true`), which otherwise"
            + " holds it against the code. A citation without a mark was read; `[unverified]`: known"
            + " in the field, but the text was not at hand; `[inferred]`: follows from a text that"
            + " was read, which does not say so in terms. Each rule on markings has at least one"
            + " example that keeps it and one that breaks it in"
            + " `src/test/resources/org/glasnost/reading/examples/rules.yaml`; of each the first is"
            + " shown here.",
        "",
        "| ids | rules about | how many |",
        "|---|---|---|",
        row("MRK-0001 to 0099", "what may stand in a marking", count(MarkingRule.values().length)),
        row("MRK-0101 to 0199", "the roll-up", count(RollUpRule.values().length)),
        row("RDG-0001 to 0099", "reading", count(ReadingRule.values().length)),
        row("DCL-0001 to 0999", "[declassification](rules-declassification.md)", "see there"),
        "");
  }

  private static List<String> markings() {
    Map<String, ExampleFiles.Example> examples = new TreeMap<>();
    MarkingRulesTest.examples().forEach(e -> examples.putIfAbsent(e.required("rule"), e));
    return Stream.concat(
            Stream.of(
                "## What may stand in a marking",
                "",
                "Where the column *mended by* says *form*, the canonical form mends the marking, and"
                    + " a roll-up goes on. Where it says *person*, the meaning is open: no canonical"
                    + " form, no banner. *Documents* are those that the rule judges, by their date;"
                    + " one without a date is judged by every rule that has not ended.",
                "",
                "| rule | weight | documents | says | rests on | mended by | keeps it | breaks it |",
                "|---|---|---|---|---|---|---|---|"),
            Arrays.stream(MarkingRule.values()).map(rule -> row(rule, examples)))
        .toList();
  }

  private static String row(MarkingRule rule, Map<String, ExampleFiles.Example> examples) {
    ExampleFiles.Example example = examples.get(rule.id().value());
    return row(
        rule.id().value(),
        rule.severity().name(),
        rule.applicability().shown(),
        rule.sentence(),
        rule.citation().shown(),
        rule.leavesMeaningWhole() ? "form" : "person",
        example == null ? "" : shown(example.text("accepted"), example.text("date")),
        example == null ? "" : shown(example.text("refused"), example.text("refusedDate")));
  }

  private static String shown(@Nullable String text, @Nullable String date) {
    return "`" + text + "`" + (date == null ? "" : " (" + date + ")");
  }

  private static List<String> days() {
    return Stream.concat(
            Stream.of(
                "",
                "## The days that a rule begins or ends",
                "",
                "| step | documents | rests on |",
                "|---|---|---|"),
            Arrays.stream(Applicability.values())
                .map(step -> row(step.name(), step.shown(), step.citation().shown())))
        .toList();
  }

  private static List<String> rollUp() {
    return Stream.concat(
            Stream.of(
                "",
                "## The steps of the roll-up",
                "",
                "| rule | says | rests on |",
                "|---|---|---|"),
            Arrays.stream(RollUpRule.values())
                .map(rule -> row(rule.id().value(), rule.sentence(), rule.citation().shown())))
        .toList();
  }

  private static List<String> reading() {
    return Stream.concat(
            Stream.of(
                "",
                "## Reading",
                "",
                "| rule | weight | documents | says | rests on |",
                "|---|---|---|---|---|"),
            Arrays.stream(ReadingRule.values())
                .map(
                    rule ->
                        row(
                            rule.id().value(),
                            rule.severity().name(),
                            rule.applicability().shown(),
                            rule.sentence(),
                            rule.citation())))
        .toList();
  }

  private static String count(int rules) {
    return String.valueOf(rules);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
