package org.glasnost.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** The gate against every order in which the tokens of random processes may move. */
class EveryOrderLaws {
  /**
   * What is refused whatever comes of it: parallel ways that do not nest, rounds without a wait.
   */
  private static final Set<String> REFUSED_UNSEEN =
      Set.of("DPL-0027", "DPL-0028", "DPL-0030", "DPL-0031");

  private final DeploymentGate gate = new DeploymentGate(new NothingInForce(), GateFiles.POLICY);

  @Property(tries = 500)
  void nothingThatIsTakenInReleasesTooEarlyAndNothingElseIsRefused(@ForAll long seed) {
    agree(seed);
  }

  @Property(tries = 10_000)
  @Tag("long")
  void theSameOfTenThousand(@ForAll long seed) {
    agree(seed);
  }

  private void agree(long seed) {
    RandomProcess process = new RandomProcess(seed);
    Set<String> rules =
        GateFiles.errors(gate.examine(List.of(process.file()))).stream()
            .map(finding -> finding.rule().value())
            .filter(rule -> !rule.equals("DPL-0022"))
            .collect(Collectors.toSet());
    boolean early;
    try {
      early = process.releasesTooEarly();
    } catch (RandomProcess.TooMuch tooMuch) {
      // Tokens without number: parallel ways that do not nest.
      assertThat(rules).as("seed %d", seed).containsAnyElementsOf(REFUSED_UNSEEN);
      return;
    }
    String outcome =
        rules.isEmpty()
            ? process.hasParallel() ? "taken in, with parallel ways" : "taken in"
            : early ? "too early" : "refused unseen";
    Statistics.collect(outcome);
    Statistics.coverage(
        each ->
            List.of("taken in, with parallel ways", "taken in", "too early", "refused unseen")
                .forEach(kind -> each.check(kind).percentage(share -> share > 4.0)));
    if (early) {
      assertThat(rules).as("seed %d is taken in", seed).isNotEmpty();
    }
    if (!process.hasParallel() && rules.stream().noneMatch(REFUSED_UNSEEN::contains)) {
      assertThat(rules.contains("DPL-0026")).as("seed %d", seed).isEqualTo(early);
    }
    assertThat(rules)
        .as("seed %d", seed)
        .isSubsetOf("DPL-0026", "DPL-0027", "DPL-0028", "DPL-0030", "DPL-0031");
  }
}
