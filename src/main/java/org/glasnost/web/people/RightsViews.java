package org.glasnost.web.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.HeldNeed;
import org.glasnost.authority.office.Ending;
import org.glasnost.authority.office.RightsOrder;
import org.glasnost.authority.office.Sought;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.document.MarkingInForce;
import org.glasnost.document.Registered;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.reading.MarkingReader;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.MarkingView;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.ReadingLines.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the views of what officers give, for an officer who has been let in to it. Of a document
 * they show its marking; the officers' words about it count at its protection.
 */
@Component
class RightsViews {
  private final ViewingPeople viewing;
  private final ReadingLines lines;
  private final MarkingInForce markings;
  private final Registered registered;
  private final MarkingReader reader;
  private final ContentMarking content;

  RightsViews(
      ViewingPeople viewing,
      ReadingLines lines,
      MarkingInForce markings,
      Registered registered,
      MarkingReader reader,
      ContentMarking content) {
    this.viewing = viewing;
    this.lines = lines;
    this.markings = markings;
    this.registered = registered;
    this.reader = reader;
    this.content = content;
  }

  /** The views of orders; that their words are shown is recorded first. */
  List<OrderView> shown(List<RightsOrder> orders) {
    lines.orders(orders);
    return orders.stream().map(this::of).toList();
  }

  /** The view of an order that the officer has just made. */
  OrderView of(RightsOrder order) {
    Sought.Need need = order.sought().need();
    return OrderView.of(
        order,
        need == null ? null : marking(need.document()),
        viewing.reason(order),
        viewing.decisionReason(order));
  }

  List<RightView> rights(Person officer, UUID account) {
    Map<UUID, Ending> endings = endings(officer, account);
    return viewing.rights(officer, account).stream()
        .map(held -> RightView.of(held, endings))
        .toList();
  }

  List<NeedView> needs(Person officer, UUID account) {
    Map<UUID, Ending> endings = endings(officer, account);
    return viewing.needs(officer, account).stream()
        .map(held -> of(held, EndingView.of(endings.get(held.id()))))
        .toList();
  }

  private Map<UUID, Ending> endings(Person officer, UUID account) {
    Map<UUID, Ending> endings = viewing.endings(officer, account);
    if (!endings.isEmpty()) {
      lines.reasons(Written.ENDING, List.of(account));
    }
    return endings;
  }

  private NeedView of(HeldNeed held, @Nullable EndingView ended) {
    return new NeedView(
        held.id(),
        held.document(),
        marking(held.document()),
        held.source(),
        held.scope(),
        held.from(),
        held.until() == null ? null : held.until().minusDays(1),
        held.recordedAt(),
        held.supersededAt(),
        held.order(),
        ended);
  }

  private MarkingView marking(UUID document) {
    return MarkingView.of(markings.of(document), registered.dateOf(document), reader);
  }

  /** The roll-up banner of orders: what their documents are held at. */
  String banner(Collection<RightsOrder> orders) {
    return banner(
        orders.stream()
            .map(order -> order.sought().need())
            .filter(Objects::nonNull)
            .map(Sought.Need::document));
  }

  /** The roll-up banner of needs to know. */
  String bannerOfNeeds(Collection<NeedView> needs) {
    return banner(needs.stream().map(NeedView::document));
  }

  private String banner(Stream<UUID> documents) {
    return HeldBanner.of(
            documents.map(content::protection).reduce(Protection.UNRESTRICTED, Protection::join))
        .rollUp();
  }
}
