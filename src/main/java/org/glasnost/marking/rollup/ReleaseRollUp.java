package org.glasnost.marking.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.AtomicEnergy;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Marking;
import org.glasnost.marking.ReUse;
import org.glasnost.marking.rules.MarkingRule;
import org.jspecify.annotations.Nullable;

/**
 * The release marking of a banner (C16 D.2 Table 3, rules on foreign disclosure and release).
 *
 * <p>NOFORN anywhere wins; else what every classified portion is released to; else NOFORN where one
 * portion is released and another says nothing. Unclassified portions without a release marking
 * restrict nobody.
 */
final class ReleaseRollUp {
  private static final Set<String> INTELLIGENCE = Set.of("FISA", "RAWFISA", "PROPIN");

  private final List<Marking> portions;
  private final Set<String> controls;
  private final boolean classified;
  private final RollUp.Context context;
  private final @Nullable LocalDate date;
  private final Explanation explanation;
  private List<String> relTo = List.of();
  private List<String> displayOnlyTo = List.of();

  /**
   * @param controls the banner's other controls; the release marking is added to them
   */
  ReleaseRollUp(
      List<Marking> portions,
      Set<String> controls,
      boolean classified,
      RollUp.Context context,
      @Nullable LocalDate date,
      Explanation explanation) {
    this.portions = portions;
    this.controls = controls;
    this.classified = classified;
    this.context = context;
    this.date = date;
    this.explanation = explanation;
  }

  List<String> relTo() {
    return relTo;
  }

  List<String> displayOnlyTo() {
    return displayOnlyTo;
  }

  void roll() {
    boolean noforn =
        controls.contains("NOFORN") || portions.stream().anyMatch(p -> p.has("NOFORN"));
    if (noforn) {
      noforn(RollUpRule.NOFORN, "NOFORN");
      return;
    }
    List<Marking> counted = portions.stream().filter(p -> isClassified(p) || speaks(p)).toList();
    if (counted.stream().noneMatch(ReleaseRollUp::speaks)) {
      unmarked(counted);
    } else {
      mixture(counted);
    }
    if (classified && holdsControlledNuclear() && isReleased()) {
      noforn(RollUpRule.UCNI, "NOFORN");
    }
  }

  /** Portions without a release marking count as Table 2 says. */
  private void mixture(List<Marking> counted) {
    boolean anyList = counted.stream().anyMatch(ReleaseRollUp::hasList);
    List<Marking> telling = new ArrayList<>();
    for (Marking portion : counted) {
      if (speaks(portion)) {
        telling.add(portion);
      } else if (anyList || !mayBeRelido(portion)) {
        noforn(RollUpRule.REL_TO_UNMARKED, "One classified portion bears no release marking.");
        return;
      } else {
        explanation.step(RollUpRule.TABLE_2, "From 28 June 2010, uncaveated: RELIDO");
        telling.add(relido(portion));
      }
    }
    for (Marking portion : portions) {
      if (!counted.contains(portion) && isCaveatedOfIntelligence(portion)) {
        explanation.step(RollUpRule.CAVEATED, String.join(", ", portion.controls()));
        telling.add(relido(portion));
      }
    }
    spoken(telling);
  }

  /** Uncaveated words of a document that is known to be of 28 June 2010 or later. */
  private boolean mayBeRelido(Marking portion) {
    return date != null && !date.isBefore(ReUse.TABLE_2) && !isCaveated(portion);
  }

  private static Marking relido(Marking portion) {
    List<String> controls = new ArrayList<>(portion.controls());
    controls.add("RELIDO");
    return portion.withControls(controls);
  }

  /** FISA and PROPIN on an unclassified portion count as RELIDO (C16 H.1, third example). */
  private static boolean isCaveatedOfIntelligence(Marking portion) {
    return portion.controls().stream().anyMatch(INTELLIGENCE::contains);
  }

  private boolean holdsControlledNuclear() {
    return portions.stream().anyMatch(AtomicEnergy::isControlledNuclear);
  }

  private boolean isReleased() {
    return !relTo.isEmpty() || !displayOnlyTo.isEmpty() || controls.contains("RELIDO");
  }

