package org.glasnost.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import org.springframework.stereotype.Component;

/**
 * The journal's lines of what a caller is shown beside texts and released copies: titles with what
 * was read of a document (REGISTRATION_READ), and what people wrote (REASONS_READ). Each is
 * committed before the first byte of the answer leaves; where it cannot be, nothing is shown.
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
      journal.appendAlone(
          JournalEntry.of(EventKind.REGISTRATION_READ, callers.occasion(null))
              .document(document, label)
              .because(shown.code()));
      recent.recorded(shown);
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
    Map<Long, List<Shown>> byLabel = new TreeMap<>();
    held.forEach(
        (document, label) -> {
          Shown shown = new Shown(account, LISTED, document);
          if (recent.anew(shown)) {
            byLabel.computeIfAbsent(label, l -> new ArrayList<>()).add(shown);
          }
        });
    byLabel.forEach(
        (label, shown) -> {
          journal.appendAlone(
              JournalEntry.of(EventKind.REGISTRATION_READ, callers.occasion(null))
                  .label(label)
                  .after(Map.of("documents", ids(shown.stream().map(Shown::document).toList())))
                  .because(LISTED));
          shown.forEach(recent::recorded);
        });
  }

  /** The caller is shown what was written in the courses of a review, as far as they may read. */
  public void deliberations(Sight sight, ViewingReview.Picture picture) {
    Particulars.HistoricAction action = picture.historicAction();
    boolean noted = action != null && action.evidence() != null && action.evidence().note() != null;
    for (ViewingReview.Part part : picture.courses()) {
      if (noted || (part.mayRead() && !part.course().steps().isEmpty())) {
        deliberations(picture.review().id(), part.document(), of(sight, part.document()));
      }
    }
  }

  /** An auditor asks why somebody may, or might, see a record. */
  public void access(ExplainingAccess.Explained explained) {
    journal.appendAlone(
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
                    EventBody.instant(explained.knownAt()))));
  }

  /** The caller is shown what was written in one document's course. */
  public void deliberations(UUID review, UUID document, Occasion occasion) {
    journal.appendAlone(
        JournalEntry.of(EventKind.REASONS_READ, occasion)
            .document(document, labels.ofDocument(document))
            .review(review)
            .because(Written.DELIBERATIONS.name()));
  }

  /** The caller is shown what was written at a task. */
  public void atTask(Written what, Sight sight, WorkItem item) {
    journal.appendAlone(
        JournalEntry.of(EventKind.REASONS_READ, at(sight, item))
            .document(item.document(), labels.ofDocument(item.document()))
            .review(item.review())
            .because(what.name()));
  }

  /**
   * The caller is shown why others did something, or did not.
   *
   * @param of what it was written of: orders, accounts, deployments, suspensions
   */
  public void reasons(Written what, Collection<UUID> of) {
    if (!of.isEmpty()) {
      reasons(what, of, null);
    }
  }

  private void reasons(Written what, Collection<UUID> of, @Nullable UUID document) {
    JournalEntry line =
        JournalEntry.of(EventKind.REASONS_READ, callers.occasion(null))
            .after(Map.of("of", ids(of)))
            .because(what.name());
    journal.appendAlone(
        document == null ? line : line.document(document, labels.ofDocument(document)));
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
    reasons(Written.RIGHTS_ORDER, others);
    byDocument.forEach((document, orders) -> reasons(Written.RIGHTS_ORDER, orders, document));
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

  private static List<String> ids(Collection<UUID> ids) {
    return ids.stream().distinct().map(UUID::toString).toList();
  }
}
