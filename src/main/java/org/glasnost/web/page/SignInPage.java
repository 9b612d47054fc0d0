package org.glasnost.web.page;

import org.glasnost.web.edge.CertificateSignIn;
import org.glasnost.web.edge.OpenIdProviders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, with the notice of use. What it sends is taken by the security chain. */
@Controller
class SignInPage {

  private final CertificateSignIn certificates;
  private final OpenIdProviders providers;

  SignInPage(CertificateSignIn certificates, OpenIdProviders providers) {
    this.certificates = certificates;
    this.providers = providers;
  }

  @GetMapping("/login")
  String show(
      @RequestParam(name = "refused", required = false) @Nullable String refused,
      @RequestParam(name = "out", required = false) @Nullable String out,
      @RequestParam(name = "changed", required = false) @Nullable String changed,
      Model model) {
    model.addAttribute("refused", refused != null);
    model.addAttribute("out", out != null);
    model.addAttribute("changed", changed != null);
    model.addAttribute("certificates", certificates.on());
    model.addAttribute("providers", providers.offered());
    return "login";
  }
}
