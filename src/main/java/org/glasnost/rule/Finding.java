package org.glasnost.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule found at one place.
 *
 * @param rule the rule that speaks
 * @param severity how much it weighs
 * @param message one sentence for a person: what is wrong and what to do; never more of a text than
 *     {@code token}
 * @param at where, or null where the finding concerns the whole
 * @param token the offending token as it stands there, or null
 * @param suggestion what could stand there instead, or null
 * @param cites what the rule rests on; empty for a rule of the product's own
 */
public record Finding(
    RuleId rule,
    Severity severity,
    String message,
    @Nullable Place at,
    @Nullable String token,
    @Nullable String suggestion,
    List<Citation> cites) {

  /** Copies the citations. */
  public Finding {
    cites = List.copyOf(cites);
  }

  /** An error that concerns the whole of what was given. */
  public static Finding error(String rule, String message) {
    return new Finding(new RuleId(rule), Severity.ERROR, message, null, null, null, List.of());
  }

  /** A warning that concerns the whole of what was given. */
  public static Finding warning(String rule, String message) {
    return new Finding(new RuleId(rule), Severity.WARNING, message, null, null, null, List.of());
  }

  /** The same finding at a position of a text, in code points from 0. */
  public Finding at(int position) {
    return new Finding(rule, severity, message, Place.at(position), token, suggestion, cites);
  }

  /** The same finding at a member of a request, named by a JSON pointer. */
  public Finding atMember(String pointer) {
    return new Finding(rule, severity, message, Place.member(pointer), token, suggestion, cites);
  }

  /** The same finding with the token that it is about. */
  public Finding about(String offending) {
    return new Finding(rule, severity, message, at, offending, suggestion, cites);
  }

  /** The same finding with a way out. */
  public Finding suggesting(String instead) {
    return new Finding(rule, severity, message, at, token, instead, cites);
  }

  /** The same finding with what it rests on. */
  public Finding citing(Citation... sources) {
    return new Finding(rule, severity, message, at, token, suggestion, List.of(sources));
  }

  /** The same finding resting on one more source; one that it names already is not told twice. */
  public Finding alsoCiting(Citation source) {
    if (cites.contains(source)) {
      return this;
    }
    List<Citation> more = new ArrayList<>(cites);
    more.add(source);
    return new Finding(rule, severity, message, at, token, suggestion, more);
  }

  /** Whether the rule is broken. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
