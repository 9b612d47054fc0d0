package org.glasnost.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for a review, and what others did before the record came to us.
 *
 * @param requester as written, or null
 * @param historicAction what is to be confirmed and recorded, or null
 */
public record Particulars(@Nullable String requester, @Nullable HistoricAction historicAction) {

  /**
   * An action that others took before the record was registered here.
   *
   * @param decidedOn the day on which it took effect
   * @param decidedBy who took it, as the record shows: a name, or initials as read
   * @param authority under what authority, as the record shows
   * @param evidence where the record shows it
   */
  public record HistoricAction(
      @Nullable LocalDate decidedOn,
      @Nullable String decidedBy,
      @Nullable String authority,
      @Nullable Evidence evidence) {}

  /**
   * A place in a document.
   *
   * @param document its id
   * @param from first code point of its text
   * @param to code point after the last
   * @param note what is seen there, or null
   */
  public record Evidence(
      @Nullable UUID document,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable String note) {}
}
