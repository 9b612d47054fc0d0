package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a text, and which of them are one: a marking, a list of names or a stamp that line
 * breaks part. What is joined here is only read together; whether it is a marking the reader says.
 *
 * <p>Joining too much costs little, for every line of what was joined is still read. Leaving apart
 * what belongs together loses half of a marking: TOP over SECRET would be read as SECRET.
 */
final class RunningLines {
  private static final int LONGEST = 400;
  private static final int LONGEST_INTRODUCTION = 140;
  private static final int LONGEST_WORD = 24;
  private static final int MOST_BLANK = 2;
  private static final int MOST_PARTS = 14;
  private static final int TAIL = 3;
  private static final int HEAD = 3;
  private static final Pattern OPEN_PORTION =
      Pattern.compile("\\((?://|TS|S|C|U|R|CUI)(?:[/ -][^()]{0,200})?");
  static final Pattern INTRODUCED =
      Pattern.compile(
          ".{0,60}(?:DECL(?:ASSIFY|ASSIFICATION)?(?:\\s+(?:ON|DATE))?|REVIEW\\s+ON|E\\.?O\\.?\\s*1\\d{4})"
              + "\\s*:?|.{0,80}ORIGINATING(?:\\s+AGENCY\\S{0,2}(?:\\s+DETERMINATION)?)?");
  private static final Pattern NAMING =
      Pattern.compile(".*(?<![A-Z])(?:[E0O]NLY|EYES|EXCLUSIVE)\\W*");
  private static final Pattern NAMED =
      Pattern.compile("(?:F[O0Q]R|T[O0]\\s+THE|[O0]NLY)(?![A-Z]).*");
  private static final Pattern GOES_ON = Pattern.compile("(?://|[/&]|AND(?![A-Z])).*");

  /** What holds after separation, broken before what is taken away. */
  private static final Pattern CONDITION =
      Pattern.compile(
          ".{0,60}(?:UPON|WHEN|IF|AFTER)\\s{1,3}(?:REMOVAL|REMOVED|SEPARATED|SEPARATION|DETACHED)(?:\\s{1,3}(?:OF|FROM))?");

  private static final Pattern CONDITION_LINE =
      Pattern.compile(
          "(?:WHEN|UPON|IF|AFTER|ONCE|WITHOUT|LESS|UNLESS|PROVIDED|ON\\s{1,3}(?:REMOV|SEPARAT|DETACH))(?![A-Z])");
  private static final int NOTICE_LINES = 3;

  private static final Pattern OF_ENCLOSURE =
      Pattern.compile("(?:OF|FROM|THE|CLASSIFIED|ATTACH|ENCLOS).*");

  private static final Pattern CASE =
      Pattern.compile(".*[A-Z0-9]{3}\\s?[-\\u2013]\\s?[A-Z0-9]{2,4}(?:/\\d{1,2})?");

  private final String text;
  private final List<Piece> lines;
  private final Lexicon lexicon;
  private final boolean document;

  private RunningLines(String text, List<Piece> lines, Lexicon lexicon, boolean document) {
    this.text = text;
    this.lines = lines;
    this.lexicon = lexicon;
    this.document = document;
  }

  /** The stretches of a text that is a marking, or a few lines around one. */
  static List<Sentence> of(String text, Lexicon lexicon) {
    return new RunningLines(text, lines(text), lexicon, false)
        .joined().stream().map(piece -> new Sentence(piece.from(), piece.to())).toList();
  }

  /**
   * The stretches of a whole document, stamps among them; running text is left as it stands.
   *
   * @param lines its {@link #lines}
   */
  static List<Piece> ofDocument(String text, List<Piece> lines, Lexicon lexicon) {
    return new RunningLines(text, lines, lexicon, true).joined();
  }

