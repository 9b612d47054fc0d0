package org.glasnost.marking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a marking in the syntax of the IC Markings System manual of 2016: banner and portion mark,
 * every part in its order. Tokens that this syntax does not know are left out; who renders says
 * what was left out.
 *
 * <p>Source: C16 A.6, D.1; CUIH p35-38 for the place of CUI.
 */
public final class Rendering {
  /** The categories of today's register whose tokens stand among a marking's controls. */
  public static final List<RegisterCategory> CONTROLS =
      List.of(RegisterCategory.DISSEM, RegisterCategory.NON_IC, RegisterCategory.NATO_CONTROL);

  /** Numbers before letters, then as characters go. */
  public static final Comparator<String> NUMBERS_FIRST =
      Comparator.<String>comparingInt(word -> Character.isDigit(word.charAt(0)) ? 0 : 1)
          .thenComparing(Comparator.naturalOrder());

  private Rendering() {}

  /** The banner line, such as {@code SECRET//SI//NOFORN}. */
  public static String banner(Marking marking) {
    return line(marking, false);
  }

  /** The portion mark with its parentheses, such as {@code (S//SI//NF)}. */
  public static String portion(Marking marking) {
    return "(" + line(marking, true) + ")";
  }

  static @Nullable RegisterEntry level(Marking marking) {
    StatedLevel level = marking.level();
    return level == null
        ? null
        : MarkingRegister.cnsi().token(RegisterCategory.LEVEL, level.name());
  }

  private static String line(Marking marking, boolean portion) {
    List<String> parts = new ArrayList<>();
    RegisterEntry level = level(marking);
    String shown = level == null ? "" : portion ? level.portionForm() : level.banner();
    String nonUs = marking.nonUs();
    boolean conceals = !portion && level != null && isConcealed(nonUs);
    boolean pureCui =
        !marking.cui().isEmpty()
            && marking.level() == StatedLevel.UNCLASSIFIED
            && marking.sci().isEmpty()
            && marking.sap().isEmpty()
            && marking.aea().isEmpty()
            && marking.fgi().isEmpty()
            && controls(marking, RegisterCategory.NATO_CONTROL).isEmpty();
    if (!marking.joint().isEmpty()) {
      parts.add("//JOINT " + shown + " " + String.join(" ", owners(marking)));
    } else if (nonUs != null && !conceals) {
      parts.add("//" + owner(nonUs, shown, portion));
    } else if (!pureCui) {
      parts.add(shown);
    }
    List<String> sci = new ArrayList<>(SciControls.union(marking.sci()));
    List<String> aea =
        new ArrayList<>(
            aea(marking).stream()
                .map(word -> portion ? portionForm(word) : bannerForm(word))
                .toList());
    List<RegisterEntry> nato = controls(marking, RegisterCategory.NATO_CONTROL);
    if (nonUs != null && !conceals) {
      add(parts, words(nato, portion));
    } else {
      nato.forEach(entry -> (isAtomal(entry) ? aea : sci).add(entry.banner()));
    }
    add(parts, sci);
    if (!marking.sap().isEmpty()) {
      parts.add("SAR-" + String.join("/", SciControls.union(marking.sap())));
    }
    add(parts, aea);
    boolean told = !conceals && isConcealed(nonUs);
    if (!marking.fgi().isEmpty() && !told) {
      parts.add(
          marking.fgi().contains("FGI") ? "FGI" : "FGI " + String.join(" ", sources(marking)));
    }
    cui(parts, marking);
    List<RegisterEntry> limits = new ArrayList<>(dissemination(marking));
    if (pureCui) {
      limits.sort(Comparator.comparing(RegisterEntry::banner));
    }
    List<String> dissem = new ArrayList<>();
    for (RegisterEntry entry : limits) {
      dissem.add(
          switch (entry.token()) {
            case "REL_TO" -> "REL TO " + String.join(", ", released(marking.relTo()));
            case "DISPLAY_ONLY" ->
                "DISPLAY ONLY " + String.join(", ", released(marking.displayOnlyTo()));
            default -> portion ? entry.portionForm() : entry.banner();
          });
    }
    add(parts, dissem);
    add(parts, words(controls(marking, RegisterCategory.NON_IC), portion));
    return String.join("//", parts);
  }

  /** A source that is not to be named owns no banner: it is one of a U.S. banner (C16 H.7). */
  private static boolean isConcealed(@Nullable String nonUs) {
    return nonUs != null && ForeignClassification.of(nonUs).isConcealed();
  }

