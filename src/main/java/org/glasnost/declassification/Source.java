package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One source of a derivatively classified document.
 *
 * @param date the source's date, or null where it is not known
 * @param instruction its instruction verbatim, or null where it carries none
 * @param contains information in it that follows rules of its own
 */
public record Source(
    @Nullable LocalDate date, @Nullable String instruction, Set<SpecialContent> contains) {
  /** Copies the set. */
  public Source {
    contains = Set.copyOf(contains);
  }
}
