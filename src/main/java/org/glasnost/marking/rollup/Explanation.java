package org.glasnost.marking.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.glasnost.marking.Marking;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Severity;

/** The steps of one roll-up and what it found, as it goes. Each step is named once. */
final class Explanation {
  private final List<RolledUp.Step> steps = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  void step(RollUpRule rule, String message) {
    step(rule, message, List.of());
  }

  /** A step that rests on the sources of words, too. */
  void step(RollUpRule rule, String message, Collection<Citation> words) {
    List<Citation> cites = new ArrayList<>();
    cites.add(rule.citation());
    cites.addAll(words);
    RolledUp.Step step = new RolledUp.Step(rule, rule.sentence() + " (" + message + ")", cites);
    if (!steps.contains(step)) {
      steps.add(step);
    }
  }

  /** A finding about one portion. */
  void find(Finding finding, int portion) {
    findings.add(finding.atMember("/portions/" + portion));
  }

  /** A finding about the portions taken together. */
  void find(Finding finding) {
    findings.add(finding);
  }

  /** A portion on which nothing may rest. */
  void open(int portion) {
    RollUpRule rule = RollUpRule.UNREADABLE;
    find(
        new Finding(
            rule.id(), Severity.ERROR, rule.sentence(), null, null, null, List.of(rule.citation())),
        portion);
  }

  /** Nothing follows: a person must mend the portions first. */
  RolledUp nothing() {
    return new RolledUp(null, null, steps, findings);
  }

  RolledUp with(Marking marking, String banner) {
    return new RolledUp(marking, banner, steps, findings);
  }
}