  private static List<String> words(List<RegisterEntry> entries, boolean portion) {
    return entries.stream().map(entry -> portion ? entry.portionForm() : entry.banner()).toList();
  }

  private static String owner(String nonUs, String shown, boolean portion) {
    RegisterEntry nato = MarkingRegister.cnsi().form(RegisterCategory.NATO, nonUs);
    if (nato != null) {
      return portion ? nato.portionForm() : nato.banner();
    }
    ForeignClassification foreign = ForeignClassification.of(nonUs);
    String level = foreign.level().equals("RESTRICTED") ? (portion ? "R" : "RESTRICTED") : shown;
    return String.join(" ", foreign.owners()) + " " + level;
  }

  /** ATOMAL follows the atomic energy markings, BOHEMIA and BALK the control systems (C16 H.7). */
  private static boolean isAtomal(RegisterEntry control) {
    return control.token().equals("ATOMAL");
  }

  private static String portionForm(String atomic) {
    RegisterEntry entry = MarkingRegister.cnsi().token(RegisterCategory.AEA, atomic);
    return entry == null ? atomic.replace("SIGMA ", "SG ") : entry.portionForm();
  }

  private static String bannerForm(String atomic) {
    RegisterEntry entry = MarkingRegister.cnsi().token(RegisterCategory.AEA, atomic);
    return entry == null ? atomic : entry.banner();
  }

  static List<String> owners(Marking marking) {
    return marking.joint().stream().distinct().sorted(Countries.OWNER_ORDER).toList();
  }

  private static void cui(List<String> parts, Marking marking) {
    if (marking.cui().isEmpty()) {
      return;
    }
    List<String> categories = new ArrayList<>(new TreeSet<>(marking.cui()));
    categories.remove("CUI");
    parts.add("CUI");
    categories.sort(CUI_ORDER);
    add(parts, categories);
  }

  /** Specified categories before basic ones, each alphabetically. */
  public static final Comparator<String> CUI_ORDER =
      Comparator.<String>comparingInt(word -> word.startsWith("SP-") ? 0 : 1)
          .thenComparing(Comparator.naturalOrder());

  static List<RegisterEntry> dissemination(Marking marking) {
    List<RegisterEntry> entries = new ArrayList<>(controls(marking, RegisterCategory.DISSEM));
    if (!marking.relTo().isEmpty()) {
      entries.add(known("REL_TO"));
    }
    if (!marking.displayOnlyTo().isEmpty()) {
      entries.add(known("DISPLAY_ONLY"));
    }
    entries.sort(Comparator.comparingInt(RegisterEntry::rank));
    for (String control : marking.controls()) {
      RegisterEntry limited = MarkingRegister.cui().token(RegisterCategory.CUI_DISSEM, control);
      if (limited != null) {
        entries.add(limited);
      }
    }
    return entries;
  }

  private static RegisterEntry known(String token) {
    RegisterEntry entry = MarkingRegister.cnsi().token(RegisterCategory.DISSEM, token);
    if (entry == null) {
      throw new IllegalArgumentException("the register lacks " + token);
    }
    return entry;
  }

  static List<RegisterEntry> controls(Marking marking, RegisterCategory category) {
    List<RegisterEntry> entries = new ArrayList<>();
    for (String control : marking.controls()) {
      RegisterEntry entry = MarkingRegister.cnsi().token(category, control);
      boolean list = control.equals("REL_TO") || control.equals("DISPLAY_ONLY");
      if (entry != null && !list) {
        entries.add(entry);
      }
    }
    entries.sort(Comparator.comparingInt(RegisterEntry::rank));
    return entries;
  }

  /** Atomic energy markings in their order. */
  static List<String> aea(Marking marking) {
    return marking.aea().stream()
        .sorted(
            Comparator.comparingInt(
                word -> {
                  RegisterEntry entry =
                      MarkingRegister.cnsi().token(RegisterCategory.AEA, word.split("-", 2)[0]);
                  return entry == null ? 0 : entry.rank();
                }))
        .toList();
  }

  static List<String> sources(Marking marking) {
    return marking.fgi().stream().sorted(Countries.RELEASE_ORDER).toList();
  }

  static List<String> released(List<String> list) {
    return list.stream().distinct().sorted(Countries.RELEASE_ORDER).toList();
  }

  private static void add(List<String> parts, List<String> words) {
    if (!words.isEmpty()) {
      parts.add(String.join("/", words));
    }
  }
}
