package org.glasnost.web.page;

import java.util.List;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.Agency;
import org.glasnost.policy.RoleWords;
import org.glasnost.web.Callers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page after sign-in: the tasks, for whoever works any; else one's office and its ways.
 */
@Controller
class StartPage {
  private final Callers callers;
  private final RoleWords words;
  private final Agencies agencies;

  StartPage(Callers callers, RoleWords words, Agencies agencies) {
    this.callers = callers;
    this.words = words;
    this.agencies = agencies;
  }

  @GetMapping("/")
  String show(Model model) {
    Person caller = callers.current();
    if (caller.roles().stream().anyMatch(Layout::worksTasks)) {
      return "redirect:/tasks";
    }
    List<RoleWords.Words> roles =
        caller.roles().stream().sorted().map(Role::name).map(words::of).toList();
    model.addAttribute("roles", roles);
    model.addAttribute(
        "agencyName", agencies.byId(caller.agency()).map(Agency::name).orElse(caller.agency()));
    return "start";
  }
}
