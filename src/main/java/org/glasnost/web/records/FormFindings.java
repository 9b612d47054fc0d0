package org.glasnost.web.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glasnost.contract.FindingView;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Place;
import org.glasnost.rule.Refused;
import org.glasnost.web.Problem;
import org.springframework.web.servlet.ModelAndView;

/**
 * What was found in a form, told beside the fields that it is about.
 *
 * @param findings in the order found
 */
public record FormFindings(List<Finding> findings) {
  /** Nothing was found, or nothing was sent yet. */
  public static final FormFindings NONE = new FormFindings(List.of());

  /** Copies the findings. */
  public FormFindings {
    findings = List.copyOf(findings);
  }

  /**
   * What was refused, where the form can be mended and sent again. For a question, which changes
   * nothing; a form that does is told by {@link RefusedForms}.
   *
   * @throws Refused the same, where it cannot: what the caller may not know or do is no matter of
   *     what was typed
   */
  public static FormFindings of(Refused refused) {
    return switch (refused.ground()) {
      case RULE, MALFORMED, TOO_LARGE, CONFLICT, STALE -> new FormFindings(refused.findings());
      case NOT_KNOWN, NOT_ENTITLED, UNAVAILABLE -> throw refused;
    };
  }

  /** Shows a form again, with the refusal's status. */
  public ModelAndView on(ModelAndView form, Refused refused) {
    form.setStatus(Problem.status(refused.ground()));
    form.addObject("found", this);
    return form;
  }

  /**
   * What concerns a field, named by a JSON pointer such as {@code /title}, and what is under it.
   */
  public List<FindingView> at(String pointer) {
    return FindingView.of(findings.stream().filter(finding -> isAt(finding, pointer)).toList());
  }

  /** Whether a field has to be mended. */
  public boolean errorAt(String pointer) {
    return findings.stream().anyMatch(f -> f.isError() && isAt(f, pointer));
  }

  /** What concerns none of the form's fields. */
  public List<FindingView> besides(Set<String> pointers) {
    List<Finding> others = new ArrayList<>(findings);
    others.removeIf(finding -> pointers.stream().anyMatch(pointer -> isAt(finding, pointer)));
    return FindingView.of(others);
  }

  /** How many. */
  public int count() {
    return findings.size();
  }

  private static boolean isAt(Finding finding, String pointer) {
    Place at = finding.at();
    String member = at == null ? null : at.member();
    return pointer.equals(member);
  }
}
