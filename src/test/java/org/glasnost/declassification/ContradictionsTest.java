package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
  private static QuestionBuilder question() {
    return Question.of(Purpose.READ, LocalDate.of(2026, 1, 1))
        .originDate(LocalDate.of(1985, 3, 25))
        .declassifyOn("OADR")
        .permanent(true);
  }

  private static void contradicts(QuestionBuilder question, String member) {
    Question built = question.build();
    assertThat(Contradictions.in(built))
        .anyMatch(f -> f.isError() && f.at() != null && member.equals(f.at().member()));
    assertThat(DateCalculus.compute(built).declassifyOn().day()).isNull();
    assertThat(DateCalculus.compute(built).automaticDeclassification().day()).isNull();
  }

  @Test
  void anOrdinaryQuestionContradictsNothing() {
    assertThat(Contradictions.in(question().build())).isEmpty();
    assertThat(
            Contradictions.in(
                question()
                    .declassifyOn("Completion of the operation")
                    .eventOccurredOn(LocalDate.of(1999, 1, 1))
                    .build()))
        .isEmpty();
  }

  @Test
  void everyContradictionNamesItsMember() {
    contradicts(
        question()
            .fileBlockOldest(LocalDate.of(1989, 1, 1))
            .fileBlockNewest(LocalDate.of(1985, 12, 31)),
        "/fileBlockOldest");
    contradicts(question().fileBlockNewest(LocalDate.of(1985, 3, 24)), "/fileBlockNewest");
    contradicts(question().unscheduled(true).scheduledOn(LocalDate.of(2000, 1, 1)), "/unscheduled");
    contradicts(question().permanent(false).scheduledOn(LocalDate.of(2000, 1, 1)), "/permanent");
    contradicts(question().eventOccurredOn(LocalDate.of(2000, 1, 1)), "/eventOccurredOn");
    contradicts(question().originDate(LocalDate.of(2026, 1, 2)), "/originDate");
    contradicts(question().newlyDiscoveredOn(LocalDate.of(2026, 1, 2)), "/newlyDiscoveredOn");
    contradicts(question().originDate(LocalDate.MAX), "/originDate");
  }
}
