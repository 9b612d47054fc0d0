package org.glasnost.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a sign-in at the pages lasts (NIST SP 800-63B section 2.2.3: reauthentication at AAL2).
 */
@Component
public class SessionTimes {
  private final Duration idle;
  private final Duration longest;
  private final Duration fresh;

  /**
   * For Spring.
   *
   * @param idle how long it lasts while nothing is asked
   * @param longest how long it lasts whatever is asked
   * @param fresh how long it counts as fresh, as a signature needs
   */
  public SessionTimes(
      @Value("${server.servlet.session.timeout}") Duration idle,
      @Value("${glasnost.web.sessions.longest}") Duration longest,
      @Value("${glasnost.web.sessions.fresh}") Duration fresh) {
    this.idle = idle;
    this.longest = longest;
    this.fresh = fresh;
  }

  /** How long it lasts while nothing is asked. */
  public Duration idle() {
    return idle;
  }

  /** How long it lasts whatever is asked. */
  public Duration longest() {
    return longest;
  }

  /** How long it counts as fresh. */
  public Duration fresh() {
    return fresh;
  }
}
