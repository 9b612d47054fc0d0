package org.glasnost.policy;

import java.util.List;
import java.util.Map;

/**
 * One word of a register as it stands in its file, not yet checked against others.
 *
 * @param file the file's name, for messages
 * @param line where the word begins, from 1
 * @param edition register and edition, such as {@code us-cnsi/2016}
 * @param category name of its category
 * @param values what stands behind each key; a key that is absent or faulty is not in it
 */
record RegisterWord(
    String file, int line, String edition, String category, Map<RegisterKey, Value> values) {

  /**
   * What stands behind a key.
   *
   * @param line where it begins, from 1
   * @param elements one for a single value
   */
  record Value(int line, List<String> elements) {
    Value {
      elements = List.copyOf(elements);
    }
  }

  RegisterWord {
    values = Map.copyOf(values);
  }

  /** The register without its edition, such as {@code us-cnsi}. */
  String register() {
    return edition.substring(0, edition.indexOf('/'));
  }

  /** The single value behind a key, empty where there is none. */
  String text(RegisterKey key) {
    return String.join("", list(key));
  }

  /** The elements behind a key, none where it is absent. */
  List<String> list(RegisterKey key) {
    Value value = values.get(key);
    return value == null ? List.of() : value.elements();
  }

  boolean has(RegisterKey key) {
    return values.containsKey(key);
  }

  /** Line and file, as messages name a place. */
  String place() {
    return file + ":" + line;
  }

  /** A fault of what stands behind the key; of the whole word where the key is absent. */
  RegisterFault fault(RegisterKey key, String message) {
    Value value = values.get(key);
    return new RegisterFault(file, value == null ? line : value.line(), message);
  }
}
