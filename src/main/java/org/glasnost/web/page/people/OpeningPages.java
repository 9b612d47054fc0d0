package org.glasnost.web.page.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Right;
import org.glasnost.authority.office.AccountOrder;
import org.glasnost.authority.office.ProposingAccount;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.policy.Agencies;
import org.glasnost.rule.Refused;
import org.glasnost.web.page.Onward;
import org.glasnost.web.records.FormFindings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an officer proposes an account for somebody, or a new password for theirs. */
@Controller
class OpeningPages {
  private static final Set<String> FIELDS =
      Set.of("/userName", "/displayName", "/position", "/agency", "/reason");

  private final ViewingPeople viewing;
  private final ProposingAccount proposing;
  private final Agencies agencies;
  private final OfficersDesk desk;

  OpeningPages(
      ViewingPeople viewing, ProposingAccount proposing, Agencies agencies, OfficersDesk desk) {
    this.viewing = viewing;
    this.proposing = proposing;
    this.agencies = agencies;
    this.desk = desk;
  }

  /** The account as it was typed. */
  record Form(
      @Nullable String userName,
      @Nullable String displayName,
      @Nullable String position,
      @Nullable String agency,
      @Nullable String reason) {
    static final Form EMPTY = new Form(null, null, null, null, null);

    AccountOrder.Opening opening() {
      return new AccountOrder.Opening(
          typed(userName), new Right.Office(typed(displayName), typed(position), typed(agency)));
    }

    private static String typed(@Nullable String words) {
      return words == null ? "" : words.strip();
    }
  }

  /** Under which name the next page is handed the half. */
  static final String HALF = "half";

  @GetMapping("/people/new")
  ModelAndView show() {
    desk.officer();
    return form(Form.EMPTY, FormFindings.NONE);
  }

  @PostMapping("/people/new")
  ModelAndView open(@ModelAttribute Form form, RedirectAttributes next) {
    Person officer = desk.officer();
    try {
      return handed(
          proposing.propose(form.opening(), form.reason(), officer, desk.occasion()), next);
    } catch (Refused refused) {
      FormFindings found = desk.refused(refused);
      return found.on(form(form, found), refused);
    }
  }

  @GetMapping("/people/{id}/password")
  ModelAndView showPassword(@PathVariable UUID id) {
    return password(viewing.known(desk.officer(), id), null, FormFindings.NONE);
  }

  @PostMapping("/people/{id}/password")
  ModelAndView issue(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String reason,
      RedirectAttributes next) {
    Person officer = desk.officer();
    ViewingPeople.Known known = viewing.known(officer, id);
    try {
      return handed(proposing.proposePassword(id, reason, officer, desk.occasion()), next);
    } catch (Refused refused) {
      FormFindings found = desk.refused(refused);
      return found.on(password(known, reason, found), refused);
    }
  }

  /** The order's page, which shows the half once. */
  static ModelAndView handed(AccountOrder.Handed handed, RedirectAttributes next) {
    next.addFlashAttribute(HALF, handed.half());
    return Onward.to("/people/accounts/" + handed.order().id());
  }

  private ModelAndView form(Form form, FormFindings found) {
    return new ModelAndView("people/new")
        .addObject("form", form)
        .addObject("found", found)
        .addObject("fields", FIELDS)
        .addObject("agencies", agencies());
  }

  private static ModelAndView password(
      ViewingPeople.Known known, @Nullable String reason, FormFindings found) {
    return new ModelAndView("people/password")
        .addObject("known", known)
        .addObject("reason", reason)
        .addObject("found", found)
        .addObject("fields", FIELDS);
  }

  private List<ProposalPage.Option> agencies() {
    return agencies.all().stream()
        .filter(agency -> agency.until() == null)
        .map(agency -> new ProposalPage.Option(agency.id(), agency.id() + " · " + agency.name()))
        .toList();
  }
}
