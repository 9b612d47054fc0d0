package org.glasnost.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number that a stamp bears: of CREST, of a library's case, of a mandatory review, of State.
 *
 * @param number the case, as read, or null
 * @param item the item within the case, or null
 * @param signed whether the item is written with the sign of a number, as libraries do
 */
record StampNumber(@Nullable String number, @Nullable String item, boolean signed) {
  /** What stands for a number of CREST, in capitals, damaged or not. */
  static final Pattern CREST =
      Pattern.compile(
          "(?<![A-Z0-9])C[I1L|!][A4]-R[D0O]P(?:[0-9A-Z|!-]{21}-[0-9A-Z|!]|[0-9A-Z|!-]{10,30})");

  /** Two digits, a letter or a stroke, five digits, a letter, twelve digits, and one to check. */
  private static final Pattern CREST_FORM =
      Pattern.compile(
          "C[I1il|!][Aa4]-[Rr][Dd0Oo][Pp](#{2})([A-Za-z-])(#{5})([A-Za-z])(#{12})-(#)"
              .replace("#", CaseNumber.DIGIT));

  /** Of a library, and of the archives kept elsewhere. */
  static final Pattern LIBRARY =
      Pattern.compile(
          "(?<![A-Z])(?:NL[A-Z]{1,5}[ -](?:MR\\s?)?|LOC-HAK-)\\d{1,3}(?:-\\d{1,4}){1,5}(?:/\\d{1,3})?(?![\\d#])(?:,?\\s{1,2}#\\s?(\\d{1,6}[A-Z]?))?"
              + "|(?<![A-Z])NL[A-Z]-[A-Z][A-Z_]{0,12}(?:-\\d{1,4}){4,6}(?![\\dA-Z-])"
              + "|(?<![A-Z])NL[A-Z]{1,4}\\s\\d{2}-[A-Z]{1,2}-\\d{1,4}(?:/\\d{1,4}(?:-\\d{1,4}){0,4})?(?![\\d-])");

  /** On the papers about the assassination of President Kennedy. */
  private static final Pattern ASSASSINATION =
      Pattern.compile("CASE\\s?#\\s?:?\\s{0,2}(NW\\s\\d{4,6})(?!\\d)");

  /** A mandatory review: {@code MR 98-40, #8}. */
  static final Pattern MANDATORY =
      Pattern.compile(
          "(?<![A-Z])((?:NL[A-Z]{1,4}\\s{1,2})?MR\\s{0,2}(?:CASE\\s{1,2}NO\\.?\\s{0,2})?#?\\s{0,2}\\d{2,4}-\\d{1,4}(?:-\\d{1,4})?)(?:[,;]?\\s{0,3}#\\s?(\\d{1,6}[A-Z]?))?(?![\\d#-])");

  /** A case of the Department of State. */
  private static final Pattern STATE_CASE =
      Pattern.compile(
          "CASE\\s{1,2}(?:NO|NUMBER|ID)\\.?\\s?:?\\s{0,3}(?:([A-Z]{1,2}-\\d{4}-\\d{3,6}|\\d{7,9})(?!\\d)"
              + "|\\d{1,2}\\s[A-Z]{3}\\s\\d{4}\\s{1,4}(\\d{7,9})(?!\\d))");

  /** The document within it. */
  private static final Pattern STATE_DOCUMENT =
      Pattern.compile(
          "(?<![A-Z])DOC(?:UMENT)?\\.?\\s{0,2}(?:NO|NUMBER)\\.?\\s?:?\\s{0,3}(C?\\d{1,9})(?!\\d)");

  /** CIA's number of a document, behind the day of its release. */
  private static final Pattern AGENCY_DOCUMENT =
      Pattern.compile("\\d{4}/\\d{2}/\\d{2}\\s{1,3}(C\\d{8})(?![\\dA-Z])");

  private static final Pattern WITHOUT_ITEM =
      Pattern.compile("(?<![A-Z0-9])([FMS](\\d{2})-\\d{2,4}(?:/\\d{1,2})?)(?!\\s{0,12}#)(?!\\d)");

  private static final StampNumber NONE = new StampNumber(null, null, false);

