package org.glasnost.web.people;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Right;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.AccountOrder;
import org.glasnost.authority.office.DecidingAccount;
import org.glasnost.authority.office.OfficerRights;
import org.glasnost.authority.office.OrderState;
import org.glasnost.authority.office.ProposingAccount;
import org.glasnost.authority.office.ViewingAccountOrders;
import org.glasnost.web.ActAndAnswer;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ETags;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.ReadingLines.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts and passwords for them: proposed by one security officer, decided by another, each of
 * whom is shown half of the password once.
 */
@RestController
class AccountOrdersController {
  private final ViewingAccountOrders viewing;
  private final ReadingLines lines;
  private final ProposingAccount proposing;
  private final DecidingAccount deciding;
  private final ActAndAnswer acts;
  private final Callers callers;

  AccountOrdersController(
      ViewingAccountOrders viewing,
      ReadingLines lines,
      ProposingAccount proposing,
      DecidingAccount deciding,
      ActAndAnswer acts,
      Callers callers) {
    this.viewing = viewing;
    this.lines = lines;
    this.proposing = proposing;
    this.deciding = deciding;
    this.acts = acts;
    this.callers = callers;
  }

  /**
   * An account to be opened.
   *
   * @param userName what is signed in with
   * @param displayName how pages name its holder
   * @param position the office held, such as {@code Reviewer}
   * @param agency id of the agency in which it is held
   * @param reason why, in words
   */
  record NewAccount(
      @Nullable String userName,
      @Nullable String displayName,
      @Nullable String position,
      @Nullable String agency,
      @Nullable String reason) {
    AccountOrder.Opening opening() {
      return new AccountOrder.Opening(
          words(userName), new Right.Office(words(displayName), words(position), words(agency)));
    }

    /** What is absent is as empty: the rules say what is needed. */
    private static String words(@Nullable String words) {
      return words == null ? "" : words;
    }
  }

  /** Why a password is issued anew. */
  record NewPassword(@Nullable String reason) {}

  /** Why an order is rejected. */
  record RejectedAccount(@Nullable String reason) {}

  @PostMapping("/api/people")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<AccountOrderView> open(@RequestBody NewAccount body) {
    return created(
        proposing.propose(
            body.opening(),
            body.reason(),
            callers.current(),
            callers.occasion(Role.SECURITY_OFFICER)));
  }

  @PostMapping("/api/people/{id}/password")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<AccountOrderView> issue(@PathVariable UUID id, @RequestBody NewPassword body) {
    return created(
        proposing.proposePassword(
            id, body.reason(), callers.current(), callers.occasion(Role.SECURITY_OFFICER)));
  }

  @GetMapping("/api/account-orders")
  ListView<AccountOrderView> list(
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable OrderState state,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    PageRequest asked = PageRequest.of(limit, after);
    Person officer = callers.current();
    OfficerRights.requireOfficer(officer);
    ListView<AccountOrder> page =
        asked.page(
            viewing.orders(
                officer,
                state,
                person,
                Cursors.order(asked.after(), id -> viewing.order(officer, id)),
                asked.limit() + 1),
            order -> order.id().toString());
    lines.reasons(Written.ACCOUNT_ORDER, page.items().stream().map(AccountOrder::id).toList());
    return new ListView<>(
        page.items().stream().map(order -> view(order, null)).toList(), page.next());
  }

  @GetMapping("/api/account-orders/{id}")
  ResponseEntity<AccountOrderView> get(@PathVariable UUID id) {
    return answer(viewing.order(callers.current(), id), null);
  }

  @PostMapping("/api/account-orders/{id}/approve")
  ResponseEntity<AccountOrderView> approve(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return acts.inOne(
        () ->
            deciding.approve(
                id,
                version -> ETags.hold(ifMatch, version),
                callers.current(),
                callers.occasion(Role.SECURITY_OFFICER)),
        handed -> answer(handed.order(), handed.half()));
  }

  @PostMapping("/api/account-orders/{id}/reject")
  ResponseEntity<AccountOrderView> reject(
      @PathVariable UUID id,
      @RequestBody RejectedAccount body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return acts.inOne(
        () ->
            deciding.reject(
                id,
                body.reason(),
                version -> ETags.hold(ifMatch, version),
                callers.current(),
                callers.occasion(Role.SECURITY_OFFICER)),
        rejected -> answer(rejected, null));
  }

  @PostMapping("/api/account-orders/{id}/withdraw")
  ResponseEntity<AccountOrderView> withdraw(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return acts.inOne(
        () ->
            deciding.withdraw(
                id,
                version -> ETags.hold(ifMatch, version),
                callers.current(),
                callers.occasion(Role.SECURITY_OFFICER)),
        withdrawn -> answer(withdrawn, null));
  }

  private ResponseEntity<AccountOrderView> created(AccountOrder.Handed handed) {
    return ResponseEntity.created(URI.create("/api/account-orders/" + handed.order().id()))
        .eTag(ETags.of(handed.order().version()))
        .body(view(handed.order(), handed.half()));
  }

  private ResponseEntity<AccountOrderView> answer(AccountOrder order, @Nullable String half) {
    lines.reasons(Written.ACCOUNT_ORDER, List.of(order.id()));
    return ResponseEntity.ok().eTag(ETags.of(order.version())).body(view(order, half));
  }

  private AccountOrderView view(AccountOrder order, @Nullable String half) {
    return AccountOrderView.of(order, viewing.reason(order), viewing.decisionReason(order), half);
  }
}
