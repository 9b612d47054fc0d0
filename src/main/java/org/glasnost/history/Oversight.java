package org.glasnost.history;

import java.util.HashSet;
import java.util.Set;
import org.glasnost.audit.JournalEntry;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.springframework.stereotype.Component;

/** Who may look into the journal, and how far. */
@Component
public class Oversight {
  private final SealingPolicy sealing;

  /**
   * @param sealing how far a clearance reaches
   */
  public Oversight(SealingPolicy sealing) {
    this.sealing = sealing;
  }

  /**
   * Lets auditors pass.
   *
   * @throws Refused on ground NOT_ENTITLED for anybody but an auditor
   */
  public void require(Person person) {
    if (!person.has(Role.AUDITOR)) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error("JRN-0010", "The journal is read by auditors. Ask one of them."));
    }
  }

  /** The labels whose events are open to an auditor; never empty. */
  Set<Long> labels(Person auditor) {
    Set<Long> labels = new HashSet<>(sealing.labelsVisibleTo(auditor));
    labels.add(JournalEntry.OPEN);
    return labels;
  }

  /**
   * The label of the line that tells what an auditor looked for: a document named in it is sealed
   * for whoever may not know of the document, and for everybody where there is none.
   */
  long labelOf(EventFilter asked) {
    return asked.document() == null ? JournalEntry.OPEN : sealing.labelOf(asked.document());
  }

  /**
   * The labels that an auditor may come to see; what is open to every auditor has none.
   *
   * @throws Refused on ground NOT_ENTITLED for anybody but an auditor
   */
  public Set<Long> readable(Person auditor) {
    require(auditor);
    Set<Long> labels = labels(auditor);
    labels.remove(JournalEntry.OPEN);
    return labels;
  }
}
