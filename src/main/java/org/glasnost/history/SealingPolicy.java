package org.glasnost.history;

import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Person;

/**
 * Which access labels an auditor's clearance covers. Events under any other label are sealed for
 * them.
 */
public interface SealingPolicy {
  /**
   * The ids of the labels whose documents' metadata the person may see under oversight. Label 0,
   * open to every auditor, need not be among them.
   */
  Set<Long> labelsVisibleTo(Person auditor);

  /**
   * The label that a document is held under, for what is recorded of it beside its own events. If
   * there is no such document, one that nobody is cleared for: whoever asked must not be able to
   * tell it from a document that they may not know of.
   */
  long labelOf(UUID document);
}
