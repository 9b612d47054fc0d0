package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.glasnost.marking.StatedLevel;

/**
 * Damage by the written confusion set. Steps are made here one by one, from the clean word to the
 * damaged one, by the set as it is printed; the reader goes the other way.
 */
class DamageLaws {
  private static final MarkingReader READER = Readers.marking();
  private static final Map<String, StatedLevel> LEVELS =
      Map.of(
          "TOP SECRET", StatedLevel.TOP_SECRET,
          "SECRET", StatedLevel.SECRET,
          "CONFIDENTIAL", StatedLevel.CONFIDENTIAL);

  /** A step at a place: what stands from one index to another is read as something else. */
  record Edit(int from, int to, String read) {}

  /** A level after some steps. */
  record Damaged(String clean, String text, int steps) {}

  @Property(tries = 500)
  void oneStepIsReadOrLeftToAPerson(@ForAll("once") Damaged damaged) {
    neverAnotherLevel(damaged, "");
    neverAnotherLevel(damaged, "/NODIS");
  }

  @Property(tries = 500)
  void twoStepsAreReadOrLeftToAPerson(@ForAll("twice") Damaged damaged) {
    neverAnotherLevel(damaged, "");
    neverAnotherLevel(damaged, "/SENSITIVE");
  }

  @Property(tries = 500)
  void threeStepsNeverMakeAnotherLevel(@ForAll("thrice") Damaged damaged) {
    Reading reading = READER.read(damaged.text(), LineKind.SCAN, null);

    StatedLevel level = reading.level();
    if (level != null && level != StatedLevel.NONE) {
      assertThat(level).as("%s", damaged).isEqualTo(LEVELS.get(damaged.clean()));
    }
  }

  @Property(tries = 300)
  void aSpacedLevelWithOneStepIsReadOrLeftToAPerson(
      @ForAll("once") Damaged damaged, @ForAll("gaps") String gap) {
    String letters = damaged.text().replace(" ", "");
    String spaced = String.join(gap, letters.split(""));
    Reading reading = READER.read(spaced, LineKind.SCAN, null);

    assertThat(reading.level() == null ? reading.needsReview() : true).as(spaced).isTrue();
    if (reading.level() != null) {
      assertThat(reading.level()).as(spaced).isEqualTo(LEVELS.get(damaged.clean()));
    }
  }

  private static void neverAnotherLevel(Damaged damaged, String tail) {
    String text = damaged.text() + tail;
    check(damaged, text, READER.read(text, LineKind.SCAN, null));
  }

  private static void check(Damaged damaged, String text, Reading reading) {
    StatedLevel level = reading.level();
    if (level == null) {
      assertThat(reading.needsReview()).as("%s %s", text, damaged).isTrue();
      return;
    }
    assertThat(level).as("%s %s", text, damaged).isEqualTo(LEVELS.get(damaged.clean()));
    boolean whole = damaged.text().equals(damaged.clean());
    assertThat(reading.confidence() < 1.0 || whole).as("%s %s", text, damaged).isTrue();
    assertThat(
            whole
                || reading.findings().stream()
                    .anyMatch(
                        f ->
                            f.rule().equals(ReadingRule.REPAIRED.id())
                                || f.rule().equals(ReadingRule.TWO_LEVELS.id())))
        .as("%s %s shows its repair: %s", text, damaged, reading.findings())
        .isTrue();
  }

  @Provide
  Arbitrary<Damaged> once() {
    return damaged(1);
  }

  @Provide
  Arbitrary<Damaged> twice() {
    return damaged(2);
  }

  @Provide
  Arbitrary<Damaged> thrice() {
    return damaged(3);
  }

  @Provide
  Arbitrary<String> gaps() {
    return Arbitraries.of(" ", "-", "  ", " - ");
  }

  /** So many steps, each at a place of its own. */
  private static Arbitrary<Damaged> damaged(int steps) {
    return Arbitraries.of(List.copyOf(LEVELS.keySet()).stream().sorted().toList())
        .flatMap(
            clean ->
                Arbitraries.of(edits(clean))
                    .list()
                    .ofSize(steps)
                    .filter(DamageLaws::areApart)
                    .map(edits -> new Damaged(clean, apply(clean, edits), steps))
                    .filter(d -> Math.abs(d.text().length() - clean.length()) <= 1));
  }

  private static boolean areApart(List<Edit> edits) {
    for (int i = 0; i < edits.size(); i++) {
      Edit one = edits.get(i);
      for (Edit other : edits.subList(i + 1, edits.size())) {
        if (one.from() <= other.to() && other.from() <= one.to()) {
          return false;
        }
      }
    }
    return true;
  }

  private static String apply(String clean, List<Edit> edits) {
    StringBuilder text = new StringBuilder(clean);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::from).reversed())
        .forEach(edit -> text.replace(edit.from(), edit.to(), edit.read()));
    return text.toString();
  }

  /** Every step of the written set that a text may suffer. */
  private static List<Edit> edits(String text) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i <= text.length(); i++) {
      for (char stroke : Confusion.STROKES.toCharArray()) {
        edits.add(new Edit(i, i, String.valueOf(stroke)));
      }
      if (i == text.length()) {
        break;
      }
      edits.add(new Edit(i, i + 1, ""));
      for (String pair : Confusion.PAIRS) {
        if (pair.charAt(0) == text.charAt(i)) {
          edits.add(new Edit(i, i + 1, pair.substring(1)));
        }
        if (pair.charAt(1) == text.charAt(i)) {
          edits.add(new Edit(i, i + 1, pair.substring(0, 1)));
        }
      }
      for (String merge : Confusion.MERGES) {
        String two = merge.substring(0, 2);
        String one = merge.substring(3);
        if (text.startsWith(two, i)) {
          edits.add(new Edit(i, i + 2, one));
        }
        if (text.startsWith(one, i)) {
          edits.add(new Edit(i, i + 1, two));
        }
      }
    }
    return edits;
  }
}
