package org.glasnost.web.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What held before or after an event, for a person to read: one fact a line, whatever is nested
 * under the name of what holds it, constants in words, lists in a row.
 */
final class EventFacts {
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private EventFacts() {}

  /**
   * A fact.
   *
   * @param name what it is about, in words
   * @param value what holds, in words
   */
  record Fact(String name, String value) {}

  /** The facts of an event's side, in the order of their names. */
  static List<Fact> of(@Nullable Map<String, ?> side) {
    List<Fact> facts = new ArrayList<>();
    if (side != null) {
      add(facts, "", side);
    }
    return List.copyOf(facts);
  }

  private static void add(List<Fact> facts, String under, Map<?, ?> members) {
    Map<String, Object> inOrder = new TreeMap<>();
    members.forEach((name, value) -> inOrder.put(String.valueOf(name), value == null ? "" : value));
    inOrder.forEach(
        (name, value) -> {
          String words = under.isEmpty() ? capital(words(name)) : under + ", " + words(name);
          if (value instanceof Map<?, ?> inner) {
            if (inner.isEmpty()) {
              facts.add(new Fact(words, "none"));
            }
            add(facts, words, inner);
          } else if (value instanceof List<?> list
              && list.stream().anyMatch(Map.class::isInstance)) {
            elements(facts, words, list);
          } else {
            facts.add(new Fact(words, value(value)));
          }
        });
  }

  private static void elements(List<Fact> facts, String words, List<?> list) {
    int number = 1;
    for (Object element : list) {
      String numbered = words + " " + number;
      if (element instanceof Map<?, ?> inner) {
        add(facts, numbered, inner);
      } else {
        facts.add(new Fact(numbered, value(element)));
      }
      number++;
    }
  }

  /** A value in words. */
  static String value(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : String.join(", ", list.stream().map(EventFacts::value).toList());
    }
    if (value instanceof Map<?, ?> map) {
      List<Fact> inner = new ArrayList<>();
      add(inner, "", map);
      return String.join("; ", inner.stream().map(f -> f.name() + ": " + f.value()).toList());
    }
    if (value instanceof Boolean truth) {
      return truth ? "yes" : "no";
    }
    String text = value == null ? "" : value.toString();
    if (text.isBlank()) {
      return "nothing";
    }
    return CONSTANT.matcher(text).matches()
        ? capital(text.toLowerCase(Locale.ROOT).replace('_', ' '))
        : text;
  }

  private static String words(String name) {
    return CONSTANT.matcher(name).matches()
        ? name.toLowerCase(Locale.ROOT).replace('_', ' ')
        : HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
