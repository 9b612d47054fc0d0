package org.glasnost.release.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A portion as it is laid out on a page: its lines, and whether the next portion follows without a
 * gap, as the lines of an address do.
 *
 * @param id of the portion: {@code p4}
 * @param lines each a list of runs without a line break in them; an empty list is a blank line
 * @param closeToNext whether the portion ends in a single line break
 */
record Paragraph(String id, List<List<CopyRun>> lines, boolean closeToNext) {
  private static final Pattern BREAK = Pattern.compile("\\R|\\f");

  /** The portion without the blank lines before and after it. */
  static Paragraph of(CopyPortion portion) {
    List<List<CopyRun>> lines = new ArrayList<>();
    lines.add(new ArrayList<>());
    for (CopyRun run : portion.runs()) {
      switch (run.kind()) {
        case WITHHELD -> lines.get(lines.size() - 1).add(run);
        case KEPT, LINED_THROUGH -> {
          String[] pieces = BREAK.split(run.text(), -1);
          for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
              lines.add(new ArrayList<>());
            }
            if (!pieces[i].isEmpty()) {
              lines.get(lines.size() - 1).add(new CopyRun(run.kind(), pieces[i]));
            }
          }
        }
      }
    }
    int first = 0;
    int last = lines.size();
    while (last > 0 && isBlank(lines.get(last - 1))) {
      last--;
    }
    while (first < last && isBlank(lines.get(first))) {
      first++;
    }
    int breaksAfter = lines.size() - last;
    return new Paragraph(
        portion.id(),
        lines.subList(first, last).stream().map(List::copyOf).toList(),
        breaksAfter == 1);
  }

  private static boolean isBlank(List<CopyRun> line) {
    return line.stream()
        .allMatch(
            run ->
                switch (run.kind()) {
                  case KEPT, LINED_THROUGH -> run.text().isBlank();
                  case WITHHELD -> false;
                });
  }

  /** Whether nothing of it would be seen. */
  boolean isEmpty() {
    return lines.isEmpty();
  }
}
