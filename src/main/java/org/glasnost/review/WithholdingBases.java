package org.glasnost.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.declassification.Bases;
import org.glasnost.declassification.Basis;
import org.glasnost.declassification.SustainedInstruction;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * On what grounds words of a record may be withheld, by its age. Whether a record is a presidential
 * one is not registered: what serves either kind is admitted, and the reviewer answers for it.
 */
@Component
public class WithholdingBases {

  WithholdingBases() {}

  /** The bases with a fixed code that serve for a record; besides, any {@code STATUTE <cite>}. */
  public List<Basis> admissible(@Nullable LocalDate documentDate, LocalDate today) {
    List<Basis> admissible = new ArrayList<>(Bases.admissible(documentDate, true, today));
    Bases.admissible(documentDate, false, today).stream()
        .filter(basis -> !admissible.contains(basis))
        .forEach(admissible::add);
    return List.copyOf(admissible);
  }

  boolean admits(String basis, Subject subject) {
    return Bases.check(basis, subject.documentDate(), true, subject.today()).isEmpty()
        || Bases.check(basis, subject.documentDate(), false, subject.today()).isEmpty();
  }

  /** Whether words withheld on a checked basis stay classified. */
  static boolean keepsClassified(String basis) {
    return Basis.parse(basis).orElseThrow().keepsClassified();
  }

  boolean olderThan25Years(Subject subject) {
    return Bases.isOver25(subject.documentDate(), subject.today());
  }

  List<Finding> checkInstruction(Decision.NewInstruction instruction, Subject subject) {
    Decision.PanelApproval approval = instruction.panelApproval();
    return new SustainedInstruction(
            String.valueOf(instruction.declassifyOn()),
            approval == null
                ? null
                : new SustainedInstruction.PanelApproval(approval.on(), approval.reference()))
        .check(subject.documentDate(), subject.today()).stream()
            .map(finding -> finding.atMember("/instruction"))
            .toList();
  }
}
