package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.glasnost.rule.Citation;
import org.junit.jupiter.api.Test;

class SpecificationTest {
  private static final Path SPECIFICATION = Path.of("docs/spec/declassification.md");

  private static List<String> rows(String prefix) throws IOException {
    return Files.readAllLines(SPECIFICATION).stream().filter(l -> l.startsWith(prefix)).toList();
  }

  @Test
  void theDocumentListsTheRulesOfTheCode() throws IOException {
    assertThat(rows("| DCL-"))
        .containsExactlyElementsOf(
            DeclassificationRules.all().stream().map(SpecificationTest::row).toList());
  }

  @Test
  void theDocumentListsTheOrdersOfTheCode() throws IOException {
    assertThat(rows("| E.O. "))
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
