package org.glasnost.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.FirstAccounts;
import org.glasnost.authority.OpenAccount;
import org.glasnost.authority.Role;
import org.glasnost.contract.FindingView;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.policy.RoleWords;
import org.glasnost.rule.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the first start. Once there is an account, there is nothing here. */
@Controller
class SetupPage {
  private final FirstAccounts first;
  private final Agencies agencies;
  private final RoleWords words;
  private final PolicyRelease policy;

  SetupPage(FirstAccounts first, Agencies agencies, RoleWords words, PolicyRelease policy) {
    this.first = first;
    this.agencies = agencies;
    this.words = words;
    this.policy = policy;
  }

  @GetMapping("/setup")
  String show(Model model) {
    if (!first.awaited()) {
      throw Refused.notKnown();
    }
    return page(model, Map.of(), List.of());
  }

  @PostMapping("/setup")
  ModelAndView open(@RequestParam MultiValueMap<String, String> form, Model model) {
    List<OpenAccount> asked = new ArrayList<>();
    List<Role> offices = FirstAccounts.offices();
    for (int i = 0; i < offices.size(); i++) {
      Role role = offices.get(i);
      asked.add(
          new OpenAccount(
              value(form, "userName" + i),
              value(form, "password" + i),
              value(form, "displayName" + i),
              words.of(role.name()).name(),
              value(form, "agency"),
              Set.of(role),
              null,
              List.of(),
              Set.of(),
              false));
    }
    Occasion occasion =
        new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.PAGE, policy.id());
    try {
      first.open(value(form, "code"), asked, occasion);
      return new ModelAndView("redirect:/login");
    } catch (Refused refused) {
      if (refused.ground() != Refused.Ground.RULE) {
        throw refused;
      }
      ModelAndView page =
          new ModelAndView(
              page(model, typed(form), FindingView.of(refused.findings())), model.asMap());
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
  }

  /** What was typed, to be shown again: all but the passwords and the code. */
  private static Map<String, String> typed(MultiValueMap<String, String> form) {
    Map<String, String> typed = new HashMap<>(form.toSingleValueMap());
    typed.keySet().removeIf(field -> field.startsWith("password") || field.equals("code"));
    return typed;
  }

  private String page(Model model, Map<String, String> typed, List<FindingView> findings) {
    model.addAttribute("typed", typed);
    model.addAttribute(
        "offices",
        FirstAccounts.offices().stream().map(role -> words.of(role.name()).name()).toList());
    model.addAttribute(
        "agencies", agencies.all().stream().filter(agency -> agency.until() == null).toList());
    model.addAttribute("findings", findings);
    return "setup";
  }

  private static String value(MultiValueMap<String, String> form, String field) {
    String value = form.getFirst(field);
    return value == null ? "" : value;
  }
}
