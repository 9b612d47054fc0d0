package org.glasnost.document;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;

/** Collects what is wrong with a request, so that all of it is said at once. */
public final class Findings {
  private final List<Finding> found = new ArrayList<>();

  /** Adds an error at a member of the request, named by a JSON pointer. */
  public void error(String rule, String pointer, String message) {
    found.add(Finding.error(rule, message).atMember(pointer));
  }

  /** Adds a finding. */
  public void add(Finding finding) {
    found.add(finding);
  }

  /** Adds findings. */
  public void addAll(List<Finding> findings) {
    found.addAll(findings);
  }

  /** What was found so far. */
  public List<Finding> all() {
    return List.copyOf(found);
  }

  /**
   * Ends the checks.
   *
   * @throws Refused if any finding is an error, with all of them
   */
  public void refuseIfAny() {
    Refused.ifAnyError(found);
  }
}
