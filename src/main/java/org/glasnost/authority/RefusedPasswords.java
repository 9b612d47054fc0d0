package org.glasnost.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glasnost.policy.Agencies;

/**
 * Passwords that are known from breaches or expected, as NIST SP 800-63B-4 section 3.1.1.2 asks:
 * those of the list in the jar, of a list of the installation's own, phrases that everybody knows,
 * and names of agencies. Immutable.
 *
 * <p>Capitals and the compatibility forms of Unicode make no difference. A listed value counts with
 * digits, signs and blanks before and behind it too, with signs and blanks within, and said several
 * times over; {@link KnownPhrases} tells how phrases and names count. So does any sequence of up to
 * eight characters that is only repeated, and what runs along the keyboard, the alphabet or the
 * digits. Two listed words beside each other do not count: with as many words as are listed, that
 * would refuse honest phrases.
 */
public final class RefusedPasswords {
  /** Where the list lies in the jar. The build makes it. */
  static final String IN_JAR = "/passwords/refused.txt";

  /** A shorter rest between digits and signs is no word that anybody would try. */
  private static final int SHORTEST_WORD = 4;

  private static final int LONGEST_SEQUENCE = 8;

  /** A shorter piece of an alphabet stands in many words. */
  private static final int SHORTEST_RUN = 4;

  /** Twice, since a run goes on where the row begins. */
  private static final List<String> RUNS =
      Stream.of(
              "0123456789",
              "abcdefghijklmnopqrstuvwxyz",
              "qwertyuiopasdfghjklzxcvbnm",
              "qwertzuiopasdfghjklyxcvbnm",
              "azertyuiopqsdfghjklmwxcvbn",
              "!@#$%^&*()_+",
              "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
              "1q2w3e4r5t6y7u8i9o0p",
              "q1w2e3r4t5y6u7i8o9p0")
          .map(row -> row + row)
          .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
          .toList();

  /**
   * The lists as {@link #compiled} makes them: half a million strings would take ten times that.
   */
  private final List<byte[]> lists;

  private final KnownPhrases phrases;

  private RefusedPasswords(List<byte[]> lists, KnownPhrases phrases) {
    this.lists = lists;
    this.phrases = phrases;
  }

  /**
   * The list in the jar.
   *
   * @throws IOException if it cannot be read
   */
  public static RefusedPasswords shipped() throws IOException {
    try (InputStream in = RefusedPasswords.class.getResourceAsStream(IN_JAR)) {
      if (in == null) {
        throw new IOException("the jar has no list of refused passwords");
      }
      return new RefusedPasswords(List.of(in.readAllBytes()), KnownPhrases.shipped());
    }
  }

  /**
   * The list in the jar and one of the installation's own.
   *
   * @param own holds one password a line, in UTF-8
   * @throws IOException if either cannot be read
   */
  public static RefusedPasswords with(Path own) throws IOException {
    byte[] compiled =
        compiled(
            Files.readAllLines(own, StandardCharsets.UTF_8).stream()
                .flatMap(line -> Stream.of(line, KnownPhrases.lettersAndDigits(line))));
    RefusedPasswords shipped = shipped();
    return new RefusedPasswords(List.of(shipped.lists.get(0), compiled), shipped.phrases);
  }

  /** These, and what agencies are called: ids, names and other spellings. */
  public RefusedPasswords andNamesOf(Agencies agencies) {
    Stream<String> names =
        agencies.all().stream()
            .flatMap(
                agency ->
                    Stream.concat(
                        Stream.of(agency.id(), agency.name()), agency.aliases().stream()));
    return new RefusedPasswords(
        lists, phrases.and(Stream.concat(Stream.of(RefusedPasswordsCompiler.PRODUCT), names)));
  }

  /** Lines as they are searched: in their normal form, each once, in the order of their bytes. */
  static byte[] compiled(Stream<String> lines) {
    TreeSet<byte[]> sorted = new TreeSet<>(Arrays::compareUnsigned);
    lines
        .map(KnownPhrases::normal)
        .filter(line -> !line.isEmpty())
        .forEach(line -> sorted.add(line.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] line : sorted) {
      out.writeBytes(line);
      out.write('\n');
    }
    return out.toByteArray();
  }

  /** Whether a password is one of these. */
  public boolean contains(String password) {
    String whole = KnownPhrases.normal(password);
    String word = KnownPhrases.withoutEdges(whole);
    return whole.isEmpty()
        || isListed(whole)
        || isListed(KnownPhrases.lettersAndDigits(whole))
        || isRepeated(whole)
        || runs(whole)
        || isKnownWord(word)
        || isKnownWord(KnownPhrases.lettersAndDigits(word))
        || phrases.contains(whole);
  }

  private boolean isKnownWord(String word) {
    return isListedWord(word) || isRepeated(word) || runs(word);
  }

  private boolean isListedWord(String word) {
    return word.codePointCount(0, word.length()) >= SHORTEST_WORD && isListed(word);
  }

  /**
   * Whether it is one short sequence, or one listed value, said at least twice and nothing else.
   */
  private boolean isRepeated(String text) {
    if (text.length() <= LONGEST_SEQUENCE) {
      return false;
    }
    for (int length = 1; length < text.length(); length++) {
      if (!text.startsWith(text.substring(length))) {
        continue;
      }
      // From the second time on the sequence begins as the text does.
      String sequence = text.substring(0, length);
      String word = KnownPhrases.withoutEdges(sequence);
      if (length <= LONGEST_SEQUENCE && text.length() >= 2 * length - 1) {
        return true;
      }
      // What parts a word from its repetition need not stand behind the last.
      if ((isListed(sequence) && text.length() >= 2 * length)
          || (isListedWord(word) && text.length() >= length + word.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is made of nothing but runs. */
  private static boolean runs(String text) {
    int at = 0;
    while (at < text.length()) {
      int to = at + 1;
      while (to <= text.length() && isRun(text.substring(at, to))) {
        to++;
      }
      if (to - 1 - at < SHORTEST_RUN) {
        return false;
      }
      at = to - 1;
    }
    return !text.isEmpty();
  }

  private static boolean isRun(String text) {
    return RUNS.stream().anyMatch(row -> row.contains(text));
  }

  private boolean isListed(String text) {
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    return lists.stream().anyMatch(list -> isLine(list, line));
  }

  /** Halves the list until the line is found or nothing is left; a half begins and ends a line. */
  private static boolean isLine(byte[] list, byte[] line) {
    int from = 0;
    int to = list.length;
    while (from < to) {
      int begin = (from + to) >>> 1;
      while (begin > from && list[begin - 1] != '\n') {
        begin--;
      }
      int end = begin;
      while (list[end] != '\n') {
        end++;
      }
      int order = Arrays.compareUnsigned(list, begin, end, line, 0, line.length);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        from = end + 1;
      } else {
        to = begin;
      }
    }
    return false;
  }
}
