package org.glasnost.web.page.people;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.office.OrderState;
import org.glasnost.authority.office.RightsOrder;
import org.glasnost.authority.office.Sought;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.marking.Protection;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.PageMarking;
import org.glasnost.web.people.GrantBody;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the pages show of the orders of two officers. */
@Component
class OrdersShown {
  private final ViewingPeople viewing;
  private final ReadingLines lines;
  private final RightInWords words;
  private final ContentMarking markings;
  private final Names names;
  private final OfficersDesk desk;

  OrdersShown(
      ViewingPeople viewing,
      ReadingLines lines,
      RightInWords words,
      ContentMarking markings,
      Names names,
      OfficersDesk desk) {
    this.viewing = viewing;
    this.lines = lines;
    this.words = words;
    this.markings = markings;
    this.names = names;
    this.desk = desk;
  }

  /**
   * An order.
   *
   * @param kind what kind of thing it gives
   * @param said what it gives
   * @param document that it is about, or null
   * @param marking what that document is held at, or null
   * @param person the account that it is for
   * @param personName who that is
   * @param days that it asks for
   * @param reason why it was proposed
   * @param state how far it has come, in words
   * @param style of the state
   * @param waits whether nobody has decided it
   * @param own whether the officer who looks proposed it
   * @param forSelf whether it is for the officer who looks
   * @param proposed by whom and when
   * @param decided by whom and when, or null
   * @param decisionReason why it was rejected, or null
   */
  record Shown(
      UUID id,
      String kind,
      RightInWords.Said said,
      @Nullable UUID document,
      @Nullable PageMarking marking,
      UUID person,
      String personName,
      String days,
      String reason,
      String state,
      String style,
      boolean waits,
      boolean own,
      boolean forSelf,
      String proposed,
      @Nullable String decided,
      @Nullable String decisionReason) {}

  /** Several orders; that their words are shown is recorded first. */
  List<Shown> of(List<RightsOrder> shown) {
    lines.orders(shown);
    return shown.stream().map(this::made).toList();
  }

  /** One order, likewise. */
  Shown of(RightsOrder order) {
    return of(List.of(order)).get(0);
  }

  private Shown made(RightsOrder order) {
    Person officer = desk.officer();
    Sought.Need need = order.sought().need();
    RightsOrder.Decision decision = order.decision();
    return new Shown(
        order.id(),
        RightInWords.title(GrantBody.Kind.valueOf(order.sought().kind())),
        words.of(order.sought()),
        need == null ? null : need.document(),
        need == null ? null : PageMarking.of(markings.protection(need.document())),
        order.person(),
        desk.nameOf(order.person()),
        words.asked(order.from(), order.to()),
        viewing.reason(order),
        Typed.words(order.state()),
        style(order.state()),
        order.state() == OrderState.PROPOSED,
        order.proposedBy().equals(officer.id()),
        order.person().equals(officer.id()),
        desk.nameOf(order.proposedBy()) + ", " + names.moment(order.proposedAt()),
        decision == null ? null : desk.nameOf(decision.by()) + ", " + names.moment(decision.at()),
        viewing.decisionReason(order));
  }

  /** What the documents of orders are held at, together. */
  Protection held(Collection<RightsOrder> shown) {
    return shown.stream()
        .map(order -> order.sought().need())
        .filter(Objects::nonNull)
        .map(need -> markings.protection(need.document()))
        .reduce(Protection.UNRESTRICTED, Protection::join);
  }

  static String style(OrderState state) {
    return switch (state) {
      case PROPOSED -> "state-waiting";
      case APPROVED -> "state-done";
      case REJECTED -> "state-refused";
      case WITHDRAWN, LAPSED -> "state-over";
    };
  }
}
