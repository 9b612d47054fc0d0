package org.glasnost.marking.rollup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.AtomicEnergy;
import org.glasnost.marking.Marking;
import org.glasnost.marking.UnclassifiedControls;
import org.glasnost.rule.Citation;

/** The controls of a banner, but for those that speak of release (see {@link ReleaseRollUp}). */
final class Caveats {
  private static final Set<String> DROPPED = Set.of("FOUO", "LIMDIS", "SBU", "SBU_NF");
  private static final Set<String> BY_RULE =
      Set.of(
          "NOFORN",
          "RELIDO",
          "REL_TO",
          "DISPLAY_ONLY",
          "ORCON",
          "ORCON_USGOV",
          "NODIS",
          "EXDIS",
          "EYES");

  private static final List<Citation> BESIDE_CUI = List.of(Citation.of("32 CFR 2002.20(a)(2)"));

  private final boolean classified;
  private final Explanation explanation;
  private final Set<String> controls = new LinkedHashSet<>();

  private Caveats(boolean classified, Explanation explanation) {
    this.classified = classified;
    this.explanation = explanation;
  }

  static Set<String> of(List<Marking> portions, boolean classified, Explanation explanation) {
    Caveats caveats = new Caveats(classified, explanation);
    boolean cui = portions.stream().anyMatch(p -> !p.cui().isEmpty());
    Set<String> all = RollUp.union(portions, Marking::controls);
    Set<String> kept = new LinkedHashSet<>(all);
    if (!classified) {
      caveats.giveWay(kept, cui, portions.stream().anyMatch(AtomicEnergy::isControlledNuclear));
    }
    kept.forEach(caveats::take);
    caveats.precedence(all);
    if (!classified && portions.stream().anyMatch(ReleaseRollUp::speaks)) {
      caveats.releaseApart();
    }
    return caveats.controls;
  }

  private void take(String control) {
    if (BY_RULE.contains(control)) {
      return;
    }
    if (classified && DROPPED.contains(control)) {
      if (control.equals("SBU_NF")) {
        explanation.step(RollUpRule.SBU_NOFORN, control);
        controls.add("NOFORN");
      } else {
        explanation.step(RollUpRule.DROPPED, control);
      }
    } else if (classified && control.equals("LES_NF")) {
      controls.addAll(UnclassifiedControls.inClassified(control));
      explanation.step(RollUpRule.KEPT, "LES, NOFORN");
    } else {
      controls.add(control);
      explanation.step(RollUpRule.KEPT, control);
    }
  }

  /** In an unclassified banner the weaker marking gives way (C16 H.8, H.9). */
  private void giveWay(Set<String> all, boolean cui, boolean nuclear) {
    if (cui && all.remove("SBU_NF")) {
      explanation.step(RollUpRule.SBU_NOFORN, "SBU_NF", BESIDE_CUI);
      controls.add("NOFORN");
      all.add("NOFORN");
    }
    for (String control : UnclassifiedControls.givingWay(all, cui, nuclear)) {
      all.remove(control);
      explanation.step(RollUpRule.GIVES_WAY, control, cui ? BESIDE_CUI : List.of());
    }
  }

  private void precedence(Set<String> all) {
    if (all.contains("ORCON")) {
      controls.add("ORCON");
    } else if (all.contains("ORCON_USGOV")) {
      controls.add("ORCON_USGOV");
    }
    if (all.contains("ORCON") && all.contains("ORCON_USGOV")) {
      explanation.step(RollUpRule.ORCON, "ORCON");
    }
    if (all.contains("NODIS") || all.contains("EXDIS")) {
      String kept = all.contains("NODIS") ? "NODIS" : "EXDIS";
      controls.add(kept);
      controls.add("NOFORN");
      explanation.step(RollUpRule.NODIS, kept);
    }
    stricter("SBU", "SBU_NF");
    stricter("LES", "LES_NF");
  }

  /** Of two words of one family the one that also says NOFORN stands. */
  private void stricter(String word, String noforn) {
    if (controls.contains(noforn)) {
      controls.remove(word);
    }
  }

  /** Beside any release marking SBU NOFORN is NOFORN, and SBU after it; so with LES. */
  private void releaseApart() {
    for (String word : List.of("SBU", "LES")) {
      if (controls.remove(word + "_NF")) {
        controls.add(word);
        controls.add("NOFORN");
        explanation.step(RollUpRule.NOFORN_APART, word + ", NOFORN");
      }
    }
  }
}
