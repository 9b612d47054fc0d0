package org.glasnost.audit.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly: no white space, as canonical JSON has none; no member twice; one
 * value and nothing after it.
 */
final class Json {
  /** Deeper nesting is no event's. */
  private static final int DEEPEST = 64;

  private static final int HEX = 16;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /**
   * The members of an object, each with the text of its value as it stands there: a body is hashed
   * as it was written, not as it is understood.
   */
  static Map<String, String> members(String text) throws FormException {
    Json json = new Json(text);
    Map<String, String> members = new LinkedHashMap<>();
    json.expect('{');
    do {
      String name = json.string();
      json.expect(':');
      int from = json.at;
      json.value();
      if (members.put(name, text.substring(from, json.at)) != null) {
        throw json.bad("a member stands twice");
      }
    } while (json.take(','));
    json.expect('}');
    json.end();
    return members;
  }

  /** A value: map, list, string, {@link BigDecimal}, boolean or null. */
  static @Nullable Object read(String text) throws FormException {
    Json json = new Json(text);
    Object value = json.value();
    json.end();
    return value;
  }

  private @Nullable Object value() throws FormException {
    if (depth == DEEPEST) {
      throw bad("nested too deeply");
    }
    depth++;
    Object value = any();
    depth--;
    return value;
  }

  private @Nullable Object any() throws FormException {
    char next = at < text.length() ? text.charAt(at) : 0;
    if (next == '{') {
      return object();
    }
    if (next == '[') {
      return array();
    }
    if (next == '"') {
      return string();
    }
    if (word("true")) {
      return true;
    }
    if (word("false")) {
      return false;
    }
    if (word("null")) {
      return null;
    }
    return number();
  }

  private Map<String, @Nullable Object> object() throws FormException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    expect('{');
    if (take('}')) {
      return members;
    }
    do {
      String name = string();
      expect(':');
      Object value = value();
      if (members.containsKey(name)) {
        throw bad("a member stands twice");
      }
      members.put(name, value);
    } while (take(','));
    expect('}');
    return members;
  }

  private List<@Nullable Object> array() throws FormException {
    List<@Nullable Object> elements = new ArrayList<>();
    expect('[');
    if (take(']')) {
      return elements;
    }
    do {
      elements.add(value());
    } while (take(','));
    expect(']');
    return elements;
  }

  private String string() throws FormException {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        throw bad("a control character");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    throw bad("a text without its end");
  }

  private char escaped() throws FormException {
    char c = at < text.length() ? text.charAt(at++) : 0;
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(plain);
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw bad("an escape that there is not");
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(at++), HEX);
      if (digit < 0) {
        throw bad("an escape that there is not");
      }
      code = code * HEX + digit;
    }
    return (char) code;
  }

  private BigDecimal number() throws FormException {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(from, at);
    if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")) {
      throw bad("no JSON value");
    }
    return new BigDecimal(number).stripTrailingZeros();
  }

  private boolean word(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) throws FormException {
    if (!take(c)) {
      throw bad("no " + c);
    }
  }

  private void end() throws FormException {
    if (at != text.length()) {
      throw bad("something after the end");
    }
  }

  private FormException bad(String what) {
    return new FormException("at character " + at + ": " + what);
  }
}
