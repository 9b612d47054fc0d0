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

  /** The marking in force of a document. */
  public Shown of(Dossier dossier) {
    MarkingRow row = dossier.marking();
    Canonical today = MarkingView.of(row, dossier.document().documentDate(), reader).canonical();
    return new Shown(
        said(row),
        new PageMarking(dossier.protection().banner(), dossier.protection().level()),
        row.confirmed(),
        row.instruction(),
        today == null ? null : today.banner(),
        today == null ? null : today.portion(),
        today == null ? null : today.basis(),
        today == null ? List.of() : today.unrepresented());
  }

  /** What the document says of itself; where it says nothing, that it does not. */
  public static String said(MarkingRow row) {
    String verbatim = row.verbatim();
    return verbatim == null || verbatim.isBlank() ? "No marking on the document" : verbatim;
  }
}
