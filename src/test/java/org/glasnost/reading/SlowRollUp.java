package org.glasnost.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glasnost.marking.Marking;
import org.glasnost.marking.StatedLevel;

/**
 * A second evaluator of roll-ups, slow and obvious: it asks, for each thing that a banner may say,
 * whether the table of C16 D.2 lets it. Written from the table and not from the product's code;
 * shares with it only the values. Knows the portions of documents of which one at least is a U.S.
 * portion, of the levels of today.
 */
final class SlowRollUp {
  private static final List<StatedLevel> LEVELS =
      List.of(
          StatedLevel.UNCLASSIFIED,
          StatedLevel.CONFIDENTIAL,
          StatedLevel.SECRET,
          StatedLevel.TOP_SECRET);
  private static final Set<String> FVEY = Set.of("AUS", "CAN", "GBR", "NZL", "USA");
  private static final Set<String> TEYE = Set.of("AUS", "GBR", "USA");
  private static final Set<String> NATO = Set.of("ATOMAL", "BOHEMIA", "BALK");
  private static final Set<String> NUCLEAR = Set.of("DCNI", "UCNI");
  private static final Set<String> ACGU = Set.of("AUS", "CAN", "GBR", "USA");

  /**
   * What a banner says, as sets.
   *
   * @param level its level
   * @param readIns SCI, SAP and atomic energy words
   * @param controls controls but for release lists
   * @param releasedTo countries, groups expanded; empty = no list
   * @param displayedTo countries to which it is only displayed
   * @param sources of foreign government information; FGI alone where one is concealed
   * @param cui its categories; CUI alone where none is named
   */
  record Banner(
      StatedLevel level,
      Set<String> readIns,
      Set<String> controls,
      Set<String> releasedTo,
      Set<String> displayedTo,
      Set<String> sources,
      Set<String> cui) {}

  private SlowRollUp() {}

  static Banner of(List<Marking> portions) {
    StatedLevel level = StatedLevel.UNCLASSIFIED;
    Set<String> readIns = new TreeSet<>();
    for (Marking portion : portions) {
      StatedLevel own = level(portion);
      if (LEVELS.indexOf(own) > LEVELS.indexOf(level)) {
        level = own;
      }
      readIns.addAll(portion.sci());
      portion.sap().forEach(program -> readIns.add("SAR-" + program));
    }
    readIns.addAll(atomic(portions));
    boolean classified = level != StatedLevel.UNCLASSIFIED;
    if (!classified) {
      portions.forEach(p -> p.aea().stream().filter(NUCLEAR::contains).forEach(readIns::add));
    }
    Set<String> controls = new TreeSet<>();
    for (String word :
        List.of(
            "RSEN", "FOUO", "IMCON", "PROPIN", "DSEN", "FISA", "SBU", "LES", "SSI", "ATOMAL",
            "BOHEMIA", "BALK")) {
      boolean dropped = classified && Set.of("FOUO", "SBU").contains(word);
      if (any(portions, word) && !dropped) {
        controls.add(word);
      }
    }
    if (any(portions, "ORCON")) {
      controls.add("ORCON");
    } else if (any(portions, "ORCON_USGOV")) {
      controls.add("ORCON_USGOV");
    }
    if (any(portions, "NODIS")) {
      controls.add("NODIS");
    } else if (any(portions, "EXDIS")) {
      controls.add("EXDIS");
    }
    boolean sbuNoforn = any(portions, "SBU_NF");
    boolean controlled = portions.stream().anyMatch(p -> !p.cui().isEmpty());
    boolean apart = classified || controlled || portions.stream().anyMatch(SlowRollUp::says);
    if (sbuNoforn && !classified) {
      controls.remove("SBU");
      controls.add(apart ? "SBU" : "SBU_NF");
    }
    if (!classified && (any(portions, "NODIS") || any(portions, "EXDIS"))) {
      controls.removeAll(Set.of("SBU", "SBU_NF"));
    }
    if (!classified && controlled) {
      controls.removeAll(Set.of("FOUO", "SBU"));
    }
    if (!classified
        && (!Set.of("FOUO").containsAll(controls)
            || readIns.stream().anyMatch(NUCLEAR::contains))) {
      controls.remove("FOUO");
    }
    return release(level, readIns, controls, portions, sbuNoforn && apart);
  }

