package org.glasnost.web.page.people;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Right;
import org.glasnost.authority.office.AccountOrder;
import org.glasnost.authority.office.OrderState;
import org.glasnost.authority.office.ViewingAccountOrders;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.ReadingLines.Written;
import org.glasnost.web.page.Names;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the pages show of the orders for accounts. */
@Component
class AccountOrdersShown {
  private final ViewingAccountOrders viewing;
  private final ReadingLines lines;
  private final Names names;
  private final OfficersDesk desk;

  AccountOrdersShown(
      ViewingAccountOrders viewing, ReadingLines lines, Names names, OfficersDesk desk) {
    this.viewing = viewing;
    this.lines = lines;
    this.names = names;
    this.desk = desk;
  }

  /**
   * An order.
   *
   * @param kind what it does, in words
   * @param personName whose account it is
   * @param account the account, or null where it is not opened
   * @param userName what is signed in with, or null where a password alone is issued
   * @param office of its holder, or null likewise
   * @param reason why it was proposed
   * @param state how far it has come, in words
   * @param style of the state
   * @param waits whether nobody has decided it
   * @param own whether the officer who looks proposed it
   * @param forSelf whether it is for the officer who looks
   * @param approved whether it is done
   * @param proposed by whom and when
   * @param decided by whom and when, or null
   * @param decisionReason why it was rejected, or null
   */
  record Shown(
      UUID id,
      String kind,
      String personName,
      @Nullable UUID account,
      @Nullable String userName,
      @Nullable String office,
      String reason,
      String state,
      String style,
      boolean waits,
      boolean own,
      boolean forSelf,
      boolean approved,
      String proposed,
      @Nullable String decided,
      @Nullable String decisionReason) {}

  /** Those that wait for a second officer, or of another state, newest first. */
  List<Shown> of(@Nullable OrderState state, @Nullable UUID account, int most) {
    return of(viewing.orders(desk.officer(), state, account, null, most));
  }

  /** One order. */
  Shown of(AccountOrder order) {
    return of(List.of(order)).get(0);
  }

  /**
   * One order, for the page that follows its proposal or approval: the officer wrote its words, or
   * {@link #recordShown} has the line.
   */
  Shown handed(AccountOrder order) {
    return made(order);
  }

  /** Records that an order's words are shown, in the transaction of the act that they follow. */
  void recordShown(AccountOrder order) {
    record(List.of(order));
  }

  /** That their words are shown is recorded first. */
  private List<Shown> of(List<AccountOrder> orders) {
    record(orders);
    return orders.stream().map(this::made).toList();
  }

  private void record(List<AccountOrder> orders) {
    lines.reasons(Written.ACCOUNT_ORDER, orders.stream().map(AccountOrder::id).toList());
  }

  private Shown made(AccountOrder order) {
    Person officer = desk.officer();
    AccountOrder.Opening opening = order.opening();
    AccountOrder.Decision decision = order.decision();
    Right.Office office = opening == null ? null : opening.office();
    boolean approved = order.state() == OrderState.APPROVED;
    return new Shown(
        order.id(),
        opening == null ? "New password" : "Account",
        office == null ? desk.nameOf(order.account()) : office.displayName(),
        opening == null || approved ? order.account() : null,
        opening == null ? null : opening.userName(),
        office == null ? null : office.position() + ", " + office.agency(),
        viewing.reason(order),
        Typed.words(order.state()),
        OrdersShown.style(order.state()),
        order.state() == OrderState.PROPOSED,
        order.proposedBy().equals(officer.id()),
        order.account().equals(officer.id()),
        approved,
        desk.nameOf(order.proposedBy()) + ", " + names.moment(order.proposedAt()),
        decision == null ? null : desk.nameOf(decision.by()) + ", " + names.moment(decision.at()),
        viewing.decisionReason(order));
  }
}
