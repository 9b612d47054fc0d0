package org.glasnost.contract;

import java.util.List;
import org.glasnost.reading.Reading;

/**
 * The readings, one per line, in order.
 *
 * @param readings what the lines say
 */
public record ParseAnswer(List<ReadingView> readings) {

  /** The view of several readings. */
  public static ParseAnswer of(List<Reading> readings) {
    return new ParseAnswer(readings.stream().map(ReadingView::of).toList());
  }
}
