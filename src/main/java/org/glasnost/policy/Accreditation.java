package org.glasnost.policy;

import org.glasnost.marking.ClassificationLevel;

/**
 * How high this system may hold information. What says nothing of its level is held at it; what
 * asks for more is refused before anything is stored.
 *
 * @param ceiling the system-high level
 */
public record Accreditation(ClassificationLevel ceiling) {
  /** Whether something of that level may be held here. */
  public boolean admits(ClassificationLevel level) {
    return ceiling.dominates(level);
  }
}
