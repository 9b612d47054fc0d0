package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.RegisterEntry;

/**
 * The named list of EYES ONLY, ONLY and EXCLUSIVE FOR: its names as they stand, parted by commas,
 * {@code AND} and {@code &}.
 *
 * @param names the names, verbatim
 * @param from index of the first, in Java's units
 * @param to index after the last
 * @param rest index after the sentence into which the list goes over; {@code to} where it does not
 */
record NamedList(List<String> names, int from, int to, int rest) {
  private static final Pattern FOR = Pattern.compile("[\\s:,-]{0,4}(?:F[O0Q]R|T[O0])[\\s:]{1,3}");
  private static final Pattern PARTING =
      Pattern.compile("\\s*[,;/]\\s*(?:AND\\s+)?|\\s+AND\\s+|\\s*&\\s*");
  private static final String OFFICE =
      "(?:THE\\s)?(?:PRESIDENT|VICE|SECRETARY|SECSTATE|SECDEF|AMBASSADOR|AMB|DIRECTOR|CHARG|UNDER"
          + "|ASSISTANT|DEPUTY|MINISTER|GENERAL|ADMIRAL|ACTING|COUNSELOR|SENATOR|CHIEF)\\b";
  private static final Pattern OFFICE_FIRST =
      Pattern.compile("[\\s:,\\u2013\\u2014-]{1,3}(?=" + OFFICE + ")");
  private static final Pattern OFFICE_NEXT = Pattern.compile("\\s{0,3}(?:AND\\s)?" + OFFICE);
  private static final Pattern INTRODUCING = Pattern.compile("F[O0Q]R|T[O0]");
  private static final Pattern GOES_ON = Pattern.compile("\\s{1,40}(?:AND\\s|&)");
  private static final Pattern SENDER = Pattern.compile("\\sFROM\\s");
  private static final Set<String> NAMING = Set.of("EYES_ONLY", "EXCLUSIVE", "PERSONAL");

  private static final Pattern DAMAGED = Pattern.compile("[0Q]");

  private static final Pattern COLON = Pattern.compile(":\\s");

  /** The full stop of a sentence; those of {@code GEN.} and {@code J. P.} stand after less. */
  private static final Pattern FULL_STOP = Pattern.compile("(?<=[A-Z0-9]{5})[.!?]\\s+(?=\\S)");

  /** {@code FOR THE SECRETARY ONLY}, {@code FOR AMBASSADOR'S EYES ONLY}. */
  static final Pattern BEFORE =
      Pattern.compile(
          "(?<![A-Z])FOR\\s{1,2}(?:(?:THE\\s{1,2})?EYES\\s{1,2}OF\\s{1,2})?((?:[A-Z.]{1,20}\\s{1,2}){0,6}?[A-Z.]{2,20}?)(?:['\\u2019]S)?"
              + "\\s{1,2}(?:EYES\\s{1,2})?ONLY(?![A-Z])");

  /** Between FOR and ONLY, without naming anyone. */
  private static final Set<String> NOBODY = Set.of("BACKGROUND", "EYES", "U.S. EYES");

  /** Whether FOR … ONLY names somebody: FOR OFFICIAL USE ONLY says for what, not for whom. */
  static boolean namesSomebody(String between) {
    return !NOBODY.contains(between) && !between.endsWith(" USE");
  }

  /** Whether the word, perhaps damaged, introduces names. */
  static boolean introduces(String upper) {
    return INTRODUCING.matcher(upper).matches();
  }

  /** Whether FOR or TO stands at the index. */
  static boolean isIntroduced(String upper, int index) {
    return FOR.matcher(upper).region(index, upper.length()).lookingAt();
  }

  /** Whether a list of names may follow the word. */
  static boolean follows(RegisterEntry entry) {
    return NAMING.contains(entry.token());
  }

