package org.glasnost.declassification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A declassification instruction as ISM attributes. ISM holds a date, an event and the designators
 * of its vocabulary CVEnumISM25X (edition 2023); for the instructions of earlier orders (OADR, GDS,
 * X1) it has no value, and the answer is empty.
 */
public final class IsmDeclassification {
  private IsmDeclassification() {}

  /**
   * The attributes by name: {@code declassDate}, {@code declassEvent}, {@code declassException}.
   */
  public static Map<String, String> of(DeclassificationInstruction instruction) {
    String exception =
        instruction.kind() == InstructionKind.NA_RD
            ? contents(instruction.contentsOutside())
            : designators(instruction);
    boolean plain =
        instruction.kind() == InstructionKind.DATE || instruction.kind() == InstructionKind.EVENT;
    if (exception.isEmpty() && !plain) {
      return Map.of();
    }
    Map<String, String> ism = new LinkedHashMap<>();
    if (!exception.isEmpty()) {
      ism.put("declassException", exception);
    }
    if (instruction.date() != null) {
      ism.put("declassDate", instruction.date().toString());
    }
    if (instruction.event() != null) {
      ism.put("declassEvent", instruction.eventVerbatim());
    }
    return ism;
  }

  /** What exempts; of the exemptions at 75 years the vocabulary has one value for all. */
  private static String designators(DeclassificationInstruction instruction) {
    if (instruction.exemptions().isEmpty()) {
      return "";
    }
    if (instruction.underImageryOrder()) {
      return "25X1-EO-12951";
    }
    return instruction.exemptions().stream()
        .map(exemption -> exemption.term() == Exemption.Term.AT_75 ? "75X" : exemption.designator())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String contents(Set<SpecialContent> outside) {
    boolean nato = outside.contains(SpecialContent.NATO);
    boolean energy = outside.stream().anyMatch(content -> content != SpecialContent.NATO);
    if (nato) {
      return energy ? "NATO-AEA" : "NATO";
    }
    return energy ? "AEA" : "";
  }
}
