package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.Marking;
import org.glasnost.marking.SciControls;

/**
 * A banner above portion marks in one text bears what they bear. Only what may never be missing is
 * asked for: the roll-up says what the whole banner is. A lower level than a portion's is told of
 * by {@link ReadingRule#TWO_LEVELS}.
 */
final class BannerOverPortions {
  /** Controls that no other portion takes away, and that no banner drops. */
  private static final Set<String> STAYING =
      Set.of("NOFORN", "ORCON", "IMCON", "PROPIN", "FISA", "RSEN", "EXDIS", "NODIS");

  /**
   * A banner.
   *
   * @param line where it stands
   * @param marking what it says
   */
  record Banner(Sentence line, Marking marking) {}

  private BannerOverPortions() {}

  /** Tells what the portion marks of the text bear and the banner above them lacks. */
  static void judge(Draft draft, Banner banner) {
    if (draft.date() == null || !ReadingRule.BANNER_LACKS.applicability().holdsOn(draft.date())) {
      return;
    }
    Marking whole = draft.marking();
    Marking above = banner.marking();
    List<String> lacking = new ArrayList<>();
    if (!SciControls.union(whole.sci()).equals(SciControls.union(above.sci()))) {
      add(lacking, whole.sci(), above.sci());
    }
    add(lacking, whole.sap(), above.sap());
    add(lacking, whole.aea(), above.aea());
    add(lacking, whole.controls().stream().filter(STAYING::contains).toList(), above.controls());
    if (!lacking.isEmpty()) {
      String written = draft.text().substring(banner.line().from(), banner.line().to());
      draft.find(
          ReadingRule.BANNER_LACKS.of(
              written, "A portion below bears " + String.join(", ", lacking) + "."),
          banner.line().from());
      draft.leaveToPerson();
    }
  }

  private static void add(List<String> lacking, List<String> whole, List<String> above) {
    whole.stream().filter(word -> !above.contains(word)).forEach(lacking::add);
  }
}
