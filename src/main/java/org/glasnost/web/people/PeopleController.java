package org.glasnost.web.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.EndingRight;
import org.glasnost.authority.office.ProposingRight;
import org.glasnost.authority.office.RightsOrder;
import org.glasnost.authority.office.Sought;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.ActAndAnswer;
import org.glasnost.web.Callers;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.Cursors;
import org.glasnost.web.ETags;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.RefusalLines;
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

/** People and what they hold, for security officers. */
@RestController
@RequestMapping("/api/people")
class PeopleController {
  private final ViewingPeople viewing;
  private final ProposingRight proposing;
  private final EndingRight ending;
  private final RightsViews views;
  private final ActAndAnswer acts;
  private final Callers callers;

  PeopleController(
      ViewingPeople viewing,
      ProposingRight proposing,
      EndingRight ending,
      RightsViews views,
      ActAndAnswer acts,
      Callers callers) {
    this.viewing = viewing;
    this.proposing = proposing;
    this.ending = ending;
    this.views = views;
    this.acts = acts;
    this.callers = callers;
  }

  /**
   * A proposal.
   *
   * @param grant what is to be given
   * @param from the first day; null = the day of the approval
   * @param to the last day, or null
   * @param reason why, in words
   */
  record NewGrant(
      @Nullable GrantBody grant,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String reason) {}

  /** Why something ends. */
  record Ended(@Nullable String reason) {}

  @GetMapping
  ListView<PersonView> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    PageRequest asked = PageRequest.of(limit, after);
    Person officer = callers.current();
    List<PersonView> found =
        viewing
            .page(
                officer,
                null,
                Cursors.userName(asked.after(), name -> viewing.has(officer, name)),
                asked.limit() + 1)
            .stream()
            .map(PersonView::of)
            .toList();
    return asked.page(found, PersonView::name);
  }

  @GetMapping("/{id}")
  PersonView get(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Instant knownAt) {
    return PersonView.of(
        asOf == null && knownAt == null
            ? viewing.known(callers.current(), id)
            : viewing.asOf(callers.current(), id, asOf, knownAt));
  }

  @GetMapping("/{id}/rights")
  ListView<RightView> rights(@PathVariable UUID id) {
    return ListView.whole(views.rights(callers.current(), id));
  }

  @GetMapping("/{id}/needs")
  ResponseEntity<ListView<NeedView>> needs(@PathVariable UUID id) {
    List<NeedView> needs = views.needs(callers.current(), id);
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, views.bannerOfNeeds(needs))
        .body(ListView.whole(needs));
  }

  @PostMapping("/{id}/grants")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<OrderView> propose(
      @PathVariable UUID id, @RequestBody NewGrant body, HttpServletRequest request) {
    viewing.known(callers.current(), id);
    GrantBody grant = body.grant();
    if (grant == null) {
      throw new Refused(
          Ground.RULE, Finding.error("RGT-0024", "Say what is to be given.").atMember("/grant"));
    }
    Sought sought = grant.sought();
    if (sought.need() != null) {
      RefusalLines.concerns(request, sought.need().document());
    }
    UUID proposed =
        proposing
            .propose(
                new ProposingRight.Proposal(id, sought, body.from(), body.to(), body.reason()),
                callers.current(),
                callers.occasion(Role.SECURITY_OFFICER))
            .id();
    RightsOrder order = viewing.order(callers.current(), proposed);
    return ResponseEntity.created(URI.create("/api/grants/" + order.id()))
        .eTag(ETags.of(order.version()))
        .header(ContentMarking.HEADER, views.banner(List.of(order)))
        .body(views.of(order));
  }

  @PostMapping("/{id}/rights/{right}/end")
  ListView<RightView> end(
      @PathVariable UUID id, @PathVariable UUID right, @RequestBody Ended body) {
    return acts.inOne(
        () ->
            ending.end(
                id,
                right,
                body.reason(),
                callers.current(),
                callers.occasion(Role.SECURITY_OFFICER)),
        () -> rights(id));
  }

  @PostMapping("/{id}/needs/{need}/end")
  ResponseEntity<ListView<NeedView>> endNeed(
      @PathVariable UUID id, @PathVariable UUID need, @RequestBody Ended body) {
    return acts.inOne(
        () ->
            ending.endNeed(
                id,
                need,
                body.reason(),
                callers.current(),
                callers.occasion(Role.SECURITY_OFFICER)),
        () -> needs(id));
  }

  @PostMapping("/{id}/leave")
  PersonView leave(@PathVariable UUID id, @RequestBody Ended body) {
    ending.leave(id, body.reason(), callers.current(), callers.occasion(Role.SECURITY_OFFICER));
    return PersonView.of(viewing.known(callers.current(), id));
  }
}
