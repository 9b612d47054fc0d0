package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.declassification.SustainedInstruction.PanelApproval;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithholdingTest {
  private static final LocalDate MEMO = LocalDate.of(1985, 3, 25);
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final PanelApproval APPROVAL =
      new PanelApproval(LocalDate.of(2009, 11, 2), "ISCAP 2009-001");

  @ParameterizedTest
  @CsvSource({
    "1.4(d), 2010-03-24, false, true",
    "1.4(d), 2010-03-25, false, false",
    "3.3(b)(6), 2010-03-24, false, false",
    "3.3(b)(6), 2010-03-25, false, true",
    "AEA, 2026-01-01, false, true",
    "FOIA b(6), 2026-01-01, false, true",
    "FOIA b(5), 2026-01-01, false, true",
    "FOIA b(5), 2026-01-01, true, false",
    "PRA P6, 2026-01-01, true, true",
    "PRA P6, 2026-01-01, false, false",
    "STATUTE 50 U.S.C. 3024(i), 2026-01-01, false, true",
    "STATUTE, 2026-01-01, false, false",
    "3.3(b)(10), 2026-01-01, false, false",
    "1.4(i), 2000-01-01, false, false",
    "secret, 2000-01-01, false, false"
  })
  void aBasisServesByAgeAndKindOfRecord(
      String code, LocalDate asOf, boolean presidential, boolean serves) {
    assertThat(Bases.check(code, MEMO, presidential, asOf).isEmpty()).isEqualTo(serves);
  }

  @Test
  void whatKeepsWordsClassifiedIsTold() {
    assertThat(Basis.parse("3.3(b)(1)").orElseThrow().keepsClassified()).isTrue();
    assertThat(Basis.parse("AEA").orElseThrow().keepsClassified()).isTrue();
    assertThat(Basis.parse("foia b(6)").orElseThrow().keepsClassified()).isFalse();
    assertThat(Bases.admissible(MEMO, false, TODAY))
        .extracting(Basis::code)
        .contains("3.3(b)(1)", "AEA", "FOIA b(6)")
        .doesNotContain("1.4(a)", "PRA P1");
  }

  private static List<String> errors(String line, @Nullable PanelApproval approval) {
    return new SustainedInstruction(line, approval)
        .check(MEMO, TODAY).stream().filter(Finding::isError).map(f -> f.rule().value()).toList();
  }

  @Test
  void aSustainedInstructionRestsOnThePanelAndItsCeiling() {
    assertThat(errors("25X6, 20350324", APPROVAL)).isEmpty();
    assertThat(errors("25X6, 20350325", APPROVAL)).isEmpty();
    assertThat(errors("25X6, 20350326", APPROVAL)).containsExactly("DCL-0112");
    assertThat(errors("25X6, 20350324", null)).containsExactly("DCL-0111");
    for (String day : List.of("1980-01-01", "1985-03-24", "1985-03-26", "1995-10-13")) {
      assertThat(errors("25X6, 20350324", new PanelApproval(LocalDate.parse(day), "ISCAP 2009-1")))
          .as(day)
          .containsExactly("DCL-0111");
    }
    assertThat(
            errors("25X6, 20350324", new PanelApproval(LocalDate.of(1995, 10, 14), "ISCAP 1995-1")))
        .isEmpty();
    assertThat(errors("25X6", APPROVAL)).containsExactly("DCL-0110");
    assertThat(errors("25X6, 20200101", APPROVAL)).containsExactly("DCL-0114");
    assertThat(errors("50X1-HUM", APPROVAL)).isEmpty();
    assertThat(errors("50X1-HUM, 20500101", APPROVAL)).containsExactly("DCL-0084");
    assertThat(errors("50X6, 20601231", APPROVAL)).isEmpty();
    assertThat(errors("50X6, 20610101", APPROVAL)).containsExactly("DCL-0112");
    assertThat(errors("OADR", APPROVAL)).containsExactly("DCL-0113");
    assertThat(errors("20300101", null)).containsExactly("DCL-0111");
    assertThat(errors("qwzx", null)).contains("DCL-0110");
    assertThat(new SustainedInstruction("20300101", null).check(LocalDate.of(2010, 1, 1), TODAY))
        .isEmpty();
  }
}
