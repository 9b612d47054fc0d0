package org.glasnost.release;

import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.access.Labels;
import org.glasnost.release.copy.ReleasedCopy;
import org.glasnost.rule.Refused;
import org.springframework.stereotype.Component;

/**
 * Shows the released copy of a document, to every signed-in person. The reading is in the journal
 * before the copy is shown, as that of a text is.
 */
@Component
public class ReadingRelease {
  private static final String CODE = "RELEASED_COPY";

  private final ReleaseRegister register;
  private final Labels labels;
  private final Journal journal;

  ReadingRelease(ReleaseRegister register, Labels labels, Journal journal) {
    this.register = register;
    this.labels = labels;
    this.journal = journal;
  }

  /**
   * The copy.
   *
   * @throws Refused as not known where there is none; as unavailable where the reading cannot be
   *     recorded
   */
  public ReleasedCopy copy(UUID document, Occasion occasion) {
    ReleasedCopy copy = register.copy(document).orElseThrow(Refused::notKnown);
    journal.appendAlone(
        JournalEntry.of(EventKind.CONTENT_READ, occasion)
            .document(document, labels.ofDocument(document))
            .because(CODE));
    return copy;
  }
}
