package org.glasnost.rule;

import java.util.List;

/**
 * A use case declines what it was asked, and nothing has changed. The one exception by which rooms
 * refuse; the web room maps it once.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, in kind; each maps to one answer over HTTP. */
  public enum Ground {
    /** It does not exist, or the caller may not know that it does. The two look the same. */
    NOT_KNOWN,
    /** The caller may know of it, but lacks the right, or a separation of duties forbids it. */
    NOT_ENTITLED,
    /** The state of things does not allow it now: claimed already, decided already. */
    CONFLICT,
    /** The caller's view is out of date. */
    STALE,
    /** The request is not of the form asked for. */
    MALFORMED,
    /** The request is larger than is taken in. */
    TOO_LARGE,
    /** The store that must record it does not answer. */
    UNAVAILABLE,
    /** A rule of the field or of the product forbids it. */
    RULE
  }

  private final Ground ground;
  private final transient List<Finding> findings;

  /**
   * @param ground why, in kind
   * @param findings what was found, at least one
   */
  public Refused(Ground ground, List<Finding> findings) {
    super(ground + " " + findings.stream().map(f -> f.rule().value()).toList());
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a refusal names its rule");
    }
    this.ground = ground;
    this.findings = List.copyOf(findings);
  }

  /** A refusal with one finding. */
  public Refused(Ground ground, Finding finding) {
    this(ground, List.of(finding));
  }

  /** Nothing of that name is known to the caller. */
  public static Refused notKnown() {
    return new Refused(
        Ground.NOT_KNOWN, Finding.error("ACC-0001", "There is nothing here under that name."));
  }

  /** Refuses if any of the findings is an error. */
  public static void ifAnyError(List<Finding> findings) {
    if (findings.stream().anyMatch(Finding::isError)) {
      throw new Refused(Ground.RULE, findings);
    }
  }

  /** Why, in kind. */
  public Ground ground() {
    return ground;
  }

  /** What was found; at least one. */
  public List<Finding> findings() {
    return findings;
  }
}
