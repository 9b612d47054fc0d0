package org.glasnost.web.page;

import java.util.List;
import org.glasnost.document.Dossier;
import org.glasnost.document.MarkingRow;
import org.glasnost.marking.Canonical;
import org.glasnost.reading.MarkingReader;
import org.glasnost.web.MarkingView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a document's marking: what it says, what it is held at, what it would be today. */
@Component
public class MarkingsShown {
  private final MarkingReader reader;

  MarkingsShown(MarkingReader reader) {
    this.reader = reader;
  }

  /**
   * A marking as a page shows it.
   *
   * @param verbatim what the document says, or that it says nothing
   * @param now what it is marked by a determination since, or null where what it says still holds
   * @param held what it is held at
   * @param confirmed whether a person confirmed it
   * @param instruction its declassification instruction as written, or null
   * @param today the banner that a derivative classifier would write today, or null where the rules
   *     leave that to a person
   * @param portion the portion mark that goes with it, or null
   * @param basis the rule by which today's form follows, or null
   * @param unrepresented what today's syntax cannot hold, verbatim
   */
  public record Shown(
      String verbatim,
      @Nullable String now,
      PageMarking held,
      boolean confirmed,
      @Nullable String instruction,
      @Nullable String today,
      @Nullable String portion,
      @Nullable String basis,
      List<String> unrepresented) {
    /** Copies the list. */
    public Shown {
      unrepresented = List.copyOf(unrepresented);
    }
  }

  /**
   * The marking of a document: what stands on it, and what is in force.
   *
   * @param rows its markings, oldest first
   */
  public Shown of(Dossier dossier, List<MarkingRow> rows) {
    MarkingRow row = dossier.marking();
    Canonical today = MarkingView.of(row, dossier.document().documentDate(), reader).canonical();
    MarkingRow stood = row.authority() == null ? row : brought(rows, row);
    return new Shown(
        said(stood),
        stood.equals(row) ? null : said(row),
        PageMarking.of(dossier.protection()),
        row.confirmed(),
        row.instruction(),
        today == null ? null : today.banner(),
        today == null ? null : today.portion(),
        today == null ? null : today.basis(),
        today == null ? List.of() : today.unrepresented());
  }

  /** The last marking that rests on the document alone and on nobody's authority. */
  private static MarkingRow brought(List<MarkingRow> rows, MarkingRow inForce) {
    return rows.stream()
        .filter(row -> row.authority() == null)
        .reduce((earlier, later) -> later)
        .orElse(inForce);
  }

  /** What the document says of itself; where it says nothing, that it does not. */
  public static String said(MarkingRow row) {
    String verbatim = row.verbatim();
    return verbatim == null || verbatim.isBlank() ? "No marking on the document" : verbatim;
  }
}
