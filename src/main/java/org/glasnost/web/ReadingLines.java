package org.glasnost.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnost.audit.EventBody;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.RecentReadings;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.office.RightsOrder;
import org.glasnost.authority.office.Sought;
import org.glasnost.document.ExplainingAccess;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.running.RunningVersion;
import org.glasnost.process.running.Suspension;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.process.worklist.WorkItems;
import org.glasnost.review.Particulars;
import org.glasnost.review.ViewingReview;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The journal's lines of what a caller is shown beside texts and released copies: titles with what
 * was read of a document (REGISTRATION_READ), and what people wrote (REASONS_READ). Each is
 * committed before the first byte of the answer leaves; where it cannot be, nothing is shown. The
 * lines of one answer are committed together. Where the answer is to an act and made in its
 * transaction ({@link ActAndAnswer}), they are part of that: either both are there or neither.
 *
 * <p>Titles stand on nearly every page. A list is therefore one line for each label on it, which
 * names the documents in its body, so that each auditor sees those they are cleared for; and of one
 * person and one document there is one line a minute of the view, and one of the lists. Texts and
 * what people wrote have a line each time.
 */
@Component
public class ReadingLines {
  /** As many readings of titles are remembered; of more, some are recorded twice in a minute. */
  private static final int REMEMBERED = 20_000;

  private static final String LISTED = "LISTED";

  private final Journal journal;
  private final Callers callers;
  private final Labels labels;
  private final WorkItems items;
  private final RecentReadings<Shown> recent;

  private record Shown(UUID account, String code, UUID document) {}

  ReadingLines(Journal journal, Callers callers, Labels labels, WorkItems items, Clock clock) {
    this.journal = journal;
    this.callers = callers;
    this.labels = labels;
    this.items = items;
    this.recent = new RecentReadings<>(clock, REMEMBERED);
  }

  /** What somebody wrote, by what it is. */
  public enum Written {
    /** Decisions and reasons in the course of a review. */
    DELIBERATIONS,
    /** Why a task was sent back. */
    TASK_NOTE,
    /** A task's form as far as it is filled in. */
    TASK_DRAFT,
    /** Why officers give a right or a need to know, or do not. */
    RIGHTS_ORDER,
    /** Why officers open an account or issue a password, or do not. */
    ACCOUNT_ORDER,
    /** Why officers ended what somebody held. */
    ENDING,
    /** Why a deployment was rejected. */
    DEPLOYMENT,
    /** Why a version of a process stands still. */
    SUSPENSION
  }

  /**
   * The circumstances in which a caller reads of a document: those of the task that they have on
   * it, where they have one.
   */
  public Occasion of(Sight sight, UUID document) {
    return items
        .claimed(sight, document)
        .map(item -> at(sight, item))
        .orElseGet(() -> callers.occasion(null));
  }

  /** The circumstances in which a caller reads at a task, in the role in which it is worked at. */
  public Occasion at(Sight sight, WorkItem item) {
    Occasion occasion = callers.occasion(null);
    return item.usedRole(sight.person())
        .map(role -> occasion.inTask(item.id(), role, item.process()))
        .orElse(occasion);
  }

  /**
   * The caller is shown a document's registration and what was read of it.
   *
   * @param label the label that it is held under
   * @throws Refused on ground UNAVAILABLE if it cannot be recorded
   */
  public void registration(UUID document, long label) {
    Shown shown = new Shown(callers.current().id(), "REGISTRATION", document);
    if (recent.anew(shown)) {
      append(
          List.of(
              JournalEntry.of(EventKind.REGISTRATION_READ, callers.occasion(null))
                  .document(document, label)
                  .because(shown.code())),
          List.of(shown));
    }
  }

  /**
   * The caller is shown the titles of several documents.
   *
   * @param held the label of each, by its id
   * @throws Refused as for one
   */
  public void registrations(Map<UUID, Long> held) {
    UUID account = callers.current().id();
    Map<Long, List<UUID>> byLabel = new TreeMap<>();
    List<Shown> anew = new ArrayList<>();
    held.forEach(
        (document, label) -> {
          Shown shown = new Shown(account, LISTED, document);
          if (recent.anew(shown)) {
            anew.add(shown);
            byLabel.computeIfAbsent(label, l -> new ArrayList<>()).add(document);
          }
        });
    List<JournalEntry> told = new ArrayList<>();
    byLabel.forEach(
        (label, documents) ->
            told.add(
                JournalEntry.of(EventKind.REGISTRATION_READ, callers.occasion(null))
                    .label(label)
                    .after(Map.of("documents", ids(documents)))
                    .because(LISTED)));
    append(told, anew);
  }

