package org.glasnost.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Grants;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.NeedToKnow;
import org.glasnost.authority.access.Sight;
import org.glasnost.content.ContentKind;
import org.glasnost.content.SealedJson;
import org.glasnost.content.Vault;
import org.glasnost.policy.OfficeDay;
import org.glasnost.reading.DocumentReader;
import org.glasnost.reading.DocumentReading;
import org.glasnost.reading.MarkingWords;
import org.glasnost.reading.PlacedReading;
import org.glasnost.reading.TextPortion;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a document in: checks, reads, seals, holds it at what it says or more, and opens its
 * marking review. The demo's documents come in by this way too.
 */
@Component
public class RegisteringDocument {
  /** The largest text taken in, in bytes. */
  public static final int MOST_BYTES = 20 * 1024 * 1024;

  /** The most portions of one document. */
  public static final int MOST_PORTIONS = 20_000;

  /** The longest number of a paragraph in front of its portion mark. */
  private static final int NUMBERED = 12;

  private final Documents documents;
  private final Portions portions;
  private final ChangingMarking changingMarking;
  private final Protecting protecting;
  private final RegistrationRules rules;
  private final DocumentReader reader;
  private final Vault vault;
  private final SealedJson sealed;
  private final Labels labels;
  private final Grants grants;
  private final Journal journal;
  private final OfficeDay officeDay;
  private final LifeCycle lifeCycle;
  private final RegistrationVersions versions;

  RegisteringDocument(
      Documents documents,
      Portions portions,
      ChangingMarking changingMarking,
      Protecting protecting,
      RegistrationRules rules,
      DocumentReader reader,
      Vault vault,
      SealedJson sealed,
      Labels labels,
      Grants grants,
      Journal journal,
      OfficeDay officeDay,
      LifeCycle lifeCycle,
      RegistrationVersions versions) {
    this.documents = documents;
    this.portions = portions;
    this.changingMarking = changingMarking;
    this.protecting = protecting;
    this.rules = rules;
    this.reader = reader;
    this.vault = vault;
    this.sealed = sealed;
    this.labels = labels;
    this.grants = grants;
    this.journal = journal;
    this.officeDay = officeDay;
    this.lifeCycle = lifeCycle;
    this.versions = versions;
  }

