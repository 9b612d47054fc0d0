package org.glasnost.reading;

import java.util.List;

/**
 * What a whole text says.
 *
 * @param readings the markings, instructions and stamps found, in order of position
 * @param proposals values for fields of the registration, each for a person to accept
 * @param portions the text's portions; together they cover it without gap or overlap
 */
public record DocumentReading(
    List<PlacedReading> readings, List<Proposal> proposals, List<TextPortion> portions) {

  /** Copies the lists. */
  public DocumentReading {
    readings = List.copyOf(readings);
    proposals = List.copyOf(proposals);
    portions = List.copyOf(portions);
  }
}
