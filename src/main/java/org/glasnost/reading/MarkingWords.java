package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.Countries;
import org.glasnost.marking.Marking;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The words of a marking without those of the document. A line that begins as a marking may go on
 * as a sentence, {@code SECRET: the tunnel is open}; whoever may know of a document, but not read
 * it, is shown what marks it and nothing of what it tells. Words of the register stand as they are
 * written, names of those to whom it goes and of programs among them; the words of an instruction
 * stand as far as they are an instruction's. Whatever else stands there is {@value #LEFT_OUT}.
 */
public final class MarkingWords {
  /** Stands for any number of words that are not the marking's. */
  public static final String LEFT_OUT = "…";

  /** What a finding says of whose rule nothing is written down. */
  private static final String UNTOLD =
      "What this is about is shown to whoever may read the document.";

  /** Stands for the words of an event; read again, it is one. */
  private static final String EVENT = "(the event named)";

  /** Anything that is neither a blank nor a sign of punctuation: letters come in many guises. */
  private static final String LETTER = "[^\\s\\p{P}\\p{Sm}\\p{Sc}\\p{Sk}]";

  private static final Pattern WORD = Pattern.compile(LETTER + "(?:" + LETTER + "|[.'’/()&-])*");
  private static final Pattern LEFT_OUT_TWICE =
      Pattern.compile(LEFT_OUT + "(?:[^\\p{L}\\p{N}" + LEFT_OUT + "]*" + LEFT_OUT + ")+");

  /** Dates, paragraphs, groups, exemptions and case numbers: {@code 1.4(c)}, {@code 25X1}. */
  private static final Pattern NUMBER =
      Pattern.compile("\\d[\\dA-Z/&-]*|(?:X|XGDS-?|GROUP-?|SIGMA-?)\\d|M?[A-Z]\\d\\d-\\d+|[A-H]");

  private static final Set<String> JOINING = Set.of("FOR", "TO", "AND", "ONLY", "FROM");

  /** Words of instructions, authority blocks and stamps, whatever is said with them. */
  private static final Set<String> FORMS =
      words(
          "DECLASSIFY DECLASSIFIED DECLASSIFICATION DECLASSIFIES DECLAS DECLASS DECL DNG "
              + "DOWNGRADE DOWNGRADED DOWNGRADING FILLED REGRADED AUTOMATICALLY AUTOMATIC ON BY "
              + "AT TO OF FROM FOR AFTER UPON WHEN AND OR IN THE NOT DATE DATED SOURCE SOURCES "
              + "MULTIPLE MARKED EVENT REVIEW REVIEWED YEAR YEARS INTERVAL INTERVALS GROUP "
              + "EXCLUDED EXEMPT EXEMPTED EXEMPTION CATEGORY GENERAL SCHEDULE GDS ADS XGDS RDS "
              + "OADR ORIGINATING ORIGINATOR AGENCY AGENCYS DETERMINATION REQUIRED MR MANUAL NA "
              + "N/A APPLICABLE RD FRD TFNI PORTIONS SEE EXECUTIVE ORDER EO SECTION SEC "
              + "AUTHORITY DNI DCI HUM WMD TREATY CLASSIFIED CLASSIFICATION CLASS CL DERIVED "
              + "DRV DERIVATIVE REASON REASONS SUBJECT INDEFINITE INDEFINITELY SEPARATED "
              + "ATTACHED DETACHED ENCLOSURE ENCLOSURES ATTACHMENT ATTACHMENTS TOP SECRET "
              + "CONFIDENTIAL RESTRICTED UNCLASSIFIED LIMITED OFFICIAL USE RELEASED APPROVED "
              + "RELEASE FULL PART NARA NLS CASE");

  /** What begins the lists of owners and of those to whom it is released. */
  private static final Set<String> LISTS =
      words(
          "REL DISPLAY ONLY EYES JOINT FGI FOREIGN GOVERNMENT INFORMATION AUTHORIZED US "
              + "UK TS S C R U NATO COSMIC ATOMAL BOHEMIA BALK");

  /** What a word of a level may be a damaged form of; several of them run together too. */
  private static final Set<String> LEVELS =
      words(
          "SECRET CONFIDENTIAL RESTRICTED UNCLASSIFIED TOP TOPSECRET OFFICIAL LIMITED USE "
              + "LIMITEDOFFICIALUSE OFFICIALUSEONLY CLASSIFIED CUI LOU TS S C R U");

  /** The most steps of recognition from a word to the level that it is taken for. */
  private static final int STEPS = 3;

  private static final Set<String> MONTHS =
      words(
          "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER "
              + "DECEMBER JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC");

  private MarkingWords() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /** The text of a reading in the words of its marking; wholly a marking, it is the text. */
  public static String of(Reading reading) {
    String text = reading.text();
    StringBuilder words = new StringBuilder();
    int at = 0;
    for (Span span : reading.spans()) {
      int from = Math.max(at, text.offsetByCodePoints(0, span.from()));
      int to = Math.max(from, text.offsetByCodePoints(0, span.to()));
      words.append(masked(text.substring(at, from), JOINING::contains));
      words.append(of(text.substring(from, to), span.meaning(), reading));
      at = to;
    }
    words.append(masked(text.substring(at), JOINING::contains));
    return LEFT_OUT_TWICE.matcher(words).replaceAll(LEFT_OUT).strip();
  }

  /** An instruction in the words of instructions; null where there is none. */
  public static @Nullable String of(DeclassificationText declassification) {
    String text = declassification.text();
    return text == null ? null : instruction(text, declassification.instruction());
  }

