package org.glasnost.marking.rollup;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.marking.ForeignClassification;
import org.glasnost.marking.Marking;

/** The sources of foreign government information of a U.S. document. */
final class ForeignSources {
  private ForeignSources() {}

  /** Of FGI, of foreign portions, and of the other owners of JOINT ones; FGI alone conceals all. */
  static Set<String> of(List<Marking> portions, Explanation explanation) {
    Set<String> sources = new TreeSet<>(RollUp.union(portions, Marking::fgi));
    for (Marking portion : portions) {
      String owned = portion.nonUs();
      if (owned != null) {
        sources.addAll(ForeignClassification.of(owned).owners());
        explanation.step(RollUpRule.FGI_FROM_FOREIGN, owned);
      }
      if (!portion.joint().isEmpty()) {
        sources.addAll(portion.joint());
        explanation.step(RollUpRule.JOINT_MIXED, String.join(" ", portion.joint()));
      }
    }
    sources.remove("USA");
    if (sources.contains("FGI") && sources.size() > 1) {
      explanation.step(RollUpRule.FGI_CONCEALED, "FGI");
      return Set.of("FGI");
    }
    return sources;
  }
}
