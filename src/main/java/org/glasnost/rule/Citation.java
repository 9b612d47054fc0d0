package org.glasnost.rule;

/**
 * A place in the law or in the field's manuals on which a rule rests, and how far we have seen it.
 *
 * @param text the citation as it is written in the field, such as {@code 32 CFR 2001.22(e)(3)}
 * @param standing whether the text was read
 */
public record Citation(String text, Standing standing) {

  /** How far the source of a rule has been seen. */
  public enum Standing {
    /** The text itself was read. */
    READ,
    /** Known in the field, but the text was not at hand. */
    UNVERIFIED,
    /** Follows from a text that was read; the text does not say so in terms. */
    INFERRED
  }

  /**
   * @throws IllegalArgumentException if the text is blank, which is a bug of ours
   */
  public Citation {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a citation needs a text");
    }
  }

  /** A source that was read. */
  public static Citation of(String text) {
    return new Citation(text, Standing.READ);
  }

  /** A source that is known but was not at hand. */
  public static Citation unverified(String text) {
    return new Citation(text, Standing.UNVERIFIED);
  }

  /** A conclusion from a source that was read. */
  public static Citation inferred(String text) {
    return new Citation(text, Standing.INFERRED);
  }

  /** The citation as shown to people; one that was not read says so. */
  public String shown() {
    return switch (standing) {
      case READ -> text;
      case UNVERIFIED -> text + " [unverified]";
      case INFERRED -> text + " [inferred]";
    };
  }
}
