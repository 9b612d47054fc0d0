package org.glasnost.authority.office;

import java.util.UUID;
import org.glasnost.authority.Right;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.jspecify.annotations.Nullable;

/**
 * What an order gives: a right of the person, or the need to know one document. Exactly one of the
 * two stands.
 *
 * @param right what the person is to hold, or null
 * @param need the document they are to know of, or null
 */
public record Sought(@Nullable Right right, @Nullable Need need) {

  /**
   * The need to know one document.
   *
   * @param document which
   * @param source {@link GrantSource#NAMED} for who stands on the record's own list by the office
   *     held at its date, {@link GrantSource#DECISION} for an officer's decision
   * @param scope how much it opens
   * @param recipient for NAMED, the name on the record's list that is this person's; else null
   */
  public record Need(
      UUID document, GrantSource source, GrantScope scope, @Nullable String recipient) {}

  /**
   * @throws IllegalArgumentException unless exactly one of the two stands, which is a bug of ours
   */
  public Sought {
    if ((right == null) == (need == null)) {
      throw new IllegalArgumentException("an order gives one thing");
    }
  }

  /** An order for that. */
  public static Sought of(Right right) {
    return new Sought(right, null);
  }

  /** An order for that. */
  public static Sought of(Need need) {
    return new Sought(null, need);
  }

  /** What kind of thing it is, as the API and the journal name it. */
  public String kind() {
    return right == null ? "NEED_TO_KNOW" : right.kind().name();
  }
}
