package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The letters within a portion mark that scanning may have damaged: what they are made of. */
final class MarkLetters {
  /** Words that follow a level behind one slash. */
  private static final Pattern BEHIND_SLASH =
      Pattern.compile(
          "(?:NF|NOFORN|SI|TK|HCS|OC|ORCON|REL|RD|FRD|FGI|FOUO|PR|PROPIN|IMC|SBU|LES|NC|WN)\\b.*");

  /** Strokes taken for the slashes before a control, or slashes lost before NOFORN. */
  private static final Pattern STROKES =
      Pattern.compile(
          "(?:TS|S|C|U)(?:[Il1|!'\u2019\\\\]{1,2}(?:NF|NOFORN|FOUO|OC|ORCON|RD|FRD|SI|TK|SBU|LES)\\b.*"
              + "|(?:NF|NOFORN))");

  /** A level and what follows it behind slashes, where brackets are lost on either side. */
  private static final Pattern WITHOUT_BRACKETS =
      Pattern.compile(
          "(?:TS|S|C)(?://(?:NF|NOFORN|SI|TK|HCS|OC|ORCON|REL|RD|FRD|FGI|PR|PROPIN|LES|SBU)\\b\\S*"
              + "|/(?:NF|NOFORN|OC|ORCON|WN|RD|FRD)(?:/[A-Z]{2,8})*)");

  private static final Pattern SLASHES = Pattern.compile("/\\s{0,2}/");
  private static final int LONGEST_HEAD = 14;

  private MarkLetters() {}

  /** Whether these are words that follow a level behind one slash. */
  static boolean isControl(String words) {
    return BEHIND_SLASH.matcher(words.strip()).matches();
  }

  /**
   * Whether a word is a mark of which both brackets are lost; by itself one with two slashes is a
   * banner.
   *
   * @param word the word
   * @param behind what stands behind it
   */
  static boolean isWithoutBrackets(String word, String behind) {
    return WITHOUT_BRACKETS.matcher(word).matches()
        && (word.indexOf("//") < 0 || behind.chars().anyMatch(Character::isLowerCase));
  }

  /** Whether the slashes of a mark were read as strokes, or lost before NOFORN. */
  static boolean hasStrokes(String content) {
    return STROKES.matcher(content).matches();
  }

  /** Where two slashes stand, perhaps apart; negative where none do. */
  static int slashes(String content) {
    Matcher slashes = SLASHES.matcher(content);
    return slashes.find() ? slashes.start() : -1;
  }

  /** What stands in front of // is short and no word of running text. */
  static boolean isHead(String content, int slashes) {
    String head = content.substring(0, slashes);
    if (head.length() > LONGEST_HEAD || head.endsWith(":")) {
      return false;
    }
    boolean brief = plain(head).length() <= 2;
    boolean lower = head.chars().anyMatch(Character::isLowerCase);
    boolean letters = content.chars().skip(slashes).anyMatch(Character::isLetter);
    return letters && (brief || !lower);
  }

  /** Where the level ends: at a slash, or at what scanning made of one before a control. */
  static int slash(String content) {
    int slash = content.indexOf('/');
    slash = slash >= 0 ? slash : content.indexOf('-');
    for (int i = 1; slash < 0 && i < content.length() - 1; i++) {
      boolean other = ".,;\\| ".indexOf(content.charAt(i)) >= 0;
      slash = other && isControl(content.substring(i + 1)) ? i : -1;
    }
    return slash;
  }

  /** Where the last letter of a word ends: behind it stands at most a dot. */
  static int wordEnd(String word) {
    int last = word.length();
    while (!Character.isLetter(word.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  /** Letters, digits and the strokes taken for them. */
  static String plain(String word) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '|' || c == '!' || c == '$') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
