package org.glasnost.web.records;

import jakarta.servlet.http.HttpServletRequest;
import org.glasnost.rule.Refused;
import org.glasnost.web.RefusalLines;
import org.springframework.stereotype.Component;

/**
 * Tells a form what was refused of it, and the journal that it was: a refusal has the same line
 * whether it is answered to a program or with the form that was sent. What could not be read of a
 * form was no attempt, and has none.
 */
@Component
public class RefusedForms {
  private final RefusalLines lines;
  private final HttpServletRequest request;

  RefusedForms(RefusalLines lines, HttpServletRequest request) {
    this.lines = lines;
    this.request = request;
  }

  /**
   * What the form is told.
   *
   * @throws Refused the same, where nothing can be mended at the form; whoever answers that writes
   *     its line
   */
  public FormFindings told(Refused refused) {
    FormFindings found = FormFindings.of(refused);
    lines.recordOnly(refused, request);
    return found;
  }
}
