package org.glasnost.reading;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a sentence about declassification or review from an instruction. An instruction is an
 * imperative ("Declassify on …") or says what will become of the document itself ("This document
 * will be declassified on …"); a sentence in which somebody else acts, or something else is acted
 * on, is neither.
 */
final class InstructionProse {
  /** Whoever these stand before acts, or asks somebody to. */
  private static final Set<String> ACTING =
      Set.of(
          "WILL", "SHALL", "MAY", "MUST", "SHOULD", "WOULD", "CAN", "COULD", "MIGHT", "CANNOT",
          "OUGHT", "DO", "DOES", "DID", "TO", "I", "WE", "YOU", "THEY", "HE", "SHE", "IT", "WHO",
          "LET", "HELP", "PLEASE", "KINDLY");

  /** What these stand before is a thing that is told of. */
  private static final Set<String> TELLING =
      Set.of(
          "THE",
          "A",
          "AN",
          "THIS",
          "THAT",
          "OUR",
          "THEIR",
          "HIS",
          "HER",
          "ITS",
          "EACH",
          "EVERY",
          "ANY",
          "NO",
          "UPON",
          "AFTER",
          "DURING",
          "BEFORE",
          "FOLLOWING",
          "OF",
          "IN",
          "AT",
          "FROM",
          "WITH");

  /** In front of a schedule that the document is under. */
  private static final Pattern SUBJECT_TO = Pattern.compile("(?i)\\bsubject\\s{1,3}to$");

  private static final int LONGEST_SUBJECT = 14;
  private static final String REQUIRED = "required";
  private static final Set<String> JOINING = Set.of("AND", "THEN", "OR");
  private static final Set<String> PAST =
      Set.of("WAS", "WERE", "BEEN", "HAS", "HAVE", "HAD", "BEING", "GOT");

  /** With what an instruction begins that goes on behind "and". */
  private static final Pattern BEGUN =
      Pattern.compile(
          "[\\s(\"]*(?:DOWNGRADE|DNG|DECL|REVIEW|CLASSIFIED|GROUP|AUTOMATIC|EXEMPT|EXCLUDED|SUBJECT"
              + "|REGRADE|HOLD|MAINTAIN|THIS)[A-Z]*\\b");

  /** The document itself, as the subject of what will become of it. */
  private static final Pattern ITSELF =
      Pattern.compile(
          "\\b(?:THIS|DOCUMENT|MEMORANDUM|TELEGRAM|MESSAGE|CABLE|AIRGRAM|LETTER|REPORT|PAPER|STUDY"
              + "|ESTIMATE|NOTE|RECORD|INFORMATION|MATERIAL|CONTENTS?|ENCLOSURE|ATTACHMENT)\\b");

  private static final Pattern OBJECT =
      Pattern.compile(",?\\s{1,3}(?:the|those|their|our|his|her|any|whether|how)\\s");

  /** Behind what is told of: what became of it. */
  private static final Pattern PREDICATE =
      Pattern.compile(
          "\\s{1,3}(?:was|were|is|are|has|have|had|will|would|may|might|can|could|shall|should|must"
              + "|did|does|(?:and\\s{1,3}[A-Z]{2,5}\\s{1,3})?(?:markings?|stamps?|legends?|notations?)\\s"
              + "[a-z]{2,20})\\s");

  /** Behind a designator in capitals: a sentence or a title goes on with words of its own. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          " {1,2}(?!(?:DOWNGRAD|EXCLUDED|EXEMPT|DECL|AUTOMATIC|CLASSIFIED|UNLESS|REVIEW|NOT|REGRADE|REASON|DERV|DRV|DERIVED|SOURCE|EXT|MARKED|DATED)[A-Z]*)"
              + "[A-Z]{4,14}\\s{1,2}(?:AT|IN|OF|FOR|TO|THE|WITH|FROM|STATUS|PROGRAM|MEETING|PURCHASE)\\b");

  /** What an instruction never asks. */
  private static final Pattern ASKING =
      Pattern.compile(
          "(?i)\\b(?:on|upon|by|until|after)\\s{1,3}(?:what|which|whose)\\b|[a-z]{3}\\?\\s*$");

  /** What stands in front of a designator that is meant, in small letters too. */
  private static final Set<String> LEADING = Set.of("on", "by", "until", "date", "decl");

  private InstructionProse() {}

  /** Whether the words are ones that a sentence may hold as its verb or its noun. */
  private static boolean mayBeSpoken(String upper, int from) {
    return upper.startsWith("DECLASSIF", from)
        || upper.startsWith("REVIEW", from)
        || upper.startsWith("AUTOMATICALLY", from)
        || isPassive(upper, from);
  }

  private static boolean isPassive(String upper, int from) {
    return upper.startsWith("WILL", from)
        || upper.startsWith("SHALL", from)
        || upper.startsWith("IS", from)
        || (upper.startsWith("TO", from) && !Character.isLetter(upper.charAt(from + 2)));
  }

  /**
   * Whether a sentence is told here, with somebody who acts or something else that is acted on.
   *
   * @param block whether the text is known to be an authority block: there only who acts counts
   */
  static boolean stands(String text, String upper, int from, boolean block) {
    if (!mayBeSpoken(upper, from)) {
      return false;
    }
    int end = verbless(upper, from);
    int start = wordStart(upper, end);
    if (start == end) {
      return false;
    }
    String before = upper.substring(start, end);
    boolean runsOn = Character.isLowerCase(text.charAt(from));
    if (upper.startsWith("AUTOMATICALLY", from) || isPassive(upper, from)) {
      return PAST.contains(before) || (!block && isOfAnother(upper, start, end, runsOn));
    }
    if (ACTING.contains(before)) {
      return !(before.equals("TO") && endsWith(upper, start, "SUBJECT"));
    }
    if (block) {
      return false;
    }
    if (TELLING.contains(before)) {
      return true;
    }
    if (JOINING.contains(before)) {
      return runsOn && !BEGUN.matcher(upper).region(clause(upper, start), start).lookingAt();
    }
    return runsOn && hasLower(text, start, end);
  }

  /** Whether what is told in the passive is told of something else than the document. */
  private static boolean isOfAnother(String upper, int start, int end, boolean runsOn) {
    int clause = clause(upper, start);
    return runsOn
        && upper.substring(clause, end).strip().indexOf(' ') > 0
        && !ITSELF.matcher(upper).region(clause, end).find();
  }

  /** Whether the words say what shall not be done. */
  static boolean isNegated(String upper, int from) {
    if (!mayBeSpoken(upper, from)) {
      return false;
    }
    int end = verbless(upper, from);
    int start = wordStart(upper, end);
    return (end - start == 3 && upper.startsWith("NOT", start))
        || (end - start == 5 && upper.startsWith("NEVER", start));
  }

  /** Whether words are what a sentence goes on to tell of, or what it asks. */
  static boolean isTold(String text, int from, int to) {
    return PREDICATE.matcher(text).region(to, text.length()).lookingAt()
        || ASKING.matcher(text).region(from, to).find()
        || GOES_ON.matcher(text).region(to, text.length()).lookingAt()
        || requires(text, from, to);
  }

  /** "… determination required three weeks": the last word is the verb of a sentence. */
  private static boolean requires(String text, int from, int to) {
    return to - from > REQUIRED.length()
        && text.startsWith(REQUIRED, to - REQUIRED.length())
        && to + 1 < text.length()
        && text.charAt(to) == ' '
        && Character.isLowerCase(text.charAt(to + 1));
  }

  /** Whether a designator stands in the midst of a sentence, between words in small letters. */
  static boolean isMentioned(String text, int from, int to) {
    int end = from;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLowerCase(text.charAt(start - 1))) {
      start--;
    }
    boolean within = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
    return start < end
        && !within
        && to + 1 < text.length()
        && text.charAt(to) == ' '
        && Character.isLowerCase(text.charAt(to + 1))
        && !LEADING.contains(text.substring(start, end))
        && !SUBJECT_TO.matcher(text).region(Math.max(0, end - LONGEST_SUBJECT), end).find();
  }

  /** Whether something to be acted on follows, so that the words are a request. */
  static boolean hasObject(String text, String upper, int from, int to) {
    return mayBeSpoken(upper, from) && OBJECT.matcher(text).region(to, text.length()).lookingAt();
  }

  /** The end of the word in front, adverbs passed over. */
  private static int verbless(String upper, int from) {
    int end = wordEnd(upper, from);
    int start = wordStart(upper, end);
    while (end - start > 2 && upper.startsWith("LY", end - 2)) {
      end = wordEnd(upper, start);
      start = wordStart(upper, end);
    }
    return end;
  }

  /** The end of the word in front, over blanks and one line break; the place itself for none. */
  private static int wordEnd(String upper, int from) {
    int at = from;
    int breaks = 0;
    while (at > 0 && Character.isWhitespace(upper.charAt(at - 1))) {
      at--;
      breaks += upper.charAt(at) == '\n' ? 1 : 0;
    }
    return breaks > 1 ? from : at;
  }

  private static int wordStart(String upper, int end) {
    int at = end;
    while (at > 0 && Character.isLetter(upper.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean endsWith(String upper, int end, String word) {
    int at = wordEnd(upper, end);
    return upper.startsWith(word, at - word.length());
  }

  /** Where the sentence begins. */
  private static int clause(String upper, int from) {
    int at = from;
    while (at > 0 && ".;:!?".indexOf(upper.charAt(at - 1)) < 0) {
      at--;
    }
    return at;
  }

  private static boolean hasLower(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
