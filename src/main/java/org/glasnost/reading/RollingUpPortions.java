package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.marking.Marking;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.marking.rollup.RolledUp;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * From the texts of portion marks to the banner. A portion that is not wholly understood leaves the
 * banner open ({@link Reading#isComplete}): an unknown word may stand for anything, and a banner
 * without it would protect less than the portion asks for. Immutable; safe for any number of
 * threads.
 */
public final class RollingUpPortions {
  private final MarkingReader reader;

  /**
   * @param reader reads the marks
   */
  public RollingUpPortions(MarkingReader reader) {
    this.reader = reader;
  }

  /**
   * Rolls the portion marks of a document up that is no intelligence product, by today's rules.
   *
   * @param portions the marks, in order
   * @return the outcome; never null
   */
  public RolledUp of(List<String> portions) {
    return of(portions, null, null, RollUp.Context.OTHER);
  }

  /**
   * Rolls portion marks up. Never throws, whatever the marks; its cost grows with their number.
   *
   * @param portions the marks, in order
   * @param banner gives the list that a bare REL bears, or null
   * @param date the day of the document, or null
   * @param context whether release markings are required
   * @return the outcome; its findings are those of the marks, each at its portion, those of the
   *     given banner, and then those of the roll-up
   */
  public RolledUp of(
      List<String> portions,
      @Nullable String banner,
      @Nullable LocalDate date,
      RollUp.Context context) {
    List<@Nullable Marking> markings = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < portions.size(); i++) {
      Reading reading = reader.read(portions.get(i), LineKind.PORTION, date);
      markings.add(reading.isComplete() ? reading.marking() : null);
      for (Finding finding : reading.findings()) {
        findings.add(finding.atMember("/portions/" + i));
      }
    }
    Reading given = banner == null ? null : reader.read(banner, LineKind.BANNER, date);
    if (given != null) {
      for (Finding finding : given.findings()) {
        findings.add(finding.atMember("/banner"));
      }
    }
    RolledUp rolledUp = RollUp.of(markings, inherited(given), date, context);
    findings.addAll(rolledUp.findings());
    return new RolledUp(rolledUp.marking(), rolledUp.banner(), rolledUp.explanation(), findings);
  }

  /** What a banner gives that is wholly understood. */
  private static RollUp.Inherited inherited(@Nullable Reading banner) {
    return banner != null && banner.isComplete()
        ? new RollUp.Inherited(banner.marking().relTo(), banner.marking().joint())
        : RollUp.Inherited.NOTHING;
  }
}
