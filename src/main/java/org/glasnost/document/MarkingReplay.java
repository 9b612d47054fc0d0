package org.glasnost.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the marking history that some events make, one after the other: what {@link
 * MarkingHistory} does in the database, done over again from the journal alone.
 */
final class MarkingReplay {
  /** How an event bears upon the history. */
  enum Way {
    /** From a day on the marking is another one. */
    CHANGES,
    /** It is what the document has said from its first day on. */
    FIRST,
    /** The first marking held from another day than was known. */
    BEGINS
  }

  /** An event, and the first day on which what it records holds. */
  record Step(UUID event, Way way, LocalDate from) {}

  /**
   * A row.
   *
   * @param event which recorded it
   * @param says the event that recorded what the marking is; another one where a day was corrected
   * @param from first day on which it held
   * @param to first day on which it no longer held, or null
   * @param recorded the step at which it was recorded, from 0
   * @param superseded the step at which another took its place, or null
   */
  record Row(
      UUID event,
      UUID says,
      LocalDate from,
      @Nullable LocalDate to,
      int recorded,
      @Nullable Integer superseded) {
    private Row supersededAt(int step) {
      return new Row(event, says, from, to, recorded, step);
    }

    private boolean runsBeyond(LocalDate day) {
      return to == null || to.isAfter(day);
    }
  }

  private final List<Row> superseded = new ArrayList<>();

  /** What is known, in the order of the days. */
  private List<Row> known = new ArrayList<>();

  private MarkingReplay() {}

  /**
   * Every row, in no particular order.
   *
   * @throws IllegalArgumentException if a step corrects the day of a marking that there is not
   */
  static List<Row> of(List<Step> steps) {
    MarkingReplay replay = new MarkingReplay();
    for (int i = 0; i < steps.size(); i++) {
      replay.take(steps.get(i), i);
    }
    List<Row> rows = new ArrayList<>(replay.superseded);
    rows.addAll(replay.known);
    return rows;
  }

  private void take(Step step, int index) {
    switch (step.way()) {
      case CHANGES -> change(step, index);
      case FIRST -> {
        known.forEach(row -> superseded.add(row.supersededAt(index)));
        known = new ArrayList<>();
        known.add(new Row(step.event(), step.event(), step.from(), null, index, null));
      }
      case BEGINS -> begin(step, index);
    }
    known.sort(Comparator.comparing(Row::from));
  }

  private void change(Step step, int index) {
    List<Row> after = new ArrayList<>();
    for (Row row : known) {
      if (!row.runsBeyond(step.from())) {
        after.add(row);
        continue;
      }
      superseded.add(row.supersededAt(index));
      if (row.from().isBefore(step.from())) {
        after.add(new Row(row.event(), row.says(), row.from(), step.from(), index, null));
      }
    }
    after.add(new Row(step.event(), step.event(), step.from(), null, index, null));
    known = after;
  }

  private void begin(Step step, int index) {
    Row begins =
        known.stream()
            .filter(row -> row.runsBeyond(step.from()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no marking begins"));
    List<Row> after = new ArrayList<>();
    for (Row row : known) {
      if (row.equals(begins) || !row.runsBeyond(step.from())) {
        superseded.add(row.supersededAt(index));
      } else {
        after.add(row);
      }
    }
    after.add(new Row(step.event(), begins.says(), step.from(), begins.to(), index, null));
    known = after;
  }
}