  /** Every portion that counts says to whom it may go. */
  private void spoken(List<Marking> counted) {
    boolean everyRelido = counted.stream().allMatch(p -> p.has("RELIDO"));
    boolean orcon = controls.contains("ORCON") || controls.contains("ORCON_USGOV");
    boolean everyList = counted.stream().allMatch(ReleaseRollUp::hasList);
    if (everyRelido && !orcon) {
      explanation.step(RollUpRule.RELIDO_ALL, "RELIDO");
      controls.add("RELIDO");
      if (everyList) {
        lists(counted);
      }
      return;
    }
    if (counted.stream().anyMatch(p -> p.has("RELIDO"))) {
      explanation.step(
          orcon ? RollUpRule.ORCON : RollUpRule.RELIDO_NOT_ALL, "RELIDO leaves the banner");
    }
    if (everyList) {
      lists(counted);
    } else {
      noforn(RollUpRule.RELIDO_NOT_ALL, "A list on one portion, RELIDO alone on another.");
    }
  }

  private void lists(List<Marking> counted) {
    ReleaseLists released = ReleaseLists.ofReleases(counted);
    ReleaseLists displayed = ReleaseLists.ofDisplays(counted);
    boolean display = counted.stream().anyMatch(p -> !p.displayOnlyTo().isEmpty());
    Set<String> unexpanded = ReleaseLists.unexpanded(counted);
    unexpanded.removeAll(displayed.common());
    if (!unexpanded.isEmpty()) {
      explanation.step(RollUpRule.GROUP_NOT_EXPANDED, String.join(", ", unexpanded));
    }
    if (released.hasForeign()) {
      explanation.step(
          RollUpRule.REL_TO_COMMON,
          String.join(", ", released.codes()),
          ReleaseLists.unreadGroups(counted));
      relTo = released.codes();
    }
    if (display && displayed.hasForeign()) {
      List<String> only = new ArrayList<>(displayed.withoutUsa());
      only.removeAll(relTo);
      if (!only.isEmpty()) {
        explanation.step(RollUpRule.DISPLAY_ONLY, String.join(", ", only));
        displayOnlyTo = only;
      }
    }
    if (relTo.isEmpty() && displayOnlyTo.isEmpty() && !controls.contains("RELIDO")) {
      noforn(RollUpRule.REL_TO_EMPTY, "NOFORN");
    }
  }

  private void unmarked(List<Marking> counted) {
    if (!classified) {
      return;
    }
    if (context == RollUp.Context.OTHER) {
      explanation.step(RollUpRule.NO_RELEASE_MARKING, "None");
      return;
    }
    explanation.find(
        MarkingRule.RELEASE_MARKING_MISSING.by(
            "REL", "A classified portion of an intelligence product bears no release marking."));
    if (date == null) {
      noforn(RollUpRule.TABLE_2, "No date is given: the stricter row, NOFORN");
    } else if (date.isBefore(ReUse.TABLE_2)) {
      noforn(RollUpRule.TABLE_2, "Before 28 June 2010: NOFORN");
    } else if (counted.stream().noneMatch(ReleaseRollUp::isCaveated)) {
      controls.add("RELIDO");
      explanation.step(RollUpRule.TABLE_2, "From 28 June 2010, uncaveated: RELIDO");
    } else {
      noforn(RollUpRule.TABLE_2, "From 28 June 2010, caveated: NOFORN");
    }
  }

  /** A control system alone is no caveat (C16 B.3.b, note). */
  private static boolean isCaveated(Marking portion) {
    return !portion.controls().isEmpty()
        || !portion.sap().isEmpty()
        || !portion.aea().isEmpty()
        || !portion.fgi().isEmpty()
        || portion.nonUs() != null;
  }

  private void noforn(RollUpRule rule, String message) {
    controls.remove("RELIDO");
    controls.add("NOFORN");
    relTo = List.of();
    displayOnlyTo = List.of();
    explanation.step(rule, message);
  }

  private static boolean isClassified(Marking portion) {
    return portion.isClassified() || RollUp.protection(portion) != ClassificationLevel.UNCLASSIFIED;
  }

  /** Whether it says to whom it may go. */
  static boolean speaks(Marking portion) {
    return portion.has("NOFORN") || portion.has("RELIDO") || hasList(portion);
  }

  private static boolean hasList(Marking portion) {
    return !portion.relTo().isEmpty()
        || !portion.displayOnlyTo().isEmpty()
        || !portion.joint().isEmpty();
  }
}
