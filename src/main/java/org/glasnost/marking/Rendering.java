package org.glasnost.marking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a marking in the syntax of the IC Markings System manual of 2016: banner, portion mark and
 * ISM attributes, every part in its order. Tokens that this syntax does not know are left out; who
 * renders says what was left out.
 *
 * <p>Source: C16 A.6, D.1; CUIH p35-38 for the place of CUI.
 */
public final class Rendering {
  private static final Comparator<String> NUMBERS_FIRST =
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

  /** ISM attributes by name; lists delimited by blanks. */
  public static Map<String, String> ism(Marking marking) {
    Map<String, String> ism = new LinkedHashMap<>();
    RegisterEntry level = level(marking);
    if (level != null) {
      put(ism, "classification", level.ism());
    }
    String nonUs = marking.nonUs();
    if (!marking.joint().isEmpty()) {
      put(ism, "ownerProducer", String.join(" ", marking.joint()));
      put(ism, "joint", "true");
    } else if (nonUs != null) {
      put(ism, "ownerProducer", nonUs.substring(0, Math.max(nonUs.indexOf(' '), 3)));
    } else {
      put(ism, "ownerProducer", "USA");
    }
    put(
        ism,
        "SCIcontrols",
        marking.sci().stream()
            .sorted(NUMBERS_FIRST)
            .map(control -> control.replace(' ', '-'))
            .collect(Collectors.joining(" ")));
    put(ism, "SARIdentifier", String.join(" ", new TreeSet<>(marking.sap())).replace("- ", " "));
    put(ism, "atomicEnergyMarkings", String.join(" ", aea(marking, true)));
    if (marking.fgi().equals(List.of("FGI"))) {
      put(ism, "FGIsourceProtected", "FGI");
    } else {
      put(ism, "FGIsourceOpen", String.join(" ", sources(marking)));
    }
    List<String> dissem = new ArrayList<>();
    for (RegisterEntry entry : controls(marking, RegisterCategory.DISSEM)) {
      String code = entry.ism();
      if (code != null) {
        dissem.add(code);
      }
    }
    if (!marking.relTo().isEmpty()) {
      dissem.add("REL");
    }
    if (!marking.displayOnlyTo().isEmpty()) {
      dissem.add("DISPLAYONLY");
    }
    put(ism, "disseminationControls", String.join(" ", dissem));
    put(ism, "displayOnlyTo", String.join(" ", released(marking.displayOnlyTo())));
    put(ism, "releasableTo", String.join(" ", released(marking.relTo())));
    put(
        ism,
        "nonICmarkings",
        controls(marking, RegisterCategory.NON_IC).stream()
            .map(RegisterEntry::ism)
            .collect(Collectors.joining(" ")));
    return ism;
  }

  private static void put(Map<String, String> ism, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      ism.put(name, value);
    }
  }

  private static @Nullable RegisterEntry level(Marking marking) {
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
    boolean pureCui =
        portion
            && !marking.cui().isEmpty()
            && marking.level() == StatedLevel.UNCLASSIFIED
            && marking.aea().isEmpty();
    if (!marking.joint().isEmpty()) {
      parts.add("//JOINT " + shown + " " + String.join(" ", new TreeSet<>(marking.joint())));
    } else if (nonUs != null) {
      parts.add("//" + owner(nonUs, shown, portion));
    } else if (!pureCui) {
      parts.add(shown);
    }
    add(parts, sorted(marking.sci()), "/");
    if (!marking.sap().isEmpty()) {
      parts.add("SAR-" + String.join("/", sorted(marking.sap())));
    }
    add(parts, aea(marking, portion), "/");
    if (!marking.fgi().isEmpty()) {
      parts.add(
          marking.fgi().contains("FGI") ? "FGI" : "FGI " + String.join(" ", sources(marking)));
    }
    cui(parts, marking);
    List<String> dissem = new ArrayList<>();
    for (RegisterEntry entry : dissemination(marking)) {
      dissem.add(
          switch (entry.token()) {
            case "REL_TO" -> "REL TO " + String.join(", ", released(marking.relTo()));
            case "DISPLAY_ONLY" ->
                "DISPLAY ONLY " + String.join(", ", released(marking.displayOnlyTo()));
            default -> portion ? entry.portionForm() : entry.banner();
          });
    }
    add(parts, dissem, "/");
    add(
        parts,
        controls(marking, RegisterCategory.NON_IC).stream()
            .map(entry -> portion ? entry.portionForm() : entry.banner())
            .toList(),
        "/");
    return String.join("//", parts);
  }

  private static String owner(String nonUs, String shown, boolean portion) {
    RegisterEntry nato = MarkingRegister.cnsi().form(RegisterCategory.NATO, nonUs);
    if (nato != null) {
      return portion ? nato.portionForm() : nato.banner();
    }
    return nonUs.substring(0, Math.max(nonUs.indexOf(' '), 0)) + " " + shown;
  }

  private static void cui(List<String> parts, Marking marking) {
    if (marking.cui().isEmpty()) {
      return;
    }
    List<String> categories = new ArrayList<>(new TreeSet<>(marking.cui()));
    categories.remove("CUI");
    parts.add("CUI");
    categories.sort(
        Comparator.<String>comparingInt(word -> word.startsWith("SP-") ? 0 : 1)
            .thenComparing(Comparator.naturalOrder()));
    add(parts, categories, "/");
  }

  private static List<RegisterEntry> dissemination(Marking marking) {
    List<RegisterEntry> entries = new ArrayList<>(controls(marking, RegisterCategory.DISSEM));
    if (!marking.relTo().isEmpty()) {
      entries.add(known("REL_TO"));
    }
    if (!marking.displayOnlyTo().isEmpty()) {
      entries.add(known("DISPLAY_ONLY"));
    }
    entries.sort(Comparator.comparingInt(RegisterEntry::rank));
    return entries;
  }

  private static RegisterEntry known(String token) {
    RegisterEntry entry = MarkingRegister.cnsi().token(RegisterCategory.DISSEM, token);
    if (entry == null) {
      throw new IllegalArgumentException("the register lacks " + token);
    }
    return entry;
  }

  private static List<RegisterEntry> controls(Marking marking, RegisterCategory category) {
    List<RegisterEntry> entries = new ArrayList<>();
    for (String control : marking.controls()) {
      RegisterEntry entry = MarkingRegister.cnsi().token(category, control);
      if (entry != null) {
        entries.add(entry);
      }
    }
    entries.sort(Comparator.comparingInt(RegisterEntry::rank));
    return entries;
  }

  private static List<String> aea(Marking marking, boolean portion) {
    return marking.aea().stream()
        .sorted(
            Comparator.comparingInt(
                word -> {
                  RegisterEntry entry =
                      MarkingRegister.cnsi().token(RegisterCategory.AEA, word.split("-", 2)[0]);
                  return entry == null ? 0 : entry.rank();
                }))
        .map(word -> portion ? word.replace("SIGMA ", "SG ") : word)
        .toList();
  }

  private static List<String> sources(Marking marking) {
    return marking.fgi().stream().sorted(Countries.RELEASE_ORDER).toList();
  }

  private static List<String> released(List<String> list) {
    return list.stream().distinct().sorted(Countries.RELEASE_ORDER).toList();
  }

  private static List<String> sorted(List<String> words) {
    return words.stream().sorted(NUMBERS_FIRST).toList();
  }

  private static void add(List<String> parts, List<String> words, String between) {
    if (!words.isEmpty()) {
      parts.add(String.join(between, words));
    }
  }
}