  /**
   * A reading of which nothing tells more than the words of the marking. What its parts mean stays,
   * with their places; a finding keeps its rule and its place.
   */
  public static Reading outline(Reading reading) {
    String words = of(reading);
    List<Finding> findings =
        reading.findings().stream().map(finding -> outline(finding, words)).toList();
    if (words.equals(reading.text())) {
      return findings.equals(reading.findings()) ? reading : reading.withFindings(findings);
    }
    Marking marking = reading.marking();
    String foreign = marking.nonUs();
    DeclassificationText declassification =
        new DeclassificationText(
            reading.declassification().instruction(), of(reading.declassification()));
    return new Reading(
        words,
        marking
            .withOwner(
                foreign == null ? null : of(foreign, Span.Meaning.NON_US, reading),
                countries(marking.joint()))
            .withSources(countries(marking.fgi())),
        reading.precedence(),
        declassification,
        spans(reading),
        List.of(),
        reading.caseNumbers(),
        null,
        reading.era(),
        reading.confidence(),
        reading.needsReview(),
        findings);
  }

  private static List<String> countries(List<String> codes) {
    return codes.stream()
        .map(code -> code.equals("FGI") || Countries.isKnown(code) ? code : LEFT_OUT)
        .distinct()
        .toList();
  }

  private static List<Span> spans(Reading reading) {
    List<Span> spans = new ArrayList<>();
    for (Span span : reading.spans()) {
      String words = of(span.text(), span.meaning(), reading);
      spans.add(new Span(span.from(), span.to(), words, span.meaning()));
    }
    return spans;
  }

  /**
   * The rule itself in place of what it says of this text, which may quote any of it; the token and
   * what could stand for it where both are the marking's.
   */
  private static Finding outline(Finding finding, String words) {
    String token = finding.token();
    boolean own = token != null && words.contains(token);
    String suggestion = finding.suggestion();
    return new Finding(
        finding.rule(),
        finding.severity(),
        ReadingRule.of(finding.rule()).map(ReadingRule::sentence).orElse(UNTOLD),
        finding.at(),
        own ? token : null,
        own && suggestion != null && masked(suggestion, MarkingWords::isOwn).equals(suggestion)
            ? suggestion
            : null,
        finding.cites());
  }

  private static boolean isOwn(String word) {
    return isInstruction(word) || ofOwners(word) || resembles(word);
  }

  private static String of(String text, Span.Meaning meaning, Reading reading) {
    return switch (meaning) {
      case LEVEL -> resembles(text) ? text : masked(text, MarkingWords::resembles);
      case CONTROL, CODEWORD, SCI, SAP, AEA, CUI, PRECEDENCE, RECIPIENT, CASE_NUMBER -> text;
      case NON_US -> isForeign(text) ? text : masked(text, MarkingWords::ofOwners);
      case FGI, JOINT, REL_TO, DISPLAY_ONLY -> masked(text, MarkingWords::ofOwners);
      case INSTRUCTION -> instruction(text, reading.declassification().instruction());
      case AUTHORITY -> begun(text, MarkingWords::isInstruction, LEFT_OUT);
      case STAMP -> masked(text, MarkingWords::isInstruction);
      case UNKNOWN -> LEFT_OUT;
    };
  }

  private static String instruction(String text, @Nullable String kind) {
    if ("EVENT".equals(kind)) {
      return begun(text, word -> isForm(word) && !word.equals("THE"), EVENT);
    }
    return kind == null
        ? begun(text, MarkingWords::isInstruction, LEFT_OUT)
        : masked(text, MarkingWords::isInstruction);
  }

  /** A text as far as its words are of a kind; {@code rest} stands for all from the first other. */
  private static String begun(String text, Predicate<String> kept, String rest) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (!kept.test(plain(words.group()))) {
        return (text.substring(0, words.start()).stripTrailing() + " " + rest).strip();
      }
    }
    return text;
  }

  private static String masked(String text, Predicate<String> kept) {
    Matcher words = WORD.matcher(text);
    return LEFT_OUT_TWICE
        .matcher(
            words.replaceAll(
                word ->
                    Matcher.quoteReplacement(
                        kept.test(plain(word.group())) ? word.group() : LEFT_OUT)))
        .replaceAll(LEFT_OUT);
  }

  private static boolean isForm(String word) {
    return FORMS.contains(word);
  }

  private static boolean isInstruction(String word) {
    return isForm(word) || MONTHS.contains(word) || NUMBER.matcher(word).matches();
  }

  private static boolean ofOwners(String word) {
    return isForm(word) || LISTS.contains(word) || Countries.isKnown(word);
  }

  /** A foreign level that the register of historic markings has as it stands. */
  private static boolean isForeign(String text) {
    return MarkingRegister.historic().form(RegisterCategory.FOREIGN, text.toUpperCase(Locale.ROOT))
        != null;
  }

  /** Whether letters are those of a level, perhaps damaged, however they are parted. */
  private static boolean resembles(String text) {
    String letters = plain(text).replaceAll("[\\s/_-]+", "");
    return LEVELS.stream()
        .anyMatch(
            level ->
                level.equals(letters)
                    || (level.length() > 2 && Confusion.steps(letters, level) <= STEPS));
  }

  /** In capitals, without the signs inside: {@code Agency's} is {@code AGENCYS}. */
  private static String plain(String word) {
    return word.toUpperCase(Locale.ROOT).replaceAll("[.'’()]", "");
  }
}
