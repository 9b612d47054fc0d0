package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading an instruction.
 *
 * @param outcome how far the words could be read
 * @param read the instruction; null unless the outcome is {@code READ}
 * @param kind which instruction the words name, also where they do not complete it; null for none
 * @param downgradings written beside it, oldest first, also where the end is missing
 * @param findings what was noticed, positions in code points of the text read
 */
public record InstructionReading(
    Outcome outcome,
    @Nullable DeclassificationInstruction read,
    @Nullable InstructionKind kind,
    List<Downgrading> downgradings,
    List<Finding> findings) {

  /** How far the words could be read. */
  public enum Outcome {
    /** An instruction was read. */
    READ,
    /** There are no words. */
    MISSING,
    /** Words that begin an instruction but do not complete it, such as "XGDS" without category. */
    INCOMPLETE,
    /** The words say that no instruction applies, such as "E.O. 11652: N/A". */
    NOT_APPLICABLE,
    /** Words of no known grammar. */
    UNREADABLE
  }

  /** Copies the lists. */
  public InstructionReading {
    downgradings = List.copyOf(downgradings);
    findings = List.copyOf(findings);
    if ((outcome == Outcome.READ) != (read != null)) {
      throw new IllegalArgumentException("an instruction is there exactly when it was read");
    }
  }

  static InstructionReading of(DeclassificationInstruction read, List<Finding> findings) {
    return new InstructionReading(Outcome.READ, read, read.kind(), read.downgradings(), findings);
  }

  static InstructionReading without(Outcome outcome, List<Finding> findings) {
    return new InstructionReading(outcome, null, null, List.of(), findings);
  }

  static InstructionReading incomplete(
      @Nullable InstructionKind kind, List<Downgrading> downgradings, List<Finding> findings) {
    return new InstructionReading(Outcome.INCOMPLETE, null, kind, downgradings, findings);
  }

  /**
   * What is wrong with the instruction on a document of that day: never authorised, or not one of
   * the order then in force.
   *
   * @param day the document's, or null
   */
  public List<Finding> outOfItsEra(@Nullable LocalDate day) {
    List<Finding> era = OrderLimits.eraFindings(this, day);
    return era.isEmpty() ? OrderLimits.directorFindings(this, day) : era;
  }

  /**
   * What is wrong with the date written: later than the order of that day, or the exemption that
   * stands beside it, allows.
   *
   * @param day the document's, or null
   * @param derivative whether the document took its date over from a source
   */
  public List<Finding> tooLate(@Nullable LocalDate day, boolean derivative) {
    return OrderLimits.lateFindings(this, day, derivative);
  }

  /** The instruction, where one was read. */
  public Optional<DeclassificationInstruction> instruction() {
    return Optional.ofNullable(read);
  }
}
