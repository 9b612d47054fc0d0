package org.glasnost.reading;

import static org.glasnost.reading.ReadingOracle.holds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Marking;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.marking.rollup.RolledUp;
import org.jspecify.annotations.Nullable;

/** What must hold of the roll-up of any texts whatever. */
final class RollUpOracle {
  private static final MarkingReader READER = Readers.marking();
  private static final RollingUpPortions ROLLING_UP = new RollingUpPortions(READER);

  private RollUpOracle() {}

  /**
   * Rolls texts up and looks at what came of it.
   *
   * @throws AssertionError if something does not hold
   */
  static void check(
      List<String> portions,
      @Nullable String banner,
      @Nullable LocalDate day,
      RollUp.Context context) {
    RolledUp all = ROLLING_UP.of(portions, banner, day, context);
    holds((all.banner() == null) == (all.marking() == null), "a banner says what it is made of");
    holds(all.equals(ROLLING_UP.of(portions, banner, day, context)), "twice the same");
    holds(all.banner() != null || !all.findings().isEmpty() || portions.isEmpty(), "open, and why");
    if (all.banner() != null) {
      readsBack(all.banner());
    }
    List<String> turned = new ArrayList<>(portions);
    Collections.reverse(turned);
    same(all, ROLLING_UP.of(turned, banner, day, context), "the order does not matter");
    turned.addAll(portions);
    same(all, ROLLING_UP.of(turned, banner, day, context), "a portion twice changes nothing");
    if (portions.size() > 1) {
      RolledUp fewer =
          ROLLING_UP.of(portions.subList(0, portions.size() - 1), banner, day, context);
      neverLowers(fewer, all);
    }
    for (String portion : portions) {
      alone(READER.read(portion, LineKind.PORTION, day).canonical());
    }
  }

  private static void readsBack(String banner) {
    Reading reading = READER.read(banner, LineKind.BANNER, null);
    holds(!reading.hasError(), "a banner keeps today's rules: " + banner + reading.findings());
    Canonical canonical = reading.canonical();
    holds(
        canonical == null || canonical.banner().equals(banner),
        "a banner is its own form of today: " + banner + " -> " + canonical);
  }

  private static void same(RolledUp one, RolledUp other, String law) {
    String a = String.valueOf(one.banner());
    String b = String.valueOf(other.banner());
    holds(a.equals(b), law + ": " + a + " and " + b);
  }

  /** One portion in its form of today rolls up to its banner of today. */
  private static void alone(@Nullable Canonical canonical) {
    if (canonical == null || canonical.banner().startsWith("//FGI ")) {
      // A concealed source is no owner that a banner of the roll-up could name.
      return;
    }
    RolledUp one = ROLLING_UP.of(List.of(canonical.portion()), null, null, RollUp.Context.OTHER);
    holds(
        canonical.banner().equals(one.banner()),
        "a portion alone gives its own banner: " + canonical + " gives " + one.banner());
  }

  private static void neverLowers(RolledUp fewer, RolledUp more) {
    Marking before = fewer.marking();
    Marking after = more.marking();
    if (before == null || after == null) {
      return;
    }
    String both = fewer.banner() + " then " + more.banner();
    holds(level(after).dominates(level(before)), "no lower level: " + both);
    holds(withoutNumbers(after.sci()).containsAll(withoutNumbers(before.sci())), "SCI: " + both);
    holds(
        before.sap().stream()
            .allMatch(
                program ->
                    after.sap().stream()
                        .anyMatch(
                            stays -> stays.equals(program) || stays.startsWith(program + "-"))),
        "a program stays, alone or in its compartment: " + both);
    // The level of a classified document protects more than UCNI does, and UCNI drops (C16 H.6).
    boolean protectedMore =
        level(after) != ClassificationLevel.UNCLASSIFIED
            && Set.of("DCNI", "UCNI").containsAll(before.aea());
    holds(
        before.aea().isEmpty() || !after.aea().isEmpty() || protectedMore,
        "atomic energy: " + both);
    holds(before.fgi().isEmpty() || !after.fgi().isEmpty(), "foreign sources: " + both);
    for (String kept :
        List.of("NOFORN", "ORCON", "NODIS", "LES", "SSI", "DSEN", "FISA", "PROPIN")) {
      holds(!before.has(kept) || after.has(kept), kept + " stays: " + both);
    }
    holds(
        !before.has("ORCON_USGOV") || after.has("ORCON_USGOV") || after.has("ORCON"),
        "ORCON-USGOV gives way to ORCON alone: " + both);
    holds(before.cui().isEmpty() || !after.cui().isEmpty(), "CUI stays: " + both);
    if (!before.relTo().isEmpty()) {
      Set<String> countries = SlowRollUp.expanded(before.relTo());
      holds(countries.containsAll(SlowRollUp.expanded(after.relTo())), "no wider list: " + both);
    }
  }

  private static ClassificationLevel level(Marking marking) {
    StatedLevel level = marking.level();
    return level == null
        ? ClassificationLevel.TOP_SECRET
        : level.protection().orElse(ClassificationLevel.CONFIDENTIAL);
  }

  /** The compartments of a system may be joined in one item: compared are the systems. */
  private static Set<String> withoutNumbers(List<String> sci) {
    Set<String> systems = new TreeSet<>();
    sci.forEach(item -> systems.add(item.split("[- ]", 2)[0]));
    return systems;
  }
}
