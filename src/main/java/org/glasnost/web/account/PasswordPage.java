package org.glasnost.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.records.FormFindings;
import org.glasnost.web.records.RefusedForms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody chooses another password; whoever has one that officers issued is led here. */
@Controller
class PasswordPage {
  private static final Set<String> FIELDS = Set.of("/current", "/chosen", "/again");

  private final OwnPassword password;
  private final RefusedForms refusals;
  private final HttpServletRequest request;

  PasswordPage(OwnPassword password, RefusedForms refusals, HttpServletRequest request) {
    this.password = password;
    this.refusals = refusals;
    this.request = request;
  }

  @GetMapping("/password")
  ModelAndView show() {
    return page(FormFindings.NONE);
  }

  @PostMapping("/password")
  ModelAndView choose(
      @RequestParam(required = false) @Nullable String current,
      @RequestParam(required = false) @Nullable String chosen,
      @RequestParam(required = false) @Nullable String again) {
    if (chosen != null && !chosen.equals(again)) {
      Refused refused =
          new Refused(
              Refused.Ground.RULE,
              Finding.error("WEB-0260", "The two are not the same. Type it once more.")
                  .atMember("/again"));
      return FormFindings.of(refused).on(page(FormFindings.of(refused)), refused);
    }
    try {
      password.choose(current, chosen);
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      return found.on(page(found), refused);
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return new ModelAndView("redirect:/login?changed");
  }

  private ModelAndView page(FormFindings found) {
    return new ModelAndView("password")
        .addObject("found", found)
        .addObject("fields", FIELDS)
        .addObject("issued", Callers.hasToChoosePassword(request));
  }
}
