package org.glasnost.web.page.people;

import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.office.AccountOrder;
import org.glasnost.authority.office.DecidingAccount;
import org.glasnost.authority.office.ViewingAccountOrders;
import org.glasnost.rule.Refused;
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

/** One order for an account: who has it decided, and the half of the password, shown once. */
@Controller
@RequestMapping("/people/accounts/{id}")
class AccountOrderPages {
  private final ViewingAccountOrders viewing;
  private final DecidingAccount deciding;
  private final AccountOrdersShown shown;
  private final OfficersDesk desk;

  AccountOrderPages(
      ViewingAccountOrders viewing,
      DecidingAccount deciding,
      AccountOrdersShown shown,
      OfficersDesk desk) {
    this.viewing = viewing;
    this.deciding = deciding;
    this.shown = shown;
    this.desk = desk;
  }

  @GetMapping
  ModelAndView show(@PathVariable UUID id) {
    return page(viewing.order(desk.officer(), id), FormFindings.NONE, null);
  }

  @PostMapping("/approve")
  ModelAndView approve(@PathVariable UUID id, RedirectAttributes next) {
    Person officer = desk.officer();
    try {
      return OpeningPages.handed(
          deciding.approve(id, OfficersDesk.AS_IT_STANDS, officer, desk.occasion()), next);
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
    return found.on(page(viewing.order(desk.officer(), id), found, reason), refused);
  }

  private ModelAndView page(AccountOrder order, FormFindings found, @Nullable String reason) {
    return new ModelAndView("people/account")
        .addObject("order", shown.of(order))
        .addObject("found", found)
        .addObject("reason", reason);
  }
}
