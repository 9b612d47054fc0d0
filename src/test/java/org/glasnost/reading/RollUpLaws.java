package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Marking;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.marking.rollup.RolledUp;

/** What holds of every roll-up, and that the slow second evaluator agrees. */
class RollUpLaws {
  private static final MarkingReader READER = Readers.marking();
  private static final RollingUpPortions ROLLING_UP = new RollingUpPortions(READER);

  @Property(tries = 500)
  void theSlowEvaluatorAgrees(
      @ForAll("lists") @Size(min = 1, max = 5) List<String> some,
      @ForAll("foreign") @Size(max = 3) List<String> foreign) {
    List<String> portions = new ArrayList<>(some);
    portions.addAll(foreign);
    Marking banner = Objects.requireNonNull(rollUp(portions).marking());
    SlowRollUp.Banner slow = SlowRollUp.of(portions.stream().map(RollUpLaws::read).toList());

    assertThat(banner.level()).isEqualTo(slow.level());
    Set<String> readIns = new TreeSet<>(banner.sci());
    banner.sap().forEach(program -> readIns.add("SAR-" + program));
    readIns.addAll(banner.aea());
    assertThat(readIns).isEqualTo(slow.readIns());
    assertThat(new TreeSet<>(banner.controls())).isEqualTo(slow.controls());
    assertThat(new TreeSet<>(SlowRollUp.expanded(banner.relTo()))).isEqualTo(slow.releasedTo());
    assertThat(new TreeSet<>(SlowRollUp.expanded(banner.displayOnlyTo())))
        .isEqualTo(slow.displayedTo());
    assertThat(new TreeSet<>(banner.fgi())).isEqualTo(slow.sources());
    assertThat(new TreeSet<>(banner.cui())).isEqualTo(slow.cui());
  }

  @Property(tries = 300)
  void theOrderOfPortionsDoesNotMatter(
      @ForAll("lists") @Size(min = 1, max = 5) List<String> portions) {
    List<String> other = new ArrayList<>(portions);
    Collections.reverse(other);

    assertThat(rollUp(other).banner()).isEqualTo(rollUp(portions).banner());
  }

  @Property(tries = 300)
  void aPortionTwiceChangesNothing(@ForAll("lists") @Size(min = 1, max = 4) List<String> portions) {
    List<String> twice = new ArrayList<>(portions);
    twice.addAll(portions);

    assertThat(rollUp(twice).banner()).isEqualTo(rollUp(portions).banner());
  }

  @Property(tries = 300)
  void partsRolledUpFirstGiveTheSame(
      @ForAll("classifiedLists") @Size(min = 1, max = 3) List<String> some,
      @ForAll("classifiedLists") @Size(min = 1, max = 3) List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    List<Marking> parts =
        List.of(
            Objects.requireNonNull(rollUp(some).marking()),
            Objects.requireNonNull(rollUp(others).marking()));

    assertThat(RollUp.of(parts, RollUp.Inherited.NOTHING, null, RollUp.Context.OTHER).banner())
        .isEqualTo(rollUp(all).banner());
  }

  @Property(tries = 300)
  void theBannerDominatesEachPortion(
      @ForAll("lists") @Size(min = 1, max = 5) List<String> portions) {
    Protection banner = protection(Objects.requireNonNull(rollUp(portions).marking()));

    for (String portion : portions) {
      Protection one = protection(read(portion));
      assertThat(banner.level().dominates(one.level())).isTrue();
      Set<String> compartments = withoutPrecedence(one.compartments());
      if (banner.level() != ClassificationLevel.UNCLASSIFIED) {
        compartments.removeAll(Set.of("DCNI", "UCNI"));
      }
      assertThat(banner.compartments()).containsAll(compartments);
      assertThat(
              SlowRollUp.expanded(List.copyOf(one.releasableTo())).isEmpty()
                  || one.releasableTo().containsAll(banner.releasableTo()))
          .as(portions + " " + portion)
          .isTrue();
    }
  }

  @Property(tries = 300)
  void addingAPortionNeverLowersTheBanner(
      @ForAll("lists") @Size(min = 1, max = 4) List<String> portions,
      @ForAll("portions") String another) {
    List<String> more = new ArrayList<>(portions);
    more.add(another);
    Marking before = Objects.requireNonNull(rollUp(portions).marking());
    Marking after = Objects.requireNonNull(rollUp(more).marking());

    assertThat(protection(after).level().dominates(protection(before).level())).isTrue();
    assertThat(after.sci()).hasSizeGreaterThanOrEqualTo(before.sci().size());
    if (before.has("NOFORN")) {
      assertThat(after.has("NOFORN")).isTrue();
    }
    if (!before.relTo().isEmpty()) {
      assertThat(SlowRollUp.expanded(before.relTo()))
          .containsAll(SlowRollUp.expanded(after.relTo()));
      assertThat(
              after.has("NOFORN")
                  || !after.relTo().isEmpty()
                  || !after.displayOnlyTo().isEmpty()
                  || after.has("RELIDO"))
          .isTrue();
    }
  }

