package org.glasnost.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.TrainingRules;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Grants;
import org.glasnost.authority.access.Labels;
import org.glasnost.content.ContentKind;
import org.glasnost.content.SealedJson;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Proposal;
import org.glasnost.reading.Reading;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A classifier confirms what a document says of itself. What was read stays beside it; what is
 * confirmed holds from the document's date, for it is what the document has always said.
 */
@Component
public class ReviewingMarking {
  /** Whoever confirms classifies nothing anew: they answer for what the document says. */
  /** Why a marking is another one since a person confirmed what was read: from the first day on. */
  static final String CONFIRMED = "READING_CONFIRMED";

  private static final String AUTHORITY =
      "Derivative classification: the document's own markings, confirmed by a classifier";

  private final Documents documents;
  private final ChangingMarking changingMarking;
  private final MarkingHistory history;
  private final Protecting protecting;
  private final MarkingReader reader;
  private final SealedJson sealed;
  private final Grants grants;
  private final Labels labels;
  private final Journal journal;
  private final ProposalRules proposalRules;
  private final TrainingRules trainings;

  ReviewingMarking(
      Documents documents,
      ChangingMarking changingMarking,
      MarkingHistory history,
      Protecting protecting,
      MarkingReader reader,
      SealedJson sealed,
      Grants grants,
      Labels labels,
      Journal journal,
      ProposalRules proposalRules,
      TrainingRules trainings) {
    this.documents = documents;
    this.changingMarking = changingMarking;
    this.history = history;
    this.protecting = protecting;
    this.reader = reader;
    this.sealed = sealed;
    this.grants = grants;
    this.labels = labels;
    this.journal = journal;
    this.proposalRules = proposalRules;
    this.trainings = trainings;
  }

  /**
   * What the classifier says.
   *
   * @param readings one for each reading, by its id
   * @param proposals one for each proposal, by its id
   * @param marking what stands there instead of what was read, or null
   * @param reason why; required
   */
  public record Confirmation(
      List<Accepted> readings,
      List<Accepted> proposals,
      @Nullable Stated marking,
      @Nullable String reason) {
    /** Copies the lists. */
    public Confirmation {
      readings = List.copyOf(readings);
      proposals = List.copyOf(proposals);
    }
  }

  /**
   * Yes or no to one reading or proposal.
   *
   * @param id of the reading or proposal
   * @param accept whether it is so
   */
  public record Accepted(String id, boolean accept) {}

  /**
   * What the document says, as the classifier reads it.
   *
   * @param level what it comes to
   * @param verbatim as it stands there
   */
  public record Stated(StatedLevel level, String verbatim) {}

