package org.glasnost.web.page.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.HeldNeed;
import org.glasnost.authority.office.Ending;
import org.glasnost.authority.office.OrderState;
import org.glasnost.authority.office.RightsOrder;
import org.glasnost.authority.office.RightsOrders;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.marking.Protection;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.PageMarking;
import org.glasnost.web.people.GrantBody;
import org.glasnost.web.records.FormFindings;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person: what they hold today or held on a day, what waits for them, and all of its history. */
@Controller
class PersonPage {
  private static final int MOST_ORDERS = 50;

  private final ViewingPeople viewing;
  private final OrdersShown orders;
  private final ReadingLines lines;
  private final RightInWords words;
  private final ContentMarking markings;
  private final OfficeDay officeDay;
  private final Names names;
  private final OfficersDesk desk;

  PersonPage(
      ViewingPeople viewing,
      OrdersShown orders,
      ReadingLines lines,
      RightInWords words,
      ContentMarking markings,
      OfficeDay officeDay,
      Names names,
      OfficersDesk desk) {
    this.viewing = viewing;
    this.orders = orders;
    this.lines = lines;
    this.words = words;
    this.markings = markings;
    this.officeDay = officeDay;
    this.names = names;
    this.desk = desk;
  }

  /** Everything the record ever said, of which the page shows parts. */
  private record Ever(
      List<HeldRight> rights,
      List<HeldNeed> needs,
      Map<UUID, Ending> endings,
      ViewingPeople.@Nullable ByProvider claimed) {

    /** Who gave a right that no order gave. */
    String givenOtherwise(UUID right) {
      return claimed != null && claimed.rights().contains(right)
          ? "By the claims of the provider " + claimed.provider()
          : "Recorded with the account";
    }
  }

  /**
   * What the record said from an instant on.
   *
   * @param recordedAt that instant
   * @param recorded the same, in words
   * @param kind what kind of thing it is
   * @param said what it is
   * @param days on which it holds
   * @param superseded until when the record said so, or null
   * @param order that gave it, or null
   * @param given by whom, in words
   * @param ended by whom and when an officer ended it, or null
   * @param endReason why, or null
   * @param marking of the document that it is about, or null
   */
  record Moment(
      Instant recordedAt,
      String recorded,
      String kind,
      RightInWords.Said said,
      String days,
      @Nullable String superseded,
      @Nullable UUID order,
      String given,
      @Nullable String ended,
      @Nullable String endReason,
      @Nullable PageMarking marking) {}

