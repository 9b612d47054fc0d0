package org.glasnost.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A grammar in ABNF (RFC 5234 with the case-sensitive literals of RFC 7405): recognises texts and
 * makes samples. Prose values, {@code <us-cnsi SCI>}, stand for the words of a register. A blank
 * within a word may be several.
 *
 * <p>Recognition follows every way a text may be parted, so that no order of alternatives hides
 * another; a rule may not begin with itself.
 */
final class Abnf {
  private static final int MOST_REPEATS = 3;
  private static final Pattern COMMENT = Pattern.compile("(\"[^\"\n]*\")|[ \t]*;[^\n]*");
  private static final String CORE =
      """
      ALPHA = %x41-5A / %x61-7A
      DIGIT = %x30-39
      SP = %x20
      LF = %x0A
      WSP = %x20 / %x09
      """;

  /** A piece of a sample that a rule made. */
  record Part(String rule, String text) {}

  /** A text of the grammar and the rules that made it, outermost first. */
  record Sample(String text, List<Part> parts) {
    /** What the rule made, in order. */
    List<String> of(String rule) {
      return parts.stream().filter(p -> p.rule().equals(rule)).map(Part::text).toList();
    }
  }

  private sealed interface Node {}

  private record Literal(String text, boolean exact) implements Node {}

  private record Range(int from, int to) implements Node {}

  private record Choice(List<Node> of) implements Node {}

  private record Sequence(List<Node> of) implements Node {}

  private record Repeat(int least, int most, Node of) implements Node {}

  private record Reference(String name) implements Node {}

  private record Words(List<String> of) implements Node {}

  private final Map<String, Node> rules = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();

  private Abnf() {}

  /**
   * Reads a grammar.
   *
   * @param text the rules; a line that begins with a blank goes on with the one above
   * @param words gives the words that a prose value stands for
   * @throws IllegalArgumentException if a line is no rule, or a rule stands twice
   */
  static Abnf of(String text, Function<String, List<String>> words) {
    Abnf grammar = new Abnf();
    for (String rule : joined(CORE + text)) {
      if (!rule.isBlank()) {
        String[] sides = rule.split("=", 2);
        if (sides.length < 2 || !sides[0].strip().matches("[A-Za-z][A-Za-z0-9-]*")) {
          throw new IllegalArgumentException("no rule: " + rule);
        }
        Syntax syntax = new Syntax(sides[1], words, grammar.used);
        if (grammar.rules.putIfAbsent(sides[0].strip(), syntax.whole()) != null) {
          throw new IllegalArgumentException("twice: " + rule);
        }
      }
    }
    return grammar;
  }

