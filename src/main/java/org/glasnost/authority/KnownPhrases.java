package org.glasnost.authority;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Phrases that everybody knows, and names of the context: what NIST SP 800-63B-4 section 3.1.1.2
 * calls dictionary words and context-specific words. Immutable.
 *
 * <p>Capitals, blanks and signs make no difference. A long phrase counts where a password begins or
 * ends with it, with digits anywhere, and less than a word is left; a short one where nothing but
 * digits and signs stand beside it.
 */
final class KnownPhrases {
  /** Where the list lies in the jar. */
  static final String IN_JAR = "/passwords/phrases.txt";

  /** Two letters between digits may be there by chance. */
  private static final int SHORTEST = 3;

  /** From so many letters on a phrase counts with a few letters beside it. */
  static final int LONG = 10;

  /** So many letters beside a phrase make it another one. */
  private static final int ENOUGH = 8;

  private final Set<String> phrases;

  private KnownPhrases(Stream<String> phrases) {
    this.phrases = new HashSet<>();
    phrases
        .map(KnownPhrases::lettersAndDigits)
        .filter(phrase -> phrase.length() >= SHORTEST)
        .forEach(this.phrases::add);
  }

  /**
   * Those of the list in the jar.
   *
   * @throws IOException if it cannot be read
   */
  static KnownPhrases shipped() throws IOException {
    InputStream in = KnownPhrases.class.getResourceAsStream(IN_JAR);
    if (in == null) {
      throw new IOException("the jar has no list of known phrases");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new KnownPhrases(lines.lines().filter(line -> !line.startsWith("#")));
    }
  }

  /** These and more. */
  KnownPhrases and(Stream<String> more) {
    return new KnownPhrases(Stream.concat(phrases.stream(), more));
  }

  /** Whether a password is one of these with too little beside it. */
  boolean contains(String password) {
    String letters = only(Character::isLetter, normal(password));
    String rest = withoutPhrases(letters);
    boolean begun = rest.length() < letters.length() && isLittle(rest);
    return begun || phrases.contains(withoutEdges(lettersAndDigits(password)));
  }

  private boolean isLittle(String rest) {
    return rest.codePointCount(0, rest.length()) < ENOUGH || phrases.contains(rest);
  }

  /** What is left without the long phrases at the start and then at the end, the longest first. */
  private String withoutPhrases(String letters) {
    for (int length = letters.length(); length >= LONG; length--) {
      if (phrases.contains(letters.substring(0, length))) {
        return withoutPhrases(letters.substring(length));
      }
    }
    for (int length = letters.length(); length >= LONG; length--) {
      int from = letters.length() - length;
      if (phrases.contains(letters.substring(from))) {
        return withoutPhrases(letters.substring(0, from));
      }
    }
    return letters;
  }

  /** As passwords are compared: the compatibility forms of Unicode and capitals folded. */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** A text in its normal form without its blanks and signs. */
  static String lettersAndDigits(String text) {
    return only(Character::isLetterOrDigit, normal(text));
  }

  /**
   * What is left without the digits, signs and blanks before the first letter and after the last.
   */
  static String withoutEdges(String text) {
    int from = 0;
    while (from < text.length() && !Character.isLetter(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    int to = text.length();
    while (to > from && !Character.isLetter(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static String only(IntPredicate kept, String text) {
    return text.codePoints()
        .filter(kept)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
