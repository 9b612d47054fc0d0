package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;
import org.junit.jupiter.api.Test;

/** The document that lists the rules says what the code says. */
class RulesDocumentTest {
  private static final Path RULES = Path.of("docs/spec/rules.md");

  @Test
  void listsEveryRuleAsTheCodeHasIt() throws IOException {
    if (Boolean.getBoolean("specification.write")) {
      Files.writeString(RULES, RulesTable.text());
    }
    assertThat(Files.readString(RULES)).isEqualTo(RulesTable.text());
  }

  @Test
  void aRuleHoldsFromItsFirstToItsLastDayAndWithoutADateWhileItHasNotEnded() {
    for (Applicability step : Applicability.values()) {
      LocalDate from = step.from();
      LocalDate to = step.to();
      assertThat(step.holdsOn(null)).as(step.name()).isEqualTo(to == null);
      if (from != null) {
        assertThat(step.holdsOn(from)).as(step.name()).isTrue();
        assertThat(step.holdsOn(from.minusDays(1))).as(step.name()).isFalse();
      }
      if (to != null) {
        assertThat(step.holdsOn(to)).as(step.name()).isTrue();
        assertThat(step.holdsOn(to.plusDays(1))).as(step.name()).isFalse();
      }
    }
  }

  @Test
  void everyStepIsUsedByARuleOrByTheOrderOfCategories() {
    for (Applicability step : Applicability.values()) {
      boolean ruled =
          Arrays.stream(MarkingRule.values()).anyMatch(r -> r.applicability() == step)
              || Arrays.stream(ReadingRule.values()).anyMatch(r -> r.applicability() == step);
      assertThat(ruled || step == Applicability.SAP_CATEGORY || step == Applicability.AEA_CATEGORY)
          .as(step.name())
          .isTrue();
    }
  }
}
