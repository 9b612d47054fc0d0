package org.glasnost.marking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which controls of unclassified words give way to which, within a portion and in a banner (C16
 * H.8, H.9; 32 CFR 2002.20(a)(2)): FOUO to any other but release markings and to UCNI, SBU to NODIS
 * and EXDIS, both to CUI; beside NOFORN the markings SBU NOFORN and LES NOFORN are SBU and LES.
 */
public final class UnclassifiedControls {
  /** Those that say to whom words may go. */
  public static final Set<String> RELEASE =
      Set.of("NOFORN", "RELIDO", "REL_TO", "DISPLAY_ONLY", "EYES");

  /** Those of which CUI took the place; what SBU NOFORN says of release stays. */
  public static final Set<String> LEGACY = Set.of("FOUO", "SBU", "SBU_NF");

  /** Those that have a stricter form which also says NOFORN, such as {@code LES_NF}. */
  public static final List<String> WITH_NOFORN = List.of("SBU", "LES");

  private UnclassifiedControls() {}

  /**
   * Those of the controls that do not stand beside the others.
   *
   * @param cui whether the words are CUI
   * @param nuclear whether they are DCNI or UCNI
   */
  public static Set<String> givingWay(Set<String> controls, boolean cui, boolean nuclear) {
    Set<String> weaker = new LinkedHashSet<>();
    if (cui) {
      weaker.addAll(List.of("FOUO", "SBU"));
    }
    if (controls.contains("NODIS") || controls.contains("EXDIS")) {
      weaker.addAll(List.of("SBU", "SBU_NF"));
    }
    boolean other =
        controls.stream()
            .anyMatch(
                control ->
                    !control.equals("FOUO") && !RELEASE.contains(control) && isRegistered(control));
    if (other || nuclear) {
      weaker.add("FOUO");
    }
    weaker.retainAll(controls);
    return weaker;
  }

  /** What a control of unclassified words leaves in a classified marking; itself if it stays. */
  public static List<String> inClassified(String control) {
    return switch (control) {
      case "LES_NF" -> List.of("NOFORN", "LES");
      case "SBU_NF" -> List.of("NOFORN");
      default -> List.of(control);
    };
  }

  /** The controls of one marking as they stand together. */
  static Set<String> together(Set<String> controls, boolean cui, boolean nuclear) {
    Set<String> together = new LinkedHashSet<>(controls);
    if (cui && together.remove("SBU_NF")) {
      together.add("NOFORN");
    }
    together.removeAll(givingWay(together, cui, nuclear));
    for (String word : WITH_NOFORN) {
      if (together.contains("NOFORN") && together.remove(word + "_NF")) {
        together.add(word);
      }
      if (together.contains(word + "_NF")) {
        together.remove(word);
      }
    }
    return together;
  }

  private static boolean isRegistered(String control) {
    return MarkingRegister.cnsi().token(RegisterCategory.DISSEM, control) != null
        || MarkingRegister.cnsi().token(RegisterCategory.NON_IC, control) != null;
  }
}