  /**
   * Confirms, and protects the document accordingly.
   *
   * @throws Refused with every finding, and nothing changed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirm(UUID id, Confirmation said, Person person, Occasion occasion) {
    trainings.require(TrainingKind.DERIVATIVE_CLASSIFICATION, person);
    Document document = documents.inCourse(id);
    ReadDocument read = sealed.read(document.reading(), ReadDocument.class);
    Findings findings = new Findings();
    Map<String, Boolean> readings =
        answers(
            said.readings(),
            read.readings().stream().map(ReadDocument.Found::id).toList(),
            "/readings",
            "reading",
            findings);
    Map<String, Boolean> proposals =
        answers(
            said.proposals(),
            read.proposals().stream().map(ReadDocument.Proposed::id).toList(),
            "/proposals",
            "proposal",
            findings);
    if (said.reason() == null || said.reason().isBlank()) {
      findings.error("DOC-0020", "/reason", "A reason is required.");
    }
    findings.refuseIfAny();
    ProposalRules.Outcome taken =
        proposalRules.apply(document, read.proposals(), proposals, findings);
    List<Reading> accepted =
        read.readings().stream()
            .filter(r -> Boolean.TRUE.equals(readings.get(r.id())))
            .map(ReadDocument.Found::reading)
            .toList();
    Protecting.Held held = held(document, accepted, said.marking(), taken.date(), findings);
    findings.refuseIfAny();
    protecting.admit(held.protection(), "/marking/level");
    document.become(DocumentState.PROTECTED);
    taken.applyTo(document);
    document.confirmReading(
        sealed.store(id, ContentKind.READING, answered(read, readings, proposals)));
    if (taken.controlNumber() != null) {
      Words words = sealed.read(document.registration(), Words.class);
      document.correct(
          sealed.store(
              id,
              ContentKind.REGISTRATION,
              new Words(words.title(), words.author(), words.addressee(), taken.controlNumber())),
          document.enclosureOf(),
          document.recordStatus());
    }
    record(document, held, occasion);
  }

  private void record(Document document, Protecting.Held held, Occasion occasion) {
    long label = labels.intern(held.protection());
    journal.append(
        JournalEntry.of(EventKind.READING_CONFIRMED, occasion)
            .document(document.id(), label)
            .after(
                ChangingMarking.described(
                    held.verbatim(), held.level(), held.protection(), held.instruction(), true))
            .under(AUTHORITY)
            .because("READING_CONFIRMED")
            .citing(List.of("32 CFR 2001.22")));
    MarkingRow known = history.current(document.id());
    LocalDate from = document.documentDate() == null ? known.from() : document.documentDate();
    changingMarking.confirm(
        document,
        new ChangingMarking.NewMarking(
            held.verbatim(),
            held.level(),
            held.protection(),
            held.instruction(),
            false,
            true,
            from,
            null,
            CONFIRMED,
            List.of()),
        occasion);
    grants.endOnDocument(document.id(), GrantSource.REGISTRATION, label, occasion);
  }

  private Protecting.Held held(
      Document document,
      List<Reading> accepted,
      @Nullable Stated stated,
      @Nullable LocalDate date,
      Findings findings) {
    Protecting.Held read = protecting.hold(accepted, document.enclosureOf());
    if (stated == null) {
      if (read.level() == StatedLevel.NONE && document.enclosureOf() == null) {
        findings.error(
            "DOC-0021",
            "/marking",
            "No accepted reading gives a level. State the marking: its level and the words as they"
                + " stand.");
      }
      if (accepted.stream().anyMatch(r -> r.level() == null)) {
        findings.error(
            "DOC-0022",
            "/marking",
            "An accepted reading leaves its level open. State the marking.");
      }
      return read;
    }
    if (stated.verbatim().isBlank()) {
      findings.error("DOC-0023", "/marking/verbatim", "The words of the marking are required.");
      return read;
    }
    if (stated.verbatim().length() > Protecting.LONGEST_VERBATIM
        || stated.verbatim().indexOf('\0') >= 0
        || !PlainText.isUnicode(stated.verbatim())) {
      findings.error(
          "DOC-0031",
          "/marking/verbatim",
          "At most "
              + Protecting.LONGEST_VERBATIM
              + " characters, and no broken ones, are taken here.");
      return read;
    }
    Reading again = reader.read(stated.verbatim(), LineKind.SCAN, date);
    ClassificationLevel asked =
        stated.level().protection().orElseGet(() -> read.protection().level());
    // What accepted readings ask for binds, whether or not the stated words repeat it.
    Protection protection =
        Protection.of(asked, again.marking()).join(protecting.asked(accepted).protection());
    if (stated.level() == StatedLevel.NONE) {
      if (document.enclosureOf() == null) {
        findings.error(
            "DOC-0024",
            "/marking/level",
            "NONE is no marking: without a transmittal nothing says how to protect the document.");
      }
      return read;
    }
    ClassificationLevel said =
        read.level() == StatedLevel.NONE
            ? ClassificationLevel.UNCLASSIFIED
            : read.level().protection().orElse(ClassificationLevel.UNCLASSIFIED);
    ClassificationLevel words =
        again.level() == null
            ? ClassificationLevel.UNCLASSIFIED
            : again.level().protection().orElse(ClassificationLevel.UNCLASSIFIED);
    if (!asked.dominates(said.join(words))) {
      findings.error(
          "DOC-0025",
          "/marking/level",
          "The level stated is below the one that accepted readings or the words themselves give."
              + " A marking review records what the document says; it does not downgrade.");
    }
    return new Protecting.Held(
        stated.verbatim(),
        stated.level(),
        again.declassification().text() == null
            ? read.instruction()
            : again.declassification().text(),
        protection);
  }

  private static Map<String, Boolean> answers(
      List<Accepted> said, List<String> asked, String pointer, String what, Findings findings) {
    Map<String, Boolean> answers = new HashMap<>();
    Set<String> unnamed = new HashSet<>(asked);
    for (int i = 0; i < said.size(); i++) {
      Accepted answer = said.get(i);
      if (!asked.contains(answer.id())) {
        findings.error(
            "DOC-0026", pointer + "/" + i, "There is no " + what + " '" + answer.id() + "' here.");
      } else if (answers.put(answer.id(), answer.accept()) != null) {
        findings.error("DOC-0027", pointer + "/" + i, "'" + answer.id() + "' is answered twice.");
      }
      unnamed.remove(answer.id());
    }
    for (String id : asked) {
      if (unnamed.contains(id)) {
        findings.add(
            Finding.error(
                    "DOC-0028", "The " + what + " '" + id + "' is not answered: accept it or not.")
                .atMember(pointer)
                .about(id));
      }
    }
    return answers;
  }

  private static ReadDocument answered(
      ReadDocument read, Map<String, Boolean> readings, Map<String, Boolean> proposals) {
    List<ReadDocument.Found> found = new ArrayList<>();
    for (ReadDocument.Found r : read.readings()) {
      found.add(
          new ReadDocument.Found(r.id(), r.from(), r.to(), r.reading(), readings.get(r.id())));
    }
    List<ReadDocument.Proposed> proposed = new ArrayList<>();
    for (ReadDocument.Proposed p : read.proposals()) {
      Proposal proposal = p.proposal();
      proposed.add(new ReadDocument.Proposed(p.id(), proposal, proposals.get(p.id())));
    }
    return new ReadDocument(found, proposed);
  }
}
