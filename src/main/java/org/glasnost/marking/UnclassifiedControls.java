package org.glasnost.marking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which controls of unclassified words give way to which, within a portion and in a banner (C16
 * H.8, H.9): FOUO to any other but release markings, SBU to NODIS and EXDIS; beside NOFORN the
 * markings SBU NOFORN and LES NOFORN are SBU and LES.
 */
public final class UnclassifiedControls {
  /** Those that say to whom words may go. */
  public static final Set<String> RELEASE =
      Set.of("NOFORN", "RELIDO", "REL_TO", "DISPLAY_ONLY", "EYES");

  private UnclassifiedControls() {}

  /** Those of the controls that do not stand beside the others. */
  public static Set<String> givingWay(Set<String> controls) {
    Set<String> weaker = new LinkedHashSet<>();
    if (controls.contains("NODIS") || controls.contains("EXDIS")) {
      weaker.addAll(List.of("SBU", "SBU_NF"));
    }
    boolean other =
        controls.stream()
            .anyMatch(
                control ->
                    !control.equals("FOUO") && !RELEASE.contains(control) && isRegistered(control));
    if (other) {
      weaker.add("FOUO");
    }
    weaker.retainAll(controls);
    return weaker;
  }

  /** The controls of one marking as they stand together. */
  static Set<String> together(Set<String> controls) {
    Set<String> together = new LinkedHashSet<>(controls);
    together.removeAll(givingWay(controls));
    for (String word : List.of("SBU", "LES")) {
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
