package org.glasnost.marking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A marking as attributes of the intelligence community's Information Security Marking metadata
 * (ODNI ISM), in the order in which its schema names them; lists are delimited by blanks.
 *
 * <p>Source: ODNI's public vocabularies (CVE). What they have no value for is left out; who renders
 * says what was left out.
 */
public final class IsmAttributes {
  private static final String SPECIFIED = "SP-";

  private IsmAttributes() {}

  /** The attributes by name. */
  public static Map<String, String> of(Marking marking) {
    Map<String, String> ism = new LinkedHashMap<>();
    RegisterEntry level = Rendering.level(marking);
    if (level != null) {
      put(ism, "classification", level.ism());
    }
    String nonUs = marking.nonUs();
    if (!marking.joint().isEmpty()) {
      put(ism, "ownerProducer", String.join(" ", Rendering.owners(marking)));
      put(ism, "joint", "true");
    } else if (nonUs != null) {
      put(ism, "ownerProducer", String.join(" ", ForeignClassification.of(nonUs).owners()));
    } else {
      put(ism, "ownerProducer", "USA");
    }
    put(ism, "SCIcontrols", String.join(" ", paths(marking.sci())));
    put(
        ism,
        "SARIdentifier",
        String.join(" ", paths(marking.sap().stream().map(IsmAttributes::named).toList())));
    put(ism, "atomicEnergyMarkings", String.join(" ", atomic(marking)));
    if (marking.fgi().contains("FGI")) {
      put(ism, "FGIsourceProtected", "FGI");
    } else {
      put(ism, "FGIsourceOpen", String.join(" ", Rendering.sources(marking)));
    }
    put(ism, "disseminationControls", String.join(" ", dissemination(marking)));
    put(ism, "displayOnlyTo", String.join(" ", Rendering.released(marking.displayOnlyTo())));
    put(ism, "releasableTo", String.join(" ", Rendering.released(marking.relTo())));
    put(ism, "nonICmarkings", codes(marking, RegisterCategory.NON_IC));
    put(ism, "nonUSControls", codes(marking, RegisterCategory.NATO_CONTROL));
    put(ism, "cuiBasic", categories(marking, false));
    put(ism, "cuiSpecified", categories(marking, true));
    return ism;
  }

  private static void put(Map<String, String> ism, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      ism.put(name, value);
    }
  }

  private static String codes(Marking marking, RegisterCategory category) {
    List<String> codes = new ArrayList<>();
    for (RegisterEntry entry : Rendering.controls(marking, category)) {
      String code = entry.ism();
      if (code != null) {
        codes.add(code);
      }
    }
    return String.join(" ", codes);
  }

  private static List<String> dissemination(Marking marking) {
    List<String> codes = new ArrayList<>();
    for (RegisterEntry entry : Rendering.dissemination(marking)) {
      String code = entry.ism();
      if (code != null) {
        codes.add(code);
      }
    }
    return codes;
  }

  private static String categories(Marking marking, boolean specified) {
    Set<String> categories = new TreeSet<>();
    for (String category : marking.cui()) {
      if (!category.equals("CUI") && category.startsWith(SPECIFIED) == specified) {
        categories.add(specified ? category.substring(SPECIFIED.length()) : category);
      }
    }
    return String.join(" ", categories);
  }

  /** A program's nickname is one word: its blanks are underscores. */
  private static String named(String program) {
    int end = program.indexOf('-');
    String nickname = end < 0 ? program : program.substring(0, end);
    return nickname.replace(' ', '_') + program.substring(nickname.length());
  }

  /** One value for each path of a control system or program down to its last compartment. */
  private static Set<String> paths(List<String> controls) {
    Set<String> values = new TreeSet<>(Rendering.NUMBERS_FIRST);
    for (String control : controls) {
      String[] pieces = control.split("-", -1);
      if (pieces.length == 1) {
        values.add(control.replace(' ', '-'));
      }
      for (int i = 1; i < pieces.length; i++) {
        String[] names = pieces[i].split(" ", -1);
        String compartment = pieces[0] + "-" + names[0];
        if (names.length == 1) {
          values.add(compartment);
        }
        for (int j = 1; j < names.length; j++) {
          values.add(compartment + "-" + names[j]);
        }
      }
    }
    return values;
  }

  /** {@code RD-CNWDI-SIGMA 14 18} is {@code RD-CNWDI RD-SG-14 RD-SG-18}. */
  private static List<String> atomic(Marking marking) {
    List<String> values = new ArrayList<>();
    for (String word : Rendering.aea(marking)) {
      int at = word.indexOf("-SIGMA ");
      if (at < 0) {
        values.add(word);
        continue;
      }
      if (word.substring(0, at).contains("CNWDI")) {
        values.add(word.substring(0, at));
      }
      String base = word.split("-", 2)[0];
      for (String number : word.substring(at + "-SIGMA ".length()).split(" ", -1)) {
        values.add(base + "-SG-" + number);
      }
    }
    return values;
  }
}
