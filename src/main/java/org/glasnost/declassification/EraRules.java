package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/** The rules on instructions out of their era, or out of shape. */
final class EraRules {
  static final DeclassificationRule OF_NO_ORDER_THEN =
      rule(
          "DCL-0080",
          "The instruction was not one of the order in force on the document's date.",
          Citation.of("C16 E.6"));
  static final DeclassificationRule NEVER_AUTHORISED =
      rule("DCL-0081", "Manual review was never authorised.", Citation.of("CAPCO 2008"));
  static final DeclassificationRule ENDED_1995 =
      rule("DCL-0082", "OADR ended with E.O. 12356 on 14 October 1995.", Citation.of("CAPCO 2008"));
  static final DeclassificationRule ENDED_2003 =
      rule(
          "DCL-0083",
          "X1 to X8 may not be used from 22 September 2003.",
          Citation.of("CAPCO 2008"));
  static final DeclassificationRule DATE_FORBIDDEN =
      rule("DCL-0084", "50X1-HUM and 50X2-WMD stand without a date.", Citation.of("ISM-ID-00133"));
  static final DeclassificationRule INCOMPLETE_DATE =
      rule("DCL-0085", "A date has day, month and year.", Citation.of("32 CFR 2001.21(a)(4)"));
  static final DeclassificationRule READ_AS_EVENT =
      rule(
          "DCL-0086",
          "Words after 'Declassify on' are read as an event, which must be definite and foreseeable.",
          Citation.of("32 CFR 2001.21(a)(4)"));
  static final DeclassificationRule HUMAN_CODE_CHANGED =
      rule("DCL-0087", "25X1-human became 50X1-HUM.", Citation.of("C16 E.6"));

  static final DeclassificationRule DIRECTOR_ENDED =
      rule(
          "DCL-0088",
          "DCI Only and DNI Only bar automatic declassification and may not be used under E.O. 13526; the latter names an office of 2004.",
          Citation.of("32 CFR 2001.22(e)(3)"),
          Citation.unverified("50 USC 3023"));

  private EraRules() {}

  /** Every rule of the family, in the order of the ids. */
  static List<DeclassificationRule> all() {
    return List.of(
        OF_NO_ORDER_THEN,
        NEVER_AUTHORISED,
        ENDED_1995,
        ENDED_2003,
        DATE_FORBIDDEN,
        INCOMPLETE_DATE,
        READ_AS_EVENT,
        HUMAN_CODE_CHANGED,
        DIRECTOR_ENDED);
  }
}
