package org.glasnost.document;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.content.Tombstones;
import org.glasnost.content.Vault;
import org.glasnost.policy.OfficeDay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * After a backup was restored, destroys again what was destroyed since it was made, by the list
 * that is kept outside the database; and completes that list from the database.
 */
@Component
public class DestroyingAnew {
  private static final String CODE = "RESTORED_BACKUP";

  private final Documents documents;
  private final Destructions destructions;
  private final Vault vault;
  private final Tombstones tombstones;
  private final LifeCycle lifeCycle;
  private final Journal journal;
  private final OfficeDay officeDay;

  DestroyingAnew(
      Documents documents,
      Destructions destructions,
      Vault vault,
      Tombstones tombstones,
      LifeCycle lifeCycle,
      Journal journal,
      OfficeDay officeDay) {
    this.documents = documents;
    this.destructions = destructions;
    this.vault = vault;
    this.tombstones = tombstones;
    this.lifeCycle = lifeCycle;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * Brings both lists together, in one transaction.
   *
   * @param occasion of the product itself
   * @return how many documents were destroyed again
   */
  @Transactional
  public int settle(Occasion occasion) {
    destructions
        .carriedOut()
        .forEach(order -> tombstones.keep(order.document(), order.authority()));
    int again = 0;
    for (UUID id : tombstones.owners()) {
      if (documents.isThere(id) && !Destroyed.is(documents.inCourse(id))) {
        destroy(documents.inCourse(id), occasion);
        again++;
      }
    }
    return again;
  }

  private void destroy(Document document, Occasion occasion) {
    UUID id = document.id();
    String authority = tombstones.note(id);
    Instant now = officeDay.now();
    Destruction.Act act = new Destruction.Act(Actor.SYSTEM.id(), "system", now);
    Destruction order =
        new Destruction(
            UUID.randomUUID(),
            id,
            DestructionState.PROPOSED,
            authority,
            officeDay.today(),
            act,
            null);
    if (document.state() == DocumentState.MARKING_REVIEW) {
      // The backup is older than the confirmation of its marking: what waits for that ends.
      document.become(DocumentState.WITHDRAWN);
      documents.flush();
      lifeCycle.withdrawn(id, occasion);
    }
    destructions.add(order);
    destructions.decide(order.id(), DestructionState.CARRIED_OUT, act);
    document.become(DocumentState.DESTROYED);
    documents.flush();
    vault.destroy(id);
    journal.append(
        JournalEntry.of(EventKind.DOCUMENT_DESTROYED, occasion)
            .document(id, document.label())
            .under(authority)
            .because(CODE)
            .after(Map.of("destruction", order.id().toString())));
  }
}
