package org.glasnost.web.page.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.office.AccountOrder;
import org.glasnost.authority.office.DecidingAccount;
import org.glasnost.authority.office.ViewingAccountOrders;
import org.glasnost.rule.Refused;
import org.glasnost.web.ActAndAnswer;
import org.glasnost.web.page.Onward;
import org.glasnost.web.records.FormFindings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** One order for an account: who has it decided, and the half of the password, shown once. */
@Controller
@RequestMapping("/people/accounts/{id}")
class AccountOrderPages {
  private final ViewingAccountOrders viewing;
  private final DecidingAccount deciding;
  private final AccountOrdersShown shown;
  private final ActAndAnswer acts;
  private final OfficersDesk desk;

  AccountOrderPages(
      ViewingAccountOrders viewing,
      DecidingAccount deciding,
      AccountOrdersShown shown,
      ActAndAnswer acts,
      OfficersDesk desk) {
    this.viewing = viewing;
    this.deciding = deciding;
    this.shown = shown;
    this.acts = acts;
    this.desk = desk;
  }

  /**
   * The order, and the half of the password where it is the first page after the officer's act. The
   * journal has the line of that page with the act: this page is the only one with the half, and is
   * shown whether or not the journal answers now.
   */
  @GetMapping
  ModelAndView show(@PathVariable UUID id, HttpServletRequest request) {
    AccountOrder order = viewing.order(desk.officer(), id);
    var handed = RequestContextUtils.getInputFlashMap(request);
    return page(
        handed != null && handed.containsKey(OpeningPages.HALF)
            ? shown.handed(order)
            : shown.of(order),
        FormFindings.NONE,
        null);
  }

  @PostMapping("/approve")
  ModelAndView approve(@PathVariable UUID id, RedirectAttributes next) {
    Person officer = desk.officer();
    try {
      return OpeningPages.handed(
          acts.inOne(
              () -> deciding.approve(id, OfficersDesk.AS_IT_STANDS, officer, desk.occasion()),
              approved -> {
                shown.recordShown(approved.order());
                return approved;
              }),
          next);
    } catch (Refused refused) {
      return refused(id, refused, null);
    }
  }

  @PostMapping("/reject")
  ModelAndView reject(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String reason) {
    Person officer = desk.officer();
    try {
      return onward(
          deciding.reject(id, reason, OfficersDesk.AS_IT_STANDS, officer, desk.occasion()));
    } catch (Refused refused) {
      return refused(id, refused, reason);
    }
  }

  @PostMapping("/withdraw")
  ModelAndView withdraw(@PathVariable UUID id) {
    Person officer = desk.officer();
    try {
      return onward(deciding.withdraw(id, OfficersDesk.AS_IT_STANDS, officer, desk.occasion()));
    } catch (Refused refused) {
      return refused(id, refused, null);
    }
  }

  private static ModelAndView onward(AccountOrder order) {
    return Onward.to("/people/accounts/" + order.id());
  }

  private ModelAndView refused(UUID id, Refused refused, @Nullable String reason) {
    FormFindings found = desk.refused(refused);
    return found.on(page(shown.of(viewing.order(desk.officer(), id)), found, reason), refused);
  }

  private static ModelAndView page(
      AccountOrdersShown.Shown order, FormFindings found, @Nullable String reason) {
    return new ModelAndView("people/account")
        .addObject("order", order)
        .addObject("found", found)
        .addObject("reason", reason);
  }
}
