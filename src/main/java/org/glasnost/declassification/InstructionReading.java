package org.glasnost.declassification;

import java.util.List;
import java.util.Optional;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading an instruction.
 *
 * @param outcome how far the words could be read
 * @param read the instruction; null unless the outcome is {@code READ}
 * @param findings what was noticed, positions in code points of the text read
 */
public record InstructionReading(
    Outcome outcome, @Nullable DeclassificationInstruction read, List<Finding> findings) {

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

  /** Copies the findings. */
  public InstructionReading {
    findings = List.copyOf(findings);
    if ((outcome == Outcome.READ) != (read != null)) {
      throw new IllegalArgumentException("an instruction is there exactly when it was read");
    }
  }

  /** The instruction, where one was read. */
  public Optional<DeclassificationInstruction> instruction() {
    return Optional.ofNullable(read);
  }
}
