package org.glasnost.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.glasnost.document.MarkingRow;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A document's marking as answered over HTTP.
 *
 * @param verbatim what the document says, or null where it says nothing
 * @param level what that comes to
 * @param protectedAs what it is held at
 * @param canonical what would be written on re-use; null where the rules leave it to a person
 * @param confirmed whether a person confirmed it
 */
public record MarkingView(
    @Nullable String verbatim,
    StatedLevel level,
    ClassificationLevel protectedAs,
    @Nullable Canonical canonical,
    boolean confirmed) {

  /**
   * The view of a marking.
   *
   * @param documentDate the day of the document, or null: what stands for its words today follows
   *     from that day, whenever somebody recorded or decided the marking
   */
  public static MarkingView of(
      MarkingRow row, @Nullable LocalDate documentDate, MarkingReader reader) {
    String verbatim = row.verbatim();
    return new MarkingView(
        verbatim,
        row.level(),
        row.protectedAs(),
        verbatim == null ? null : today(verbatim, documentDate, reader),
        row.confirmed());
  }

  /** Today's form of all lines together; none where one of them releases less than that form. */
  private static @Nullable Canonical today(
      String verbatim, @Nullable LocalDate documentDate, MarkingReader reader) {
    Reading whole = reader.read(verbatim, LineKind.SCAN, documentDate);
    List<String> released = whole.marking().relTo();
    if (released.isEmpty() && whole.marking().displayOnlyTo().isEmpty()) {
      return whole.canonical();
    }
    Protection each =
        verbatim
            .lines()
            .map(line -> reader.read(line, LineKind.SCAN, documentDate).asksFor(released))
            .reduce(Protection.UNRESTRICTED, Protection::join);
    Protection all = whole.asksFor();
    Set<String> shown = new HashSet<>(each.releasableTo());
    boolean goesNoFurther = shown.containsAll(all.releasableTo());
    shown.addAll(each.displayOnlyTo());
    return goesNoFurther && shown.containsAll(all.displayOnlyTo()) ? whole.canonical() : null;
  }
}
