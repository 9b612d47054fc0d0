package org.glasnost.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Readers;
import org.glasnost.web.records.MarkingDifference.Mark;
import org.glasnost.web.records.MarkingDifference.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkingDifferenceTest {
  private static final MarkingReader READER = Readers.marking();

  @Test
  void tellsWhatCameWentAndStayed() {
    MarkingDifference difference =
        of(
            marking("SECRET/SENSITIVE\nNODIS", "SECRET", "SECRET", "DECL: OADR", false),
            marking("CONFIDENTIAL/SENSITIVE", "CONFIDENTIAL", "CONFIDENTIAL", null, true));
    assertThat(Objects.requireNonNull(difference.before()).held()).isEqualTo("SECRET");
    assertThat(difference.after().style()).isEqualTo("marking-c");
    assertThat(difference.marks())
        .containsExactlyInAnyOrder(
            new Mark("Standing", "Confirmed by a person", Standing.ADDED),
            new Mark("Control", "NODIS", Standing.REMOVED),
            new Mark("Instruction", "DECL: OADR", Standing.REMOVED),
            new Mark("Standing", "Not confirmed by a person", Standing.REMOVED),
            new Mark("Control", "SENSITIVE", Standing.UNCHANGED));
  }

  @Test
  void ofTheFirstMarkingEverythingCame() {
    MarkingDifference difference =
        of(null, marking("SECRET/SENSITIVE", "SECRET", "SECRET", null, true));
    assertThat(difference.before()).isNull();
    assertThat(difference.marks())
        .extracting(Mark::standing)
        .containsOnly(Standing.ADDED)
        .hasSize(2);
  }

  @Test
  void aDocumentThatSaysNothingHasNoLevelStated() {
    MarkingDifference difference = of(null, marking(null, "NONE", "TOP_SECRET", null, false));
    assertThat(difference.after().stated()).isEqualTo("no level stated");
    assertThat(difference.after().held()).isEqualTo("TOP SECRET");
    assertThat(difference.after().style()).isEqualTo("marking-ts");
  }

  @Test
  void aLineOfNoMarkingTellsNone() {
    assertThat(MarkingDifference.of(null, Map.of("title", "changed"), null, READER)).isNull();
    assertThat(MarkingDifference.of(Map.of("level", "SECRET"), null, null, READER)).isNull();
  }

  @Test
  void signAndWordSayTheSameAsTheColour() {
    assertThat(List.of(Standing.values()).stream().map(Standing::sign))
        .containsExactly("+", "−", "=");
    assertThat(List.of(Standing.values()).stream().map(Standing::word))
        .containsExactly("added", "removed", "unchanged");
  }

  private static MarkingDifference of(@Nullable Map<String, ?> before, Map<String, ?> after) {
    return Objects.requireNonNull(
        MarkingDifference.of(before, after, LocalDate.of(1985, 3, 25), READER));
  }

  private static Map<String, ?> marking(
      @Nullable String verbatim,
      String level,
      String held,
      @Nullable String instruction,
      boolean confirmed) {
    Map<String, Object> marking = new HashMap<>();
    if (verbatim != null) {
      marking.put("verbatim", verbatim);
    }
    marking.put("level", level);
    marking.put("protectedAs", held);
    if (instruction != null) {
      marking.put("instruction", instruction);
    }
    marking.put("confirmed", confirmed);
    return marking;
  }
}