  /**
   * Registers a document.
   *
   * @param said what the intake officer says of it
   * @param bytes the text, UTF-8; kept unchanged
   * @param officer who registers; their agency holds the record
   * @param sight what the officer may know of
   * @param occasion the circumstances
   * @return the new document's id
   * @throws Refused with every finding, and nothing stored
   */
  @Transactional
  public UUID register(
      Registration said, byte[] bytes, Person officer, Sight sight, Occasion occasion) {
    requireIntake(officer);
    Findings findings = new Findings();
    RegistrationRules.Checked checked = rules.check(said, sight, findings);
    String text = decode(bytes, findings);
    findings.refuseIfAny();
    DocumentReading read = reader.read(text, checked.documentDate());
    if (read.portions().size() > MOST_PORTIONS) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error(
                  "DOC-0006",
                  "The text has "
                      + read.portions().size()
                      + " portions; at most "
                      + MOST_PORTIONS
                      + " are taken in. Register it in parts.")
              .atMember("/text"));
    }
    Protecting.Held held =
        protecting.holdUnconfirmed(
            read.readings().stream().map(PlacedReading::reading).toList(), checked.enclosureOf());
    protecting.admit(held.protection(), "/text");
    return store(checked, bytes, text, read, held, officer, occasion);
  }

  private UUID store(
      RegistrationRules.Checked checked,
      byte[] bytes,
      String text,
      DocumentReading read,
      Protecting.Held held,
      Person officer,
      Occasion occasion) {
    UUID id = UUID.randomUUID();
    long label = labels.intern(held.protection());
    UUID words = sealed.store(id, ContentKind.REGISTRATION, checked.words());
    Document document =
        new Document(
            new Document.Intake(
                id,
                label,
                words,
                vault.store(id, ContentKind.TEXT, bytes),
                sealed.store(id, ContentKind.READING, readDocument(read)),
                text.codePointCount(0, text.length()),
                read.portions().size(),
                officer.agency(),
                checked.enclosureOf(),
                checked.recordStatus(),
                officeDay.now(),
                officer.id()));
    document.describe(
        checked.documentDate(), checked.originatingAgency(), checked.caseNumber(), checked.item());
    documents.add(document);
    portions.add(id, portionsOf(read));
    versions.add(document, words, null, occasion);
    LocalDate from = checked.documentDate() == null ? officeDay.today() : checked.documentDate();
    Journal.Line line =
        journal.record(
            JournalEntry.of(EventKind.DOCUMENT_REGISTERED, occasion)
                .document(id, label)
                .after(
                    ChangingMarking.described(
                        held.verbatim(),
                        held.level(),
                        held.protection(),
                        held.instruction(),
                        false))
                .effectiveOn(from)
                .because("REGISTERED"));
    changingMarking.first(
        id,
        new ChangingMarking.NewMarking(
            held.verbatim(),
            held.level(),
            held.protection(),
            held.instruction(),
            false,
            false,
            from,
            null,
            "REGISTERED",
            List.of()),
        label,
        occasion,
        line);
    grants.give(
        NeedToKnow.person(id, GrantSource.REGISTRATION, GrantScope.TEXT, officer.id(), null),
        label,
        occasion);
    grants.give(
        NeedToKnow.holders(id, GrantSource.CUSTODY, Role.INTAKE_OFFICER, officer.agency(), null),
        label,
        occasion);
    grants.give(
        NeedToKnow.holders(id, GrantSource.CUSTODY, Role.RECORDS_MANAGER, officer.agency(), null),
        label,
        occasion);
    lifeCycle.registered(id, occasion);
    return id;
  }

  private static ReadDocument readDocument(DocumentReading read) {
    List<ReadDocument.Found> found = new ArrayList<>();
    for (PlacedReading placed : read.readings()) {
      found.add(
          new ReadDocument.Found(
              "r" + (found.size() + 1), placed.from(), placed.to(), placed.reading(), null));
    }
    List<ReadDocument.Proposed> proposed = new ArrayList<>();
    read.proposals()
        .forEach(
            proposal ->
                proposed.add(
                    new ReadDocument.Proposed("c" + (proposed.size() + 1), proposal, null)));
    return new ReadDocument(found, proposed);
  }

  private static List<Portions.Portion> portionsOf(DocumentReading read) {
    List<Portions.Portion> rows = new ArrayList<>();
    for (TextPortion portion : read.portions()) {
      String mark =
          read.readings().stream()
              .filter(r -> r.from() >= portion.from() && r.from() <= portion.from() + NUMBERED)
              .filter(r -> r.reading().text().startsWith("("))
              .map(r -> MarkingWords.of(r.reading()))
              .findFirst()
              .orElse(null);
      rows.add(
          new Portions.Portion(
              portion.number(), portion.kind(), portion.from(), portion.to(), mark));
    }
    return rows;
  }

  private static void requireIntake(Person officer) {
    if (!officer.has(Role.INTAKE_OFFICER)) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error("DOC-0001", "Documents are registered by an intake officer."));
    }
  }

  private static String decode(byte[] bytes, Findings findings) {
    if (bytes.length == 0) {
      findings.error("DOC-0003", "/text", "The text is empty. Send the document's text.");
      return "";
    }
    if (bytes.length > MOST_BYTES) {
      throw new Refused(
          Refused.Ground.TOO_LARGE,
          Finding.error("DOC-0005", "The text is larger than 20 MiB. Register it in parts.")
              .atMember("/text"));
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (text.indexOf('\0') >= 0) {
        findings.error(
            "DOC-0015",
            "/text",
            "The text holds NUL characters: it is UTF-16 or no text at all. Convert it to UTF-8,"
                + " and compare the result with the original, before it is registered.");
      } else if (text.isBlank() || text.equals("\ufeff")) {
        findings.error(
            "DOC-0003", "/text", "The text has nothing but empty lines. Send the document's text.");
      }
      return text;
    } catch (CharacterCodingException e) {
      findings.error(
          "DOC-0004",
          "/text",
          "The text is not UTF-8. Convert it, and compare the result with the original, before it"
              + " is registered.");
      return "";
    }
  }
}
