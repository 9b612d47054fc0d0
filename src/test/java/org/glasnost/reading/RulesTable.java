package org.glasnost.reading;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.marking.rollup.RollUpRule;
import org.glasnost.marking.rules.MarkingRule;

/** The rules about markings as a table, for the document that lists them. */
final class RulesTable {
  private RulesTable() {}

  static String text() {
    return Stream.of(
            List.of(
                "## What may stand in a marking",
                "",
                "Where the last column says *form*, the canonical form mends the marking, and a"
                    + " roll-up goes on. Where it says *person*, the meaning is open: no canonical"
                    + " form, no banner.",
                "",
                "| rule | weight | says | rests on | mended by |",
                "|---|---|---|---|---|"),
            Arrays.stream(MarkingRule.values())
                .map(
                    rule ->
                        row(
                            rule.id().value(),
                            rule.severity().name(),
                            rule.sentence(),
                            rule.citation().shown(),
                            rule.leavesMeaningWhole() ? "form" : "person"))
                .toList(),
            List.of(
                "",
                "## The steps of the roll-up",
                "",
                "| rule | says | rests on |",
                "|---|---|---|"),
            Arrays.stream(RollUpRule.values())
                .map(rule -> row(rule.id().value(), rule.sentence(), rule.citation().shown()))
                .toList())
        .flatMap(List::stream)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
