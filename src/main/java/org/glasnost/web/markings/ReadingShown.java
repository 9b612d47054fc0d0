package org.glasnost.web.markings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.declassification.GoverningOrder;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.Marking;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.PlacedReading;
import org.glasnost.reading.Reading;
import org.glasnost.reading.Stamp;
import org.glasnost.rule.Finding;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a reading says, laid out.
 *
 * @param text what stands there
 * @param level what it says of its level, in words
 * @param style the colour of the level
 * @param percent the confidence
 * @param review whether a person must look
 * @param facts what it says, a row each; what is absent has no row
 * @param repairs what was repaired
 * @param today today's form, or null where the rules leave it to a person
 * @param findings with their numbers
 */
record ReadingShown(
    String text,
    String level,
    String style,
    int percent,
    boolean review,
    List<Fact> facts,
    List<Repaired> repairs,
    @Nullable Today today,
    List<FindingShown> findings) {

  ReadingShown {
    facts = List.copyOf(facts);
    repairs = List.copyOf(repairs);
    findings = List.copyOf(findings);
  }

  /** A row. */
  record Fact(String name, String value) {}

  /** A word that was repaired. */
  record Repaired(String found, String readAs) {}

  /**
   * Today's form.
   *
   * @param ism the attributes by name, in ISM's order
   */
  record Today(
      String banner,
      String portion,
      String basis,
      List<String> unrepresented,
      List<Map.Entry<String, String>> ism) {

    static Today of(Canonical canonical) {
      return new Today(
          Signs.visible(canonical.banner()),
          Signs.visible(canonical.portion()),
          canonical.basis(),
          canonical.unrepresented().stream().map(Signs::visible).toList(),
          List.copyOf(canonical.ism().entrySet()));
    }
  }

  /**
   * Lays a reading out.
   *
   * @param first the number of its first finding on the page
   */
  static ReadingShown of(PlacedReading placed, int first) {
    Reading reading = placed.reading();
    List<FindingShown> findings = new ArrayList<>();
    List<Repaired> repairs = new ArrayList<>();
    for (Finding finding : reading.findings()) {
      findings.add(FindingShown.inText(finding, first + findings.size(), placed.from()));
      String found = finding.token();
      String readAs = finding.suggestion();
      if (Reading.isRepair(finding) && found != null && readAs != null) {
        repairs.add(new Repaired(Signs.visible(found), Signs.visible(readAs)));
      }
    }
    Canonical canonical = reading.canonical();
    return new ReadingShown(
        Signs.visible(reading.text()),
        level(reading.level()),
        style(reading.level()),
        (int) Math.floor(reading.confidence() * 100),
        reading.needsReview(),
        facts(reading),
        repairs,
        canonical == null ? null : Today.of(canonical),
        findings);
  }

  /** How many findings are errors. */
  public long errors() {
    return findings.stream().filter(finding -> finding.style().equals("error")).count();
  }

  private static String level(@Nullable StatedLevel level) {
    if (level == null) {
      return "For a person to say";
    }
    return switch (level) {
      case TOP_SECRET -> "TOP SECRET";
      case SECRET -> "SECRET";
      case CONFIDENTIAL -> "CONFIDENTIAL";
      case RESTRICTED -> "RESTRICTED";
      case UNCLASSIFIED -> "UNCLASSIFIED";
      case LOU -> "LIMITED OFFICIAL USE";
      case NONE -> "No level stated";
    };
  }

  private static String style(@Nullable StatedLevel level) {
    if (level == null) {
      return "chip-open";
    }
    return switch (level) {
      case TOP_SECRET -> "marking-ts";
      case SECRET -> "marking-s";
      case CONFIDENTIAL, RESTRICTED -> "marking-c";
      case UNCLASSIFIED, LOU -> "marking-u";
      case NONE -> "chip-none";
    };
  }

  private static List<Fact> facts(Reading reading) {
    Marking marking = reading.marking();
    List<Fact> facts = new ArrayList<>();
    list(facts, "Controls", marking.controls());
    list(facts, "Recipients", marking.recipients());
    list(facts, "Code words", marking.codewords());
    list(facts, "SCI", marking.sci());
    list(facts, "Special access programs", marking.sap());
    list(facts, "Atomic energy", marking.aea());
    list(facts, "Foreign government information", marking.fgi());
    list(facts, "Owner", marking.nonUs() == null ? List.of() : List.of(marking.nonUs()));
    list(facts, "Joint owners", marking.joint());
    list(facts, "Release to", marking.relTo());
    list(facts, "Display only to", marking.displayOnlyTo());
    list(facts, "CUI", marking.cui());
    list(facts, "Precedence (no marking)", reading.precedence());
    String instruction = reading.declassification().instruction();
    String words = reading.declassification().text();
    if (words != null) {
      facts.add(
          new Fact(
              "Declassification",
              Signs.visible(words)
                  + (instruction == null ? " (not read)" : " (" + plain(instruction) + ")")));
    }
    list(facts, "Stamps", reading.stamps().stream().map(ReadingShown::stamp).toList());
    list(facts, "Case numbers", reading.caseNumbers());
    if (reading.era() != null) {
      facts.add(new Fact("Order in force", GoverningOrder.valueOf(reading.era().name()).title()));
    }
    return facts;
  }

  private static String stamp(Stamp stamp) {
    String number = stamp.caseNumber();
    return Stream.of(
            Typed.words(stamp.kind()),
            stamp.authority(),
            number == null || stamp.item() == null ? number : number + " #" + stamp.item(),
            stamp.by() == null ? null : "by " + stamp.by(),
            stamp.on() == null ? null : String.valueOf(stamp.on()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private static void list(List<Fact> facts, String name, List<String> values) {
    if (!values.isEmpty()) {
      facts.add(new Fact(name, Signs.visible(plain(String.join(", ", values)))));
    }
  }

  private static String plain(String token) {
    return token.replace('_', ' ');
  }
}
