package org.glasnost.audit.verifier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly, as RFC 8785 writes it: no white space; members in the order of
 * their names, so that none stands twice; nothing escaped without need; each number in its one
 * spelling; one value and nothing after it. Nothing is built of it: values stay the text that was
 * hashed, and equal values are equal texts.
 */
final class Json {
  /** Deeper nesting is no event's. */
  private static final int DEEPEST = 64;

  private static final String DIGITS = "0123456789abcdef";
  private static final int MOST_DIGITS = 1000;
  private static final int MOST_DIGITS_OF_EXPONENT = 3;

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
    json.object(members);
    json.end();
    return members;
  }

  /** What the text of a value says if it is a string; null if it is another value or none. */
  static @Nullable String string(@Nullable String value) throws FormException {
    if (value == null || !value.startsWith("\"")) {
      return null;
    }
    Json json = new Json(value);
    String said = json.string();
    json.end();
    return said;
  }

  private void value() throws FormException {
    if (depth == DEEPEST) {
      throw bad("nested too deeply");
    }
    depth++;
    switch (at < text.length() ? text.charAt(at) : 0) {
      case '{' -> object(null);
      case '[' -> array();
      case '"' -> passString();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
    depth--;
  }

  /**
   * @param members to be filled, or null where nobody asks for them
   */
  private void object(@Nullable Map<String, String> members) throws FormException {
    expect('{');
    if (take('}')) {
      return;
    }
    String before = null;
    do {
      String name = string();
      if (before != null && before.compareTo(name) >= 0) {
        throw bad("a member stands twice, or before its place");
      }
      before = name;
      expect(':');
      int from = at;
      value();
      if (members != null) {
        members.put(name, text.substring(from, at));
      }
    } while (take(','));
    expect('}');
  }

  private void array() throws FormException {
    expect('[');
    if (take(']')) {
      return;
    }
    do {
      value();
    } while (take(','));
    expect(']');
  }

  private String string() throws FormException {
    int from = at + 1;
    return passString() ? unescaped(from, at - 1) : text.substring(from, at - 1);
  }

  /**
   * @return whether something in it is escaped
   */
  private boolean passString() throws FormException {
    expect('"');
    String within = text;
    boolean escapes = false;
    for (int i = at; i < within.length(); i++) {
      char c = within.charAt(i);
      if (c == '"') {
        at = i + 1;
        return escapes;
      }
      if (c < ' ') {
        throw bad("a control character");
      }
      if (c == '\\') {
        at = i + 1;
        escaped();
        i = at - 1;
        escapes = true;
      }
    }
    throw bad("a text without its end");
  }

  private String unescaped(int from, int to) throws FormException {
    StringBuilder out = new StringBuilder(to - from);
    Json inside = new Json(text.substring(from, to));
    while (inside.at < inside.text.length()) {
      char c = inside.text.charAt(inside.at++);
      out.append(c == '\\' ? inside.escaped() : c);
    }
    return out.toString();
  }

  /** Only what cannot stand as it is, and in its shortest way: each text has one spelling. */
  private char escaped() throws FormException {
    char c = at < text.length() ? text.charAt(at++) : 0;
    int plain = "\"\\bfnrt".indexOf(c);
    if (plain >= 0) {
      return "\"\\\b\f\n\r\t".charAt(plain);
    }
    if (c != 'u' || !text.startsWith("00", at) || at + 4 > text.length()) {
      throw bad("an escape that there is not");
    }
    int high = "01".indexOf(text.charAt(at + 2));
    int low = DIGITS.indexOf(text.charAt(at + 3));
    at += 4;
    char code = (char) (high * DIGITS.length() + low);
    if (high < 0 || low < 0 || "\b\f\n\r\t".indexOf(code) >= 0) {
      throw bad("an escape that there is not");
    }
    return code;
  }

  private void number() throws FormException {
    int from = at;
    take('-');
    if (!take('0')) {
      digits(MOST_DIGITS);
    }
    boolean whole = at < text.length() && ".eE".indexOf(text.charAt(at)) < 0;
    if (whole && text.charAt(from) != '-' && at - from <= CanonicalNumber.EXACT) {
      return;
    }
    if (take('.')) {
      digits(MOST_DIGITS);
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      digits(MOST_DIGITS_OF_EXPONENT);
    }
    if (!CanonicalNumber.isSpelling(text.substring(from, at))) {
      throw bad("a number in another spelling than its own");
    }
  }

  private void digits(int most) throws FormException {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from || at - from > most) {
      throw bad("no JSON value");
    }
  }

  private void word(String word) throws FormException {
    if (!text.startsWith(word, at)) {
      throw bad("no JSON value");
    }
    at += word.length();
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
