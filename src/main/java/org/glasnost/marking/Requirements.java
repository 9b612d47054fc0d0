package org.glasnost.marking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must stand beside what stands: ORCON beside SI-G, NOFORN beside HCS, NODIS and EXDIS, and
 * beside RD and FRD where no sharing agreement shows in a release list.
 *
 * <p>Sources: the column {@code requires} of the register; C16 H.4, H.6, H.9. What is added only
 * ever restricts.
 */
public final class Requirements {
  private static final String NATO = "NATO";
  private static final String CONCEALED = ForeignClassification.CONCEALED;

  private Requirements() {}

  /** The words of a marking that require others, each as the register has it. */
  public static List<RegisterEntry> entries(Marking marking) {
    List<RegisterEntry> entries = new ArrayList<>();
    for (String control : marking.sci()) {
      entries.addAll(sci(control));
    }
    for (String word : marking.aea()) {
      add(entries, RegisterCategory.AEA, word.split("-", 2)[0]);
    }
    for (String control : marking.controls()) {
      for (RegisterCategory category : Rendering.CONTROLS) {
        add(entries, category, control);
      }
    }
    return entries;
  }

  /**
   * The control system and each of its compartments that the register names: {@code HCS-O-P} is
   * HCS-O and HCS-P. A sub-compartment that has rules of its own stands in the register as {@code
   * HCS-P *}.
   */
  public static List<RegisterEntry> sci(String control) {
    if (control.indexOf('-') < 0 && control.indexOf(' ') < 0) {
      RegisterEntry system = MarkingRegister.cnsi().token(RegisterCategory.SCI, control);
      return system == null ? List.of() : List.of(system);
    }
    List<RegisterEntry> entries = new ArrayList<>();
    String[] pieces = control.split("-", -1);
    for (int i = 1; i < pieces.length; i++) {
      String compartment = pieces[0] + "-" + pieces[i].split(" ", 2)[0];
      add(entries, RegisterCategory.SCI, compartment);
      if (pieces[i].indexOf(' ') > 0) {
        add(entries, RegisterCategory.SCI, compartment + " *");
      }
    }
    if (entries.isEmpty()) {
      add(entries, RegisterCategory.SCI, pieces[0].split(" ", 2)[0]);
    }
    return entries;
  }

  /** The tokens that are required and do not stand. */
  public static Set<String> missing(Marking marking) {
    Set<String> missing = new LinkedHashSet<>();
    for (RegisterEntry entry : entries(marking)) {
      for (String token : entry.requires()) {
        boolean shared =
            entry.category() == RegisterCategory.AEA
                && token.equals("NOFORN")
                && (!marking.relTo().isEmpty() || marking.has("REL_TO"));
        if (!marking.has(token) && !shared) {
          missing.add(token);
        }
      }
    }
    if (!marking.joint().isEmpty()) {
      missing.remove("NOFORN");
    }
    return missing;
  }

  /**
   * Whether some requirement contradicts what stands: NOFORN beside a release, and what forbids a
   * release beside JOINT owners, to whom it is released.
   */
  public static boolean areContradicted(Marking marking) {
    boolean released =
        !marking.relTo().isEmpty() || !marking.displayOnlyTo().isEmpty() || marking.has("RELIDO");
    boolean withheldFromOwners =
        !marking.joint().isEmpty()
            && entries(marking).stream()
                .anyMatch(e -> e.requires().contains("NOFORN") && e.excludes().contains("REL_TO"));
    boolean bearsNoforn = marking.has("LES_NF") || marking.has("SBU_NF");
    return withheldFromOwners
        || (!marking.joint().isEmpty() && !marking.relTo().isEmpty() && marking.has("NOFORN"))
        || (bearsNoforn && (released || !marking.joint().isEmpty()))
        || (released && missing(marking).contains("NOFORN"));
  }

  /**
   * The sources of foreign government information that are required and do not stand: NATO beside
   * one of its controls in a marking that is not NATO's own (C16 H.7). A concealed source names
   * nobody, and so hides NATO too.
   */
  public static List<String> missingSources(Marking marking) {
    boolean named = marking.fgi().contains(NATO) || marking.fgi().contains(CONCEALED);
    boolean controlled =
        marking.controls().stream()
            .anyMatch(
                control ->
                    MarkingRegister.cnsi().token(RegisterCategory.NATO_CONTROL, control) != null);
    return marking.nonUs() == null && !named && controlled ? List.of(NATO) : List.of();
  }

  /** The marking with what is required. */
  public static Marking added(Marking marking) {
    Set<String> controls = new LinkedHashSet<>(marking.controls());
    controls.addAll(missing(marking));
    List<String> sources = missingSources(marking);
    Marking added = marking.withControls(List.copyOf(controls));
    return sources.isEmpty() ? added : added.withSources(sources(marking));
  }

  /** The sources of foreign government information with those that are required. */
  static List<String> sources(Marking marking) {
    List<String> missing = missingSources(marking);
    if (missing.isEmpty()) {
      return marking.fgi();
    }
    Set<String> sources = new TreeSet<>(Countries.OWNER_ORDER);
    sources.addAll(marking.fgi());
    sources.addAll(missing);
    return List.copyOf(sources);
  }

  private static void add(List<RegisterEntry> entries, RegisterCategory category, String token) {
    RegisterEntry entry = MarkingRegister.cnsi().token(category, token);
    if (entry != null) {
      entries.add(entry);
    }
  }
}
