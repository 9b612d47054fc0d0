package org.glasnost.declassification;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.declassification.InstructionReading.Outcome;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Era;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Reads declassification instructions in the spelling of any order, with or without their label.
 * The words of each kind are in {@link InstructionWords}; here is the order in which they are
 * tried: what names its own kind first, then dates, then events. Nothing is guessed: words of no
 * known grammar are {@link Outcome#UNREADABLE}.
 */
public final class InstructionGrammar {
  private static final int LONGEST = 1_000;
  private static final Pattern LABEL =
      Pattern.compile(
          ".*?\\b(?:AUTOMATICALLY )?(?:DECLASSIFY|DECLASSIFIED|DECLASSIFICATION(?! REVIEW)|DECLASS?(?!S?IF)|DECL(?!AS)|DEC(?= ?ON\\b))"
              + "(?: (?:DATE|INSTRUCTIONS?))?(?: ?(?:ON|BY|AFTER DATE))?\\s*[:.\\-]?(?=\\s|$|[0-9A-Z])\\s*");
  private static final Pattern ORDER_LABEL =
      Pattern.compile(
          "^(?:PER |UNDER )?(?:E\\.? ?O\\.?|EXECUTIVE ORDER)(?: NO\\.?)? ?(\\d{5})\\s*[:,.\\-]?\\s*");
  private static final Pattern ORDER_ANYWHERE =
      Pattern.compile("(?:\\bE\\.? ?O\\.?|EXECUTIVE ORDER)(?: NO\\.?)? ?(\\d{5})");
  private static final Pattern TAIL =
      Pattern.compile(
          "[,;.]?\\s*\\b(?:REASONS?\\b|DERIVED FROM|DERV\\b|DRV\\b|CLASSIFIED BY|CL BY|TAGS\\b).*$");
  private static final Pattern CLASSIFIED_BY_NUMBER =
      Pattern.compile("\\b(?:CLAS(?:SIFIED|SIF)?|CL) BY:? ?\\w*\\d\\w*[,;.]? ?");
  private static final Pattern DERIVED_FROM =
      Pattern.compile(
          "\\b(?:DERIVED FROM|DERV FR(?:O?M)|DRV (?:FROM|FM))\\b.*?"
              + "(?=\\b(?:DECLASSIFY|DECLAS|DECL)\\b)");
  private static final Pattern SOURCE_MARKED =
      Pattern.compile("\\bSOURCES?(?:\\(S\\))?(?: DOCUMENTS?)? MARKED\\b:?\\s*");
  private static final Pattern SOURCE_DATE =
      Pattern.compile(
          "[,;.(]*\\s*\\b(?:DATED?(?: OF)?(?: THE)?(?: MOST RECENT)? SOURCE(?: DOCUMENT)?"
              + "|SOURCE(?: DOCUMENT)? DATED?|(?<=MARKED.{1,40})DATED)\\b[:\\s]*(.*)$");
  private static final Pattern DOWNGRADE =
      Pattern.compile(
          "\\b(?:DNG|DOWNGRADED?)(?:\\s+TO)?:?\\s+(TOP SECRET|SECRET|CONFIDENTIAL|TS|S|C)\\s*(?:\\bON\\s*:?|:|,)?\\s*(?=[\\dA-Z])");
  private static final Pattern INDEFINITE =
      Pattern.compile(
          "INDEFINITE(?:LY)?|NEVER|PERMANENT(?:LY)?|TBD|TO BE DETERMINED|UNKNOWN|NOT KNOWN|PENDING"
              + "|IMPDET|(?:DATE )?IMPOSSIBLE TO DETERMINE|(?:CANNOT|CAN NOT) BE DETERMINED"
              + "|UNTIL FURTHER NOTICE|NO DATE|(?:SEE|PER|AS ON|AS) (?:THE )?(?:ATTACHED |ENCLOSED )?"
              + "(?:SOURCES?(?: LIST| DOCUMENTS?)?|LIST(?: OF SOURCES)?|ABOVE|BELOW|REVERSE|BIBLIOGRAPHY)"
              + "|MULTIPLE SOURCES|VARIOUS(?: SOURCES)?"
              + "|ORIGINATING AGENC(?:Y|IES)(?:'?S'?)?(?: DETERMINATION)?");
  private static final Pattern LEFT_TO_AGENCY = Pattern.compile("AGENC\\S{0,4} DETERM");
  private static final Pattern NEGATED =
      Pattern.compile("\\b(?:NOT|NEVER|CANNOT|WITHOUT)\\b[^.;:]{0,40}\\bDECLASS");

  private static final String UNLESS_EXTENDED =
      "\\b"
          + RevokedInstruction.UNLESS_EXTENDED
          + "(?: (?:BY|BEFORE|PRIOR TO)\\b(?:(?!\\b(?:IF|UNLESS|UNTIL|EXCEPT|OR)\\b)[^;])*)?";

  private static final Pattern EITHER =
      Pattern.compile("\\bWHICHEVER (?:IS|OCCURS|COMES) (?:EARLIER|FIRST|SOONER)\\b");

  /** With these the earlier of two ends is not what is meant, or not without more. */
  private static final Pattern LIMITED =
      Pattern.compile(
          "\\b(?:WHICHEVER|LATER|LATEST|LAST|LONGER|IF|UNLESS|PROVIDED|NOT|NEVER|NO|EXCEPT|ONLY)\\b");

  private final String verbatim;
  private final @Nullable LocalDate documentDate;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Downgrading> downgradings = new ArrayList<>();
  private @Nullable GoverningOrder order;
  private boolean sourceMarked;
  private @Nullable LocalDate sourceDate;
  private boolean labelled;
  private boolean negated;
  private String body = "";

  private InstructionGrammar(String verbatim, @Nullable LocalDate documentDate) {
    this.verbatim = verbatim;
    this.documentDate = documentDate;
  }

  /**
   * Reads one instruction.
   *
   * @param verbatim the words, or null
   * @param documentDate the date of the document that bears them, or null; decides the century of a
   *     two-digit year
   */
  public static InstructionReading read(
      @Nullable String verbatim, @Nullable LocalDate documentDate) {
    if (verbatim == null || verbatim.isBlank()) {
      return InstructionReading.without(Outcome.MISSING, List.of());
    }
    return new InstructionGrammar(verbatim, documentDate).read();
  }

  private InstructionReading read() {
    if (verbatim.codePointCount(0, verbatim.length()) > LONGEST) {
      return unreadable();
    }
    String fieldless = AuthorityFields.without(upper(verbatim));
    if (!fieldless.equals(upper(verbatim))
        && fieldless.chars().noneMatch(Character::isLetterOrDigit)) {
      // A block that says who and why, and not until when.
      return InstructionReading.without(Outcome.MISSING, List.of());
    }
    String text = plain(fieldless);
    text = withoutOrder(text);
    text = CLASSIFIED_BY_NUMBER.matcher(text).replaceAll(" ").strip();
    text = DERIVED_FROM.matcher(text).replaceAll(" ").strip();
    text = withoutSource(text);
    if (RevokedInstruction.in(text).isPresent()) {
      return unreadable();
    }
    text = withoutDowngradings(text);
    body = text;
    Optional<InstructionReading> named = InstructionWords.find(text, this::named);
    return named.orElseGet(new Rest(withoutLabel(text))::read);
  }

  /** Upper case, every character in its place. */
  private static String upper(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = Character.toUpperCase(characters[i]);
    }
    return new String(characters);
  }

  /** Upper case, plain quotes and dashes, single spaces. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\u2018\u2019\u201B`\u00B4]", "'")
        .replaceAll("[\u201C\u201D\"]", " ")
        .replaceAll("\\p{Pd}", "-")
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip();
  }

  private String withoutOrder(String text) {
    Matcher anywhere = ORDER_ANYWHERE.matcher(text);
    if (anywhere.find()) {
      order = order(String.valueOf(anywhere.group(1)));
    }
    Matcher label = ORDER_LABEL.matcher(text);
    if (label.find()) {
      labelled = true;
      return text.substring(label.end());
    }
    return text;
  }

  /** Any other number is not one of the orders on classification; the words stay as they are. */
  private static @Nullable GoverningOrder order(String number) {
    return Era.ofNumber(number).map(GoverningOrder::of).orElse(null);
  }

  private String withoutSource(String text) {
    Matcher date = SOURCE_DATE.matcher(text);
    String left = text;
    if (date.find()) {
      sourceMarked = true;
      List<DateText.Found> dates =
          DateText.in(String.valueOf(date.group(1)), documentDate, DateText.Side.NOT_AFTER);
      sourceDate = dates.isEmpty() ? null : dates.get(0).day();
      left = text.substring(0, date.start());
    }
    Matcher marked = SOURCE_MARKED.matcher(left);
    if (marked.find()) {
      sourceMarked = true;
      left = marked.replaceAll(" ");
    }
    return left.strip();
  }

  private String withoutDowngradings(String text) {
    Matcher m = DOWNGRADE.matcher(text);
    if (!m.find()) {
      return text;
    }
    List<DateText.Found> dates =
        DateText.in(text.substring(m.end()), documentDate, DateText.Side.NOT_BEFORE);
    if (dates.isEmpty() || dates.get(0).start() != 0) {
      return text;
    }
    LocalDate day = dates.get(0).day();
    if (day == null) {
      return text;
    }
    ClassificationLevel level =
        switch (String.valueOf(m.group(1)).charAt(0)) {
          case 'T' -> ClassificationLevel.TOP_SECRET;
          case 'S' -> ClassificationLevel.SECRET;
          default -> ClassificationLevel.CONFIDENTIAL;
        };
    downgradings.add(new Downgrading(day, level));
    String left = text.substring(0, m.start()) + " " + text.substring(m.end() + dates.get(0).end());
    return withoutDowngradings(left.replaceAll("^[\\s,;.]+|[\\s,;.]+$", ""));
  }

  private String withoutLabel(String text) {
    Matcher label = LABEL.matcher(text);
    String left = text;
    if (label.lookingAt()) {
      negated = NEGATED.matcher(text).region(0, label.end()).find();
      labelled = true;
      left = text.substring(label.end());
    }
    left = TAIL.matcher(left).replaceAll("");
    return left.replaceAll("^[\\s,;:.\\-]+|[\\s,;:.]+$", "");
  }

  private InstructionReading named(InstructionWords.Named named) {
    String rest = named.rest();
    List<DateText.Found> dates = DateText.in(rest, documentDate, DateText.Side.NOT_BEFORE);
    LocalDate date = null;
    if (!dates.isEmpty()) {
      LocalDate first = dates.get(0).day();
      if (first == null || dates.stream().anyMatch(d -> !first.equals(d.day()))) {
        return unreadable();
      }
      date = first;
    } else if ((named.kind() == InstructionKind.GDS || InstructionWords.wantsDate(named.kind()))
        && DateText.isDamaged(rest)) {
      // The schedule of E.O. 11652 has no date; one of E.O. 12065 is lost without it, and what
      // stands beside an exemption is not what it comes to without a date.
      return unreadable();
    } else if (InstructionWords.wantsDate(named.kind())) {
      String left = withoutLabel(rest);
      if (!left.isEmpty() && DateText.isPartial(left)) {
        findings.add(
            EraRules.INCOMPLETE_DATE.warns("The date beside the instruction is incomplete."));
      }
      if (InstructionWords.isIncompleteWithoutDate(named.kind())
          && !(named.kind() == InstructionKind.ADS && EventWords.speakOf(left))) {
        return InstructionReading.incomplete(named.kind(), downgradings, findings);
      }
      if (EventWords.speakOf(left)) {
        return done(named, null, left);
      }
    } else if (InstructionWords.leavesOpen(named.kind()) && dayOfEnd()) {
      return unreadable();
    }
    return done(named, date, null);
  }

  /** Whether a day after the document's own stands beside; its own day is often written again. */
  private boolean dayOfEnd() {
    LocalDate own = documentDate;
    return own != null
        && DateText.in(body, own, DateText.Side.NOT_BEFORE).stream()
            .filter(d -> !body.substring(d.start(), d.end()).matches(".*\\bY(?:EA)?RS?\\b.*"))
            .map(DateText.Found::day)
            .anyMatch(d -> d != null && d.isAfter(own));
  }

  private InstructionReading done(
      InstructionWords.Named named, @Nullable LocalDate date, @Nullable String event) {
    return InstructionReading.of(
        new DeclassificationInstruction(
            named.kind(),
            verbatim,
            date,
            event,
            named.number(),
            named.exemptions(),
            sourceMarked,
            sourceDate,
            order,
            downgradings),
        findings);
  }

  private InstructionReading unreadable() {
    findings.add(
        InstructionRules.UNREADABLE.broken(
            "The declassification instruction is of no known form."));
    return InstructionReading.without(Outcome.UNREADABLE, findings);
  }

  /** What names no kind of its own: a date, an event, or nothing that can be read. */
  private final class Rest {
    private final String text;

    Rest(String text) {
      this.text = text;
    }

    InstructionReading read() {
      if (negated) {
        return unreadable();
      }
      if (text.isEmpty() && !downgradings.isEmpty() && !labelled && !sourceMarked) {
        // A downgrading alone: nothing was begun that would be incomplete.
        return new InstructionReading(Outcome.MISSING, null, null, downgradings, findings);
      }
      if (text.isEmpty() || INDEFINITE.matcher(text).matches()) {
        if (!labelled && !sourceMarked && text.isEmpty()) {
          return unreadable();
        }
        if (!text.isEmpty()) {
          findings.add(
              EraRules.INCOMPLETE_DATE.warns(
                  "The words name neither a day nor an event; they stand as no instruction does."));
        }
        return InstructionReading.incomplete(null, downgradings, findings);
      }
      if (text.matches("N/?A|NOT APPLICABLE|NONE")) {
        return InstructionReading.without(Outcome.NOT_APPLICABLE, findings);
      }
      List<DateText.Found> dates = DateText.in(text, documentDate, DateText.Side.NOT_BEFORE);
      if (!dates.isEmpty()) {
        return dated(dates);
      }
      if (DateText.isPartial(text)) {
        findings.add(
            EraRules.INCOMPLETE_DATE.warns(
                "The date is incomplete: day, month and year are needed."));
        return InstructionReading.incomplete(null, downgradings, findings);
      }
      if (LEFT_TO_AGENCY.matcher(text).find()) {
        // What stands for OADR, damaged, is no event.
        return unreadable();
      }
      if (EventWords.speakOf(text) || (labelled && EventWords.mayBe(text))) {
        findings.add(EraRules.READ_AS_EVENT.notes("The words are read as an event."));
        return done(InstructionWords.Named.of(InstructionKind.EVENT), null, text);
      }
      return unreadable();
    }

    private InstructionReading dated(List<DateText.Found> dates) {
      LocalDate day = dates.get(0).day();
      if (day == null || dates.stream().anyMatch(d -> !day.equals(d.day()))) {
        return unreadable();
      }
      StringBuilder beside = new StringBuilder(text);
      for (int i = dates.size() - 1; i >= 0; i--) {
        beside.replace(dates.get(i).start(), dates.get(i).end(), " ");
      }
      String words =
          beside
              .toString()
              .replaceAll(UNLESS_EXTENDED, " ")
              .replaceAll("\\b(?:TOP SECRET|SECRET|CONFIDENTIAL|ON|DATE|DECLASSIFY|DECL)\\b", " ")
              .replaceAll("[\\s,;:.()\\-]+", " ")
              .strip();
      if (words.isEmpty() || words.equals("AFTER")) {
        return done(InstructionWords.Named.of(InstructionKind.DATE), day, null);
      }
      Matcher either = EITHER.matcher(words);
      if (either.find()) {
        String event = either.replaceAll("").strip().replaceAll("^OR | OR$", "").strip();
        return done(
            InstructionWords.Named.of(InstructionKind.DATE), day, event.isEmpty() ? null : event);
      }
      String other = words.startsWith("OR ") ? words.substring("OR ".length()) : "";
      if (EventWords.speakOf(other) && !LIMITED.matcher(other).find()) {
        return done(InstructionWords.Named.of(InstructionKind.DATE), day, other);
      }
      return unreadable();
    }
  }
}
