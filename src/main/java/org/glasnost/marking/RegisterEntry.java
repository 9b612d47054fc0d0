package org.glasnost.marking;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * One word of a register.
 *
 * @param token the word's name in this product, such as {@code ORCON_USGOV}
 * @param category what kind of word it is
 * @param forms how it is spelled, the form for a banner line first; upper case
 * @param abbreviations short forms that count only where they stand in upper case
 * @param portion its form in a portion mark, or null
 * @param from first day of validity, or null
 * @param to last day of validity, or null
 * @param reuse what becomes of it on re-use
 * @param successors what it became, as {@code register:token}
 * @param levels the levels with which it may stand; empty = any
 * @param requires tokens without which it may not stand
 * @param excludes tokens with which it may not stand
 * @param members members of a group that may be expanded; empty = may not
 * @param rank its place in the order of its category
 * @param ism its value in ISM attributes, or null
 * @param cite where it is written
 */
public record RegisterEntry(
    String token,
    RegisterCategory category,
    List<String> forms,
    List<String> abbreviations,
    @Nullable String portion,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Reuse reuse,
    List<String> successors,
    List<StatedLevel> levels,
    List<String> requires,
    List<String> excludes,
    List<String> members,
    int rank,
    @Nullable String ism,
    Citation cite) {

  /** What becomes of a word when the passage under it is used again. */
  public enum Reuse {
    /** It still stands. */
    SAME,
    /** Its successors stand in its place. */
    SUCCESSOR,
    /** Today's syntax has no place for it; it is kept verbatim beside the marking. */
    UNREPRESENTED,
    /** A person must decide. */
    PERSON
  }

  /** Copies the lists. */
  public RegisterEntry {
    forms = List.copyOf(forms);
    abbreviations = List.copyOf(abbreviations);
    successors = List.copyOf(successors);
    levels = List.copyOf(levels);
    requires = List.copyOf(requires);
    excludes = List.copyOf(excludes);
    members = List.copyOf(members);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("a register word has a form: " + token);
    }
  }

  /** As spelled in a banner line. */
  public String banner() {
    return forms.get(0);
  }

  /** As spelled in a portion mark; the banner's form where there is no other. */
  public String portionForm() {
    return portion != null ? portion : banner();
  }

  /** Whether the word might stand on a document of the day. */
  public boolean validOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
