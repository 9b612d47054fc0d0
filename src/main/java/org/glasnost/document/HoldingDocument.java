package org.glasnost.document;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.Sight;
import org.glasnost.content.ContentKind;
import org.glasnost.content.Vault;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places and lifts holds. One person does either; a hold can do no harm that lasts. */
@Component
public class HoldingDocument {
  private final Disposition disposition;
  private final Holds holds;
  private final Vault vault;
  private final Journal journal;

  HoldingDocument(Disposition disposition, Holds holds, Vault vault, Journal journal) {
    this.disposition = disposition;
    this.holds = holds;
    this.vault = vault;
    this.journal = journal;
  }

  /**
   * The holds on a document, oldest first.
   *
   * @throws Refused if the person may not know of it, or has no say in its keeping
   */
  @Transactional(readOnly = true)
  public List<Hold> look(UUID document, Person person, Sight sight) {
    disposition.admitted(document, person, sight);
    return holds.of(document);
  }

  /**
   * Places a hold.
   *
   * @throws Refused if the person has no say, words are missing, or the document is destroyed
   */
  @Transactional
  public Hold place(
      UUID id,
      @Nullable String authority,
      @Nullable String reason,
      Person person,
      Sight sight,
      Occasion occasion) {
    Document document = disposition.locked(id, version -> {}, person, sight);
    Destroyed.refuseIf(document);
    Findings findings = new Findings();
    String under = Disposition.authority(authority, findings);
    String why = Disposition.reason(reason, findings);
    findings.refuseIfAny();
    Hold hold = new Hold(UUID.randomUUID(), id, under, disposition.act(person), null);
    holds.add(hold);
    vault.store(hold.id(), ContentKind.REASON, why);
    journal.append(
        JournalEntry.of(EventKind.HOLD_PLACED, occasion)
            .document(id, document.label())
            .under(under)
            .because("HOLD")
            .after(Map.of("hold", hold.id().toString())));
    return hold;
  }

  /**
   * Lifts a hold.
   *
   * @throws Refused if the person has no say, the hold is not one of the document's, or was lifted
   */
  @Transactional
  public Hold lift(
      UUID id,
      UUID holdId,
      @Nullable String reason,
      Person person,
      Sight sight,
      Occasion occasion) {
    Document document = disposition.locked(id, version -> {}, person, sight);
    Hold hold =
        holds.of(id).stream()
            .filter(known -> known.id().equals(holdId))
            .findFirst()
            .orElseThrow(Refused::notKnown);
    if (hold.lifted() != null) {
      throw new Refused(
          Refused.Ground.CONFLICT, Finding.error("DOC-0062", "This hold was lifted already."));
    }
    Findings findings = new Findings();
    String why = Disposition.reason(reason, findings);
    findings.refuseIfAny();
    Destruction.Act lifted = disposition.act(person);
    holds.lift(holdId, lifted);
    vault.store(holdId, ContentKind.REASON, why);
    journal.append(
        JournalEntry.of(EventKind.HOLD_LIFTED, occasion)
            .document(id, document.label())
            .under(hold.authority())
            .because("HOLD_LIFTED")
            .before(Map.of("hold", holdId.toString())));
    return new Hold(holdId, id, hold.authority(), hold.placed(), lifted);
  }
}
