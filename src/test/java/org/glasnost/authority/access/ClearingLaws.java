package org.glasnost.authority.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.jspecify.annotations.Nullable;

/** The decision without words is the one that is explained, whoever asks for what. */
class ClearingLaws {
  private static final List<String> COMPARTMENTS =
      List.of("SI", "UMBRA", "SAR-BP", "RD", "RD-CNWDI", "FRD", "TFNI");

  @Property(tries = 5000)
  void coversWhereEveryTestIsPassed(
      @ForAll("people") Person person, @ForAll("protections") Protection protection) {
    List<Clearing.Test> tests = Clearing.tests(person, protection);
    boolean covers = Clearing.covers(person, protection);

    assertThat(covers).as("%s", tests).isEqualTo(tests.stream().allMatch(Clearing.Test::passed));
    assertThat(tests).allSatisfy(test -> assertThat(test.cites()).hasSize(1));
    // A law that always meets the same answer says nothing.
    Statistics.label("covers")
        .collect(covers)
        .coverage(
            of -> {
              of.check(true).percentage(p -> p > 5);
              of.check(false).percentage(p -> p > 5);
            });
  }

  @Property(tries = 2000)
  void asksForTopSecretWhateverTheLevelUnlessForAtomicEnergyOrAProgram(
      @ForAll("compartments") String compartment) {
    Pattern without = Pattern.compile("(?:SAR-|(?:RD|FRD|TFNI|DCNI|UCNI)\\b).*");
    Protection protection =
        new Protection(
            ClassificationLevel.SECRET,
            new TreeSet<>(),
            new TreeSet<>(Set.of(compartment)),
            new TreeSet<>(),
            new TreeSet<>());

    assertThat(
            Clearing.covers(
                person(
                    ClassificationLevel.SECRET,
                    Set.of(compartment),
                    Set.of("USA"),
                    LocalDate.of(2020, 1, 2)),
                protection))
        .isEqualTo(without.matcher(compartment).matches());
  }

  @Provide
  Arbitrary<String> compartments() {
    return Combinators.combine(
            Arbitraries.of("RD", "FRD", "TFNI", "DCNI", "UCNI", "SAR-", "SAR", "SI", "R", "XRD"),
            Arbitraries.strings().withChars("-_ ./AZ09\u00c4").ofMaxLength(4))
        .as((word, more) -> word + more);
  }

  @Provide
  Arbitrary<Protection> protections() {
    return Combinators.combine(
            Arbitraries.of(ClassificationLevel.class),
            some(List.of("NOFORN", "SENSITIVE", "EYES_ONLY", "ORCON", "ACCM", "SOMETHING_NEW"), 2),
            some(COMPARTMENTS, 2),
            some(List.of("USA", "GBR", "AUS"), 2),
            some(List.of("THE PRESIDENT"), 1),
            some(List.of("CAN USA", "AUS GBR USA"), 2),
            some(List.of("GBR", "CAN"), 1))
        .as(
            (level, controls, compartments, released, lists, owners, displayed) ->
                new Protection(
                    level,
                    new TreeSet<>(controls),
                    new TreeSet<>(compartments),
                    new TreeSet<>(released),
                    new TreeSet<>(lists),
                    new TreeSet<>(owners),
                    new TreeSet<>(displayed),
                    new TreeSet<>(),
                    new TreeSet<>(),
                    new TreeSet<>()));
  }

  @Provide
  Arbitrary<Person> people() {
    return Combinators.combine(
            Arbitraries.of(ClassificationLevel.class).injectNull(0.1),
            some(COMPARTMENTS, 7),
            some(List.of("USA", "GBR"), 2),
            Arbitraries.of(LocalDate.of(2020, 1, 2)).injectNull(0.1))
        .as(ClearingLaws::person);
  }

  private static Arbitrary<Set<String>> some(List<String> words, int most) {
    return Arbitraries.of(words).set().ofMaxSize(most);
  }

  private static Person person(
      @Nullable ClassificationLevel clearance,
      Set<String> readIns,
      Set<String> citizenships,
      @Nullable LocalDate agreement) {
    return new Person(
        UUID.fromString("11111111-1111-4111-8111-111111111111"),
        "reviewer",
        "A reviewer",
        "Reviewer",
        "STATE",
        Set.of(Role.REVIEWER),
        clearance,
        readIns,
        citizenships,
        agreement,
        List.of(),
        Map.of());
  }
}
