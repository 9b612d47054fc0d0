package org.glasnost.process.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The closed list of what a process instance may carry: ids, counts and small enums. Never a
 * marking, a title, a name or content: the engine keeps its variables in clear, with their history.
 *
 * <p>The list, with the meaning of each, is published in {@code processes/README.md}.
 */
public enum ProcessVariable {
  /** The document's id; set at the start, never changed. */
  DOCUMENT("document", Kind.ID, ProcessVariable::isId),
  /** The review's id; set at the start of a review, never changed. */
  REVIEW("review", Kind.ID, ProcessVariable::isId),
  /** How many agencies the last decision refers to that have not been asked before; 0 or more. */
  REFERRAL_COUNT("referralCount", Kind.COUNT, ProcessVariable::isCount),
  /** What the second review came to. */
  SECOND_OUTCOME("secondOutcome", Set.of("RETURNED", "CONCURRED", "DIFFERS")),
  /** Whether an adjudicator has decided, rather than referred, since the review began. */
  ADJUDICATED("adjudicated", Kind.BOOLEAN, Boolean.class::isInstance),
  /** Whether the declassification authority signed. */
  SIGNED("signed", Kind.BOOLEAN, Boolean.class::isInstance),
  /** What the signed determination comes to. */
  OUTCOME("outcome", Set.of("SUSTAINED", "WITHHELD", "RELEASE")),
  /** Whether the signed determination withholds any words. */
  WITHHOLDS("withholds", Kind.BOOLEAN, Boolean.class::isInstance),
  /** Whether the redacted copy passed the check. */
  ACCEPTED("accepted", Kind.BOOLEAN, Boolean.class::isInstance),
  /** Whether the copy was given out. */
  RELEASED("released", Kind.BOOLEAN, Boolean.class::isInstance);

  /** What the values of a variable are. */
  public enum Kind {
    /** The id of a document or review, lower case. */
    ID,
    /** A number of things, 0 or more. */
    COUNT,
    /** True or false. */
    BOOLEAN,
    /** One of a few words. */
    WORD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String variable;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> words;

  @SuppressWarnings("ImmutableEnumChecker") // without state
  private final Predicate<Object> admits;

  ProcessVariable(String variable, Kind kind, Predicate<Object> admits) {
    this.variable = variable;
    this.kind = kind;
    this.words = Set.of();
    this.admits = admits;
  }

  ProcessVariable(String variable, Set<String> words) {
    this.variable = variable;
    this.kind = Kind.WORD;
    this.words = words;
    this.admits = words::contains;
  }

  /** The name inside process definitions, such as {@code referralCount}. */
  public String variable() {
    return variable;
  }

  /** What its values are. */
  public Kind kind() {
    return kind;
  }

  /** The words it may be, for a variable that is one of few words; else empty. */
  public Set<String> words() {
    return words;
  }

  /** Whether the variable may have this value. */
  public boolean admits(Object value) {
    return admits.test(value);
  }

  /** The variable of that name inside process definitions. */
  public static Optional<ProcessVariable> named(String variable) {
    for (ProcessVariable candidate : values()) {
      if (candidate.variable.equals(variable)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean isCount(Object value) {
    return value instanceof Integer count && count >= 0;
  }

  private static boolean isId(Object value) {
    if (!(value instanceof String text)) {
      return false;
    }
    try {
      return UUID.fromString(text).toString().equals(text.toLowerCase(Locale.ROOT))
          && text.equals(text.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAnId) {
      return false;
    }
  }
}
