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
    Map<String, String> ism = new LinkedHashMap<>();
    String exception =
        switch (instruction.kind()) {
          case EXEMPT_25, EXEMPT_50 -> designators(instruction);
          case HUMAN_SOURCE_50 -> "50X1-HUM";
          case WMD_DESIGN_50 -> "50X2-WMD";
          case EXEMPT_75 -> "75X";
          case NA_RD -> contents(instruction.contentsOutside());
          case DATE,
              EVENT,
              OADR,
              GROUP_1,
              GROUP_2,
              GROUP_3,
              GROUP_4,
              GDS,
              ADS,
              XGDS_1,
              XGDS_2,
              XGDS_3,
              XGDS_4,
              RDS,
              REVIEW_ON,
              X1,
              X2,
              X3,
              X4,
              X5,
              X6,
              X7,
              X8,
              MR,
              DCI_ONLY,
              DNI_ONLY,
              TREATY ->
              "";
        };
    boolean holds = !exception.isEmpty();
    holds |= instruction.kind() == InstructionKind.DATE;
    holds |= instruction.kind() == InstructionKind.EVENT;
    if (!holds) {
      return ism;
    }
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

  private static String designators(DeclassificationInstruction instruction) {
    if (instruction.underImageryOrder()) {
      return "25X1-EO-12951";
    }
    return instruction.exemptions().stream()
        .map(Exemption::designator)
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
