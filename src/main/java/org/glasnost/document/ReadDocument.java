package org.glasnost.document;

import java.util.List;
import org.glasnost.reading.MarkingWords;
import org.glasnost.reading.Proposal;
import org.glasnost.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What the reader found in a text, and what a person has said of it since.
 *
 * @param readings with ids {@code r1} to {@code rn}
 * @param proposals with ids {@code c1} to {@code cn}
 */
public record ReadDocument(List<Found> readings, List<Proposed> proposals) {

  /** Of what nothing is shown, or nothing is left. */
  static final ReadDocument NOTHING = new ReadDocument(List.of(), List.of());

  /** Copies the lists. */
  public ReadDocument {
    readings = List.copyOf(readings);
    proposals = List.copyOf(proposals);
  }

  /** The same with no more of the text than the words of its markings. */
  ReadDocument outline() {
    return new ReadDocument(
        readings.stream()
            .map(
                found ->
                    new Found(
                        found.id(),
                        found.from(),
                        found.to(),
                        MarkingWords.outline(found.reading()),
                        found.accepted()))
            .toList(),
        proposals);
  }

  /**
   * One reading at its place.
   *
   * @param id such as {@code r1}
   * @param from first code point in the text
   * @param to code point after the last
   * @param reading what stands there
   * @param accepted what a person said; null while nobody has
   */
  public record Found(String id, int from, int to, Reading reading, @Nullable Boolean accepted) {

    /** Whether a person said that it is so. */
    public boolean confirmed() {
      return Boolean.TRUE.equals(accepted);
    }
  }

  /**
   * One proposal.
   *
   * @param id such as {@code c1}
   * @param proposal what is proposed and why
   * @param accepted what a person said; null while nobody has
   */
  public record Proposed(String id, Proposal proposal, @Nullable Boolean accepted) {}
}
