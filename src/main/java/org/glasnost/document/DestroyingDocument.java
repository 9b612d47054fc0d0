package org.glasnost.document;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.Sight;
import org.glasnost.content.ContentKind;
import org.glasnost.content.Tombstones;
import org.glasnost.content.Vault;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Destroys a document by destroying its key, and with it every text, reading, reason and draft that
 * was kept of it. Two records managers of the holding agency, only a temporary record, only on and
 * after the day from which a disposition authority allows it, never under a hold, and never a
 * document that was reviewed. Markings and journal remain.
 */
@Component
public class DestroyingDocument {
  private static final Logger LOG = LoggerFactory.getLogger(DestroyingDocument.class);

  private final Disposition disposition;
  private final Destructions destructions;
  private final Holds holds;
  private final Deliberations deliberations;
  private final Documents documents;
  private final Vault vault;
  private final Tombstones tombstones;
  private final Journal journal;
  private final OfficeDay officeDay;
  private final OnePerson persons;

  DestroyingDocument(
      Disposition disposition,
      Destructions destructions,
      Holds holds,
      Deliberations deliberations,
      Documents documents,
      Vault vault,
      Tombstones tombstones,
      Journal journal,
      OfficeDay officeDay,
      OnePerson persons) {
    this.disposition = disposition;
    this.destructions = destructions;
    this.holds = holds;
    this.deliberations = deliberations;
    this.documents = documents;
    this.vault = vault;
    this.tombstones = tombstones;
    this.journal = journal;
    this.officeDay = officeDay;
    this.persons = persons;
  }

  /**
   * What one records manager proposes.
   *
   * @param authority the disposition authority, such as {@code GRS 4.2, item 001}; required
   * @param dueOn the day from which it lets the record be destroyed; required, not in the future
   * @param reason why; required
   */
  public record Proposal(
      @Nullable String authority, @Nullable LocalDate dueOn, @Nullable String reason) {}

  /**
   * The latest order for a document.
   *
   * @throws Refused if the person may not know of it or has no say in its keeping, or none was
   *     given
   */
  @Transactional(readOnly = true)
  public Destruction look(UUID id, Person person, Sight sight) {
    disposition.admitted(id, person, sight);
    return latest(id);
  }

  /**
   * Proposes the destruction.
   *
   * @throws Refused with every finding, and nothing changed
   */
  @Transactional
  public Destruction propose(
      UUID id,
      Proposal proposal,
      LongConsumer precondition,
      Person person,
      Sight sight,
      Occasion occasion) {
    Document document = disposition.locked(id, precondition, person, sight);
    Destroyed.refuseIf(document);
    if (destructions.of(id).stream().anyMatch(o -> o.state() == DestructionState.PROPOSED)) {
      throw new Refused(
          Refused.Ground.CONFLICT,
          Finding.error("DOC-0064", "The destruction of this document is proposed already."));
    }
    Findings findings = new Findings();
    String authority = Disposition.authority(proposal.authority(), findings);
    LocalDate dueOn = proposal.dueOn();
    if (dueOn == null || dueOn.isAfter(officeDay.today())) {
      findings.error(
          "DOC-0065",
          "/dueOn",
          "Name the day from which the authority lets the record be destroyed; it is not in the"
              + " future.");
    }
    String reason = Disposition.reason(proposal.reason(), findings);
    conditions(document, findings);
    findings.refuseIfAny();
    Destruction order =
        new Destruction(
            UUID.randomUUID(),
            id,
            DestructionState.PROPOSED,
            authority,
            dueOn == null ? officeDay.today() : dueOn,
            disposition.act(person),
            null);
    destructions.add(order);
    vault.store(order.id(), ContentKind.REASON, reason);
    tell(EventKind.DESTRUCTION_PROPOSED, document, order, occasion);
    return order;
  }

  /**
   * Carries the proposed destruction out. Every condition is asked again.
   *
   * @throws Refused if the person proposed it themselves, nothing is proposed, or a condition does
   *     not hold any more; nothing is then destroyed
   */
  @Transactional
  public Destruction approve(
      UUID id, LongConsumer precondition, Person person, Sight sight, Occasion occasion) {
    LongConsumer second = version -> requireSecond(id, person);
    Document document = disposition.locked(id, second.andThen(precondition), person, sight);
    Destruction order = proposed(id);
    Findings findings = new Findings();
    conditions(document, findings);
    findings.refuseIfAny();
    Destruction.Act decided = disposition.act(person);
    destructions.decide(order.id(), DestructionState.CARRIED_OUT, decided);
    document.become(DocumentState.DESTROYED);
    documents.flush();
    vault.destroy(id);
    tell(EventKind.DOCUMENT_DESTROYED, document, order, occasion);
    keepOutsideAfterCommit(order);
    return decided(order, DestructionState.CARRIED_OUT, decided);
  }

