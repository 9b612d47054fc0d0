package org.glasnost.marking.rules;

import static org.glasnost.rule.Citation.Standing.INFERRED;
import static org.glasnost.rule.Citation.Standing.READ;
import static org.glasnost.rule.Citation.Standing.UNVERIFIED;

import java.time.LocalDate;
import org.glasnost.marking.Era;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * The documents to which a rule applies, by their date. A document without a date is judged by
 * today's rules: by those that have not ended.
 *
 * <p>Source of the steps of the syntax: C16 I, Table 8, which names months; the first day of the
 * month stands for them.
 */
public enum Applicability {
  /** Whatever the date: the text contradicts itself, or says nothing. */
  ALWAYS(null, null, INFERRED, "C16 D.1"),
  /** While RESTRICTED was a U.S. level. */
  WHILE_RESTRICTED(null, Era.EO_10501.effective().minusDays(1), UNVERIFIED, "E.O. 10501 s1"),
  /** Since E.O. 10501 knew three levels. */
  THREE_LEVELS(Era.EO_10501.effective(), null, UNVERIFIED, "E.O. 10501 s1"),
  /** Since an order first bounds how long a date may lie ahead. */
  BOUNDED(Era.EO_11652.effective(), null, UNVERIFIED, "E.O. 11652 section 5(E)"),
  /** Since every classified document bears a date, an event or a review. */
  DURATION_WRITTEN(Era.EO_12065.effective(), null, UNVERIFIED, "E.O. 12065 section 1-501"),
  /** Since the lines of a block say who classified and why, or from what. */
  REASON_WRITTEN(Era.EO_12958.effective(), null, UNVERIFIED, "E.O. 12958 section 1.7(a)"),
  /** Under the directive of 1995 a reason could be carried over; that of 2010 forbids it. */
  REASON_NOT_CARRIED(day("2010-06-25"), null, INFERRED, "32 CFR 2001.22(d)"),
  /** Since registers of the intelligence community prescribe categories, their order and forms. */
  CATEGORIES(day("2000-01-01"), null, INFERRED, "C16 I; DCID 1/7 of 30 June 1998"),
  /** Since special access programs are a category of their own. */
  SAP_CATEGORY(day("2003-10-01"), null, READ, "C16 I"),
  /** Since slashes part dissemination controls, and "and" left the release lists. */
  SLASHES(day("2005-07-01"), null, READ, "C16 I"),
  /** Since declassification left the banner. */
  NO_DATE_IN_BANNER(day("2008-02-01"), null, READ, "C16 I"),
  /** Since the directive of E.O. 13526 every agency writes today's syntax. */
  TODAYS_SYNTAX(day("2010-06-25"), null, INFERRED, "32 CFR 2001.24(j)"),
  /** Since atomic energy markings are a category, and ATOMAL, BOHEMIA and BALK controls. */
  AEA_CATEGORY(day("2010-12-01"), null, READ, "C16 I"),
  /** Since the four numbers of nuclear weapon data are 14, 15, 18 and 20. */
  SIGMA_NUMBERS(day("2011-07-21"), null, UNVERIFIED, "DOE Order 452.8"),
  /** Since the indicator SAR- stands once, and compartments have their forms. */
  HIERARCHIES(day("2011-12-01"), null, READ, "C16 I"),
  /** Since CUI is marked. */
  CUI(day("2016-11-14"), null, READ, "32 CFR 2002.20"),
  /** Since the last waiver for the mark EYES ONLY ended. */
  NO_EYES_ONLY(day("2017-10-01"), null, READ, "C16 H.8");

  private final @Nullable LocalDate from;
  private final @Nullable LocalDate to;
  private final Citation.Standing standing;
  private final String source;

  Applicability(
      @Nullable LocalDate from, @Nullable LocalDate to, Citation.Standing standing, String source) {
    this.from = from;
    this.to = to;
    this.standing = standing;
    this.source = source;
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  /** The first day of documents that it concerns, or null. */
  public @Nullable LocalDate from() {
    return from;
  }

  /** The last day of documents that it concerns, or null. */
  public @Nullable LocalDate to() {
    return to;
  }

  /** Where its days are written. */
  public Citation citation() {
    return new Citation(source, standing);
  }

  /** Whether a document of the day is concerned; one without a day is of today. */
  public boolean holdsOn(@Nullable LocalDate day) {
    if (day == null) {
      return to == null;
    }
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Its days as the document of rules shows them. */
  public String shown() {
    if (from != null) {
      return to == null ? "from " + from : from + " to " + to;
    }
    return to == null ? "any day" : "to " + to;
  }
}