  /**
   * The caller is shown what was written in the courses of a review, as far as they may read. The
   * note of a historic action counts at the document that it quotes: whoever asks who read of that
   * one finds it there too.
   */
  public void deliberations(Sight sight, ViewingReview.Picture picture) {
    Particulars.HistoricAction action = picture.historicAction();
    Particulars.Evidence evidence = action == null ? null : action.evidence();
    boolean noted = evidence != null && evidence.note() != null;
    UUID quoted = evidence == null || evidence.note() == null ? null : evidence.document();
    Set<UUID> read = new LinkedHashSet<>();
    for (ViewingReview.Part part : picture.courses()) {
      if (noted || (part.mayRead() && !part.course().steps().isEmpty())) {
        read.add(part.document());
      }
    }
    if (quoted != null) {
      read.add(quoted);
    }
    append(
        read.stream()
            .map(
                document ->
                    written(
                        Written.DELIBERATIONS,
                        of(sight, document),
                        document,
                        picture.review().id()))
            .toList(),
        List.of());
  }

  /** An auditor asks why somebody may, or might, see a record. */
  public void access(ExplainingAccess.Explained explained) {
    append(
        List.of(
            JournalEntry.of(EventKind.JOURNAL_READ, callers.occasion(Role.AUDITOR))
                .label(labels.ofDocument(explained.document()))
                .after(
                    Map.of(
                        "accessOf",
                        explained.account().toString(),
                        "document",
                        explained.document().toString(),
                        "asOf",
                        explained.day().toString(),
                        "knownAt",
                        EventBody.instant(explained.knownAt())))),
        List.of());
  }

  /**
   * The caller is shown what was written at a task, or in the course before it.
   *
   * @param what each that is shown; nothing where it is empty
   */
  public void atTask(Collection<Written> what, Sight sight, WorkItem item) {
    if (what.isEmpty()) {
      return;
    }
    Occasion occasion = at(sight, item);
    append(
        what.stream().map(each -> written(each, occasion, item.document(), item.review())).toList(),
        List.of());
  }

  private JournalEntry written(
      Written what, Occasion occasion, UUID document, @Nullable UUID review) {
    return JournalEntry.of(EventKind.REASONS_READ, occasion)
        .document(document, labels.ofDocument(document))
        .review(review)
        .because(what.name());
  }

  /**
   * The caller is shown why others did something, or did not.
   *
   * @param of what it was written of: orders, accounts, deployments, suspensions
   */
  public void reasons(Written what, Collection<UUID> of) {
    if (!of.isEmpty()) {
      append(List.of(why(what, of)), List.of());
    }
  }

  private JournalEntry why(Written what, Collection<UUID> of) {
    return JournalEntry.of(EventKind.REASONS_READ, callers.occasion(null))
        .after(Map.of("of", ids(of)))
        .because(what.name());
  }

  /**
   * The caller is shown why others proposed or rejected rights and needs to know: a line for each
   * document that orders are about, beside one for all that are about none.
   */
  public void orders(Collection<RightsOrder> shown) {
    List<UUID> others = new ArrayList<>();
    Map<UUID, List<UUID>> byDocument = new TreeMap<>();
    for (RightsOrder order : shown) {
      Sought.Need need = order.sought().need();
      if (need == null) {
        others.add(order.id());
      } else {
        byDocument.computeIfAbsent(need.document(), d -> new ArrayList<>()).add(order.id());
      }
    }
    List<JournalEntry> told = new ArrayList<>();
    if (!others.isEmpty()) {
      told.add(why(Written.RIGHTS_ORDER, others));
    }
    byDocument.forEach(
        (document, orders) ->
            told.add(
                why(Written.RIGHTS_ORDER, orders).document(document, labels.ofDocument(document))));
    append(told, List.of());
  }

  /** The caller is shown deployments, with the words of those that were rejected. */
  public void deployments(Collection<Deployment> shown) {
    reasons(
        Written.DEPLOYMENT,
        shown.stream()
            .filter(deployment -> reasoned(deployment.decision()))
            .map(Deployment::id)
            .toList());
  }

  private static boolean reasoned(Deployment.@Nullable Decision decision) {
    return decision != null && decision.reason() != null;
  }

  /** The caller is shown a version, with why it stands still where it does. */
  public void suspension(RunningVersion version) {
    Suspension held = version.held();
    if (held != null) {
      reasons(Written.SUSPENSION, List.of(held.id()));
    }
  }

  /**
   * Records what one answer tells: in a transaction of its own, or in that of the act which is
   * answered.
   *
   * @param titles whose lines are not written again within the minute, once these are committed
   */
  private void append(List<JournalEntry> told, List<Shown> titles) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      journal.appendAllAlone(told);
      titles.forEach(recent::recorded);
      return;
    }
    try {
      told.forEach(journal::append);
    } catch (DataAccessException e) {
      throw Journal.notRecorded(e);
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            titles.forEach(recent::recorded);
          }
        });
  }

  private static List<String> ids(Collection<UUID> ids) {
    return ids.stream().distinct().map(UUID::toString).toList();
  }
}
