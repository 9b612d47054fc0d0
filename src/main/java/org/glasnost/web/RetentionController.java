package org.glasnost.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.history.retention.Act;
import org.glasnost.history.retention.HoldScope;
import org.glasnost.history.retention.HoldState;
import org.glasnost.history.retention.HoldingJournal;
import org.glasnost.history.retention.JournalHold;
import org.glasnost.history.retention.LapseRun;
import org.glasnost.history.retention.LapseState;
import org.glasnost.history.retention.OrderingLapse;
import org.glasnost.marking.rollup.HeldBanner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * How long events are kept, what holds them, and what lapses; for records managers and auditors.
 */
@RestController
@RequestMapping("/api/journal")
class RetentionController {
  private final OrderingLapse lapses;
  private final HoldingJournal holding;
  private final Sights sights;
  private final Callers callers;
  private final ContentMarking contentMarking;

  RetentionController(
      OrderingLapse lapses,
      HoldingJournal holding,
      Sights sights,
      Callers callers,
      ContentMarking contentMarking) {
    this.lapses = lapses;
    this.holding = holding;
    this.sights = sights;
    this.callers = callers;
    this.contentMarking = contentMarking;
  }

  /**
   * How long a kind of event is kept.
   *
   * @param schedule the name of its schedule
   * @param keep {@code PERMANENT}, or a period in the form of ISO 8601
   * @param dueBefore the instant before which events of it are due; null where none ever is
   * @param due how many are, without those held, of those that the caller may see
   * @param held how many of these holds keep
   * @param sealed whether there are more, due or held, that the caller may not see
   */
  record RetentionView(
      EventKind kind,
      String schedule,
      String authority,
      String keep,
      @Nullable Instant dueBefore,
      long due,
      long held,
      boolean sealed) {

    static RetentionView of(OrderingLapse.Kept kept) {
      return new RetentionView(
          kept.kind(),
          kept.schedule(),
          kept.authority(),
          kept.keep(),
          kept.before(),
          kept.due(),
          kept.held(),
          kept.sealed());
    }
  }

  /** A hold; scope, what it names, authority and reason are required. */
  record NewJournalHold(
      @Nullable HoldScope scope,
      @Nullable UUID document,
      @Nullable UUID actor,
      @Nullable EventKind kind,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String authority,
      @Nullable String reason) {

    HoldingJournal.Wish wish() {
      HoldScope said = scope;
      return new HoldingJournal.Wish(
          said == null ? null : new JournalHold.Covers(said, document, actor, kind, from, to),
          authority,
          reason);
    }
  }

  /**
   * A hold on the journal.
   *
   * @param document or null; of holds on documents that the caller may not know of none is shown
   * @param placedBy user name
   * @param liftProposedBy user name, or null while nobody proposes to lift it
   * @param liftedBy user name, or null while it holds
   */
  record JournalHoldView(
      UUID id,
      HoldScope scope,
      @Nullable UUID document,
      @Nullable UUID actor,
      @Nullable EventKind kind,
      @Nullable Instant from,
      @Nullable Instant to,
      String authority,
      HoldState state,
      String placedBy,
      Instant placedAt,
      @Nullable String liftProposedBy,
      @Nullable Instant liftProposedAt,
      @Nullable String liftedBy,
      @Nullable Instant liftedAt) {

    static JournalHoldView of(JournalHold hold) {
      JournalHold.Covers covers = hold.covers();
      return new JournalHoldView(
          hold.id(),
          covers.scope(),
          covers.document(),
          covers.actor(),
          covers.kind(),
          covers.from(),
          covers.to(),
          hold.authority(),
          hold.state(),
          hold.placed().byName(),
          hold.placed().at(),
          name(hold.proposed()),
          at(hold.proposed()),
          name(hold.lifted()),
          at(hold.lifted()));
    }
  }

  /**
   * An order that bodies lapse.
   *
   * @param orderedBy user name
   * @param decidedBy user name, or null while it waits
   * @param endedAt when nothing was left of it but what is held, or null
   */
  record LapseView(
      UUID id,
      LapseState state,
      String orderedBy,
      Instant orderedAt,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable Instant endedAt,
      List<LapsePartView> parts) {

    static LapseView of(LapseRun run) {
      return new LapseView(
          run.id(),
          run.state(),
          run.ordered().byName(),
          run.ordered().at(),
          name(run.decided()),
          at(run.decided()),
          run.endedAt(),
          run.parts().stream()
              .map(
                  part ->
                      new LapsePartView(
                          part.kind(),
                          part.authority(),
                          part.keep(),
                          part.before(),
                          part.due(),
                          part.held(),
                          part.lapsed()))
              .toList());
    }
  }

  /**
   * What an order comes to of one kind.
   *
   * @param before the instant before which they were recorded
   * @param due how many bodies at the order, without those held; null where the caller may not see
   *     all events of the kind
   * @param held how many more at the order; null likewise
   * @param lapsed how many so far
   */
  record LapsePartView(
      EventKind kind,
      String authority,
      String keep,
      Instant before,
      @Nullable Long due,
      @Nullable Long held,
      long lapsed) {}

