package org.glasnost.reading;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a sentence stands in which a paper speaks of itself; what it says {@link AboutItself}
 * reads.
 *
 * @param noun what the paper calls itself, or null
 * @param verb the verb, or the sign in its place
 * @param reported whether another sentence reports it, or it is quoted
 * @param from where it begins
 * @param behind where its verb ends
 * @param to where it ends
 */
record OwnSentence(
    @Nullable String noun, String verb, boolean reported, int from, int behind, int to) {
  private static final String NOUN =
      "(DOCUMENT|MATERIAL|MEMO(?:RANDUM)?|MEMORANDA|LETTER|PAGE|MESSAGE|CABLE|TELEGRAM|AIRGRAM|REPORT"
          + "|PAPER|PUBLICATION|FILE|FOLDER|STUDY|ESTIMATE|ENCLOSURE|ATTACHMENT|INCLOSURE|ANNEX|SHEET"
          + "|TRANSMITTAL|DRAWING|FILM|MAP|BOOK|BOOKLET|VOLUME|COPY|DISPATCH|DESPATCH|RECORD|SUMMARY"
          + "|BRIEFING|NOTE|NOTEBOOK|MANUAL|PLAN|ITEM|INFORMATION|CORRESPONDENCE|COMMUNICATION|TRANSCRIPT"
          + "|BULLETIN|MINUTES|PRODUCT|ISSUE|DIGEST|TEXT|EQUIPMENT|MEDIUM|TAPE)";
  private static final String VERB =
      "(CONTAINS?|CONTAINING|INCLUDES?|BEARS?|CARRIES|CARRY|INVOLVES?|HOLDS?|TRANSMITS?|COVERS?|REVEALS?"
          + "|IS|ARE|BECOMES?|REMAINS?|HAS|HAVE|MUST|SHALL|WILL|CANNOT|WAS|WERE|SHOULD|MAY|MIGHT|CAN"
          + "|COULD|WOULD|HAD|TO\\s{1,3}BE|NOT)";
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?<![A-Z])(?:(?:(?:THIS|THESE|THE\\s{1,3}(?:ATTACHED|ENCLOSED))\\s{1,3}(?:[A-Z-]{2,14}\\s{1,3}){0,2}?"
              + NOUN
              + "S?(?:\\s{1,3}\\([^)\\n]{1,40}\\)|,[^,.\\n]{1,40},)?\\s{1,3}"
              + "|THE\\s{1,3}(?:INFORMATION|MATERIAL|DATA|MATTER)\\s{1,3}(?:CONTAINED\\s{1,3}|ATTACHED\\s{1,3}|ENCLOSED\\s{1,3})?"
              + "(?:HEREIN|HERETO|HEREWITH|IN\\s{1,3}THIS\\s{1,3}[A-Z]{4,12})\\s{1,3})"
              + VERB
              + "|(?:(?:THE\\s{1,3})?(?:OVERALL|SECURITY|HIGHEST)\\s{1,3}){0,2}CLASSIFICATION\\s{1,3}OF\\s{1,3}"
              + "(?:THIS|THE|THE\\s{1,3}ATTACHED)\\s{1,3}(?:[A-Z-]{2,14}\\s{1,3}){0,2}?"
              + NOUN
              + "S?\\s{0,3}(?:\\([^)\\n]{1,40}\\)\\s{0,3})?(IS|[:=-]{1,2})"
              + "|(?:OVERALL|DOCUMENT|SECURITY)\\s{1,3}CLASSIFICATION\\s{1,3}(IS)"
              + "|(?<=\\n|^)\\W{0,8}(CONTAINS?"
              // Within a line of markings CONTAINS CODEWORD is a word of the register.
              + "(?!\\s{1,8}CODE\\s?WORD\\s{0,8}(?:[,;/]|\\s(?:NIACT|FLASH|IMMEDIATE|PRIORITY|ROUTINE"
              + "|DEFERRED|EMERGENCY|OPERATIONAL)))"
              + "|(?:TO|MUST|SHALL|WILL)\\s{1,3}BE\\s{1,3}(?:HANDLED|PROTECTED|SAFEGUARDED)))"
              + "(?![A-Z])");

  /** Between the verb and its level. */
  static final Set<String> LEADING =
      Set.of(
          "CLASSIFIED",
          "CLASSIFICATION",
          "OVERALL",
          "NOW",
          "STILL",
          "HEREBY",
          "TO",
          "BE",
          "BEEN",
          "REGRADED",
          "UPGRADED",
          "GRADED",
          "MARKED",
          "ASSIGNED",
          "THE",
          "A",
          "AN",
          "AS",
          "AT",
          "LEVEL",
          "HANDLED",
          "TREATED",
          "PROTECTED",
          "SAFEGUARDED",
          "CONSIDERED",
          "IN",
          "ITS",
          "ENTIRETY",
          "OR",
          "AND",
          "HAS",
          "HAVE",
          "MUST",
          "SHALL",
          "WILL",
          "IS",
          "ARE",
          "BOTH",
          "NO",
          "NOT",
          "LONGER",
          "NEVER",
          "HIGHEST",
          "SECURITY",
          "CATEGORY",
          "ONLY",
          "US",
          "U.S");

  private static final Pattern REPORTED =
      Pattern.compile(
          "(?:(?<![A-Z])(?:THAT|WHETHER|IF|SAYS?|SAID)[,:]?\\s{1,3}|[\"\u201c\u2018'])\\z");

  /** Of each beginning what no other word shares, in small letters and in capitals. */
  private static final String[] SIGNS = {
    "This ",
    "this ",
    "This\n",
    "this\n",
    "hese ",
    "lassification ",
    "ttached ",
    "nclosed ",
    "herein",
    "Contain"
  };

  private static final String[] CAPITAL_SIGNS = {
    "THIS ",
    "THIS\n",
    "HESE ",
    "LASSIFICATION ",
    "TTACHED ",
    "NCLOSED ",
    "HEREIN",
    "HERETO",
    "HEREWITH",
    "CONTAIN",
    "TO BE ",
    "BE HANDLED"
  };

  private static final Pattern ENCLOSED =
      Pattern.compile("THE\\s{1,3}(?:ATTACHED|ENCLOSED)(?![A-Z])");
  private static final int FAR = 12;
  private static final int LONGEST = 300;
  private static final int MOST_BREAKS = 3;

  /** The first such sentence that begins at the place or behind it; null where there is none. */
  static @Nullable OwnSentence after(Draft draft, Lexicon lexicon, int place) {
    String upper = draft.upper();
    Matcher subject = SUBJECT.matcher(upper);
    if (place >= upper.length() || !subject.find(place)) {
      return null;
    }
    String before = upper.substring(Math.max(0, subject.start() - FAR), subject.start());
    int from = subject.start();
    int behind = subject.end();
    boolean enclosed = ENCLOSED.matcher(upper).region(from, behind).lookingAt();
    String noun = enclosed ? "ENCLOSURE" : subject.group(subject.group(1) == null ? 3 : 1);
    String verb = verb(subject);
    int next = subject.find(behind) ? subject.start() : -1;
    return new OwnSentence(
        noun,
        verb,
        REPORTED.matcher(before).find(),
        from,
        behind,
        Math.min(end(draft.text(), lexicon, behind), next < 0 ? upper.length() : next));
  }

  private static String verb(Matcher subject) {
    for (int group : new int[] {2, 4, 5, 6}) {
      if (subject.group(group) != null) {
        return subject.group(group);
      }
    }
    throw new IllegalStateException("a subject has a verb");
  }

  /** Cheap test: whether a word stands in the text with which such a sentence begins. */
  static boolean mayStand(String text) {
    return mayStand(text, LineSigns.hasCapitals(text));
  }

  /** The same where it is known already whether two capitals stand side by side in the text. */
  static boolean mayStand(String text, boolean capitals) {
    return has(text, SIGNS) || (capitals && has(text, CAPITAL_SIGNS));
  }

  private static boolean has(String text, String[] signs) {
    for (String sign : signs) {
      if (text.contains(sign)) {
        return true;
      }
    }
    return false;
  }

  /** Whether such a sentence begins in a line. */
  static boolean begins(Piece line) {
    return line.signs().maySpeakOfItself() && SUBJECT.matcher(line.upper()).find();
  }

  /** Whether such a sentence begins in a line and does not end there. */
  static boolean runsOn(Piece line) {
    if (!line.signs().maySpeakOfItself() || line.text().endsWith(".")) {
      return false;
    }
    Matcher subject = SUBJECT.matcher(line.upper());
    int last = -1;
    while (subject.find()) {
      last = subject.end();
    }
    return last >= 0 && line.text().indexOf(". ", last) < 0;
  }

  /** The first such sentence of a long line; null where there is none. */
  static @Nullable Sentence in(String line) {
    Matcher subject = mayStand(line) ? SUBJECT.matcher(Draft.upper(line)) : null;
    if (subject == null || !subject.find()) {
      return null;
    }
    int end = line.indexOf(". ", subject.end());
    int most = Math.min(line.length(), subject.end() + LONGEST);
    return new Sentence(subject.start(), end < 0 ? most : Math.min(end + 1, most));
  }

  private static int end(String text, Lexicon lexicon, int from) {
    int most = Math.min(text.length(), from + LONGEST);
    int breaks = 0;
    for (int i = from; i < most; i++) {
      char c = text.charAt(i);
      boolean gap = i + 1 >= text.length() || Character.isWhitespace(text.charAt(i + 1));
      boolean initial =
          i > 1 && Character.isUpperCase(text.charAt(i - 1)) && text.charAt(i - 2) == '.';
      if ((c == '.' && gap && !initial) || c == ';' || c == '"' || c == '\u201d') {
        return i;
      }
      if (c == '\n' && (++breaks > MOST_BREAKS || isOwnLine(text, lexicon, i, from))) {
        return i;
      }
    }
    return most;
  }

  /** Whether the next line is blank, a portion, or a marking of its own. */
  private static boolean isOwnLine(String text, Lexicon lexicon, int at, int from) {
    int next = text.indexOf('\n', at + 1);
    int end = Math.min(next < 0 ? text.length() : next, at + LONGEST);
    if (LineSigns.isBlank(text, at, end)) {
      return true;
    }
    List<Word> line = Word.in(text, at, end);
    if (line.isEmpty() || text.substring(at, end).stripLeading().startsWith("(")) {
      return true;
    }
    List<Word> above = Word.in(text, Math.max(from, at - FAR * 2), at);
    if (above.isEmpty() || LEADING.contains(above.get(above.size() - 1).upper())) {
      return false;
    }
    int i = 0;
    while (i < line.size()) {
      Lexicon.Match match = lexicon.at(text, line, i);
      if (match == null || !line.get(i).isUpper()) {
        return false;
      }
      i = match.next();
    }
    // RESTRICTED / DATA: the break is inside a word.
    List<Word> both = Word.in(text, Math.max(from, at - FAR * 2), end);
    for (int j = 0; j < above.size() && j < both.size(); j++) {
      Lexicon.Match match = lexicon.at(text, both, j);
      if (match != null && match.next() > above.size()) {
        return false;
      }
    }
    return true;
  }
}
