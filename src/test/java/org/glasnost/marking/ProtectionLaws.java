package org.glasnost.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Protections are a lattice, and mean what asking everybody says they mean. */
class ProtectionLaws {
  @Property(tries = 3000)
  void dominatesExactlyWhereWhoeverReadsTheOneReadsTheOther(
      @ForAll("protections") Protection a, @ForAll("protections") Protection b) {
    Set<Integer> ofB = SlowProtection.readers(b);

    assertThat(a.dominates(b)).isEqualTo(ofB.containsAll(SlowProtection.readers(a)));
    Protection join = a.join(b);
    assertThat(join.dominates(b)).isEqualTo(ofB.containsAll(SlowProtection.readers(join)));
  }

  @Property(tries = 1500)
  void whatIsJoinedIsReadByThoseWhoReadBoth(
      @ForAll("protections") Protection a, @ForAll("protections") Protection b) {
    Set<Integer> both = SlowProtection.readers(a);
    both.retainAll(SlowProtection.readers(b));

    assertThat(SlowProtection.readers(a.join(b))).isEqualTo(both);
  }

  @Property(tries = 3000)
  void isAPartialOrder(
      @ForAll("protections") Protection a,
      @ForAll("protections") Protection b,
      @ForAll("protections") Protection c) {
    assertThat(a.dominates(a)).isTrue();
    assertThat(a.dominates(b) && b.dominates(a)).isEqualTo(a.equals(b));
    Protection higher = a.join(b);
    Protection highest = higher.join(c);
    assertThat(highest.dominates(higher) && higher.dominates(a)).isTrue();
    assertThat(highest.dominates(a)).isTrue();
    if (a.dominates(b) && b.dominates(c)) {
      assertThat(a.dominates(c)).isTrue();
    }
  }

  @Property(tries = 3000)
  void theJoinIsTheLeastThatDominatesBoth(
      @ForAll("protections") Protection a,
      @ForAll("protections") Protection b,
      @ForAll("protections") Protection c) {
    Protection join = a.join(b);
    Protection above = join.join(c);

    assertThat(join.dominates(a)).isTrue();
    assertThat(join.dominates(b)).isTrue();
    assertThat(above.dominates(join)).isTrue();
    if (c.dominates(a) && c.dominates(b)) {
      assertThat(c.dominates(join)).isTrue();
    }
  }

  @Property(tries = 3000)
  void theJoinIsOneWhateverTheOrderAndHowOften(
      @ForAll("protections") Protection a,
      @ForAll("protections") Protection b,
      @ForAll("protections") Protection c) {
    assertThat(a.join(b)).isEqualTo(b.join(a));
    assertThat(a.join(b).join(c)).isEqualTo(a.join(b.join(c)));
    assertThat(a.join(a)).isEqualTo(a);
    assertThat(a.join(Protection.UNRESTRICTED)).isEqualTo(a);
  }

  @Property(tries = 3000)
  void whatIsWrittenIsReadBack(
      @ForAll("protections") Protection a, @ForAll("protections") Protection b) {
    assertThat(Protection.parse(a.toText())).isEqualTo(a);
    assertThat(a.toText().equals(b.toText())).isEqualTo(a.equals(b));
  }

  /** Half of them bear none of the marks that came later, as most labels do. */
  @Provide
  Arbitrary<Protection> protections() {
    Arbitrary<Protection> plain =
        Combinators.combine(
                Arbitraries.of(ClassificationLevel.class),
                some(SlowProtection.CONTROLS),
                some(SlowProtection.COMPARTMENTS),
                some(SlowProtection.COUNTRIES),
                some(SlowProtection.LISTS))
            .as(Protection::new);
    Arbitrary<Protection> more =
        Combinators.combine(
                plain,
                some(SlowProtection.OWNERS),
                some(SlowProtection.COUNTRIES),
                some(SlowProtection.PRODUCERS),
                some(SlowProtection.SOURCES),
                some(SlowProtection.CUI))
            .as(
                (of, owners, displayed, producers, sources, cui) ->
                    new Protection(
                        of.level(),
                        of.controls(),
                        of.compartments(),
                        of.releasableTo(),
                        of.recipients(),
                        owners,
                        displayed,
                        producers,
                        sources,
                        cui));
    return Arbitraries.oneOf(plain, more);
  }

  private static Arbitrary<SortedSet<String>> some(List<String> words) {
    return Arbitraries.of(words).set().ofMaxSize(words.size()).map(TreeSet::new);
  }
}
