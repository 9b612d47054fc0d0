package org.glasnost.process.deployment;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.process.deployment.GateFinding.WalkStep;
import org.glasnost.rule.RuleId;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What was found so far in one file. A hostile file is not answered with a flood. */
final class Examination {
  private static final int MOST_FINDINGS = 100;

  private final String file;
  private final List<GateFinding> findings = new ArrayList<>();

  Examination(String file) {
    this.file = file;
  }

  void error(String rule, @Nullable String element, String message) {
    error(rule, element, message, List.of());
  }

  /** An error with the way through the diagram that shows it. */
  void error(String rule, @Nullable String element, String message, List<WalkStep> walk) {
    add(rule, Severity.ERROR, element, message, walk);
  }

  /** What is told to whoever decides, or keeps the file out. */
  void add(
      String rule,
      Severity severity,
      @Nullable String element,
      String message,
      List<WalkStep> walk) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(new GateFinding(new RuleId(rule), severity, file, element, message, walk));
    }
  }

  /** An error at the nearest element that has an id. */
  void error(String rule, Element at, String message) {
    error(rule, nearestId(at), message);
  }

  List<GateFinding> findings() {
    return List.copyOf(findings);
  }

  /** Whether nothing keeps the file out. */
  boolean isClean() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private static @Nullable String nearestId(Element at) {
    for (Node node = at; node instanceof Element element; node = node.getParentNode()) {
      if (element.hasAttribute("id")) {
        return element.getAttribute("id");
      }
    }
    return null;
  }
}
