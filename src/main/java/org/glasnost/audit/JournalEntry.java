package org.glasnost.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a use case asks the journal to record. The journal adds id and instant; who, role, task,
 * process and policy release come from the occasion.
 *
 * <p>Never bears content: no text of a document, no title, no free-text reason. A reason is a code;
 * its words live in room {@code content}.
 *
 * @param kind what happened
 * @param effectiveOn the day on which it took effect, where that is a matter of its own, or null
 * @param occasion the circumstances
 * @param document the document concerned, or null
 * @param review the review concerned, or null
 * @param before what held before, as a JSON object, or null
 * @param after what holds from now on, as a JSON object, or null
 * @param authority under what authority (order, delegation, decision), or null
 * @param reasonCode why, as a code, or null
 * @param cites what it rests on
 * @param label the access label that decides who may read the entry: the interned label of the
 *     document at that moment, 0 = open to every auditor
 */
public record JournalEntry(
    EventKind kind,
    @Nullable LocalDate effectiveOn,
    Occasion occasion,
    @Nullable UUID document,
    @Nullable UUID review,
    @Nullable Map<String, ?> before,
    @Nullable Map<String, ?> after,
    @Nullable String authority,
    @Nullable String reasonCode,
    List<String> cites,
    long label) {

  /** The label of entries that every auditor may read. */
  public static final long OPEN = 0;

  /**
   * Copies what could change.
   *
   * @throws IllegalArgumentException if {@code before} or {@code after} is not JSON or the label is
   *     negative, which is a bug of ours
   */
  public JournalEntry {
    before = before == null ? null : CanonicalJson.copyOf(before);
    after = after == null ? null : CanonicalJson.copyOf(after);
    cites = List.copyOf(cites);
    if (label < 0) {
      throw new IllegalArgumentException("no such label: " + label);
    }
  }

  /** An entry of which only kind and circumstances are known, open to every auditor. */
  public static JournalEntry of(EventKind kind, Occasion occasion) {
    return new JournalEntry(
        kind, null, occasion, null, null, null, null, null, null, List.of(), OPEN);
  }

  /**
   * The same entry about a document, readable by those whose clearance covers the label that the
   * document has at this moment. The two are given together so that the label cannot be forgotten.
   */
  public JournalEntry document(UUID id, long itsLabel) {
    return new JournalEntry(
        kind,
        effectiveOn,
        occasion,
        id,
        review,
        before,
        after,
        authority,
        reasonCode,
        cites,
        itsLabel);
  }

  /** The same entry in the course of a review. */
  public JournalEntry review(@Nullable UUID id) {
    return new JournalEntry(
        kind,
        effectiveOn,
        occasion,
        document,
        id,
        before,
        after,
        authority,
        reasonCode,
        cites,
        label);
  }

  /** The same entry with what held before. */
  public JournalEntry before(@Nullable Map<String, ?> object) {
    return new JournalEntry(
        kind,
        effectiveOn,
        occasion,
        document,
        review,
        object,
        after,
        authority,
        reasonCode,
        cites,
        label);
  }

  /** The same entry with what holds from now on. */
  public JournalEntry after(@Nullable Map<String, ?> object) {
    return new JournalEntry(
        kind,
        effectiveOn,
        occasion,
        document,
        review,
        before,
        object,
        authority,
        reasonCode,
        cites,
        label);
  }

  /** The same entry, effective on a day of its own. */
  public JournalEntry effectiveOn(@Nullable LocalDate day) {
    return new JournalEntry(
        kind, day, occasion, document, review, before, after, authority, reasonCode, cites, label);
  }

  /** The same entry under an authority. */
  public JournalEntry under(@Nullable String givenAuthority) {
    return new JournalEntry(
        kind,
        effectiveOn,
        occasion,
        document,
        review,
        before,
        after,
        givenAuthority,
        reasonCode,
        cites,
        label);
  }

  /** The same entry with a reason's code. */
  public JournalEntry because(@Nullable String code) {
    return new JournalEntry(
        kind,
        effectiveOn,
        occasion,
        document,
        review,
        before,
        after,
        authority,
        code,
        cites,
        label);
  }

  /** The same entry with what it rests on. */
  public JournalEntry citing(List<String> sources) {
    return new JournalEntry(
        kind,
        effectiveOn,
        occasion,
        document,
        review,
        before,
        after,
        authority,
        reasonCode,
        sources,
        label);
  }

  /** The same entry under another label, where no document is concerned. */
  public JournalEntry label(long other) {
    return new JournalEntry(
        kind,
        effectiveOn,
        occasion,
        document,
        review,
        before,
        after,
        authority,
        reasonCode,
        cites,
        other);
  }
}
