package org.glasnost.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of one word in a register file. What each means stands in docs/spec/registers.md. */
enum RegisterKey {
  TOKEN("token", Kind.TEXT),
  FORMS("forms", Kind.TEXTS),
  ABBREVIATIONS("abbreviations", Kind.TEXTS),
  PORTION("portion", Kind.TEXT),
  FROM("from", Kind.DAY),
  TO("to", Kind.DAY),
  ORDERS("orders", Kind.TEXTS),
  REUSE("reuse", Kind.TEXT),
  SUCCESSORS("successors", Kind.TEXTS),
  LEVELS("levels", Kind.TEXTS),
  REQUIRES("requires", Kind.TEXTS),
  EXCLUDES("excludes", Kind.TEXTS),
  MEMBERS("members", Kind.TEXTS),
  RANK("rank", Kind.NUMBER),
  ISM("ism", Kind.TEXT),
  STANDING("standing", Kind.TEXT),
  CITE("cite", Kind.TEXT);

  /** What may stand behind a key. */
  enum Kind {
    /** One text. */
    TEXT,
    /** A list of different texts. */
    TEXTS,
    /** A day, such as 1953-12-14. */
    DAY,
    /** A whole number, 0 or more. */
    NUMBER
  }

  /** Without these there is no word. */
  static final List<RegisterKey> REQUIRED = List.of(TOKEN, FORMS, STANDING, CITE);

  private static final Map<String, RegisterKey> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(key -> key.yaml, Function.identity()));

  private final String yaml;
  private final Kind kind;

  RegisterKey(String yaml, Kind kind) {
    this.yaml = yaml;
    this.kind = kind;
  }

  /** As it is written in a file. */
  String yaml() {
    return yaml;
  }

  Kind kind() {
    return kind;
  }

  /** What a compiled line says where the key is absent. */
  String absent() {
    return this == REUSE ? "SAME" : kind == Kind.NUMBER ? "0" : "";
  }

  /** All of them, as they are written. */
  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The key so written, or null. */
  static @Nullable RegisterKey named(String yaml) {
    return BY_NAME.get(yaml);
  }
}
