package org.glasnost.web.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glasnost.history.retention.LapseRun;
import org.glasnost.history.retention.LapseState;
import org.glasnost.history.retention.OrderingLapse;

/** Schedules, what is due and orders, as the page of retention shows them. */
final class RetentionRows {
  private RetentionRows() {}

  /**
   * A schedule.
   *
   * @param kinds what it is for, in words
   */
  record ScheduleRow(String id, String authority, String keep, String kinds) {}

  /** What is due of a kind, or held. */
  record DueRow(String kind, String authority, String keep, Instant before, long due, long held) {}

  /** An order in the list. */
  record RunRow(LapseRun run, String state, String style, String kinds) {}

  /** The schedules, each with the kinds that it is for. */
  static List<ScheduleRow> schedules(List<OrderingLapse.Kept> kept) {
    Map<String, List<OrderingLapse.Kept>> byId =
        kept.stream()
            .collect(
                Collectors.groupingBy(
                    OrderingLapse.Kept::schedule, LinkedHashMap::new, Collectors.toList()));
    List<ScheduleRow> rows = new ArrayList<>();
    byId.forEach(
        (id, kinds) ->
            rows.add(
                new ScheduleRow(
                    id,
                    kinds.get(0).authority(),
                    KeptFor.words(kinds.get(0).keep()),
                    kinds.stream()
                        .map(each -> Typed.words(each.kind()))
                        .collect(Collectors.joining(", ")))));
    return rows;
  }

  /** What is due, of kinds that ever are. */
  static List<DueRow> due(List<OrderingLapse.Kept> kept) {
    List<DueRow> rows = new ArrayList<>();
    for (OrderingLapse.Kept each : kept) {
      Instant before = each.before();
      if (before != null) {
        rows.add(
            new DueRow(
                Typed.words(each.kind()),
                each.authority(),
                KeptFor.words(each.keep()),
                before,
                each.due(),
                each.held()));
      }
    }
    return rows;
  }

  /** The kinds of which there is more than the reader may see, in words. */
  static String sealed(List<OrderingLapse.Kept> kept) {
    return kept.stream()
        .filter(OrderingLapse.Kept::sealed)
        .map(each -> Typed.words(each.kind()))
        .collect(Collectors.joining(", "));
  }

  /** An order. */
  static RunRow run(LapseRun run) {
    return new RunRow(
        run,
        Typed.words(run.state()),
        style(run.state()),
        run.parts().stream().map(RetentionRows::words).collect(Collectors.joining(", ")));
  }

  private static String words(LapseRun.Part part) {
    Long due = part.due();
    return Typed.words(part.kind()) + (due == null ? "" : " (" + due + ")");
  }

  private static String style(LapseState state) {
    return switch (state) {
      case ORDERED, RUNNING -> "state-waiting";
      case ENDED -> "state-done";
      case REJECTED -> "state-refused";
    };
  }
}
