package org.glasnost.document;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.NeedsInForce;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.policy.OfficeDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the marking of a document: the row in two times, the label it is held under, the line in
 * the journal, and the enclosures that follow. All in the running transaction, or none.
 */
@Component
public class ChangingMarking {
  private final MarkingHistory history;
  private final Documents documents;
  private final Labels labels;
  private final Journal journal;
  private final OfficeDay officeDay;
  private final Protecting protecting;
  private final NeedsInForce needs;
  private final List<LabelObserver> observers;

  ChangingMarking(
      MarkingHistory history,
      Documents documents,
      Labels labels,
      Journal journal,
      OfficeDay officeDay,
      Protecting protecting,
      NeedsInForce needs,
      List<LabelObserver> observers) {
    this.history = history;
    this.documents = documents;
    this.labels = labels;
    this.journal = journal;
    this.officeDay = officeDay;
    this.protecting = protecting;
    this.needs = needs;
    this.observers = List.copyOf(observers);
  }

  /**
   * Another marking.
   *
   * @param verbatim as it stands or is to stand; null where the document says nothing
   * @param level what that states
   * @param protection what it is held at
   * @param instruction the declassification instruction, or null
   * @param exemptionApproved whether the Panel's approval of what the instruction claims was
   *     recorded with it
   * @param confirmed whether a person answers for it
   * @param from the first day on which it holds
   * @param authority under what authority, or null for what the document brought with it
   * @param reasonCode why
   * @param cites what it rests on
   */
  public record NewMarking(
      @Nullable String verbatim,
      StatedLevel level,
      Protection protection,
      @Nullable String instruction,
      boolean exemptionApproved,
      boolean confirmed,
      LocalDate from,
      @Nullable String authority,
      String reasonCode,
      List<String> cites) {
    /** Copies the citations. */
    public NewMarking {
      cites = List.copyOf(cites);
    }
  }

  /** Records the change and its consequences. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void change(Document document, NewMarking changed, Occasion occasion) {
    change(document, changed, occasion, history::record);
  }

  /** Records what a document has said from its first day on, and the consequences. */
  @Transactional(propagation = Propagation.MANDATORY)
  void confirm(Document document, NewMarking confirmed, Occasion occasion) {
    change(document, confirmed, occasion, history::recordFirst);
  }

  private void change(
      Document document, NewMarking changed, Occasion occasion, Consumer<MarkingRow> recording) {
    MarkingRow before = history.current(document.id());
    long label = labels.intern(changed.protection());
    // The line quotes both markings: whoever reads it must be cleared for both.
    long both = labels.intern(labels.protection(before.label()).join(changed.protection()));
    Journal.Line line =
        journal.record(
            JournalEntry.of(EventKind.MARKING_CHANGED, occasion)
                .document(document.id(), both)
                .review(document.openReview())
                .before(described(before))
                .after(described(changed))
                .effectiveOn(changed.from())
                .under(changed.authority())
                .because(changed.reasonCode())
                .citing(changed.cites()));
    recording.accept(row(document.id(), changed, label, occasion, line));
    document.holdUnder(label);
    documents.flush();
    needs.heldUnder(document.id(), label);
    observers.forEach(observer -> observer.heldUnder(document.id(), label));
    for (UUID enclosure : documents.enclosuresInCourse(document.id())) {
      follow(documents.inCourse(enclosure), document.id(), occasion);
    }
  }

  /** Records the marking with which a document enters; its journal line is the registration's. */
  @Transactional(propagation = Propagation.MANDATORY)
  void first(UUID document, NewMarking marking, long label, Occasion occasion, Journal.Line line) {
    history.record(row(document, marking, label, occasion, line));
  }

  /** The marking as the journal states it. */
  public static Map<String, Object> described(
      @Nullable String verbatim,
      StatedLevel level,
      Protection protection,
      @Nullable String instruction,
      boolean confirmed) {
    Map<String, Object> said = new LinkedHashMap<>();
    if (verbatim != null) {
      said.put("verbatim", verbatim);
    }
    said.put("level", level.name());
    said.put("protectedAs", protection.level().name());
    if (instruction != null) {
      said.put("instruction", instruction);
    }
    said.put("confirmed", confirmed);
    return said;
  }

  private static Map<String, Object> described(NewMarking marking) {
    return described(
        marking.verbatim(),
        marking.level(),
        marking.protection(),
        marking.instruction(),
        marking.confirmed());
  }

  /**
   * Whether the line of a change bears the label that a change from one to another gives it.
   *
   * @param line the label of the line
   * @param before the label of the marking that it changes
   * @param after that of the new one
   * @return false too where one of them is none of ours
   */
  boolean isLabelOfLine(long line, long before, long after) {
    Optional<Protection> was = labels.known(before);
    Optional<Protection> is = labels.known(after);
    return was.isPresent()
        && is.isPresent()
        && labels.known(line).equals(Optional.of(was.get().join(is.get())));
  }

  /** The marking of a row as the journal states it; empty where its label is none of ours. */
  public Optional<Map<String, Object>> describedIfKnown(MarkingRow row) {
    return labels.known(row.label()).map(protection -> described(row));
  }

  /** The marking of a row as the journal states it. */
  public Map<String, Object> described(MarkingRow row) {
    return described(
        row.verbatim(),
        row.level(),
        labels.protection(row.label()),
        row.instruction(),
        row.confirmed());
  }

  /**
   * Raises an enclosure to the highest protection that its transmittal has had, if it bears no
   * marking of its own, or none that may be believed before a person confirms it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void follow(Document enclosure, UUID transmittal, Occasion occasion) {
    MarkingRow held = history.current(enclosure.id());
    boolean unmarked =
        held.level() == StatedLevel.NONE
            || (!held.confirmed() && Protecting.provesNothing(held.level()));
    Protection now = labels.protection(held.label());
    Protection follows = now.join(protecting.highestOf(transmittal));
    if (!unmarked || follows.equals(now)) {
      return;
    }
    change(
        enclosure,
        new NewMarking(
            held.verbatim(),
            held.level(),
            follows,
            held.instruction(),
            held.exemptionApproved(),
            held.confirmed(),
            officeDay.today(),
            null,
            "TRANSMITTAL_PROTECTION_RAISED",
            List.of("32 CFR 2001.24(b)")),
        occasion);
  }

  private MarkingRow row(
      UUID document, NewMarking marking, long label, Occasion occasion, Journal.Line line) {
    return new MarkingRow(
        UUID.randomUUID(),
        document,
        marking.verbatim(),
        marking.level(),
        marking.protection().level(),
        marking.instruction(),
        marking.exemptionApproved(),
        marking.confirmed(),
        label,
        marking.from(),
        null,
        line.at(),
        null,
        occasion.actor().id(),
        marking.authority(),
        marking.reasonCode(),
        marking.cites(),
        line.id());
  }
}