  /**
   * Where EYES ONLY FOR or EXCLUSIVE FOR stands within a line in capitals: {@code FOR POLAD
   * EXCLUSIVE FOR ADMIRAL FELT}; 0 where it does not.
   */
  static int within(Draft draft, List<Word> words, Lexicon lexicon) {
    for (int i = 1; i + 2 < words.size(); i++) {
      String upper = words.get(i).upper();
      if (!upper.equals("EYES") && !upper.equals("EXCLUSIVE")) {
        continue;
      }
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null
          && follows(match.spelling().entry())
          && match.next() < words.size()
          && words.get(match.next()).upper().equals("FOR")) {
        return words.stream().allMatch(Word::isUpper) ? i : 0;
      }
    }
    return 0;
  }

  /** The list that follows at the index, or one without names. */
  static NamedList after(String text, String upper, int index, int limit, Lexicon lexicon) {
    Matcher introduced = FOR.matcher(upper).region(index, limit);
    int start;
    if (introduced.lookingAt()) {
      start = introduced.end();
    } else {
      Matcher office = OFFICE_FIRST.matcher(upper).region(index, limit).useTransparentBounds(true);
      if (!office.lookingAt()) {
        return new NamedList(List.of(), index, index, index);
      }
      start = office.end();
    }
    int rest = end(text, upper, start, limit, lexicon);
    int end = trimmed(text, start, sentenceBegins(text, upper, start, rest));
    return new NamedList(split(text.substring(start, end)), start, end, end < rest ? rest : end);
  }

  /**
   * Takes the list into a draft, with the word that introduces it.
   *
   * @param introduction index after the word that the list belongs to
   */
  void take(Draft draft, int introduction) {
    draft.recipients.addAll(names);
    String words = draft.text().substring(introduction, from);
    if (DAMAGED.matcher(words).find()) {
      draft.find(
          ReadingRule.REPAIRED.of(words.strip(), "Damaged; read as FOR or TO."), introduction);
      draft.doubt(0.85);
    }
    draft.take(introduction, from);
    if (!names.isEmpty()) {
      draft.span(from, to, Span.Meaning.RECIPIENT);
    }
    damagedNames(draft);
    if (rest > to) {
      draft.take(to, rest);
      draft.find(
          ReadingRule.UNREADABLE.of(
              draft.text().substring(to, rest).strip(),
              "The list of names goes over into a sentence; a person must say whom it names."),
          to);
      draft.needReview();
    }
  }

  /** A name is taken as it stands; one with digits among its letters is a damaged one. */
  private void damagedNames(Draft draft) {
    for (Word word : Word.in(draft.text(), from, to)) {
      boolean letters = word.text().chars().anyMatch(Character::isLetter);
      boolean digits = word.text().chars().anyMatch(c -> !Character.isLetter(c) && c != '\'');
      if (letters && digits && word.text().indexOf('.') < 0) {
        draft.find(
            ReadingRule.UNREADABLE.of(
                word.text(), "This name is damaged; it is kept as it stands."),
            word.from());
        draft.needReview();
        draft.doubt(0.8);
      }
    }
  }

  /** Parts a list into its names. */
  static List<String> split(String list) {
    List<String> names = new ArrayList<>();
    for (String name : PARTING.split(Draft.upper(list), -1)) {
      names.add(name);
    }
    List<String> verbatim = new ArrayList<>();
    int at = 0;
    String upper = Draft.upper(list);
    for (String name : names) {
      int from = upper.indexOf(name, at);
      String written = list.substring(from, from + name.length()).strip();
      if (Draft.upper(written).endsWith(" ONLY")) {
        written = written.substring(0, written.length() - " ONLY".length()).strip();
      }
      at = from + name.length();
      if (!written.isEmpty()) {
        verbatim.add(written.replaceAll("\\s+", " "));
      }
    }
    return verbatim;
  }

  private static int end(String text, String upper, int start, int limit, Lexicon lexicon) {
    int end = limit;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      boolean lineEnds = c == '\n' && !joins(upper, start, i) && !goesOn(upper, i, limit);
      boolean parts = (c == ';' || c == '/') && !officeFollows(upper, i + 1, limit);
      boolean sender =
          c == ' '
              && upper.startsWith("FROM", i + 1)
              && SENDER.matcher(upper).region(i, limit).lookingAt();
      if (parts || sender || c == ')' || c == '(' || c == '"' || lineEnds) {
        end = i;
        break;
      }
    }
    List<Word> words = Word.in(text, start, end);
    for (int i = 1; i < words.size(); i++) {
      Lexicon.Match match = lexicon.at(text, words, i);
      if (match != null
          && match.spelling().entry().token().length() > 1
          // ROBERT C. MCFARLANE: an initial is no level. O IMMEDIATE is more than an initial.
          && (words.get(i).upper().length() > 1 || match.next() > i + 1)
          && !words.get(i - 1).upper().equals("OF")
          && !words.get(i - 1).upper().equals("THE")) {
        end = words.get(i - 1).to();
        break;
      }
    }
    return trimmed(text, start, end);
  }

  private static int trimmed(String text, int start, int end) {
    int last = end;
    while (last > start && !Character.isLetterOrDigit(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  /** Where a list goes over into a sentence about something; its end where it does not. */
  private static int sentenceBegins(String text, String upper, int start, int end) {
    int last = end;
    for (Pattern sign : List.of(COLON, FULL_STOP)) {
      Matcher stop = sign.matcher(upper).region(start, last).useTransparentBounds(true);
      last = stop.find() ? stop.start() : last;
    }
    List<Word> item = new ArrayList<>();
    int named = start;
    int before = start;
    for (Word word : Word.in(text, start, last)) {
      if (word.upper().equals("AND")) {
        continue; // It parts two names, or goes with the words on both sides of it.
      }
      if (PARTING.matcher(upper).region(before, word.from()).find() && !item.isEmpty()) {
        if (!Addressee.isNamedBy(item)) {
          return endOfNamed(item, named, start);
        }
        named = before;
        item.clear();
      }
      item.add(word);
      before = word.to();
    }
    return item.isEmpty() || Addressee.isNamedBy(item) ? last : endOfNamed(item, named, start);
  }

  /** Of a list's only name, what is one; of a further one nothing, where it goes over. */
  private static int endOfNamed(List<Word> item, int named, int start) {
    int words = named == start ? Addressee.namedBefore(item) : 0;
    return words == 0 ? named : item.get(words - 1).to();
  }

  private static boolean officeFollows(String upper, int from, int limit) {
    return OFFICE_NEXT.matcher(upper).region(from, limit).useTransparentBounds(true).lookingAt();
  }

  private static boolean goesOn(String upper, int from, int limit) {
    return GOES_ON.matcher(upper).region(from, limit).useTransparentBounds(true).lookingAt();
  }

  private static boolean joins(String upper, int from, int to) {
    String before = " " + upper.substring(from, to).stripTrailing();
    return before.endsWith(" AND")
        || before.endsWith(",")
        || before.endsWith(" OF")
        || before.endsWith(" THE");
  }
}
