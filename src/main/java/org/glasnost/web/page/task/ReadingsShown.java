package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.contract.FindingView;
import org.glasnost.document.Portions;
import org.glasnost.document.ReadDocument;
import org.glasnost.reading.Reading;
import org.glasnost.web.page.ReadingWords;
import org.glasnost.web.page.Sheet;
import org.glasnost.web.page.TextRun;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Lays out what was read in a document, each reading at its place in the text. */
final class ReadingsShown {

  private ReadingsShown() {}

  /**
   * A proposal beside the text.
   *
   * @param index its place among the proposals, from 0
   * @param proposed the proposal
   */
  record Asked(int index, ReadDocument.Proposed proposed) {}

  /**
   * A reading beside the text.
   *
   * @param index its place among the readings, from 0
   * @param id such as {@code r1}
   * @param text what stands there
   * @param meaning what it was read as, one statement each
   * @param percent how sure the reading is, or null where nothing was repaired
   * @param findings what is worth knowing
   */
  record Shown(
      int index,
      String id,
      String text,
      List<String> meaning,
      @Nullable Integer percent,
      List<FindingView> findings) {
    /** Copies the lists. */
    Shown {
      meaning = List.copyOf(meaning);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Puts one sheet of the text and its readings into the model.
   *
   * @param text the whole text
   * @param spread with the sheet to be shown
   */
  static void layOut(Model model, Matter matter, String text, Spread spread) {
    List<Portions.Portion> portions = matter.dossier().portions();
    Sheet sheet = spread.shown();
    int from = portions.isEmpty() ? 0 : portions.get(sheet.from()).from();
    int to = portions.isEmpty() ? 0 : portions.get(sheet.to() - 1).to();
    ReadDocument read = matter.dossier().read();
    List<TextRun.Marked> marked = new ArrayList<>();
    read.proposals()
        .forEach(p -> mark(marked, p.proposal().from(), p.proposal().to(), p.id(), from, to));
    read.readings().forEach(r -> mark(marked, r.from(), r.to(), r.id(), from, to));
    int begins = text.offsetByCodePoints(0, from);
    int ends = text.offsetByCodePoints(begins, to - from);
    model.addAttribute("runs", TextRun.of(text.substring(begins, ends), marked));
    model.addAttribute(
        "readings",
        spread.shown("readings", read.readings().size()).stream()
            .map(i -> shown(i, read.readings().get(i)))
            .toList());
    model.addAttribute(
        "proposals",
        spread.shown("proposals", read.proposals().size()).stream()
            .map(i -> new Asked(i, read.proposals().get(i)))
            .toList());
  }

  private static void mark(
      List<TextRun.Marked> marked, int from, int to, String label, int begins, int ends) {
    if (from < ends && to > begins) {
      marked.add(
          new TextRun.Marked(Math.max(from, begins) - begins, Math.min(to, ends) - begins, label));
    }
  }

  private static Shown shown(int index, ReadDocument.Found found) {
    Reading reading = found.reading();
    return new Shown(
        index,
        found.id(),
        reading.text(),
        ReadingWords.meaning(reading),
        reading.confidence() < 1 ? (int) Math.round(reading.confidence() * 100) : null,
        FindingView.of(reading.findings()));
  }
}
