package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a declassification instruction says, read from a document's own words. It does not say
 * whether the instruction was allowed, nor what it means today: that is {@link DateCalculus}.
 *
 * @param kind which instruction
 * @param verbatim the words as they stand, never lost
 * @param date the day written, or null; for {@code RDS} and {@code REVIEW_ON} a day of review
 * @param event the event in words, or null
 * @param number the category or series written with {@code RDS} (as in RDS-3), or null
 * @param exemptions the designators written, in their order; empty unless the kind is one of them
 * @param sourceMarked whether the words describe a source ("Source marked OADR")
 * @param sourceDate the date of the source, or null
 * @param statedOrder the order that the words name, or null
 * @param downgradings the downgradings written beside it, oldest first
 */
public record DeclassificationInstruction(
    InstructionKind kind,
    String verbatim,
    @Nullable LocalDate date,
    @Nullable String event,
    @Nullable Integer number,
    List<Exemption> exemptions,
    boolean sourceMarked,
    @Nullable LocalDate sourceDate,
    @Nullable GoverningOrder statedOrder,
    List<Downgrading> downgradings) {

  /** Copies the lists. */
  public DeclassificationInstruction {
    exemptions = List.copyOf(exemptions);
    downgradings = List.copyOf(downgradings);
  }

  /** An instruction of that kind with nothing beside it. */
  public static DeclassificationInstruction of(InstructionKind kind, String verbatim) {
    return new DeclassificationInstruction(
        kind, verbatim, null, null, null, List.of(), false, null, null, List.of());
  }
}
