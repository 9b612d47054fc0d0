package org.glasnost.web.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.history.retention.HoldScope;
import org.glasnost.history.retention.HoldState;
import org.glasnost.history.retention.HoldingJournal;
import org.glasnost.history.retention.JournalHold;
import org.glasnost.history.retention.LapseRun;
import org.glasnost.history.retention.OrderingLapse;
import org.glasnost.policy.RetentionSchedules;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.page.Onward;
import org.glasnost.web.page.PageMarking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where records managers and auditors see how long events are kept, hold them, and let them go. */
@Controller
@RequestMapping("/journal/retention")
class RetentionPage {
  private static final String PATH = "/journal/retention";
  private static final HoldForm EMPTY =
      new HoldForm(null, null, null, null, null, null, null, null);

  private final OrderingLapse lapses;
  private final HoldingJournal holding;
  private final People people;
  private final Sights sights;
  private final Callers callers;
  private final RefusedForms refusals;
  private final ContentMarking markings;
  private final RetentionSchedules schedules;

  RetentionPage(
      OrderingLapse lapses,
      HoldingJournal holding,
      People people,
      Sights sights,
      Callers callers,
      RefusedForms refusals,
      ContentMarking markings,
      RetentionSchedules schedules) {
    this.lapses = lapses;
    this.holding = holding;
    this.people = people;
    this.sights = sights;
    this.callers = callers;
    this.refusals = refusals;
    this.markings = markings;
    this.schedules = schedules;
  }

  /** A hold as it was typed. */
  record HoldForm(
      @Nullable String scope,
      @Nullable String document,
      @Nullable String actor,
      @Nullable String kind,
      @Nullable String from,
      @Nullable String to,
      @Nullable String authority,
      @Nullable String reason) {}

  /** A constant that can be chosen. */
  record Constant(String name, String words) {
    static Constant of(Enum<?> constant) {
      return new Constant(constant.name(), Typed.words(constant));
    }
  }

  /**
   * A hold in the list.
   *
   * @param covers in words
   * @param document shown as a link; null where there is none
   */
  record HoldRow(
      JournalHold hold, String covers, @Nullable UUID document, String state, String style) {}

  @GetMapping
  ModelAndView show(
      @RequestParam(required = false) @Nullable String holdsAfter,
      @RequestParam(required = false) @Nullable String ordersAfter) {
    Person person = callers.current();
    Sight sight = sights.of(person);
    ListView<JournalHold> holds = holds(person, sight, PageRequest.of(null, holdsAfter));
    PageRequest asked = PageRequest.of(null, ordersAfter);
    LapseRun last = Cursors.order(asked.after(), id -> lapses.look(id, person));
    return page(person, holds, orders(person, last, asked))
        .addObject("holdsAfter", holdsAfter)
        .addObject("ordersAfter", ordersAfter)
        .addObject("form", EMPTY)
        .addObject("reason", null)
        .addObject("at", "")
        .addObject("found", FormFindings.NONE);
  }

  private ListView<JournalHold> holds(Person person, Sight sight, PageRequest asked) {
    JournalHold last = Cursors.order(asked.after(), id -> holding.look(id, person, sight));
    return asked.page(
        holding.page(person, sight, last, asked.limit() + 1), hold -> hold.id().toString());
  }

  private ListView<LapseRun> orders(Person person, @Nullable LapseRun last, PageRequest asked) {
    return asked.page(lapses.page(person, last, asked.limit() + 1), run -> run.id().toString());
  }

  @PostMapping("/holds")
  ModelAndView place(@ModelAttribute HoldForm form) {
    return done(
        "/holds",
        null,
        form,
        null,
        () -> {
          Person person = callers.current();
          holding.place(wish(form), person, sights.of(person), occasion(person));
        });
  }

  @PostMapping("/holds/{id}/lift")
  ModelAndView proposeLift(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String reason) {
    return done(
        "/holds/" + id + "/lift",
        id,
        EMPTY,
        reason,
        () -> {
          Person person = callers.current();
          holding.proposeLift(id, reason, person, sights.of(person), occasion(person));
        });
  }

  @PostMapping("/holds/{id}/lift/approve")
  ModelAndView lift(@PathVariable UUID id) {
    return done(
        "/holds/" + id + "/lift/approve",
        id,
        EMPTY,
        null,
        () -> {
          Person person = callers.current();
          holding.lift(id, person, sights.of(person), occasion(person));
        });
  }

  @PostMapping("/holds/{id}/lift/reject")
  ModelAndView keep(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String reason) {
    return done(
        "/holds/" + id + "/lift/reject",
        id,
        EMPTY,
        reason,
        () -> {
          Person person = callers.current();
          holding.keep(id, reason, person, sights.of(person), occasion(person));
        });
  }

  @PostMapping("/lapses")
  ModelAndView order(@RequestParam(required = false) @Nullable String reason) {
    return done(
        "/lapses",
        null,
        EMPTY,
        reason,
        () -> lapses.order(reason, callers.current(), callers.occasion(Role.RECORDS_MANAGER)));
  }

