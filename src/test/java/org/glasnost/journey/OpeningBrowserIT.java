package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two security officers open an account at their pages; its holder signs in for the first time. */
class OpeningBrowserIT extends AtPages {
  private static final String CHOSEN = "four notional words of my own";

  @Test
  void anAccountIsOpenedAndItsHolderChoosesAPassword() {
    String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    String password;
    try (Visitor first = house.as("security");
        Visitor second = house.as("security2")) {
      first.goes("/people");
      first.page().getByRole(AriaRole.LINK, Visitor.named("Propose an account")).click();
      first.arrives("/people/new");
      first.writes("User name (required)", "Not A Name");
      first.writes("Name (required)", "Notional " + name);
      first.writes("Position (required)", "Reviewer");
      first.presses("Propose");
      assertThat(first.page().locator("#userName-found")).containsText("ACC-0014");
      assertThat(first.page().locator("#agency-found")).containsText("ACC-0005");
      assertThat(first.field("Position (required)")).hasValue("Reviewer");
      first.seesNarrowToo("people-new-refused");
      first.writes("User name (required)", name);
      first.field("Agency (required)").selectOption("STATE");
      first.presses("Propose");
      assertThat(first.page().locator("#reason-found")).containsText("RGT-0007");
      first.writes("Reason (required)", "Joins the office.");
      first.presses("Propose");
      first.arrives("/people/accounts/[0-9a-f-]{36}");
      String half = first.page().locator(".half-words").textContent().strip();
      first.seesNarrowToo("people-account-first-half");
      first.page().reload();
      assertThat(first.page().locator(".half-words")).hasCount(0);
      assertThat(first.page().getByText("You proposed this yourself.")).isVisible();

      second.goes("/people/orders");
      second.seesNarrowToo("people-orders-accounts");
      second
          .page()
          .locator(".order", new Page.LocatorOptions().setHasText(name))
          .getByRole(AriaRole.LINK)
          .click();
      second.arrives("/people/accounts/[0-9a-f-]{36}");
      second.presses("Approve");
      assertThat(second.page().locator(".half-words")).isVisible();
      password = half + "-" + second.page().locator(".half-words").textContent().strip();
      second.seesNarrowToo("people-account-second-half");
      second.page().getByRole(AriaRole.LINK, Visitor.named("Open their page")).click();
      second.arrives("/people/[0-9a-f-]{36}");
      assertThat(second.page().locator(".lead")).containsText(name);
    }
    try (Visitor holder = house.stranger()) {
      signsIn(holder, name, password);
      holder.arrives("/password");
      holder.goes("/documents?state=PROTECTED");
      holder.arrives("/password");
      assertThat(holder.page().locator(".frame-nav a")).hasCount(0);
      holder.writes("Present password", password);
      holder.page().locator("#chosen").fill(CHOSEN);
      holder.page().locator("#again").fill(CHOSEN + "!");
      holder.presses("Change it");
      assertThat(holder.page().locator("#again-found")).containsText("WEB-0260");
      holder.seesNarrowToo("password-refused");
      holder.writes("Present password", password);
      holder.page().locator("#chosen").fill(CHOSEN);
      holder.page().locator("#again").fill(CHOSEN);
      holder.presses("Change it");
      holder.arrives("/login\\?changed");
      assertThat(holder.page().getByText("Your password is changed.")).isVisible();
      signsIn(holder, name, password);
      holder.arrives("/login\\?refused");
      signsIn(holder, name, CHOSEN);
      assertThat(holder.page().locator(".person-name")).hasText("Notional " + name);
      assertThat(holder.path()).isNotEqualTo("/password");
    }
  }

  private static void signsIn(Visitor visitor, String name, String password) {
    visitor.goes("/login");
    visitor.writes("User name", name);
    visitor.writes("Password", password);
    visitor.presses("Sign in");
  }
}
