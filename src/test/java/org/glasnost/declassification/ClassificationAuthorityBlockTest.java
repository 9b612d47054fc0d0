package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks as 32 CFR 2001.21 and 2001.22 have them. */
class ClassificationAuthorityBlockTest {
  private static final Set<ClassificationReason> REASONS =
      EnumSet.of(ClassificationReason.FOREIGN_RELATIONS, ClassificationReason.INTELLIGENCE);

  @Test
  void anOriginalBlockNamesAuthorityReasonAndEnd() {
    var block =
        new ClassificationAuthorityBlock.Original(
            "Chief, Division 5", "Department of Good Works", REASONS, "20301205");

    assertThat(block.lines())
        .containsExactly(
            "Classified By: Chief, Division 5, Department of Good Works",
            "Reason: 1.4(c), 1.4(d)",
            "Declassify On: 20301205");
    assertThat(block.ism())
        .isEqualTo(
            Map.of(
                "classifiedBy", "Chief, Division 5, Department of Good Works",
                "classificationReason", "1.4(c) 1.4(d)",
                "declassDate", "2030-12-05"));
  }

  @Test
  void aDerivativeBlockNamesItsSourceAndNoReason() {
    var block =
        new ClassificationAuthorityBlock.Derivative(
            "ID 2841",
            List.of("Guide No. 1, Department of Good Works, 20200101"),
            "25X1, 20501001");

    assertThat(block.lines())
        .containsExactly(
            "Classified By: ID 2841",
            "Derived From: Guide No. 1, Department of Good Works, 20200101",
            "Declassify On: 25X1, 20501001");
    assertThat(block.sourceList()).isEmpty();
    assertThat(block.ism())
        .containsEntry("declassException", "25X1")
        .containsEntry("declassDate", "2050-10-01")
        .doesNotContainKey("classificationReason");
  }

  @Test
  void severalSourcesStandInAList() {
    var block =
        new ClassificationAuthorityBlock.Derivative(
            "ID 2841", List.of("Memo A, 20200101", "Memo B, 20210101"), "20300101");

    assertThat(block.lines()).contains("Derived From: Multiple Sources");
    assertThat(block.sourceList()).containsExactly("Memo A, 20200101", "Memo B, 20210101");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"OADR", "X1", "MR", "25X1, 20501001", "N/A to RD/FRD portions.", "soon\n", " "})
  void anOriginalAuthorityMayNotWrite(String instruction) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ClassificationAuthorityBlock.Original("ID 1", null, REASONS, instruction));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OADR", "X1", "GDS", "MR", "DNI Only", ""})
  void aDerivativeClassifierMayNotCarryOn(String instruction) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ClassificationAuthorityBlock.Derivative(
                    "ID 1", List.of("Memo A, 20200101"), instruction));
  }

  @Test
  void aBlockWithoutReasonSourceOrNameIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ClassificationAuthorityBlock.Original("ID 1", null, Set.of(), "20300101"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ClassificationAuthorityBlock.Derivative("ID 1", List.of(), "20300101"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ClassificationAuthorityBlock.Original("A\nB", null, REASONS, "20300101"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25X4, 20501001 | {declassException=25X4, declassDate=2050-10-01}",
        "50X1-HUM | {declassException=50X1-HUM}",
        "50X2-WMD | {declassException=50X2-WMD}",
        "25X1, EO 12951 | {declassException=25X1-EO-12951}",
        "20350101 | {declassDate=2035-01-01}",
        "Completion of the operation | {declassEvent=Completion of the operation}",
        "N/A to RD/FRD portions | {declassException=AEA}",
        "N/A to NATO portions | {declassException=NATO}",
        "N/A to RD/FRD and NATO portions | {declassException=NATO-AEA}",
        "OADR | {}",
        "X1 | {}"
      })
  void ismHoldsWhatItsVocabularyHas(String instruction, String attributes) {
    DeclassificationInstruction read =
        InstructionGrammar.read("Declassify On: " + instruction, null).instruction().orElseThrow();

    assertThat(IsmDeclassification.of(read)).hasToString(attributes);
  }
}
