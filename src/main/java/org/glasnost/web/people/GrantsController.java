package org.glasnost.web.people;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.DecidingRight;
import org.glasnost.authority.office.OfficerRights;
import org.glasnost.authority.office.OrderState;
import org.glasnost.authority.office.RightsOrder;
import org.glasnost.authority.office.RightsOrders;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.web.ActAndAnswer;
import org.glasnost.web.Callers;
import org.glasnost.web.ContentMarking;
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
  private final RightsViews views;
  private final ActAndAnswer acts;
  private final Callers callers;

  GrantsController(
      ViewingPeople viewing,
      DecidingRight deciding,
      RightsViews views,
      ActAndAnswer acts,
      Callers callers) {
    this.viewing = viewing;
    this.deciding = deciding;
    this.views = views;
    this.acts = acts;
    this.callers = callers;
  }

  /** Why an order is rejected. */
  record RejectedGrant(@Nullable String reason) {}

  @GetMapping
  ResponseEntity<ListView<OrderView>> list(
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable OrderState state,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    PageRequest asked = PageRequest.of(limit, after);
    Person officer = callers.current();
    OfficerRights.requireOfficer(officer);
    ListView<RightsOrder> page =
        asked.page(
            viewing.orders(
                officer,
                new RightsOrders.Filter(person, state),
                Cursors.order(asked.after(), id -> viewing.order(officer, id)),
                asked.limit() + 1),
            order -> order.id().toString());
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, views.banner(page.items()))
        .body(new ListView<>(views.shown(page.items()), page.next()));
  }

  @GetMapping("/{id}")
  ResponseEntity<OrderView> get(@PathVariable UUID id) {
    return answer(viewing.order(callers.current(), id));
  }

  @PostMapping("/{id}/approve")
  ResponseEntity<OrderView> approve(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return acts.inOne(
        () ->
            deciding.approve(
                id,
                version -> ETags.hold(ifMatch, version),
                callers.current(),
                callers.occasion(Role.SECURITY_OFFICER)),
        this::answer);
  }

  @PostMapping("/{id}/reject")
  ResponseEntity<OrderView> reject(
      @PathVariable UUID id,
      @RequestBody RejectedGrant body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return acts.inOne(
        () ->
            deciding.reject(
                id,
                body.reason(),
                version -> ETags.hold(ifMatch, version),
                callers.current(),
                callers.occasion(Role.SECURITY_OFFICER)),
        this::answer);
  }

  @PostMapping("/{id}/withdraw")
  ResponseEntity<OrderView> withdraw(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return acts.inOne(
        () ->
            deciding.withdraw(
                id,
                version -> ETags.hold(ifMatch, version),
                callers.current(),
                callers.occasion(Role.SECURITY_OFFICER)),
        this::answer);
  }

  private ResponseEntity<OrderView> answer(RightsOrder order) {
    return ResponseEntity.ok()
        .eTag(ETags.of(order.version()))
        .header(ContentMarking.HEADER, views.banner(List.of(order)))
        .body(views.shown(List.of(order)).get(0));
  }
}
