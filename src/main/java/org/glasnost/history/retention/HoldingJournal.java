package org.glasnost.history.retention;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.KnownDocuments;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.Sight;
import org.glasnost.content.ContentKind;
import org.glasnost.content.Vault;
import org.glasnost.document.Findings;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places holds on the journal and lifts them. One person places a hold, for it can do no harm that
 * lasts. Two lift it, and neither of them is the one whose acts it keeps: nobody lets the traces of
 * themselves go.
 */
@Component
public class HoldingJournal {
  private final RetentionRights rights;
  private final JournalHolds holds;
  private final KnownDocuments known;
  private final Labels labels;
  private final People people;
  private final Vault vault;
  private final Journal journal;

  HoldingJournal(
      RetentionRights rights,
      JournalHolds holds,
      KnownDocuments known,
      Labels labels,
      People people,
      Vault vault,
      Journal journal) {
    this.rights = rights;
    this.holds = holds;
    this.known = known;
    this.labels = labels;
    this.people = people;
    this.vault = vault;
    this.journal = journal;
  }

  /**
   * What a person wants held.
   *
   * @param covers which events; required
   * @param authority who or what orders it; required
   * @param reason why; required
   */
  public record Wish(
      JournalHold.@Nullable Covers covers, @Nullable String authority, @Nullable String reason) {}

  /**
   * A page of all holds, the latest first, but for those on documents that the person may not know
   * of.
   *
   * @param after the last one of the page before, or null for the first page
   * @param limit how many at most
   * @throws Refused for anybody but records managers and auditors
   */
  @Transactional(readOnly = true)
  public List<JournalHold> page(
      Person person, Sight sight, @Nullable JournalHold after, int limit) {
    rights.require(person);
    List<JournalHold> shown = new ArrayList<>();
    JournalHold last = after;
    List<JournalHold> some;
    do {
      some = holds.page(last, limit);
      shown.addAll(among(some, sight));
      last = some.isEmpty() ? last : some.get(some.size() - 1);
    } while (shown.size() < limit && some.size() == limit);
    return List.copyOf(shown.subList(0, Math.min(limit, shown.size())));
  }

  /**
   * One hold.
   *
   * @throws Refused as {@link #page}; as not known if there is none, or it is on a document that
   *     the person may not know of
   */
  @Transactional(readOnly = true)
  public JournalHold look(UUID id, Person person, Sight sight) {
    rights.require(person);
    return known(id, sight);
  }

  /**
   * Places a hold.
   *
   * @throws Refused for anybody but records managers and auditors; if words are missing, what it
   *     covers is not said in one way, or the document or account is not known
   */
  @Transactional
  public JournalHold place(Wish wish, Person person, Sight sight, Occasion occasion) {
    rights.require(person);
    Findings findings = new Findings();
    JournalHold.Covers covers = covers(wish.covers(), findings);
    String authority = RetentionRights.authority(wish.authority(), findings);
    String reason = RetentionRights.reason(wish.reason(), findings);
    UUID document = covers.document();
    if (document != null && !known.among(sight, List.of(document)).contains(document)) {
      throw Refused.notKnown();
    }
    findings.refuseIfAny();
    holds.still();
    JournalHold hold =
        new JournalHold(UUID.randomUUID(), covers, authority, rights.act(person), null, null);
    holds.add(hold);
    vault.store(hold.id(), ContentKind.REASON, reason);
    tell(EventKind.JOURNAL_HOLD_PLACED, hold, occasion);
    return hold;
  }

  /**
   * Proposes to lift a hold.
   *
   * @throws Refused for anybody but records managers and auditors, or whoever it is on; if it is
   *     not known, lifted, or proposed to be; if no reason is given
   */
  @Transactional
  public JournalHold proposeLift(
      UUID id, @Nullable String reason, Person person, Sight sight, Occasion occasion) {
    JournalHold hold = admitted(id, person, sight);
    if (hold.state() != HoldState.RUNNING) {
      throw RetentionRights.conflict(
          "JRN-0045", "This hold was lifted already, or somebody has proposed to lift it.");
    }
    String why = reason(reason);
    holds.propose(id, rights.act(person));
    vault.store(id, ContentKind.REASON, why);
    tell(EventKind.JOURNAL_HOLD_LIFT_PROPOSED, hold, occasion);
    return look(id, person, sight);
  }