  /** One rule a line, without its comments. */
  private static List<String> joined(String text) {
    String plain =
        COMMENT
            .matcher(text)
            .replaceAll(
                found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)));
    return List.of(plain.replaceAll("\n[ \t]+", " ").split("\n"));
  }

  /** Names that are used and not defined. */
  Set<String> undefined() {
    Set<String> names = new LinkedHashSet<>(used);
    names.removeAll(rules.keySet());
    return names;
  }

  /** Names that are defined and not used: where reading begins. */
  Set<String> unused() {
    Set<String> names = new LinkedHashSet<>(rules.keySet());
    names.removeAll(used);
    names.removeAll(Set.of("ALPHA", "DIGIT", "SP", "LF", "WSP"));
    return names;
  }

  /** Whether the rule makes the whole text. */
  boolean matches(String rule, String text) {
    return new Recognition(text).ends(new Reference(rule), 0).get(text.length());
  }

  /** A text that the rule makes. */
  Sample sample(String rule, Random random) {
    StringBuilder text = new StringBuilder();
    List<Part> parts = new ArrayList<>();
    write(new Reference(rule), random, text, parts);
    return new Sample(text.toString(), List.copyOf(parts));
  }

  private Node rule(String name) {
    Node node = rules.get(name);
    if (node == null) {
      throw new IllegalArgumentException("no rule " + name);
    }
    return node;
  }

  private void write(Node node, Random random, StringBuilder text, List<Part> parts) {
    if (node instanceof Literal literal) {
      text.append(literal.text());
    } else if (node instanceof Words words) {
      text.append(words.of().get(random.nextInt(words.of().size())));
    } else if (node instanceof Range range) {
      text.appendCodePoint(range.from() + random.nextInt(range.to() - range.from() + 1));
    } else if (node instanceof Choice choice) {
      write(choice.of().get(random.nextInt(choice.of().size())), random, text, parts);
    } else if (node instanceof Sequence sequence) {
      sequence.of().forEach(each -> write(each, random, text, parts));
    } else if (node instanceof Repeat repeat) {
      int spread = Math.min(repeat.most() - repeat.least(), MOST_REPEATS);
      int count = repeat.least() + random.nextInt(spread + 1);
      for (int i = 0; i < count; i++) {
        write(repeat.of(), random, text, parts);
      }
    } else if (node instanceof Reference reference) {
      int place = parts.size();
      int from = text.length();
      write(rule(reference.name()), random, text, parts);
      parts.add(place, new Part(reference.name(), text.substring(from)));
    }
  }

  /** Where each node can end, from each place of one text. */
  private final class Recognition {
    private final String text;
    private final Map<String, BitSet> known = new HashMap<>();

    Recognition(String text) {
      this.text = text;
    }

    BitSet ends(Node node, int from) {
      BitSet ends = new BitSet();
      if (node instanceof Literal literal) {
        literal(literal.text(), literal.exact(), from, ends);
      } else if (node instanceof Words words) {
        words.of().forEach(word -> literal(word, false, from, ends));
      } else if (node instanceof Range range) {
        if (from < text.length()
            && text.charAt(from) >= range.from()
            && text.charAt(from) <= range.to()) {
          ends.set(from + 1);
        }
      } else if (node instanceof Choice choice) {
        choice.of().forEach(each -> ends.or(ends(each, from)));
      } else if (node instanceof Sequence sequence) {
        ends.set(from);
        for (Node each : sequence.of()) {
          BitSet next = new BitSet();
          ends.stream().forEach(place -> next.or(ends(each, place)));
          ends.clear();
          ends.or(next);
        }
      } else if (node instanceof Repeat repeat) {
        repeat(repeat, from, ends);
      } else if (node instanceof Reference reference) {
        String key = reference.name() + "@" + from;
        BitSet cached = known.get(key);
        if (cached == null) {
          cached = ends(rule(reference.name()), from);
          known.put(key, cached);
        }
        ends.or(cached);
      }
      return ends;
    }

    private void repeat(Repeat repeat, int from, BitSet ends) {
      BitSet reached = new BitSet();
      reached.set(from);
      for (int count = 0; !reached.isEmpty() && count <= repeat.most(); count++) {
        if (count >= repeat.least()) {
          ends.or(reached);
        }
        BitSet next = new BitSet();
        reached.stream().forEach(place -> next.or(ends(repeat.of(), place)));
        if (count >= repeat.least()) {
          next.andNot(ends);
        }
        reached = next;
      }
    }

    private void literal(String word, boolean exact, int from, BitSet ends) {
      int at = from;
      for (int i = 0; i < word.length(); i++) {
        if (!text.regionMatches(!exact, at, word, i, 1)) {
          return;
        }
        at++;
        while (word.charAt(i) == ' ' && at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
          at++;
        }
      }
      ends.set(at);
    }
  }

  /** Reads the right side of one rule. */
  private static final class Syntax {
    private final String text;
    private final Function<String, List<String>> words;
    private final Set<String> used;
    private int at;

    Syntax(String text, Function<String, List<String>> words, Set<String> used) {
      this.text = text;
      this.words = words;
      this.used = used;
    }

    Node whole() {
      Node node = choice();
      if (at < text.length()) {
        throw new IllegalArgumentException("not read: " + text.substring(at));
      }
      return node;
    }

    private Node choice() {
      List<Node> nodes = new ArrayList<>(List.of(sequence()));
      while (is('/')) {
        at++;
        nodes.add(sequence());
      }
      return nodes.size() == 1 ? nodes.get(0) : new Choice(List.copyOf(nodes));
    }

    private Node sequence() {
      List<Node> nodes = new ArrayList<>();
      blanks();
      while (at < text.length() && "/)]".indexOf(text.charAt(at)) < 0) {
        nodes.add(repetition());
        blanks();
      }
      if (nodes.isEmpty()) {
        throw new IllegalArgumentException("empty alternative: " + text);
      }
      return nodes.size() == 1 ? nodes.get(0) : new Sequence(List.copyOf(nodes));
    }

    private Node repetition() {
      String least = digits();
      boolean star = at < text.length() && text.charAt(at) == '*';
      String most = least;
      if (star) {
        at++;
        most = digits();
      }
      Node element = element();
      if (least.isEmpty() && !star) {
        return element;
      }
      return new Repeat(
          least.isEmpty() ? 0 : Integer.parseInt(least),
          most.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(most),
          element);
    }

    private Node element() {
      char c = text.charAt(at);
      if (c == '(' || c == '[') {
        at++;
        Node inner = choice();
        char close = c == '(' ? ')' : ']';
        if (!is(close)) {
          throw new IllegalArgumentException("not closed: " + text);
        }
        at++;
        return c == '(' ? inner : new Repeat(0, 1, inner);
      }
      if (c == '"') {
        return new Literal(until('"'), false);
      }
      if (c == '<') {
        return new Words(List.copyOf(words.apply(until('>'))));
      }
      if (c == '%') {
        return coded();
      }
      int from = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
        at++;
      }
      if (from == at) {
        throw new IllegalArgumentException("not an element: " + text.substring(at));
      }
      String name = text.substring(from, at);
      used.add(name);
      return new Reference(name);
    }

    private Node coded() {
      char kind = Character.toLowerCase(text.charAt(at + 1));
      at += 2;
      if (kind == 's' || kind == 'i') {
        return new Literal(until('"'), kind == 's');
      }
      if (kind != 'x') {
        throw new IllegalArgumentException("not known: %" + kind);
      }
      int from = code();
      int to = from;
      if (at < text.length() && text.charAt(at) == '-') {
        at++;
        to = code();
      }
      return new Range(from, to);
    }

    private int code() {
      int from = at;
      while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
        at++;
      }
      return Integer.parseInt(text.substring(from, at).toUpperCase(Locale.ROOT), 16);
    }

    private String until(char close) {
      int end = text.indexOf(close, at + 1);
      if (end < 0) {
        throw new IllegalArgumentException("not closed: " + text.substring(at));
      }
      String inside = text.substring(at + 1, end);
      at = end + 1;
      return inside;
    }

    private String digits() {
      int from = at;
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
      return text.substring(from, at);
    }

    private boolean is(char c) {
      blanks();
      return at < text.length() && text.charAt(at) == c;
    }

    private void blanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}
