package org.glasnost.declassification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines on a classified document that say who classified it, why or from what, and until when
 * (32 CFR 2001.21 and 2001.22). It does not say that anybody was entitled to: that is the
 * authority's delegation.
 */
public sealed interface ClassificationAuthorityBlock {

  /** The lines as they stand on the document, in the order of the rule. */
  List<String> lines();

  /**
   * The block as ISM attributes, names to values: who, why or from what, and the instruction as
   * {@code declassDate}, {@code declassEvent}, {@code declassException}.
   */
  Map<String, String> ism();

  /**
   * Of an original classification.
   *
   * @param classifiedBy name and position, or a personal identifier
   * @param office agency and office, or null where the rest of the document shows it
   * @param reasons at least one
   * @param declassifyOn the instruction: a date, an event, {@code 50X1-HUM} or {@code 50X2-WMD}
   */
  record Original(
      String classifiedBy,
      @Nullable String office,
      Set<ClassificationReason> reasons,
      String declassifyOn)
      implements ClassificationAuthorityBlock {
    private static final Set<InstructionKind> ALLOWED =
        EnumSet.of(
            InstructionKind.DATE,
            InstructionKind.EVENT,
            InstructionKind.HUMAN_SOURCE_50,
            InstructionKind.WMD_DESIGN_50);

    /**
     * Copies the reasons; they are written in the order of their letters.
     *
     * @throws IllegalArgumentException if a text is blank or of several lines, no reason is given,
     *     or the instruction is none that an original authority may write (32 CFR 2001.12(a))
     */
    public Original {
      required("Classified By", classifiedBy);
      if (office != null) {
        required("office", office);
      }
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("an original classification has a reason");
      }
      reasons = Set.copyOf(reasons);
      instruction(declassifyOn, ALLOWED);
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add("Classified By: " + classifiedBy + (office == null ? "" : ", " + office));
      lines.add("Reason: " + written(", "));
      lines.add("Declassify On: " + declassifyOn);
      return List.copyOf(lines);
    }

    @Override
    public Map<String, String> ism() {
      Map<String, String> ism = new LinkedHashMap<>();
      ism.put("classifiedBy", classifiedBy + (office == null ? "" : ", " + office));
      ism.put("classificationReason", written(" "));
      ism.putAll(IsmDeclassification.of(instruction(declassifyOn, ALLOWED)));
      return ism;
    }

    private String written(String parting) {
      return reasons.stream()
          .map(ClassificationReason::written)
          .sorted()
          .collect(Collectors.joining(parting));
    }
  }

  /**
   * Of a derivative classification. The reason of the source is not carried over (32 CFR
   * 2001.22(d)).
   *
   * @param classifiedBy name and position, or a personal identifier
   * @param sources title, agency, office and date of each source or guide; of several the block
   *     says {@code Multiple Sources}, and a list is attached
   * @param declassifyOn the line that {@link DateCalculus} gives for the sources
   */
  record Derivative(String classifiedBy, List<String> sources, String declassifyOn)
      implements ClassificationAuthorityBlock {
    private static final Set<InstructionKind> ALLOWED =
        EnumSet.of(
            InstructionKind.DATE,
            InstructionKind.EVENT,
            InstructionKind.EXEMPT_25,
            InstructionKind.HUMAN_SOURCE_50,
            InstructionKind.WMD_DESIGN_50,
            InstructionKind.EXEMPT_50,
            InstructionKind.EXEMPT_75,
            InstructionKind.NA_RD);

    /**
     * Copies the sources.
     *
     * @throws IllegalArgumentException if a text is blank or of several lines, no source is given,
     *     or the instruction may not stand on a document of today (32 CFR 2001.22(e))
     */
    public Derivative {
      required("Classified By", classifiedBy);
      sources = List.copyOf(sources);
      if (sources.isEmpty()) {
        throw new IllegalArgumentException("a derivative classification has a source");
      }
      sources.forEach(source -> required("source", source));
      instruction(declassifyOn, ALLOWED);
    }

    @Override
    public List<String> lines() {
      return List.of(
          "Classified By: " + classifiedBy,
          "Derived From: " + derivedFrom(),
          "Declassify On: " + declassifyOn);
    }

    /** The list of sources that is attached where there are several; else empty. */
    public List<String> sourceList() {
      return sources.size() > 1 ? sources : List.of();
    }

    @Override
    public Map<String, String> ism() {
      Map<String, String> ism = new LinkedHashMap<>();
      ism.put("derivativelyClassifiedBy", classifiedBy);
      ism.put("derivedFrom", derivedFrom());
      ism.putAll(IsmDeclassification.of(instruction(declassifyOn, ALLOWED)));
      return ism;
    }

    private String derivedFrom() {
      return sources.size() > 1 ? "Multiple Sources" : sources.get(0);
    }
  }

  private static void required(String what, String text) {
    if (text.isBlank() || text.lines().count() > 1) {
      throw new IllegalArgumentException("'" + what + "' is one line of words: " + text);
    }
  }

  private static DeclassificationInstruction instruction(
      String text, Set<InstructionKind> allowed) {
    required("Declassify On", text);
    return InstructionGrammar.read("Declassify On: " + text, null)
        .instruction()
        .filter(read -> allowed.contains(read.kind()))
        .orElseThrow(
            () -> new IllegalArgumentException("may not stand on a document of today: " + text));
  }
}
