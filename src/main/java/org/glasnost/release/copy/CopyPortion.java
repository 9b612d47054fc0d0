package org.glasnost.release.copy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A portion of a released copy.
 *
 * @param number the portion's number in the original: 4 for {@code p4}
 * @param runs in order; empty only where the original's portion is
 */
public record CopyPortion(int number, List<CopyRun> runs) {

  /** Copies the runs. */
  public CopyPortion {
    runs = List.copyOf(runs);
  }

  /** The portion's id: {@code p4}. */
  public String id() {
    return "p" + number;
  }

  /** The text, old markings verbatim, each withheld stretch as {@code [withheld: <basis>]}. */
  public String text() {
    return runs.stream().map(CopyRun::shown).collect(Collectors.joining());
  }
}