  /** Why. */
  record RetentionReason(@Nullable String reason) {}

  @GetMapping("/retention")
  ListView<RetentionView> schedules() {
    return ListView.whole(
        lapses.schedules(callers.current()).stream().map(RetentionView::of).toList());
  }

  @GetMapping("/holds")
  ResponseEntity<ListView<JournalHoldView>> holds(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Person person = callers.current();
    Sight sight = sights.of(person);
    PageRequest asked = PageRequest.of(limit, after);
    JournalHold last = Cursors.order(asked.after(), id -> holding.look(id, person, sight));
    ListView<JournalHold> shown =
        asked.page(
            holding.page(person, sight, last, asked.limit() + 1), hold -> hold.id().toString());
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, banner(shown.items()))
        .body(
            new ListView<>(shown.items().stream().map(JournalHoldView::of).toList(), shown.next()));
  }

  @GetMapping("/holds/{hold}")
  ResponseEntity<JournalHoldView> hold(@PathVariable UUID hold) {
    Person person = callers.current();
    return told(holding.look(hold, person, sights.of(person)));
  }

  @PostMapping("/holds")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<JournalHoldView> place(@RequestBody NewJournalHold body) {
    Person person = callers.current();
    JournalHold placed =
        holding.place(body.wish(), person, sights.of(person), occasion(callers, person));
    return ResponseEntity.created(URI.create("/api/journal/holds/" + placed.id()))
        .header(ContentMarking.HEADER, banner(List.of(placed)))
        .body(JournalHoldView.of(placed));
  }

  @PostMapping("/holds/{hold}/lift")
  ResponseEntity<JournalHoldView> proposeLift(
      @RequestBody RetentionReason body, @PathVariable UUID hold) {
    Person person = callers.current();
    return told(
        holding.proposeLift(
            hold, body.reason(), person, sights.of(person), occasion(callers, person)));
  }

  @PostMapping("/holds/{hold}/lift/approve")
  ResponseEntity<JournalHoldView> lift(@PathVariable UUID hold) {
    Person person = callers.current();
    return told(holding.lift(hold, person, sights.of(person), occasion(callers, person)));
  }

  @PostMapping("/holds/{hold}/lift/reject")
  ResponseEntity<JournalHoldView> keep(@RequestBody RetentionReason body, @PathVariable UUID hold) {
    Person person = callers.current();
    return told(
        holding.keep(hold, body.reason(), person, sights.of(person), occasion(callers, person)));
  }

  @GetMapping("/lapses")
  ListView<LapseView> lapses(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Person person = callers.current();
    PageRequest asked = PageRequest.of(limit, after);
    LapseRun last = Cursors.order(asked.after(), id -> lapses.look(id, person));
    return asked.page(
        lapses.page(person, last, asked.limit() + 1).stream().map(LapseView::of).toList(),
        view -> view.id().toString());
  }

  @GetMapping("/lapses/{lapse}")
  LapseView lapse(@PathVariable UUID lapse) {
    return LapseView.of(lapses.look(lapse, callers.current()));
  }

  @PostMapping("/lapses")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<LapseView> order(@RequestBody RetentionReason body) {
    LapseRun run =
        lapses.order(body.reason(), callers.current(), callers.occasion(Role.RECORDS_MANAGER));
    return ResponseEntity.created(URI.create("/api/journal/lapses/" + run.id()))
        .body(LapseView.of(run));
  }

  @PostMapping("/lapses/{lapse}/approve")
  LapseView approve(@PathVariable UUID lapse) {
    return LapseView.of(
        lapses.approve(lapse, callers.current(), callers.occasion(Role.RECORDS_MANAGER)));
  }

  @PostMapping("/lapses/{lapse}/reject")
  LapseView reject(@RequestBody RetentionReason body, @PathVariable UUID lapse) {
    return LapseView.of(
        lapses.reject(
            lapse, body.reason(), callers.current(), callers.occasion(Role.RECORDS_MANAGER)));
  }

  private ResponseEntity<JournalHoldView> told(JournalHold hold) {
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, banner(List.of(hold)))
        .body(JournalHoldView.of(hold));
  }

  /** The roll-up of the documents whose holds are shown. */
  private String banner(List<JournalHold> shown) {
    return HeldBanner.of(contentMarking.ofDocuments(HoldingJournal.documents(shown))).rollUp();
  }

  private static Occasion occasion(Callers callers, Person person) {
    return callers.occasion(person.has(Role.RECORDS_MANAGER) ? Role.RECORDS_MANAGER : Role.AUDITOR);
  }

  private static @Nullable String name(@Nullable Act act) {
    return act == null ? null : act.byName();
  }

  private static @Nullable Instant at(@Nullable Act act) {
    return act == null ? null : act.at();
  }
}
