package org.glasnost.review;

import java.util.List;
import org.glasnost.rule.Finding;
import org.springframework.stereotype.Component;

/** On what grounds words of a record may be withheld, by its age. */
@Component
public class WithholdingBases {
  boolean admits(String basis, Subject subject) {
    if (basis.matches("1\\.4\\([a-h]\\)")) {
      return !olderThan25Years(subject);
    }
    if (basis.matches("3\\.3\\(b\\)\\([1-9]\\)")) {
      return olderThan25Years(subject);
    }
    return basis.equals("AEA")
        || basis.matches("FOIA b\\([1-9]\\)")
        || basis.matches("PRA P[1-6]")
        || basis.matches("STATUTE \\S.*");
  }

  boolean keepsClassified(String basis, Subject subject) {
    return basis.startsWith("1.4") || basis.startsWith("3.3") || basis.equals("AEA");
  }

  boolean olderThan25Years(Subject subject) {
    return subject.documentDate() != null
        && !subject.documentDate().plusYears(25).isAfter(subject.today());
  }

  List<Finding> checkInstruction(Decision.NewInstruction instruction, Subject subject) {
    return List.of();
  }
}
