package org.glasnost.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.ApiToken;
import org.glasnost.authority.TokenScope;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.glasnost.web.FreshSignIn;
import org.glasnost.web.edge.Confirming;
import org.glasnost.web.edge.OpenSignIns;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.Onward;
import org.glasnost.web.records.FormFindings;
import org.glasnost.web.records.RefusedForms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: where one is signed in, and the tokens of one's programs. */
@Controller
class AccountPage {
  private static final Set<String> FIELDS = Set.of("/name", "/scopes", "/expiresOn", "/password");
  private static final long USUAL_DAYS = 90;

  private final OpenSignIns open;
  private final OwnTokens tokens;
  private final FreshSignIn fresh;
  private final Confirming confirming;
  private final RefusedForms refusals;
  private final OfficeDay officeDay;
  private final Names names;
  private final HttpServletRequest request;

  AccountPage(
      OpenSignIns open,
      OwnTokens tokens,
      FreshSignIn fresh,
      Confirming confirming,
      RefusedForms refusals,
      OfficeDay officeDay,
      Names names,
      HttpServletRequest request) {
    this.open = open;
    this.tokens = tokens;
    this.fresh = fresh;
    this.confirming = confirming;
    this.refusals = refusals;
    this.officeDay = officeDay;
    this.names = names;
    this.request = request;
  }

  /** A token as it was asked for. */
  record Form(
      @Nullable String name,
      @Nullable List<String> scopes,
      @Nullable String expiresOn,
      @Nullable String password) {

    /** What is shown again: never the password. */
    Form again() {
      return new Form(name, scopes, expiresOn, null);
    }

    /** Whether that scope was chosen. */
    public boolean has(String scope) {
      return scopes != null && scopes.contains(scope);
    }

    @Nullable LocalDate day() {
      try {
        return expiresOn == null || expiresOn.isBlank() ? null : LocalDate.parse(expiresOn);
      } catch (DateTimeParseException noDay) {
        return null;
      }
    }

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Form[" + name + "]";
    }
  }

  /** A sign-in, in words. */
  record Shown(String since, String lastAsked, String means, boolean here) {}

  /** A token, in words. */
  record TokenShown(
      UUID id, String name, String scopes, String days, String used, boolean serves) {}

  @GetMapping("/account")
  ModelAndView show() {
    return page(
        new Form(
            null,
            List.of(TokenScope.READ.word()),
            officeDay.today().plusDays(USUAL_DAYS).toString(),
            null),
        FormFindings.NONE);
  }

  @PostMapping("/account/tokens")
  ModelAndView issue(
      @ModelAttribute Form form, HttpServletResponse response, RedirectAttributes next) {
    try {
      if (!fresh.holds()) {
        confirming.byPassword(form.password(), request, response);
      }
      ApiToken.Issued issued = tokens.issue(form.name(), form.scopes(), form.day());
      next.addFlashAttribute("presented", issued.presented());
      next.addFlashAttribute("presentedName", issued.token().name());
      return Onward.to("/account");
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      return found.on(page(form.again(), found), refused);
    }
  }

  @PostMapping("/account/tokens/{id}/revoke")
  ModelAndView revoke(@PathVariable UUID id) {
    tokens.revoke(id);
    return Onward.to("/account");
  }

  @PostMapping("/account/sign-out-everywhere")
  ModelAndView endAll() {
    open.endAll(request);
    return new ModelAndView("redirect:/login?out");
  }

  private ModelAndView page(Form form, FormFindings found) {
    return new ModelAndView("account")
        .addObject("signIns", open.all(request).stream().map(this::shown).toList())
        .addObject("tokens", tokens.all().stream().map(this::shown).toList())
        .addObject("form", form)
        .addObject("found", found)
        .addObject("fields", FIELDS)
        .addObject("fresh", fresh.holds())
        .addObject("means", confirming.means().name());
  }

  private Shown shown(OpenSignIns.OpenSignIn signIn) {
    return new Shown(
        names.moment(signIn.at()),
        names.moment(signIn.lastAskedAt()),
        names.words(signIn.means()),
        signIn.here());
  }

  private TokenShown shown(ApiToken token) {
    String used = token.lastUsedAt() == null ? "never" : names.moment(token.lastUsedAt());
    return new TokenShown(
        token.id(),
        token.name(),
        String.join(", ", token.scopes().stream().sorted().map(TokenScope::word).toList()),
        names.day(token.expiresOn()),
        used,
        token.serves());
  }
}
