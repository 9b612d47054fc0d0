package org.glasnost.process.decision;

import java.util.List;

/** What an input or output of a decision may be: a few words, whole numbers, true and false. */
public sealed interface Domain {

  /** The type that a table names for it. */
  String typeRef();

  /** Whether a value is one of it. */
  boolean admits(Object value);

  /** What it may be, for a person. */
  String told();

  /**
   * One of a few words.
   *
   * @param words upper case, in the order in which they are told
   */
  record Words(List<String> words) implements Domain {
    /** Copies the words. */
    public Words {
      words = List.copyOf(words);
    }

    @Override
    public String typeRef() {
      return "string";
    }

    @Override
    public boolean admits(Object value) {
      return value instanceof String word && words.contains(word);
    }

    @Override
    public String told() {
      return "one of " + String.join(", ", words);
    }
  }

  /**
   * A whole number.
   *
   * @param least the least
   * @param most the greatest, not below the least
   */
  record Numbers(int least, int most) implements Domain {
    @Override
    public String typeRef() {
      return "integer";
    }

    @Override
    public boolean admits(Object value) {
      return value instanceof Integer number && number >= least && number <= most;
    }

    @Override
    public String told() {
      return "a whole number from " + least + " to " + most;
    }
  }

  /** True or false. */
  record Truth() implements Domain {
    @Override
    public String typeRef() {
      return "boolean";
    }

    @Override
    public boolean admits(Object value) {
      return value instanceof Boolean;
    }

    @Override
    public String told() {
      return "true or false";
    }
  }
}
