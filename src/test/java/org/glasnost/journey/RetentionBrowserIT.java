package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two records managers and an auditor let events lapse, and hold them, at the page. */
class RetentionBrowserIT extends AtPages {
  private static final String PAGE = "/journal/retention";
  private static final Pattern DANGEROUS = Pattern.compile(".*usa-button--secondary.*");

  @Test
  void whatIsDueIsOrderedByOneAndAgreedByAnother() throws Exception {
    SecondRecordsManager.in(glasnost);
    RetentionIT.nothingIsDue(glasnost);
    UUID actor = UUID.fromString(new Staff(glasnost).id("senior.state"));
    new OldEvents(glasnost, Duration.ofDays(600)).signIns(actor, 2);
    try (Visitor first = house.as("records.nara");
        Visitor second = house.as(SecondRecordsManager.NAME)) {
      assertThat(first.goes(PAGE)).isEqualTo(200);
      first.presses("Order");
      assertThat(first.page().locator("#order-found")).containsText("A reason is required");
      first.sees("retention-refused");
      first.writes("Reason of the order (required)", "the yearly disposition");
      first.presses("Order");
      first.arrives(PAGE);
      assertThat(first.page().getByText("another records manager decides")).isVisible();
      first.sees("retention-ordered");

      second.goes(PAGE);
      second.presses("Agree: let it lapse");
      second.arrives(PAGE);
      String lapse =
          glasnost
              .as("auditor")
              .get("/api/journal/lapses")
              .json()
              .path("items")
              .get(0)
              .path("id")
              .asString();
      RetentionIT.ended(glasnost.as("auditor"), "/api/journal/lapses/" + lapse);
      second.goes(PAGE);
      assertThat(second.page().locator(".state-done").first()).containsText("Ended");
      assertThat(second.page().getByText("2 of 2 lapsed").first()).isVisible();
      second.seesNarrowToo("retention-ended");
    }
  }

  @Test
  void anAuditorPlacesAHoldAndTwoLiftIt() {
    try (Visitor auditor = house.as("auditor");
        Visitor manager = house.as("records.nara")) {
      auditor.goes("/journal");
      auditor.page().getByText("retention", new Page.GetByTextOptions().setExact(true)).click();
      auditor.arrives(PAGE);
      assertThat(auditor.page().locator(".back a")).hasAttribute("href", "/journal");
      assertThat(auditor.page().locator(".facts-list")).containsText("SIGN_IN: 1 year");
      assertThat(auditor.page().locator("main")).not().containsText("P1Y");
      auditor.presses("Place the hold");
      assertThat(auditor.page().locator("#scope-found")).containsText("Say what is held");
      assertThat(auditor.page().locator("#authority-found")).containsText("Name who orders");
      auditor.field("What it covers (required)").selectOption("ACTOR");
      auditor.writes("Actor", "oca.state");
      auditor.writes("From", "yesterday");
      auditor.writes("Who or what orders it (required)", "Roe v. Department, No. 2");
      auditor.page().locator("#hold-reason").fill("asked for by counsel");
      auditor.presses("Place the hold");
      assertThat(auditor.page().locator("#from-found")).containsText("Write an instant");
      auditor.writes("From", "2026-01-01T00:00:00Z");
      auditor.presses("Place the hold");
      Locator placed = section(auditor);
      assertThat(placed).containsText("What was done by oca.state");
      placed.locator("textarea").fill("the case is closed");
      auditor.presses("Propose to lift it");
      assertThat(section(auditor)).containsText("another person decides");

      manager.goes(PAGE);
      // Who is no auditor has no journal to go back to.
      assertThat(manager.page().locator(".back")).hasCount(0);
      manager.sees("retention-hold");
      assertThat(section(manager).getByText("Agree: lift it")).hasClass(DANGEROUS);
      assertThat(
              section(manager).getByText("Keep it", new Locator.GetByTextOptions().setExact(true)))
          .not()
          .hasClass(DANGEROUS);
      section(manager).getByText("Agree: lift it").click();
      assertThat(section(manager)).containsText("Lifted");
      assertThat(section(manager)).containsText("by records.nara");
    }
  }

  private static Locator section(Visitor visitor) {
    return visitor
        .page()
        .locator("section", new Page.LocatorOptions().setHasText("Roe v."))
        .first();
  }
}
