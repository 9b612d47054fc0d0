package org.glasnost.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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

  @Provide
  Arbitrary<Protection> protections() {
    return Combinators.combine(
            Arbitraries.of(ClassificationLevel.class),
            some(SlowProtection.CONTROLS),
            some(SlowProtection.COMPARTMENTS),
            some(SlowProtection.COUNTRIES),
            some(SlowProtection.LISTS))
        .as(
            (level, controls, compartments, released, lists) ->
                new Protection(
                    level,
                    new TreeSet<>(controls),
                    new TreeSet<>(compartments),
                    new TreeSet<>(released),
                    new TreeSet<>(lists)));
  }

  private static Arbitrary<Set<String>> some(List<String> words) {
    return Arbitraries.of(words).set().ofMaxSize(words.size());
  }
}
