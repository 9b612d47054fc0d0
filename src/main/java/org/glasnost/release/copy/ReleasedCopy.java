package org.glasnost.release.copy;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.declassification.DeclassificationMark;
import org.jspecify.annotations.Nullable;

/**
 * The released copy of a record. What is withheld is not in it: neither the words nor how many they
 * were. Only {@link CopyMaking} makes one from an original.
 *
 * @param title of the record, as it may be read by everybody
 * @param documentDate the record's date, or null where nobody knows it
 * @param mark the declassification mark
 * @param linedThrough the old markings, each once, in order, white space reduced to single spaces;
 *     empty for a record that bore none
 * @param portions in order
 */
public record ReleasedCopy(
    String title,
    @Nullable LocalDate documentDate,
    DeclassificationMark mark,
    List<String> linedThrough,
    List<CopyPortion> portions) {

  /** Copies the lists. */
  public ReleasedCopy {
    linedThrough = List.copyOf(linedThrough);
    portions = List.copyOf(portions);
  }

  /** What is withheld, in order: one entry for each box that the copy shows. */
  public List<Withholding> withholdings() {
    return portions.stream()
        .flatMap(
            portion ->
                portion.runs().stream()
                    .filter(run -> run.kind() == CopyRun.Kind.WITHHELD)
                    .map(run -> new Withholding(portion.number(), run.text())))
        .toList();
  }

  /** Whether anything is withheld. */
  public boolean inPart() {
    return !withholdings().isEmpty();
  }

  /** In one sentence, what was released. */
  public String extent() {
    return inPart()
        ? "Released in part. Each withheld passage is replaced by the basis for withholding it; its"
            + " length is not shown."
        : "Released in full.";
  }
}
