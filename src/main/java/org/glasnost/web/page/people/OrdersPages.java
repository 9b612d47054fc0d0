package org.glasnost.web.page.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.glasnost.authority.Person;
import org.glasnost.authority.office.DecidingRight;
import org.glasnost.authority.office.OrderState;
import org.glasnost.authority.office.RightsOrder;
import org.glasnost.authority.office.RightsOrders;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.rule.Refused;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.page.Onward;
import org.glasnost.web.page.PageMarking;
import org.glasnost.web.records.FormFindings;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one security officer proposed, and where another one decides on it. */
@Controller
@RequestMapping("/people/orders")
class OrdersPages {
  private static final String ANY = "ANY";

  /** Accounts are few beside rights; older orders are asked for over the API. */
  private static final int MOST_ACCOUNTS = 50;

  private final ViewingPeople viewing;
  private final DecidingRight deciding;
  private final OrdersShown shown;
  private final AccountOrdersShown accounts;
  private final OfficersDesk desk;

  OrdersPages(
      ViewingPeople viewing,
      DecidingRight deciding,
      OrdersShown shown,
      AccountOrdersShown accounts,
      OfficersDesk desk) {
    this.viewing = viewing;
    this.deciding = deciding;
    this.shown = shown;
    this.accounts = accounts;
    this.desk = desk;
  }

  /** A value of a choice and what it is called. */
  record Option(String value, String words) {}

  /** Those that wait, unless another state is asked for. */
  @GetMapping
  ModelAndView list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable String after) {
    Person officer = desk.officer();
    PageRequest asked = PageRequest.of(null, after);
    ModelAndView page = new ModelAndView("people/orders").addObject("found", FormFindings.NONE);
    UUID account = null;
    OrderState of = OrderState.PROPOSED;
    try {
      Typed typed = new Typed();
      account = typed.id(person, "/person");
      if (ANY.equals(state)) {
        of = null;
      } else if (Typed.text(state) != null) {
        of = typed.one(OrderState.class, state, "/state");
      }
      typed.refuseIfAny();
    } catch (Refused refused) {
      FormFindings.of(refused).on(page, refused);
    }
    ListView<RightsOrder> orders =
        asked.page(
            viewing.orders(
                officer,
                new RightsOrders.Filter(account, of),
                Cursors.order(asked.after(), id -> viewing.order(officer, id)),
                asked.limit() + 1),
            order -> order.id().toString());
    return page.addObject("orders", shown.of(orders.items()))
        .addObject("next", orders.next())
        .addObject("accounts", after == null ? accounts.of(of, account, MOST_ACCOUNTS) : List.of())
        .addObject("state", of == null ? ANY : of.name())
        .addObject("waiting", of == OrderState.PROPOSED)
        .addObject("person", account)
        .addObject("personName", account == null ? null : desk.nameOf(account))
        .addObject("states", states())
        .addObject("pageMarking", PageMarking.of(shown.held(orders.items())));
  }

  private static List<Option> states() {
    List<Option> states =
        new ArrayList<>(
            Arrays.stream(OrderState.values())
                .map(
                    state ->
                        new Option(
                            state.name(),
                            state == OrderState.PROPOSED ? "Waiting" : Typed.words(state)))
                .toList());
    states.add(new Option(ANY, "All"));
    return states;
  }

  @GetMapping("/{id}")
  ModelAndView show(@PathVariable UUID id) {
    return page(viewing.order(desk.officer(), id), FormFindings.NONE, null);
  }

  @PostMapping("/{id}/approve")
  ModelAndView approve(@PathVariable UUID id) {
    Person officer = desk.officer();
    return decided(
        id, null, () -> deciding.approve(id, OfficersDesk.AS_IT_STANDS, officer, desk.occasion()));
  }

  @PostMapping("/{id}/reject")
  ModelAndView reject(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String reason) {
    Person officer = desk.officer();
    return decided(
        id,
        reason,
        () -> deciding.reject(id, reason, OfficersDesk.AS_IT_STANDS, officer, desk.occasion()));
  }

  @PostMapping("/{id}/withdraw")
  ModelAndView withdraw(@PathVariable UUID id) {
    Person officer = desk.officer();
    return decided(
        id, null, () -> deciding.withdraw(id, OfficersDesk.AS_IT_STANDS, officer, desk.occasion()));
  }

  private ModelAndView decided(UUID id, @Nullable String reason, Supplier<RightsOrder> decision) {
    try {
      return Onward.to("/people/orders/" + decision.get().id());
    } catch (Refused refused) {
      FormFindings found = desk.refused(refused);
      return found.on(page(viewing.order(desk.officer(), id), found, reason), refused);
    }
  }

  private ModelAndView page(RightsOrder order, FormFindings found, @Nullable String reason) {
    return new ModelAndView("people/order")
        .addObject("order", shown.of(order))
        .addObject("found", found)
        .addObject("reason", reason)
        .addObject("pageMarking", PageMarking.of(shown.held(List.of(order))));
  }
}
