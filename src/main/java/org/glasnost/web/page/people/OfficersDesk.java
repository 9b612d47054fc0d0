package org.glasnost.web.page.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.OfficerRights;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.RefusalLines;
import org.glasnost.web.records.FormFindings;
import org.springframework.stereotype.Component;

/** Who is let in to the officers' pages, and how these tell of a refusal. */
@Component
class OfficersDesk {
  /** The precondition of a form that makes none: what is decided meanwhile refuses it anyway. */
  static final LongConsumer AS_IT_STANDS = version -> {};

  private final Callers callers;
  private final RefusalLines lines;
  private final ViewingPeople viewing;
  private final HttpServletRequest request;

  OfficersDesk(
      Callers callers, RefusalLines lines, ViewingPeople viewing, HttpServletRequest request) {
    this.callers = callers;
    this.lines = lines;
    this.viewing = viewing;
    this.request = request;
  }

  /**
   * The security officer who calls.
   *
   * @throws Refused as not known to anybody else: there is nothing here for them; the journal has
   *     why
   */
  Person officer() {
    Person person = callers.current();
    try {
      OfficerRights.requireOfficer(person);
    } catch (Refused refused) {
      lines.recordOnly(refused, request);
      Refused nothing = Refused.notKnown();
      nothing.initCause(refused);
      throw nothing;
    }
    return person;
  }

  /** The circumstances of what the officer does. */
  Occasion occasion() {
    return callers.occasion(Role.SECURITY_OFFICER);
  }

  /** How an officer is told who an account is: by the name last held, else by the user name. */
  String nameOf(UUID account) {
    return viewing.known(officer(), account).displayName();
  }

  /** Notes which document a form names, for the journal's line of a refusal. */
  void concerns(UUID document) {
    RefusalLines.concerns(request, document);
  }

  /**
   * What a form is told of its refusal. A rule of two officers is told there as well as any other,
   * so that what was typed stays; the journal has its line all the same.
   *
   * @throws Refused the same where there is nothing to mend: what is not there, or does not answer
   */
  FormFindings refused(Refused refused) {
    return switch (refused.ground()) {
      case RULE, MALFORMED, TOO_LARGE, CONFLICT, STALE, NOT_ENTITLED -> {
        lines.recordOnly(refused, request);
        yield told(refused.findings());
      }
      case NOT_KNOWN, UNAVAILABLE -> throw refused;
    };
  }

  /**
   * The same for what is typed into a field and is not there, or not open to the officer: the two
   * are told alike.
   */
  FormFindings notKnown(Refused refused, Finding finding) {
    lines.recordOnly(refused, request);
    return new FormFindings(List.of(finding));
  }

  /** Without the suggestions: a form shows those as what stands on record. */
  private static FormFindings told(List<Finding> findings) {
    return new FormFindings(
        findings.stream()
            .map(
                found ->
                    new Finding(
                        found.rule(),
                        found.severity(),
                        found.message(),
                        found.at(),
                        found.token(),
                        null,
                        found.cites()))
            .toList());
  }
}
