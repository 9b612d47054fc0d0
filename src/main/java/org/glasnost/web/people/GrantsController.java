package org.glasnost.web.people;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.DecidingRight;
import org.glasnost.authority.office.OrderState;
import org.glasnost.authority.office.RightsOrder;
import org.glasnost.authority.office.RightsOrders;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ETags;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The orders that give rights: proposed by one security officer, decided by another. */
@RestController
@RequestMapping("/api/grants")
class GrantsController {
  private final ViewingPeople viewing;
  private final DecidingRight deciding;
  private final Callers callers;

  GrantsController(ViewingPeople viewing, DecidingRight deciding, Callers callers) {
    this.viewing = viewing;
    this.deciding = deciding;
    this.callers = callers;
  }

  /** Why an order is rejected. */
  record Rejection(@Nullable String reason) {}

  @GetMapping
  ListView<OrderView> list(
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable OrderState state,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    PageRequest asked = PageRequest.of(limit, after);
    List<OrderView> found =
        viewing
            .orders(
                callers.current(),
                new RightsOrders.Filter(person, state),
                Cursors.order(asked.after(), id -> viewing.order(callers.current(), id)),
                asked.limit() + 1)
            .stream()
            .map(this::view)
            .toList();
    return asked.page(found, view -> view.id().toString());
  }

  @GetMapping("/{id}")
  ResponseEntity<OrderView> get(@PathVariable UUID id) {
    return answer(viewing.order(callers.current(), id));
  }

  @PostMapping("/{id}/approve")
  ResponseEntity<OrderView> approve(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    ETags.hold(ifMatch, viewing.order(callers.current(), id).version());
    return answer(deciding.approve(id, callers.current(), callers.occasion(Role.SECURITY_OFFICER)));
  }

  @PostMapping("/{id}/reject")
  ResponseEntity<OrderView> reject(
      @PathVariable UUID id,
      @RequestBody Rejection body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    ETags.hold(ifMatch, viewing.order(callers.current(), id).version());
    return answer(
        deciding.reject(
            id, body.reason(), callers.current(), callers.occasion(Role.SECURITY_OFFICER)));
  }

  @PostMapping("/{id}/withdraw")
  ResponseEntity<OrderView> withdraw(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    ETags.hold(ifMatch, viewing.order(callers.current(), id).version());
    return answer(
        deciding.withdraw(id, callers.current(), callers.occasion(Role.SECURITY_OFFICER)));
  }

  private ResponseEntity<OrderView> answer(RightsOrder order) {
    return ResponseEntity.ok().eTag(ETags.of(order.version())).body(view(order));
  }

  private OrderView view(RightsOrder order) {
    return OrderView.of(order, viewing.reason(order));
  }
}