  /**
   * Finds the number of a stamp; a damaged one is told.
   *
   * @param rest the stamp
   * @param upper the stamp in capitals
   * @param offset where the stamp begins
   * @param lastYear the last year in which the case may have been opened
   */
  static StampNumber in(Draft draft, String rest, String upper, int offset, int lastYear) {
    CaseNumber.Found found = CaseNumber.in(rest, lastYear);
    for (CaseNumber open : found.open()) {
      open(draft, open.found(), "its year cannot be right", offset + open.from());
    }
    if (!found.cases().isEmpty()) {
      CaseNumber first = found.cases().get(0);
      return new StampNumber(first.number(), first.item(), true);
    }
    Matcher document = STATE_DOCUMENT.matcher(upper);
    Optional<String> damaged = DamagedNumber.told(draft, rest, offset);
    if (damaged.isPresent()) {
      return new StampNumber(damaged.get(), document.find() ? document.group(1) : null, false);
    }
    Matcher crest = CREST.matcher(upper);
    if (crest.find()) {
      String written = rest.substring(crest.start(), crest.end());
      return new StampNumber(crest(draft, written, offset + crest.start()), null, false);
    }
    BareNumber named = BareNumber.first(rest, upper);
    if (named != null) {
      return new StampNumber(named.number(), named.item(), named.signed());
    }
    Matcher mandatory = MANDATORY.matcher(upper);
    Matcher library = LIBRARY.matcher(upper);
    boolean ofLibrary = library.find();
    if (!ofLibrary && mandatory.find()) {
      return new StampNumber(
          mandatory.group(1).replaceAll("[\\s#]+", " "), mandatory.group(2), true);
    }
    if (ofLibrary) {
      String item = library.group(1);
      String number =
          item == null
              ? library.group()
              : upper.substring(library.start(), itemStart(upper, library));
      return new StampNumber(number, item, item != null);
    }
    Matcher assassination = ASSASSINATION.matcher(upper);
    if (assassination.find()) {
      return new StampNumber(assassination.group(1), null, false);
    }
    Matcher state = STATE_CASE.matcher(upper);
    if (state.find()) {
      String item = document.find() ? document.group(1) : null;
      String number = state.group(1) == null ? state.group(2) : state.group(1);
      return new StampNumber(number, item, false);
    }
    Matcher agency = AGENCY_DOCUMENT.matcher(upper);
    if (agency.find()) {
      return new StampNumber(null, agency.group(1), false);
    }
    Matcher bare = WITHOUT_ITEM.matcher(upper);
    if (!bare.find() || !CaseNumber.isYear(bare.group(2), StampLine.LAST_YEAR)) {
      return NONE;
    }
    if (!CaseNumber.isYear(bare.group(2), lastYear)) {
      open(draft, bare.group(1), "its year cannot be right", offset + bare.start(1));
      return NONE;
    }
    return new StampNumber(bare.group(1), null, false);
  }

  /** Where the case ends whose item stands behind the sign of a number. */
  private static int itemStart(String upper, Matcher library) {
    int end = library.start(1) - 1;
    while (" ,#".indexOf(upper.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** The case with its item, as they are cited; null without a case. */
  @Nullable String together() {
    return number == null || item == null || !signed ? number : number + " #" + item;
  }

  /** The number of CREST that is written there, repaired and told of where needed; or null. */
  static @Nullable String crest(Draft draft, String written, int at) {
    Matcher form = CREST_FORM.matcher(written);
    if (!form.matches()) {
      open(draft, written, "it is none of CREST as it stands", at);
      return null;
    }
    String number =
        String.join(
            "",
            List.of(
                "CIA-RDP",
                CaseNumber.digits(form.group(1)),
                form.group(2).toUpperCase(Locale.ROOT),
                CaseNumber.digits(form.group(3)),
                form.group(4).toUpperCase(Locale.ROOT),
                CaseNumber.digits(form.group(5)),
                "-",
                CaseNumber.digits(form.group(6))));
    if (!number.equalsIgnoreCase(written)) {
      draft.find(
          ReadingRule.CASE_REPAIRED
              .of(written, "The case number is damaged; it may be " + number)
              .suggesting(number),
          at);
      draft.doubt(0.8);
      draft.needReview();
    }
    return number;
  }

  private static void open(Draft draft, String written, String why, int at) {
    draft.find(
        ReadingRule.CASE_OPEN.of(written, "This has the form of a case number, but " + why + "."),
        at);
    draft.needReview();
  }
}