  /** The lines with anything in them. */
  static List<Piece> lines(String text) {
    List<Piece> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      Piece line = Piece.trimmed(text, start, end);
      if (!line.isEmpty()) {
        lines.add(line);
      }
      start = end + 1;
    }
    return lines;
  }

  private List<Piece> joined() {
    List<Piece> joined = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      int last = i;
      int next = next(i, last);
      while (next > last && lines.get(next).to() - lines.get(i).from() <= LONGEST) {
        last = next;
        next = next(i, last);
      }
      joined.add(
          last == i
              ? lines.get(i)
              : Piece.trimmed(text, lines.get(i).from(), lines.get(last).to()));
      i = last + 1;
    }
    return joined;
  }

  /** The line up to which what ends with a line goes on; the line itself where it does not. */
  private int next(int first, int at) {
    if (at + 1 >= lines.size() || lines.get(at).text().length() > LONGEST) {
      return at;
    }
    if (document) {
      int stamp = DeclassificationStamp.lastLine(text, lines, at);
      if (stamp > at) {
        return stamp;
      }
      int broken = BrokenLevel.lastLine(lines, at);
      if (broken > at) {
        return broken;
      }
      if (introduces(at) || speaksOn(at)) {
        return at + 1;
      }
      if (!mayMark(lines.get(first))) {
        return at;
      }
    }
    if (runsOn(first, at)) {
      return at + 1;
    }
    int notice = notice(at);
    return notice > at ? notice : parted(at);
  }

  /** Running text neither begins as a marking does nor stands in capitals. */
  private boolean mayMark(Piece line) {
    if (!line.signs().hasLower() || line.text().charAt(0) == '(') {
      return true;
    }
    List<Word> words = Word.in(line.text(), 0, Math.min(line.text().length(), LONGEST_WORD), 1);
    return !words.isEmpty() && lexicon.mayBegin(line.text(), words.get(0).upper());
  }

  private boolean runsOn(int first, int at) {
    Piece here = lines.get(at);
    Piece next = lines.get(at + 1);
    String upper = here.upper();
    String following = next.upper();
    int blank = blankLines(at);
    boolean begins = beginsMarking(lines.get(first));
    boolean named = begins && NAMING.matcher(upper).matches() && NAMED.matcher(following).matches();
    if (blank > 0) {
      return named && blank == 1;
    }
    boolean goesOn =
        named
            || opensAndGoesOn(upper)
            || (begins && GOES_ON.matcher(following).matches())
            || (upper.charAt(0) == '('
                && OPEN_PORTION.matcher(upper).matches()
                && following.indexOf(')') >= 0)
            || introduces(at)
            || (begins
                && CONDITION.matcher(upper).matches()
                && OF_ENCLOSURE.matcher(following).matches())
            || (following.startsWith("#") && CASE.matcher(upper).matches())
            || (upper.startsWith("SYSTEM I")
                && StampLine.logNumber(upper + "\n" + following) != null);
    return goesOn && (begins || !beginsLevel(next));
  }

  /** A sentence of the paper about itself, or a level whose condition stands on the next line. */
  private boolean speaksOn(int at) {
    String here = lines.get(at).text();
    String next = lines.get(at + 1).text();
    return blankLines(at) == 0
        && next.length() <= LONGEST
        && ((mayBeCondition(next)
                && LineSigns.endsWithLevel(here)
                && CONDITION_LINE.matcher(Draft.upper(next)).lookingAt())
            || OwnSentence.runsOn(lines.get(at)));
  }

  /** A page number between its strokes ends in none that leads on. */
  private static final Pattern PAGE = Pattern.compile("\\W*\\d{1,4}\\s{0,2}-\\W*");

  private static boolean mayBeCondition(String line) {
    return "WUIAOLPwuiaolp".indexOf(line.charAt(0)) >= 0;
  }

  /** The line with which a notice of many words ends that begins in this one. */
  private int notice(int at) {
    Piece here = lines.get(at);
    List<Word> words = List.of();
    for (Word word : Word.in(text, here.from(), Math.min(here.to(), here.from() + LONGEST))) {
      if (!lexicon.beginsLong(word.upper())) {
        continue;
      }
      if (words.isEmpty()) {
        int last = Math.min(lines.size() - 1, at + NOTICE_LINES);
        int end = Math.min(lines.get(last).to(), here.to() + LONGEST_INTRODUCTION);
        words = Word.in(text, here.from(), end);
      }
      int index = words.indexOf(word);
      Lexicon.Match match = index < 0 ? null : lexicon.at(text, words, index);
      if (match != null && words.get(match.next() - 1).to() > here.to()) {
        int line = at + 1;
        while (line + 1 < lines.size()
            && lines.get(line + 1).from() < words.get(match.next() - 1).to()) {
          line++;
        }
        return line;
      }
    }
    return at;
  }

  /** An instruction of which only the introduction stands here. */
  private boolean introduces(int at) {
    Piece here = lines.get(at);
    return here.text().length() <= LONGEST_INTRODUCTION
        && LineSigns.mayIntroduce(here.text())
        && blankLines(at) == 0
        && INTRODUCED.matcher(here.upper()).matches()
        && !lexicon.knows(lines.get(at + 1).upper().split("\\W", 2)[0]);
  }

  private static boolean opensAndGoesOn(String upper) {
    if (PAGE.matcher(upper).matches()) {
      return false;
    }
    char last = upper.charAt(upper.length() - 1);
    if (last == '/' || last == ',' || last == '-' || last == ';') {
      return true;
    }
    String end = " " + upper.substring(Math.max(0, upper.length() - 6));
    return end.endsWith(" AND")
        || end.endsWith(" FOR")
        || end.endsWith(" THE")
        || end.endsWith(" OF")
        || end.endsWith(" WITH")
        || end.endsWith(" EYES");
  }

  private boolean beginsMarking(Piece line) {
    List<Word> words = Word.in(line.text(), 0, Math.min(line.text().length(), LONGEST_WORD));
    return !words.isEmpty()
        && (lexicon.at(line.text(), words, 0) != null
            || Confusion.steps(words.get(0).upper(), "SECRET") <= 2
            || Confusion.steps(words.get(0).upper(), "CONFIDENTIAL") <= 2
            || line.text().startsWith("//")
            || line.text().startsWith("("));
  }

  private static boolean beginsLevel(Piece line) {
    String letters = letters(line.upper());
    return List.of("SECRET", "TOPSECRET", "CONFIDENTIAL", "UNCLASSIFIED", "RESTRICTED").stream()
        .anyMatch(
            level ->
                letters.startsWith(level)
                    || (letters.length() >= level.length()
                        && Confusion.steps(letters.substring(0, level.length()), level) <= 2));
  }

  /**
   * The line with which a word ends that the break behind this line parts: its last words and the
   * first of a later line, with whole lines between, are one spelling of the register.
   */
  private int parted(int at) {
    List<String> tail = words(lines.get(at));
    boolean marking = beginsMarking(lines.get(at));
    for (int size = 1; size <= Math.min(TAIL, tail.size()); size++) {
      if (size < tail.size() && !marking) {
        // A line of text that happens to end so: the next line is read for itself.
        continue;
      }
      String begun = String.join("", tail.subList(tail.size() - size, tail.size()));
      for (int next = at + 1; next < lines.size() && next <= at + MOST_PARTS; next++) {
        if (begun.length() > LONGEST_WORD || blankLines(next - 1) > MOST_BLANK) {
          break;
        }
        List<String> head = words(lines.get(next));
        for (int taken = 1; taken <= Math.min(HEAD, head.size()); taken++) {
          if (lexicon.isWhole(begun + String.join("", head.subList(0, taken)))) {
            return next;
          }
        }
        if (head.size() > 2) {
          break;
        }
        begun += String.join("", head);
      }
    }
    return at;
  }

  /** The words of a line; letters that stand apart are one word. */
  private static List<String> words(Piece line) {
    List<String> words = new ArrayList<>();
    StringBuilder apart = new StringBuilder();
    for (Word word : Word.in(line.text(), 0, Math.min(line.text().length(), LONGEST))) {
      if (word.text().length() == 1) {
        apart.append(word.upper());
      } else {
        if (apart.length() > 0) {
          words.add(apart.toString());
          apart.setLength(0);
        }
        words.add(word.upper());
      }
    }
    if (apart.length() > 0) {
      words.add(apart.toString());
    }
    return words;
  }

  private int blankLines(int at) {
    int breaks = 0;
    for (int i = lines.get(at).to(); i < lines.get(at + 1).from(); i++) {
      breaks += text.charAt(i) == '\n' ? 1 : 0;
    }
    return breaks - 1;
  }

  static String letters(String upper) {
    StringBuilder letters = new StringBuilder(upper.length());
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (isPlain(c) || ((c == '|' || c == '!') && touchesPlain(upper, i))) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** A bar between blanks is the rule of a table, no damaged letter. */
  private static boolean touchesPlain(String upper, int at) {
    return (at > 0 && isPlain(upper.charAt(at - 1)))
        || (at + 1 < upper.length() && isPlain(upper.charAt(at + 1)));
  }

  private static boolean isPlain(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
