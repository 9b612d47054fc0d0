package org.glasnost.contract;

import java.util.List;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Place;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A finding as answered over HTTP.
 *
 * @param rule the rule's id
 * @param severity how much it weighs
 * @param message one sentence for a person
 * @param at a position in code points (number), or a JSON pointer into the request (string), or
 *     null
 * @param token the offending token, or null
 * @param suggestion what could stand there instead, or null
 * @param cites what the rule rests on
 */
public record FindingView(
    String rule,
    Severity severity,
    String message,
    @Nullable Object at,
    @Nullable String token,
    @Nullable String suggestion,
    List<String> cites) {

  /** The view of one finding. */
  public static FindingView of(Finding finding) {
    Place place = finding.at();
    Object at = null;
    if (place != null) {
      at = place.position() != null ? place.position() : place.member();
    }
    return new FindingView(
        finding.rule().value(),
        finding.severity(),
        finding.message(),
        at,
        finding.token(),
        finding.suggestion(),
        finding.cites().stream().map(Citation::shown).toList());
  }

  /** The views of several findings, in their order. */
  public static List<FindingView> of(List<Finding> findings) {
    return findings.stream().map(FindingView::of).toList();
  }
}