  private static Banner release(
      StatedLevel level,
      Set<String> readIns,
      Set<String> controls,
      List<Marking> portions,
      boolean noforn) {
    List<Marking> asked =
        portions.stream().filter(p -> level(p) != StatedLevel.UNCLASSIFIED || says(p)).toList();
    if (asked.stream().anyMatch(SlowRollUp::says)) {
      asked =
          Stream.concat(
                  asked.stream(),
                  portions.stream()
                      .filter(p -> p.level() == StatedLevel.UNCLASSIFIED && !says(p))
                      .filter(p -> p.has("FISA") || p.has("PROPIN"))
                      .map(p -> p.withControls(List.of("RELIDO"))))
              .toList();
    }
    List<Marking> all = asked;
    boolean forbidden =
        noforn || any(portions, "NOFORN") || any(portions, "NODIS") || any(portions, "EXDIS");
    boolean anySays = all.stream().anyMatch(SlowRollUp::says);
    boolean allSay = all.stream().allMatch(SlowRollUp::says);
    if (!forbidden && !anySays) {
      return new Banner(
          level, readIns, controls, Set.of(), Set.of(), sources(portions), cui(portions));
    }
    Set<String> released = new TreeSet<>();
    Set<String> displayed = new TreeSet<>();
    if (!forbidden && allSay) {
      for (String country : countries(all)) {
        boolean toAll = all.stream().allMatch(p -> released(p).contains(country));
        boolean shownToAll =
            all.stream().allMatch(p -> released(p).contains(country) || shown(p).contains(country));
        if (toAll) {
          released.add(country);
        } else if (shownToAll && !country.equals("USA")) {
          displayed.add(country);
        }
      }
      boolean orcon = controls.contains("ORCON") || controls.contains("ORCON_USGOV");
      if (all.stream().allMatch(p -> p.has("RELIDO")) && !orcon) {
        controls.add("RELIDO");
      }
    }
    if (released.size() <= 1) {
      released.clear();
    }
    boolean nuclear = portions.stream().anyMatch(p -> p.aea().stream().anyMatch(NUCLEAR::contains));
    if (nuclear && level != StatedLevel.UNCLASSIFIED) {
      released.clear();
      displayed.clear();
      controls.remove("RELIDO");
    }
    if (released.isEmpty() && displayed.isEmpty() && !controls.contains("RELIDO")) {
      controls.add("NOFORN");
    }
    return new Banner(
        level, readIns, controls, released, displayed, sources(portions), cui(portions));
  }

  /** RESTRICTED of another owner is no level of ours; it is protected as Confidential. */
  private static StatedLevel level(Marking portion) {
    StatedLevel level = Objects.requireNonNull(portion.level());
    return level == StatedLevel.NONE && portion.nonUs() != null ? StatedLevel.CONFIDENTIAL : level;
  }

  /** Whose information it is beside that of the U.S.; whoever conceals one conceals all. */
  private static Set<String> sources(List<Marking> portions) {
    Set<String> sources = new TreeSet<>();
    for (Marking portion : portions) {
      sources.addAll(portion.fgi());
      sources.addAll(portion.joint());
      if (portion.nonUs() == null && portion.controls().stream().anyMatch(NATO::contains)) {
        sources.add("NATO");
      }
      String owned = portion.nonUs();
      if (owned != null) {
        String owner = owned.substring(0, owned.indexOf(' '));
        sources.add(owner.equals("COSMIC") ? "NATO" : owner);
      }
    }
    sources.remove("USA");
    return sources.contains("FGI") ? Set.of("FGI") : sources;
  }

  private static Set<String> cui(List<Marking> portions) {
    Set<String> all = new TreeSet<>();
    portions.forEach(portion -> all.addAll(portion.cui()));
    if (all.size() > 1) {
      all.remove("CUI");
    }
    return all;
  }

  private static List<String> atomic(List<Marking> portions) {
    for (String word : List.of("RD", "FRD", "TFNI")) {
      Set<Integer> sigma = new TreeSet<>();
      boolean design = false;
      boolean stands = false;
      for (Marking portion : portions) {
        for (String written : portion.aea()) {
          stands |= written.equals(word) || written.startsWith(word + "-");
          design |= written.startsWith("RD-CNWDI");
          if (written.contains("SIGMA")) {
            for (String number : written.substring(written.indexOf("SIGMA") + 6).split(" ", -1)) {
              sigma.add(Integer.valueOf(number));
            }
          }
        }
      }
      if (stands) {
        String whole = word + (design && word.equals("RD") ? "-CNWDI" : "");
        List<String> numbers = new ArrayList<>();
        sigma.forEach(number -> numbers.add(number.toString()));
        return List.of(
            sigma.isEmpty() || word.equals("TFNI")
                ? whole
                : whole + "-SIGMA " + String.join(" ", numbers));
      }
    }
    return List.of();
  }

  private static boolean any(List<Marking> portions, String word) {
    return portions.stream().anyMatch(p -> p.has(word));
  }

  private static boolean says(Marking portion) {
    return portion.has("NOFORN")
        || portion.has("RELIDO")
        || !portion.relTo().isEmpty()
        || !portion.displayOnlyTo().isEmpty()
        || !portion.joint().isEmpty();
  }

  private static Set<String> countries(List<Marking> portions) {
    Set<String> all = new TreeSet<>();
    portions.forEach(p -> Stream.concat(released(p).stream(), shown(p).stream()).forEach(all::add));
    return all;
  }

  /** What is of joint owners may go to each of them. */
  private static Set<String> released(Marking portion) {
    Set<String> countries = expanded(portion.relTo());
    countries.addAll(portion.joint());
    return countries;
  }

  private static Set<String> shown(Marking portion) {
    return expanded(portion.displayOnlyTo());
  }

  static Set<String> expanded(List<String> codes) {
    Set<String> all = new HashSet<>();
    for (String code : codes) {
      switch (code) {
        case "FVEY" -> all.addAll(FVEY);
        case "ACGU" -> all.addAll(ACGU);
        case "TEYE" -> all.addAll(TEYE);
        default -> all.add(code);
      }
    }
    return all;
  }
}
