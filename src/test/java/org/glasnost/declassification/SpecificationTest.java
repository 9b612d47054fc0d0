package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.rule.Citation;
import org.junit.jupiter.api.Test;

class SpecificationTest {
  private static final Path SPECIFICATION = Path.of("docs/spec/declassification.md");

  private static final Path RULES = Path.of("docs/spec/rules-declassification.md");
  private static final List<Class<?>> FAMILIES =
      List.of(
          OutsideRules.class,
          InstructionRules.class,
          SectionRules.class,
          DecidingRules.class,
          DerivingRules.class,
          EraRules.class,
          QuestionRules.class,
          BasisRules.class,
          SustainingRules.class);

  private static List<String> rows(Path document, String prefix) throws IOException {
    return Files.readAllLines(document).stream().filter(l -> l.startsWith(prefix)).toList();
  }

  @Test
  void theDocumentListsTheRulesOfTheCode() throws IOException {
    List<String> rules = DeclassificationRules.all().stream().map(SpecificationTest::row).toList();
    if (Boolean.getBoolean("specification.write")) {
      List<String> head =
          Files.readAllLines(RULES).stream().takeWhile(l -> !l.startsWith("| DCL-")).toList();
      Files.write(RULES, Stream.concat(head.stream(), rules.stream()).toList());
    }
    assertThat(rows(RULES, "| DCL-")).containsExactlyElementsOf(rules);
  }

  @Test
  void theDocumentListsTheOrdersOfTheCode() throws IOException {
    assertThat(rows(SPECIFICATION, "| E.O. "))
        .containsExactlyElementsOf(
            List.of(GoverningOrder.values()).stream()
                .filter(o -> o.effective().isPresent())
                .map(
                    o ->
                        "| "
                            + o.title()
                            + " | "
                            + o.effective().orElseThrow()
                            + " | "
                            + o.source().shown()
                            + " |")
                .toList());
  }

  @Test
  void everyRuleThatIsWrittenIsListed() throws IllegalAccessException {
    Set<DeclassificationRule> written = new HashSet<>();
    for (Class<?> family : FAMILIES) {
      for (Field field : family.getDeclaredFields()) {
        if (field.getType() == DeclassificationRule.class) {
          written.add((DeclassificationRule) field.get(null));
        }
      }
    }
    assertThat(DeclassificationRules.all()).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void noRuleIdIsUsedTwice() {
    assertThat(DeclassificationRules.all())
        .extracting(DeclassificationRule::id)
        .doesNotHaveDuplicates();
  }

  private static String row(DeclassificationRule rule) {
    String cites =
        rule.cites().isEmpty()
            ? "the product's own"
            : rule.cites().stream().map(Citation::shown).collect(Collectors.joining("; "));
    return "| " + rule.id() + " | " + rule.sentence() + " | " + cites + " |";
  }
}