  /**
   * Declines the proposed destruction; whoever proposed it may take it back so.
   *
   * @throws Refused if nothing is proposed, or no reason is given
   */
  @Transactional
  public Destruction reject(
      UUID id,
      @Nullable String reason,
      LongConsumer precondition,
      Person person,
      Sight sight,
      Occasion occasion) {
    Document document = disposition.locked(id, precondition, person, sight);
    Destruction order = proposed(id);
    Findings findings = new Findings();
    String why = Disposition.reason(reason, findings);
    findings.refuseIfAny();
    Destruction.Act decided = disposition.act(person);
    destructions.decide(order.id(), DestructionState.REJECTED, decided);
    vault.store(order.id(), ContentKind.REASON, why);
    tell(EventKind.DESTRUCTION_REJECTED, document, order, occasion);
    return decided(order, DestructionState.REJECTED, decided);
  }

  private void conditions(Document document, Findings findings) {
    boolean atRest =
        switch (document.state()) {
          case PROTECTED, WITHDRAWN -> true;
          case MARKING_REVIEW,
              UNDER_REVIEW,
              RELEASE_PENDING,
              RELEASED_IN_FULL,
              RELEASED_IN_PART,
              DECLASSIFIED_WITHHELD,
              DESTROYED ->
              false;
        };
    if (!atRest) {
      findings.add(
          Finding.error(
              "DOC-0066", "A document that is " + document.state() + " is not destroyed."));
    }
    boolean temporary =
        switch (document.recordStatus()) {
          case TEMPORARY -> true;
          // Nobody guesses: what is not appraised as temporary is kept (44 USC 3314).
          case PERMANENT, UNSCHEDULED, UNKNOWN -> false;
        };
    if (!temporary) {
      findings.add(
          Finding.error(
              "DOC-0067",
              "Only a record that is appraised as temporary is destroyed; this one is "
                  + document.recordStatus()
                  + "."));
    }
    if (!holds.running(document.id()).isEmpty()) {
      findings.add(
          Finding.error(
              "DOC-0068", "A hold runs on this document: it is not destroyed under one."));
    }
    if (deliberations.anyOf(document.id())) {
      findings.add(
          Finding.error(
              "DOC-0069",
              "A review of this document was ordered. What was decided there is sealed under the"
                  + " document's key and is kept with it."));
    }
  }

  private Destruction proposed(UUID id) {
    return latestProposed(id)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Ground.CONFLICT,
                    Finding.error(
                        "DOC-0070", "The destruction of this document is not proposed.")));
  }

  private Optional<Destruction> latestProposed(UUID id) {
    return destructions.of(id).stream()
        .findFirst()
        .filter(latest -> latest.state() == DestructionState.PROPOSED);
  }

  /** Whoever proposed it does not carry it out, whatever they saw of it. */
  private void requireSecond(UUID id, Person person) {
    if (latestProposed(id).filter(o -> persons.of(person).test(o.proposed().by())).isPresent()) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error(
              "DOC-0071", "A second records manager carries out what the first one proposed."));
    }
  }

  private Destruction latest(UUID id) {
    List<Destruction> all = destructions.of(id);
    if (all.isEmpty()) {
      throw Refused.notKnown();
    }
    return all.get(0);
  }

  private void tell(EventKind kind, Document document, Destruction order, Occasion occasion) {
    journal.append(
        JournalEntry.of(kind, occasion)
            .document(document.id(), document.label())
            .under(order.authority())
            .because("RECORDS_SCHEDULE")
            .after(
                Map.of(
                    "destruction",
                    order.id().toString(),
                    "dueOn",
                    order.dueOn().toString(),
                    "proposedBy",
                    order.proposed().by().toString())));
  }

  /** What is not kept outside now is at the next start; the key is gone either way. */
  private void keepOutsideAfterCommit(Destruction order) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            try {
              tombstones.keep(order.document(), order.authority());
            } catch (UncheckedIOException e) {
              LOG.error(
                  "A destroyed document is not yet listed outside the database: {}",
                  e.getMessage());
            }
          }
        });
  }

  private static Destruction decided(
      Destruction order, DestructionState state, Destruction.Act decided) {
    return new Destruction(
        order.id(),
        order.document(),
        state,
        order.authority(),
        order.dueOn(),
        order.proposed(),
        decided);
  }
}
