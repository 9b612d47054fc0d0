package org.glasnost.web.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glasnost.document.MarkingRow;
import org.glasnost.marking.StatedLevel;
import org.glasnost.web.page.Names;

/**
 * The course of a document's levels over the two times: as it held, by what is recorded now, and as
 * it was recorded, one act after the other.
 *
 * @param held each marking that held, by the day on which it began to hold
 * @param recorded what was then recorded as its last marking, by the instant of recording
 */
record LevelCourse(List<Stretch> held, List<Stretch> recorded) {
  /** Copies the lists. */
  LevelCourse {
    held = List.copyOf(held);
    recorded = List.copyOf(recorded);
  }

  /**
   * A part of the course, of no length of its own: the band is in order, not to scale.
   *
   * @param stated the level that the document states, in words
   * @param protection what it is held at
   * @param style of that
   * @param when since when, in words, and whether nobody had confirmed it
   */
  record Stretch(String stated, String protection, String style, String when) {
    static Stretch of(MarkingRow row, String when) {
      return new Stretch(
          row.level() == StatedLevel.NONE
              ? "no level stated"
              : row.level().name().replace('_', ' '),
          row.protectedAs().banner(),
          MarkingDifference.styleOf(row.protectedAs().name()),
          row.confirmed() ? when : when + ", not confirmed");
    }
  }

  /** The course that markings, in any order, make. */
  static LevelCourse of(List<MarkingRow> rows, Names names) {
    List<Stretch> held = new ArrayList<>();
    rows.stream()
        .filter(row -> row.supersededAt() == null)
        .sorted(Comparator.comparing(MarkingRow::from))
        .forEach(row -> held.add(Stretch.of(row, "from " + names.day(row.from()))));
    Map<Instant, MarkingRow> last = new TreeMap<>();
    rows.forEach(
        row ->
            last.merge(
                row.recordedAt(),
                row,
                (one, other) -> one.from().isAfter(other.from()) ? one : other));
    List<Stretch> recorded = new ArrayList<>();
    last.forEach((at, row) -> recorded.add(Stretch.of(row, "since " + names.moment(at))));
    return new LevelCourse(held, recorded);
  }
}