  @Property(tries = 300)
  void aBannerReadsBackAsItIsWritten(
      @ForAll("lists") @Size(min = 1, max = 5) List<String> portions) {
    String banner = Objects.requireNonNull(rollUp(portions).banner());
    Reading reading = READER.read(banner, LineKind.BANNER, null);

    assertThat(reading.findings()).as(banner).noneMatch(f -> f.isError());
    if (reading.canonical() != null) {
      assertThat(reading.canonical().banner()).isEqualTo(banner);
    }
  }

  @Property(tries = 200)
  void anUnknownWordLeavesTheBannerOpen(
      @ForAll("lists") @Size(max = 4) List<String> portions, @ForAll("words") String word) {
    List<String> more = new ArrayList<>(portions);
    more.add("(S//" + word + ")");

    assertThat(rollUp(more).banner()).isNull();
  }

  @Property(tries = 200)
  void noTextMakesItThrow(@ForAll List<String> portions, @ForAll RollUp.Context context) {
    RolledUp rolledUp = ROLLING_UP.of(portions, null, null, context);

    assertThat(rolledUp.banner() == null).isEqualTo(rolledUp.marking() == null);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(9).ofMaxLength(12);
  }

  @Provide
  Arbitrary<List<String>> lists() {
    return portions().list();
  }

  /**
   * Portions of a level: an unclassified part that says nothing has no banner that would say so.
   */
  @Provide
  Arbitrary<List<String>> classifiedLists() {
    return portions().filter(p -> !p.startsWith("(U")).list();
  }

  /** Portions of other owners, of several together, of concealed ones, and CUI. */
  @Provide
  Arbitrary<List<String>> foreign() {
    return Arbitraries.of(
            "(//GBR S//REL TO USA, GBR)",
            "(//DEU C//NF)",
            "(//FGI S//NF)",
            "(//FGI S//REL TO USA, GBR)",
            "(//NS//NF)",
            "(//GBR R//REL TO USA, GBR)",
            "(//NR//NF)",
            "(//CTS//NF)",
            "(//JOINT S GBR USA//REL TO USA, GBR)",
            "(//JOINT TS AUS CAN USA//REL TO USA, AUS, CAN)",
            "(S//FGI DEU//NF)",
            "(S//FGI DEU GBR//REL TO USA, DEU, GBR)",
            "(TS//FGI//NF)",
            "(S//ATOMAL//FGI NATO//NF)",
            "(C//ATOMAL//NF)",
            "(TS//BALK//FGI//NF)",
            "(//CTS//BOHEMIA//NF)",
            "(CUI)",
            "(S//CUI//NF)",
            "(S//CUI//SP-PRVCY//REL TO USA, GBR)",
            "(CUI//CTI)")
        .list();
  }

  /** Portions that keep every rule. */
  @Provide
  Arbitrary<String> portions() {
    Arbitrary<String> us =
        Combinators.combine(
                Arbitraries.of("C", "S", "TS"),
                Arbitraries.of("", "//SI", "//SAR-BP", "//SAR-CA", "//TFNI"),
                Arbitraries.of(
                    "",
                    "//NF",
                    "//OC/NF",
                    "//OC-USGOV/NF",
                    "//NF/PR",
                    "//NF/FISA",
                    "//RELIDO",
                    "//REL TO USA, GBR",
                    "//REL TO USA, AUS, GBR",
                    "//REL TO USA, FVEY",
                    "//REL TO USA, ACGU",
                    "//REL TO USA, TEYE",
                    "//REL TO USA, GBR/RELIDO",
                    "//REL TO USA, NATO",
                    "//OC/REL TO USA, GBR",
                    "//DISPLAY ONLY GBR",
                    "//DISPLAY ONLY AFG, GBR",
                    "//REL TO USA, GBR/DISPLAY ONLY AFG",
                    "//NF//XD",
                    "//NF//ND",
                    "//NF//LES"))
            .as((level, readIn, release) -> "(" + level + readIn + release + ")");
    Arbitrary<String> others =
        Arbitraries.of(
            "(U)",
            "(U//FOUO)",
            "(U//SBU)",
            "(U//SBU-NF)",
            "(U//LES)",
            "(U//DCNI)",
            "(U//UCNI)",
            "(U//SSI)",
            "(U//DSEN)",
            "(U//NF)",
            "(U//REL TO USA, GBR)",
            "(S//TK//NF)",
            "(TS//TK//RS/NF)",
            "(S//RD//NF)",
            "(S//RD-CNWDI//NF)",
            "(S//RD-SG 14//NF)",
            "(S//FRD-SG 18//NF)",
            "(C//FRD//NF)");
    return Arbitraries.frequencyOf(Tuple.of(3, us), Tuple.of(1, others));
  }

  private static RolledUp rollUp(List<String> portions) {
    return ROLLING_UP.of(portions, null, null, RollUp.Context.OTHER);
  }

  private static Marking read(String portion) {
    return READER.read(portion, LineKind.PORTION, null).marking();
  }

  private static Protection protection(Marking marking) {
    StatedLevel level = Objects.requireNonNull(marking.level());
    return Protection.of(level.protection().orElse(ClassificationLevel.CONFIDENTIAL), marking);
  }

  /** RD takes the place of FRD and TFNI, with all their SIGMA numbers. */
  private static Set<String> withoutPrecedence(Set<String> compartments) {
    Set<String> others = new TreeSet<>(compartments);
    others.removeIf(c -> c.startsWith("RD") || c.startsWith("FRD") || c.equals("TFNI"));
    return others;
  }
}
