package org.glasnost.web;

import java.time.Duration;
import org.glasnost.rule.Finding;
import org.springframework.security.core.AuthenticationException;

/**
 * A signature needs that its signer has just said who they are; this caller has not. Answered with
 * 401 and the challenge of RFC 9470.
 */
public class StaleSignIn extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;
  private final Duration fresh;

  StaleSignIn(Finding finding, Duration fresh) {
    super(finding.message());
    this.finding = finding;
    this.fresh = fresh;
  }

  /** Which rule, and what to do. */
  public Finding finding() {
    return finding;
  }

  /** The value of {@code WWW-Authenticate}. */
  String challenge() {
    return "Bearer realm=\"Glasnost\", error=\"insufficient_user_authentication\","
        + " error_description=\"A signature needs a fresh sign-in, or a token of scope sign\","
        + " max_age="
        + fresh.toSeconds()
        + ", scope=\"sign\"";
  }
}
