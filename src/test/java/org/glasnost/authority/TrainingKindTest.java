package org.glasnost.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when a training counts, on both sides of its last day. */
class TrainingKindTest {

  @ParameterizedTest
  @CsvSource({
    // Once in each calendar year: that of 2024 carries to the last day of 2025.
    "ORIGINAL_CLASSIFICATION, 2024-01-01, 2025-12-31, 32 CFR 2001.71(c)(3); E.O. 13526 section 1.3(d)",
    "ORIGINAL_CLASSIFICATION, 2024-12-31, 2025-12-31, 32 CFR 2001.71(c)(3); E.O. 13526 section 1.3(d)",
    // Once in two years.
    "DERIVATIVE_CLASSIFICATION, 2024-03-15, 2026-03-15, 32 CFR 2001.71(d)(3); E.O. 13526 section 2.1(d)",
    "DERIVATIVE_CLASSIFICATION, 2024-02-29, 2026-02-28, 32 CFR 2001.71(d)(3); E.O. 13526 section 2.1(d)",
    // Policy of the office says so of itself: it names no law.
    "DECLASSIFICATION, 2024-03-15, 2026-03-15, "
  })
  void countsToItsLastDayAndNoLonger(
      TrainingKind kind, LocalDate completedOn, LocalDate last, String cites) {
    assertThat(kind.countsUntil(completedOn)).isEqualTo(last);
    assertThat(kind.isLaw()).isEqualTo(cites != null);
    assertThat(kind.cites())
        .extracting(found -> found.text())
        .isEqualTo(cites == null ? List.of() : List.of(cites.split("; ")));
    Person trained = trained(Map.of(kind, last));
    assertThat(trained.isTrained(kind, last)).isTrue();
    assertThat(trained.isTrained(kind, last.plusDays(1))).isFalse();
    assertThat(trained(Map.of()).isTrained(kind, last)).isFalse();
  }

  private static Person trained(Map<TrainingKind, LocalDate> until) {
    return new Person(
        UUID.randomUUID(),
        "someone",
        "Someone",
        "Classifier",
        "STATE",
        Set.of(Role.CLASSIFIER),
        null,
        Set.of(),
        Set.of(),
        null,
        List.of(),
        until);
  }
}