  /**
   * Lifts a hold that another person proposed to lift.
   *
   * @throws Refused for anybody but records managers and auditors, whoever it is on, and whoever
   *     proposed it; if it is not known, or not proposed to be lifted
   */
  @Transactional
  public JournalHold lift(UUID id, Person person, Sight sight, Occasion occasion) {
    JournalHold hold = admitted(id, person, sight);
    Act proposed = hold.proposed();
    if (proposed != null) {
      rights.requireSecond(person, proposed);
    }
    requireProposed(hold);
    holds.lift(id, rights.act(person));
    tell(EventKind.JOURNAL_HOLD_LIFTED, hold, occasion);
    return look(id, person, sight);
  }

  /**
   * Declines to lift a hold; whoever proposed it may take it back so.
   *
   * @throws Refused for anybody but records managers and auditors; if it is not known, or not
   *     proposed to be lifted; if no reason is given
   */
  @Transactional
  public JournalHold keep(
      UUID id, @Nullable String reason, Person person, Sight sight, Occasion occasion) {
    rights.require(person);
    holds.still();
    JournalHold hold = known(id, sight);
    requireProposed(hold);
    String why = reason(reason);
    holds.propose(id, null);
    vault.store(id, ContentKind.REASON, why);
    tell(EventKind.JOURNAL_HOLD_LIFT_REJECTED, hold, occasion);
    return look(id, person, sight);
  }

  private JournalHold admitted(UUID id, Person person, Sight sight) {
    rights.require(person);
    holds.still();
    JournalHold hold = known(id, sight);
    UUID actor = hold.covers().actor();
    if (actor != null && rights.is(person, actor)) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error("JRN-0043", "Whose acts a hold keeps has no part in lifting it."));
    }
    return hold;
  }

  private static void requireProposed(JournalHold hold) {
    if (hold.state() != HoldState.LIFT_PROPOSED) {
      throw RetentionRights.conflict("JRN-0045", "Nobody has proposed to lift this hold.");
    }
  }

  private static String reason(@Nullable String said) {
    Findings findings = new Findings();
    String why = RetentionRights.reason(said, findings);
    findings.refuseIfAny();
    return why;
  }

  private JournalHold.Covers covers(JournalHold.@Nullable Covers said, Findings findings) {
    if (said == null) {
      findings.error(
          "JRN-0044", "/scope", "Say what is held: EVERYTHING, DOCUMENT, ACTOR or KIND.");
      return new JournalHold.Covers(HoldScope.EVERYTHING, null, null, null, null, null);
    }
    only(findings, "/document", said.document(), said.scope() == HoldScope.DOCUMENT);
    only(findings, "/actor", said.actor(), said.scope() == HoldScope.ACTOR);
    only(findings, "/kind", said.kind(), said.scope() == HoldScope.KIND);
    UUID actor = said.actor();
    if (actor != null && !actor.equals(Actor.SYSTEM.id()) && !people.has(actor)) {
      findings.error("JRN-0044", "/actor", "There is no such account.");
    }
    if (said.from() != null && said.to() != null && !said.from().isBefore(said.to())) {
      findings.error("JRN-0044", "/to", "The end lies after the beginning.");
    }
    // As the database has them, so that its row and the journal's line say the same.
    return new JournalHold.Covers(
        said.scope(),
        said.document(),
        actor,
        said.kind(),
        truncated(said.from()),
        truncated(said.to()));
  }

  private static @Nullable Instant truncated(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
  }

  private static void only(
      Findings findings, String pointer, @Nullable Object said, boolean asked) {
    if (asked && said == null) {
      findings.error("JRN-0044", pointer, "This scope says which.");
    } else if (!asked && said != null) {
      findings.error("JRN-0044", pointer, "Another scope was chosen: leave this out.");
    }
  }

  /** The documents that holds are on. */
  public static List<UUID> documents(List<JournalHold> some) {
    List<UUID> documents = new ArrayList<>();
    for (JournalHold hold : some) {
      UUID document = hold.covers().document();
      if (document != null) {
        documents.add(document);
      }
    }
    return documents;
  }

  private JournalHold known(UUID id, Sight sight) {
    return among(holds.byId(id).stream().toList(), sight).stream()
        .findFirst()
        .orElseThrow(Refused::notKnown);
  }

  /** Those on no document, and on documents that somebody may know of. */
  private List<JournalHold> among(List<JournalHold> found, Sight sight) {
    Set<UUID> seen = known.among(sight, documents(found));
    return found.stream().filter(hold -> isKnown(hold, seen)).toList();
  }

  private static boolean isKnown(JournalHold hold, Set<UUID> seen) {
    UUID document = hold.covers().document();
    return document == null || seen.contains(document);
  }

  private void tell(EventKind kind, JournalHold hold, Occasion occasion) {
    UUID document = hold.covers().document();
    journal.append(
        HoldLines.of(kind, hold, document == null ? null : labels.ofDocument(document), occasion));
  }
}