  @GetMapping("/people/{id}")
  ModelAndView show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt) {
    Person officer = desk.officer();
    ViewingPeople.Known known = viewing.known(officer, id);
    Ever ever =
        new Ever(
            viewing.rights(officer, id),
            viewing.needs(officer, id),
            viewing.endings(officer, id),
            viewing.byProvider(officer, id).orElse(null));
    if (!ever.endings().isEmpty()) {
      lines.reasons(ReadingLines.Written.ENDING, List.of(id));
    }
    ModelAndView page =
        new ModelAndView("people/person")
            .addObject("known", known)
            .addObject("own", officer.id().equals(id))
            .addObject("claimed", ever.claimed())
            .addObject("asOf", asOf)
            .addObject("knownAt", knownAt)
            .addObject("found", FormFindings.NONE)
            .addObject("history", history(officer, ever));
    Ending left = ever.endings().get(id);
    if (left != null) {
      page.addObject("leftOn", names.moment(left.at()))
          .addObject("leftBy", desk.nameOf(left.by()))
          .addObject("leftReason", left.reason());
    }
    List<RightsOrder> waiting =
        viewing.orders(
            officer, new RightsOrders.Filter(id, OrderState.PROPOSED), null, MOST_ORDERS);
    page.addObject("orders", orders.of(waiting));
    Protection held =
        ever.needs().stream()
            .map(need -> markings.protection(need.document()))
            .reduce(orders.held(waiting), Protection::join);
    page.addObject("pageMarking", PageMarking.of(held));
    holdings(page, ever, asOf, knownAt);
    return page;
  }

  /** What is held today or will be; or, where a time is asked for, what was held then. */
  private void holdings(
      ModelAndView page, Ever ever, @Nullable String asOf, @Nullable String knownAt) {
    LocalDate today = officeDay.today();
    Predicate<HeldRight> rights = right -> right.runsOn(today);
    Predicate<HeldNeed> needs = need -> need.runsOn(today);
    String then = null;
    try {
      Typed typed = new Typed();
      LocalDate day = typed.day(asOf, "/asOf");
      Instant known = typed.instant(knownAt, "/knownAt");
      typed.refuseIfAny();
      if (day != null || known != null) {
        LocalDate on = day == null ? today : day;
        Instant by = known == null ? officeDay.now() : known;
        rights = right -> right.heldOn(on, by);
        needs = need -> need.heldOn(on, by);
        then = "On " + names.day(on) + ", by what was recorded by " + names.moment(by);
      }
    } catch (Refused refused) {
      FormFindings.of(refused).on(page, refused);
    }
    List<Holding> holdings = new ArrayList<>();
    for (GrantBody.Kind kind : GrantBody.Kind.values()) {
      List<Holding.Item> items = new ArrayList<>();
      ever.rights().stream()
          .filter(right -> right.right().kind().name().equals(kind.name()))
          .filter(rights)
          .map(right -> item(right, today))
          .forEach(items::add);
      if (kind == GrantBody.Kind.NEED_TO_KNOW) {
        ever.needs().stream().filter(needs).map(need -> item(need, today)).forEach(items::add);
      }
      holdings.add(new Holding(kind, items));
    }
    page.addObject("holdings", holdings).addObject("then", then);
  }

  private Holding.Item item(HeldRight held, LocalDate today) {
    return new Holding.Item(
        held.id(),
        words.of(held.right()),
        words.days(held.from(), held.to()),
        held.from().isAfter(today),
        null,
        null);
  }

  private Holding.Item item(HeldNeed need, LocalDate today) {
    return new Holding.Item(
        need.id(),
        words.of(need.source(), need.scope(), null),
        words.days(need.from(), last(need)),
        need.from().isAfter(today),
        need.document(),
        PageMarking.of(markings.protection(need.document())));
  }

  private List<Moment> history(Person officer, Ever ever) {
    List<Moment> history = new ArrayList<>();
    for (HeldRight held : ever.rights()) {
      history.add(
          moment(
              officer,
              held.recordedAt(),
              RightInWords.title(GrantBody.Kind.valueOf(held.right().kind().name())),
              words.of(held.right()),
              words.days(held.from(), held.to()),
              held.supersededAt(),
              held.order(),
              ever.givenOtherwise(held.id()),
              ever.endings().get(held.id()),
              null));
    }
    for (HeldNeed need : ever.needs()) {
      history.add(
          moment(
              officer,
              need.recordedAt(),
              RightInWords.title(GrantBody.Kind.NEED_TO_KNOW),
              words.of(need.source(), need.scope(), null),
              words.days(need.from(), last(need)),
              need.supersededAt(),
              need.order(),
              ever.givenOtherwise(need.id()),
              ever.endings().get(need.id()),
              PageMarking.of(markings.protection(need.document()))));
    }
    history.sort(Comparator.comparing(Moment::recordedAt).reversed());
    return history;
  }

  private Moment moment(
      Person officer,
      Instant recordedAt,
      String kind,
      RightInWords.Said said,
      String days,
      @Nullable Instant superseded,
      @Nullable UUID order,
      String givenOtherwise,
      @Nullable Ending ending,
      @Nullable PageMarking marking) {
    return new Moment(
        recordedAt,
        names.moment(recordedAt),
        kind,
        said,
        days,
        superseded == null ? null : names.moment(superseded),
        order,
        order == null ? givenOtherwise : given(viewing.order(officer, order)),
        ending == null ? null : desk.nameOf(ending.by()),
        ending == null ? null : ending.reason(),
        marking);
  }

  private String given(RightsOrder order) {
    RightsOrder.Decision decision = order.decision();
    return "Proposed by "
        + desk.nameOf(order.proposedBy())
        + (decision == null ? "" : ", approved by " + desk.nameOf(decision.by()));
  }

  private static @Nullable LocalDate last(HeldNeed need) {
    LocalDate until = need.until();
    return until == null ? null : until.minusDays(1);
  }
}