  @PostMapping("/lapses/{id}/approve")
  ModelAndView approve(@PathVariable UUID id) {
    return done(
        "/lapses/" + id + "/approve",
        null,
        EMPTY,
        null,
        () -> lapses.approve(id, callers.current(), callers.occasion(Role.RECORDS_MANAGER)));
  }

  @PostMapping("/lapses/{id}/reject")
  ModelAndView reject(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String reason) {
    return done(
        "/lapses/" + id + "/reject",
        null,
        EMPTY,
        reason,
        () -> lapses.reject(id, reason, callers.current(), callers.occasion(Role.RECORDS_MANAGER)));
  }

  /**
   * @param at the path of the form, behind that of the page
   * @param hold whose form it is, or null where it is no hold's; of orders the latest alone has one
   * @param form the hold as it was typed
   * @param reason as it was typed into that form
   */
  private ModelAndView done(
      String at, @Nullable UUID hold, HoldForm form, @Nullable String reason, Runnable act) {
    try {
      act.run();
      return Onward.to(PATH);
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      return found.on(
          again(hold)
              .addObject("form", form)
              .addObject("reason", reason)
              .addObject("at", PATH + at)
              .addObject("found", found),
          refused);
    }
  }

  /** The page from its beginning, and the hold whose form was refused on it wherever it stood. */
  private ModelAndView again(@Nullable UUID hold) {
    Person person = callers.current();
    Sight sight = sights.of(person);
    PageRequest first = PageRequest.of(null, null);
    ListView<JournalHold> holds = holds(person, sight, first);
    if (hold != null && holds.items().stream().noneMatch(shown -> shown.id().equals(hold))) {
      List<JournalHold> beside = new ArrayList<>(List.of(holding.look(hold, person, sight)));
      beside.addAll(holds.items());
      holds = new ListView<>(beside, holds.next());
    }
    return page(person, holds, orders(person, null, first));
  }

  private HoldingJournal.Wish wish(HoldForm form) {
    Typed typed = new Typed();
    HoldScope scope = typed.one(HoldScope.class, form.scope(), "/scope");
    UUID document = typed.id(form.document(), "/document");
    UUID actor = actor(form.actor(), typed);
    EventKind kind = typed.one(EventKind.class, form.kind(), "/kind");
    Instant from = typed.instant(form.from(), "/from");
    Instant to = typed.instant(form.to(), "/to");
    typed.refuseIfAny();
    return new HoldingJournal.Wish(
        scope == null ? null : new JournalHold.Covers(scope, document, actor, kind, from, to),
        form.authority(),
        form.reason());
  }

  /** An account by its user name, or else by its id. */
  private @Nullable UUID actor(@Nullable String said, Typed typed) {
    String text = Typed.text(said);
    if (text == null) {
      return null;
    }
    Optional<Person> named = people.byUserName(text);
    return named.isPresent() ? named.get().id() : typed.id(text, "/actor");
  }

  private ModelAndView page(Person person, ListView<JournalHold> holds, ListView<LapseRun> runs) {
    List<OrderingLapse.Kept> kept = lapses.schedules(person);
    return new ModelAndView("records/retention")
        .addObject(
            "pageMarking",
            PageMarking.of(markings.ofDocuments(HoldingJournal.documents(holds.items()))))
        .addObject("schedules", RetentionRows.schedules(kept))
        .addObject("file", schedules.file())
        .addObject("due", RetentionRows.due(kept))
        .addObject("sealed", kept.stream().anyMatch(OrderingLapse.Kept::sealed))
        .addObject("sealedKinds", RetentionRows.sealed(kept))
        .addObject("dueNow", kept.stream().mapToLong(OrderingLapse.Kept::due).sum())
        .addObject("holds", holds.items().stream().map(this::row).toList())
        .addObject("nextHolds", holds.next())
        .addObject("runs", runs.items().stream().map(RetentionRows::run).toList())
        .addObject("nextOrders", runs.next())
        .addObject("open", lapses.isOneOpen(person))
        .addObject("orders", person.has(Role.RECORDS_MANAGER))
        .addObject("scopes", Arrays.stream(HoldScope.values()).map(Constant::of).toList())
        .addObject("kinds", Arrays.stream(EventKind.values()).map(Constant::of).toList())
        .addObject("none", FormFindings.NONE);
  }

  private HoldRow row(JournalHold hold) {
    JournalHold.Covers covers = hold.covers();
    EventKind kind = covers.kind();
    UUID actor = covers.actor();
    String words =
        switch (covers.scope()) {
          case EVERYTHING -> "Everything";
          case DOCUMENT -> "A document";
          case ACTOR -> "What was done by " + (actor == null ? "" : name(actor));
          case KIND -> kind == null ? "" : Typed.words(kind);
        };
    return new HoldRow(
        hold, words, covers.document(), Typed.words(hold.state()), style(hold.state()));
  }

  private String name(UUID account) {
    return people.byId(account).map(Person::userName).orElse(account.toString());
  }

  private static String style(HoldState state) {
    return switch (state) {
      case RUNNING, LIFT_PROPOSED -> "state-waiting";
      case LIFTED -> "state-done";
    };
  }

  private Occasion occasion(Person person) {
    return callers.occasion(person.has(Role.RECORDS_MANAGER) ? Role.RECORDS_MANAGER : Role.AUDITOR);
  }
}
