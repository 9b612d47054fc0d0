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
 * @param occasion the circumstances
 * @param concern what it is about, and who may read it
 * @param change what it changed, and from when on
 * @param ground why it was done
 */
public record JournalEntry(
    EventKind kind, Occasion occasion, Concern concern, Change change, Ground ground) {

  /** The label of entries that every auditor may read. */
  public static final long OPEN = 0;

  /**
   * The label of events that are sealed for everybody: no protection has it, so that nobody is
   * cleared for it. For what is recorded of a document that there is not, which must look to
   * whoever asked for it as what is recorded of one that they may not know of. The greatest number
   * that is exact in JSON.
   */
  public static final long SEALED = (1L << 53) - 1;

  /**
   * What an entry is about.
   *
   * @param document the document concerned, or null
   * @param review the review concerned, or null
   * @param label the access label that decides who may read the entry: the interned label of the
   *     document at that moment, 0 = open to every auditor
   */
  public record Concern(@Nullable UUID document, @Nullable UUID review, long label) {
    /**
     * @throws IllegalArgumentException if the label is negative, which is a bug of ours
     */
    public Concern {
      if (label < 0) {
        throw new IllegalArgumentException("no such label: " + label);
      }
    }
  }

  /**
   * What an entry changed.
   *
   * @param before what held before, as a JSON object, or null
   * @param after what holds from now on, as a JSON object, or null
   * @param effectiveOn the day on which it took effect, where that is a matter of its own, or null
   */
  public record Change(
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after,
      @Nullable LocalDate effectiveOn) {
    /**
     * Copies what could change.
     *
     * @throws IllegalArgumentException if {@code before} or {@code after} is not JSON, which is a
     *     bug of ours
     */
    public Change {
      before = before == null ? null : CanonicalJson.copyOf(before);
      after = after == null ? null : CanonicalJson.copyOf(after);
    }
  }

  /**
   * Why it was done.
   *
   * @param authority under what authority (order, delegation, decision), or null
   * @param reasonCode why, as a code, or null
   * @param cites what it rests on
   */
  public record Ground(
      @Nullable String authority, @Nullable String reasonCode, List<String> cites) {
    /** Copies the citations. */
    public Ground {
      cites = List.copyOf(cites);
    }
  }

  /** An entry of which only kind and circumstances are known, open to every auditor. */
  public static JournalEntry of(EventKind kind, Occasion occasion) {
    return new JournalEntry(
        kind,
        occasion,
        new Concern(null, null, OPEN),
        new Change(null, null, null),
        new Ground(null, null, List.of()));
  }

  /**
   * The same entry about a document, readable by those whose clearance covers the label that the
   * document has at this moment. The two are given together so that the label cannot be forgotten.
   */
  public JournalEntry document(UUID id, long itsLabel) {
    return with(new Concern(id, concern.review(), itsLabel));
  }

  /** The same entry in the course of a review. */
  public JournalEntry review(@Nullable UUID id) {
    return with(new Concern(concern.document(), id, concern.label()));
  }

  /** The same entry under another label, where no document is concerned. */
  public JournalEntry label(long other) {
    return with(new Concern(concern.document(), concern.review(), other));
  }

  /** The same entry with what held before. */
  public JournalEntry before(@Nullable Map<String, ?> object) {
    return with(new Change(object, change.after(), change.effectiveOn()));
  }

  /** The same entry with what holds from now on. */
  public JournalEntry after(@Nullable Map<String, ?> object) {
    return with(new Change(change.before(), object, change.effectiveOn()));
  }

  /** The same entry, effective on a day of its own. */
  public JournalEntry effectiveOn(@Nullable LocalDate day) {
    return with(new Change(change.before(), change.after(), day));
  }

  /** The same entry under an authority. */
  public JournalEntry under(@Nullable String authority) {
    return with(new Ground(authority, ground.reasonCode(), ground.cites()));
  }

  /** The same entry with a reason's code. */
  public JournalEntry because(@Nullable String code) {
    return with(new Ground(ground.authority(), code, ground.cites()));
  }

  /** The same entry with what it rests on. */
  public JournalEntry citing(List<String> sources) {
    return with(new Ground(ground.authority(), ground.reasonCode(), sources));
  }

  private JournalEntry with(Concern other) {
    return new JournalEntry(kind, occasion, other, change, ground);
  }

  private JournalEntry with(Change other) {
    return new JournalEntry(kind, occasion, concern, other, ground);
  }

  private JournalEntry with(Ground other) {
    return new JournalEntry(kind, occasion, concern, change, other);
  }
}
