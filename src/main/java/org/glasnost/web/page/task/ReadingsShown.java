package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.document.ReadDocument;
import org.glasnost.document.Registered;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.Reading;
import org.glasnost.reading.Stamp;
import org.glasnost.web.FindingView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out what was read in a document, each reading at its place in the text. */
@Component
class ReadingsShown {
  private final Registered registered;

  ReadingsShown(Registered registered) {
    this.registered = registered;
  }

  /**
   * A reading beside the text.
   *
   * @param id such as {@code r1}
   * @param text what stands there
   * @param meaning what it was read as, one statement each
   * @param percent how sure the reading is, or null where nothing was repaired
   * @param findings what is worth knowing
   */
  record Shown(
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

  /** Puts the text and its readings into the model. */
  void layOut(Model model, UUID document, String text) {
    ReadDocument read = registered.read(document);
    List<TextRun.Marked> marked = new ArrayList<>();
    read.proposals()
        .forEach(
            p -> marked.add(new TextRun.Marked(p.proposal().from(), p.proposal().to(), p.id())));
    read.readings().forEach(r -> marked.add(new TextRun.Marked(r.from(), r.to(), r.id())));
    model.addAttribute("runs", TextRun.of(text, marked));
    model.addAttribute(
        "readings", read.readings().stream().map(r -> shown(r.id(), r.reading())).toList());
    model.addAttribute("proposals", read.proposals());
  }

  private static Shown shown(String id, Reading reading) {
    return new Shown(
        id,
        reading.text(),
        meaning(reading),
        reading.confidence() < 1 ? (int) Math.round(reading.confidence() * 100) : null,
        FindingView.of(reading.findings()));
  }

  private static List<String> meaning(Reading reading) {
    List<String> meaning = new ArrayList<>();
    StatedLevel level = reading.level();
    if (level == null) {
      meaning.add("Level: for a person to say");
    } else if (level != StatedLevel.NONE) {
      meaning.add("Level: " + level.name().replace('_', ' '));
    }
    list(meaning, "Controls: ", reading.controls());
    list(meaning, "Recipients: ", reading.recipients());
    list(meaning, "Code words: ", reading.marking().codewords());
    String instruction = reading.declassification().instruction();
    if (instruction != null) {
      meaning.add("Declassification: " + instruction);
    }
    for (Stamp stamp : reading.stamps()) {
      meaning.add("Stamp: " + stamp.kind() + (stamp.on() == null ? "" : ", " + stamp.on()));
    }
    list(meaning, "Case: ", reading.caseNumbers());
    return meaning;
  }

  private static void list(List<String> meaning, String head, List<String> words) {
    if (!words.isEmpty()) {
      meaning.add(head + String.join(", ", words).replace('_', ' '));
    }
  }
}
