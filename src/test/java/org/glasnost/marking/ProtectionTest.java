package org.glasnost.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a marking asks for, and the line under which it is kept. */
class ProtectionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET\t\t\tUSA\t",
        "TOP_SECRET\tEYES_ONLY|SENSITIVE\tSAR-BP|SI\tGBR|USA\tTHE PRESIDENT; MR MCFARLANE",
        "UNCLASSIFIED\t\t\t\t",
      })
  void whatBearsNoLaterMarkIsWrittenAsBeforeThereWereAny(String line) {
    assertThat(Protection.parse(line).toText()).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET\t\t\tCAN|USA\t\tCAN USA\t\t\t\t",
        "SECRET\t\t\tUSA\t\t\tAFG\t\t\t",
        "SECRET\t\t\tUSA\t\t\t\tGBR|USA\tDEU|FGI\tCUI|SP-CTI",
      })
  void whatBearsOneIsWrittenWithAllTen(String line) {
    assertThat(Protection.parse(line).toText()).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SECRET", "SECRET\t\t\t\t\t", "SECRET\t\t\tUSA\t\t\t\t\t\t\t"})
  void anotherNumberOfFieldsIsNoneOfOurs(String line) {
    assertThatThrownBy(() -> Protection.parse(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theUnitedStatesIsAnOwnerWhetherItIsNamedOrNot() {
    Protection held =
        Protection.of(
            ClassificationLevel.SECRET, Marking.NONE.withOwner(null, List.of("GBR", "CAN")));

    assertThat(held.owners()).containsExactly("CAN GBR USA");
    assertThat(held.releasableTo()).containsExactly("CAN", "GBR", "USA");
  }

  @Test
  void ownersThatAreLeftOutAreNoListOfTheUnitedStatesAlone() {
    Protection portion =
        Protection.of(
            ClassificationLevel.SECRET,
            Marking.NONE.withOwner(null, List.of("USA")).withRelTo(List.of("USA", "CAN")));
    Protection banner =
        Protection.of(
            ClassificationLevel.SECRET, Marking.NONE.withOwner(null, List.of("CAN", "USA")));

    assertThat(portion.owners()).isEmpty();
    assertThat(portion.join(banner).owners()).containsExactly("CAN USA");
    assertThat(portion.join(banner).releasableTo()).containsExactly("CAN", "USA");
  }

  @Test
  void displayIsAuthorisedToThoseAloneToWhomBothMayBeShown() {
    Protection one = Protection.parse("SECRET\t\t\tUSA\t\t\tAFG|GBR\t\t\t");
    Protection other = Protection.parse("SECRET\t\t\tGBR|USA\t");

    assertThat(one.join(other).releasableTo()).containsExactly("USA");
    assertThat(one.join(other).displayOnlyTo()).containsExactly("GBR");
    assertThat(one.join(Protection.parse("SECRET\t\t\tUSA\t")).displayOnlyTo()).isEmpty();
    assertThat(one.join(Protection.UNRESTRICTED)).isEqualTo(one);
  }

  @Test
  void wordsOfAnotherOwnerBesideOursAreNoLongerTheirsAlone() {
    Protection theirs = Protection.parse("SECRET\t\t\tUSA\t\t\t\tGBR\t\t");
    Protection ours = Protection.parse("CONFIDENTIAL\t\t\tUSA\t");

    assertThat(theirs.join(ours).producers()).containsExactly("GBR", "USA");
    assertThat(theirs.join(Protection.UNRESTRICTED).producers()).containsExactly("GBR");
    assertThat(theirs.dominates(ours)).isFalse();
    assertThat(theirs.join(ours).dominates(ours)).isTrue();
  }
}
