package org.glasnost.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No pattern of ours can be made to run for ever by whoever writes the text: each is asked for
 * texts that begin as it wants, repeat what it repeats, and then do not end as it wants. Steps are
 * counted, not time, so that a slow machine changes nothing.
 */
class PatternsTest {
  /** A long line. */
  private static final int REPEATED = 120;

  /** Some hundredths of a second; the worst of ours takes three quarters of that. */
  private static final long MOST_STEPS = 1_000_000;

  private static final Path CLASSES = Path.of("target/classes");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
  private static final List<String> REPETITIONS =
      List.of(
          "A", "1", " ", "\n", "-", "/", "(", "A ", "1 ", "A-", "A/", "A.", "(A)", "1-1", ", ",
          "A,", "AAAA ", "a ", "\"a\",", "_A");

  @Test
  void noneTakesLongerThanItsTextIsWorth() throws Exception {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(200);

    List<String> slow = new ArrayList<>();
    patterns.forEach(
        (where, pattern) -> {
          if (texts(pattern).anyMatch(text -> stepsTooMany(pattern, text))) {
            slow.add(where);
          }
        });

    assertThat(slow).isEmpty();
  }

  @Test
  void wouldFindOneThatDoes() {
    Pattern endless = Pattern.compile("NO.*A.*A.*A.*[.]");

    assertThat(texts(endless).anyMatch(text -> stepsTooMany(endless, text))).isTrue();
  }

  private static boolean stepsTooMany(Pattern pattern, String text) {
    try {
      Counted counted = new Counted(text, new AtomicLong());
      boolean unusedPart = pattern.matcher(counted).find();
      boolean unusedWhole = pattern.matcher(counted).matches();
      return false;
    } catch (TooManySteps e) {
      return true;
    }
  }

  private static Stream<String> texts(Pattern pattern) {
    Stream.Builder<String> beginnings = Stream.builder();
    beginnings.add("");
    Matcher words = WORD.matcher(pattern.pattern());
    while (words.find()) {
      beginnings.add(words.group() + " ");
    }
    return beginnings
        .build()
        .distinct()
        .flatMap(
            begun ->
                REPETITIONS.stream()
                    .map(part -> begun + part.repeat(REPEATED / part.length()) + "\u0000"));
  }

  private static Map<String, Pattern> patterns() throws IOException, ReflectiveOperationException {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (String name : classes()) {
      Class<?> type = Class.forName(name, false, PatternsTest.class.getClassLoader());
      for (Field field : type.getDeclaredFields()) {
        if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          patterns.put(name + "." + field.getName(), (Pattern) field.get(null));
        }
      }
    }
    return patterns;
  }

  private static List<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    }
  }

  /** A text that counts how often it is looked at. */
  private record Counted(String text, AtomicLong steps) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (steps.incrementAndGet() > MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), steps);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
