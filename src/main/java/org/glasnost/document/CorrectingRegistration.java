package org.glasnost.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.content.ContentKind;
import org.glasnost.content.SealedJson;
import org.glasnost.content.Vault;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects what a registration says, or withdraws one made in error. By the intake or the records
 * management of the agency that holds the record. Earlier versions stay.
 */
@Component
public class CorrectingRegistration {
  private static final Set<DocumentState> CORRECTABLE =
      Set.of(DocumentState.MARKING_REVIEW, DocumentState.PROTECTED);

  private static final String CORRECTED = "REGISTRATION_CORRECTED";

  private final Documents documents;
  private final RegistrationRules rules;
  private final RegistrationVersions versions;
  private final SealedJson sealed;
  private final Vault vault;
  private final Journal journal;
  private final LifeCycle lifeCycle;
  private final ChangingMarking changingMarking;
  private final MarkingHistory history;

  CorrectingRegistration(
      Documents documents,
      RegistrationRules rules,
      RegistrationVersions versions,
      SealedJson sealed,
      Vault vault,
      Journal journal,
      LifeCycle lifeCycle,
      ChangingMarking changingMarking,
      MarkingHistory history) {
    this.documents = documents;
    this.rules = rules;
    this.versions = versions;
    this.sealed = sealed;
    this.vault = vault;
    this.journal = journal;
    this.lifeCycle = lifeCycle;
    this.changingMarking = changingMarking;
    this.history = history;
  }

  /**
   * Corrects a registration.
   *
   * @param changes the fields to change; null leaves a field as it is
   * @param reason why; required
   * @param precondition refuses a version that is not the one the caller saw
   * @throws Refused with every finding, and nothing changed
   */
  @Transactional
  public void correct(
      UUID id,
      Registration changes,
      @Nullable String reason,
      LongConsumer precondition,
      Person officer,
      Sight sight,
      Occasion occasion) {
    Document document = admitted(id, precondition, officer, sight, CORRECTABLE);
    Findings findings = new Findings();
    requireReason(reason, findings);
    if (changes.enclosureOf() != null && documents.encloses(id, changes.enclosureOf())) {
      findings.error(
          "DOC-0041",
          "/enclosureOf",
          "A document is not its own enclosure, nor that of one that it encloses.");
    }
    Words words = sealed.read(document.registration(), Words.class);
    RegistrationRules.Checked checked =
        rules.check(merged(document, words, changes), sight, findings);
    findings.refuseIfAny();
    LocalDate dated = checked.documentDate();
    boolean redated = dated != null && !dated.equals(document.documentDate());
    UUID sealedWords = sealed.store(id, ContentKind.REGISTRATION, checked.words());
    document.describe(dated, checked.originatingAgency(), checked.caseNumber(), checked.item());
    document.correct(sealedWords, checked.enclosureOf(), checked.recordStatus());
    versions.add(
        document,
        sealedWords,
        vault.store(id, ContentKind.REASON, String.valueOf(reason)),
        occasion);
    documents.flush();
    Journal.Line line =
        journal.record(
            JournalEntry.of(EventKind.REGISTRATION_CORRECTED, occasion)
                .document(id, document.label())
                .after(Map.of("changed", changed(changes)))
                .effectiveOn(redated ? dated : null)
                .because(CORRECTED));
    if (redated && dated != null) {
      // The first marking holds from the document's date, whatever was said of that before.
      history.beginFrom(
          id,
          dated,
          new MarkingHistory.Correction(line.at(), occasion.actor().id(), CORRECTED, line.id()));
    }
    if (checked.enclosureOf() != null) {
      changingMarking.follow(document, checked.enclosureOf(), occasion);
    }
    lifeCycle.corrected(id, occasion);
  }

  /**
   * Withdraws a document that was registered in error.
   *
   * @throws Refused if its state or the officer's right forbids it
   */
  @Transactional
  public void withdraw(
      UUID id,
      @Nullable String reason,
      LongConsumer precondition,
      Person officer,
      Sight sight,
      Occasion occasion) {
    Document document = admitted(id, precondition, officer, sight, CORRECTABLE);
    Findings findings = new Findings();
    requireReason(reason, findings);
    findings.refuseIfAny();
    document.become(DocumentState.WITHDRAWN);
    vault.store(id, ContentKind.REASON, String.valueOf(reason));
    documents.flush();
    journal.append(
        JournalEntry.of(EventKind.DOCUMENT_WITHDRAWN, occasion)
            .document(id, document.label())
            .because("REGISTERED_IN_ERROR"));
    lifeCycle.withdrawn(id, occasion);
  }

  private Document admitted(
      UUID id, LongConsumer precondition, Person officer, Sight sight, Set<DocumentState> states) {
    Document document = documents.visible(sight, id);
    boolean entitled =
        (officer.has(Role.INTAKE_OFFICER) || officer.has(Role.RECORDS_MANAGER))
            && officer.agency().equals(document.holdingAgency());
    if (!entitled) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error(
              "DOC-0040",
              "A registration is corrected or withdrawn by the intake or the records management of"
                  + " the agency that holds the record."));
    }
    precondition.accept(document.version());
    if (!states.contains(document.state())) {
      throw new Refused(
          Refused.Ground.CONFLICT,
          Finding.error(
              "DOC-0043",
              "A document that is " + document.state() + " is not corrected or withdrawn."));
    }
    return document;
  }

  private static void requireReason(@Nullable String reason, Findings findings) {
    if (reason == null || reason.isBlank()) {
      findings.error("DOC-0044", "/reason", "A reason is required.");
    }
  }

  private static Registration merged(Document document, Words words, Registration changes) {
    return new Registration(
        or(changes.title(), words.title()),
        or(changes.documentDate(), document.documentDate()),
        or(changes.originatingAgency(), document.originatingAgency()),
        or(changes.author(), words.author()),
        or(changes.addressee(), words.addressee()),
        or(changes.controlNumber(), words.controlNumber()),
        or(changes.caseNumber(), document.caseNumber()),
        or(changes.item(), document.item()),
        or(changes.enclosureOf(), document.enclosureOf()),
        or(changes.recordStatus(), document.recordStatus()));
  }

  private static <T> @Nullable T or(@Nullable T changed, @Nullable T known) {
    return changed != null ? changed : known;
  }

  /** Names of the fields that were given; their words are not for the journal. */
  private static List<String> changed(Registration changes) {
    List<String> names = new ArrayList<>();
    for (var component : Registration.class.getRecordComponents()) {
      try {
        if (component.getAccessor().invoke(changes) != null) {
          names.add(component.getName());
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record's accessor is not accessible", e);
      }
    }
    return names;
  }
}
