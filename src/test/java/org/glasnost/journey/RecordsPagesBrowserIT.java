package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records managers and auditors at their pages, and what each role finds at its start. */
class RecordsPagesBrowserIT extends AtPages {
  @Test
  void aRecordsManagerOrdersAReviewOfWhatOthersDecidedBefore() {
    String title = "Reviewed " + UUID.randomUUID();
    String id =
        work.registers(
            Papers.MEMO,
            Map.of("title", title, "originatingAgency", "STATE", "documentDate", "1984-02-01"));
    work.acceptsAll("classifier.state", id);
    try (Visitor manager = house.as("records.nara")) {
      manager.goes("/reviews/new");
      manager.writes("Look for words of a title", title.substring(0, 20));
      manager.presses("Look");
      assertThat(manager.page().getByText("One found.")).isVisible();
      manager.goes("/reviews/new?document=" + id);
      assertThat(manager.page().locator("#d-" + id)).isChecked();
      manager.sees("review-new");
      manager.page().locator("label[for=historic]").click();
      manager.presses("Order the review");
      assertThat(manager.page().locator("#kind-found")).containsText("required");
      assertThat(manager.page().locator("#decidedOn-found")).containsText("required");
      assertThat(manager.page().locator("#evidenceDocument-found")).containsText("required");
      manager.sees("review-new-refused");

      manager.field("Kind (required)").selectOption("MANDATORY");
      manager.writes("Request received on", "2024-03-01");
      manager.writes("Decided on", "2000-07-25");
      manager.writes("Decided by", "smf");
      manager.writes("Authority", "NLS F99-051");
      manager.field("Document").selectOption(id);
      manager.writes("From", "0");
      manager.writes("To", "12");
      manager.presses("Order the review");
      manager.arrives("/reviews/[0-9a-f-]{36}");

      // What was written is shown to who may read the text: to whoever works on it, not to the
      // manager.
      assertThat(manager.page().getByText("Decided on 2000-07-25 by smf")).hasCount(0);
      work.claim("coordinator.nara", "EQUITY_IDENTIFICATION", id);
      try (Visitor coordinator = house.as("coordinator.nara")) {
        coordinator.goes(manager.path());
        assertThat(coordinator.page().getByText("Decided on 2000-07-25 by smf")).isVisible();
        coordinator.sees("review-historic");
      }
      assertThat(manager.page().getByText("32 CFR 2001.33(a)(2)")).isVisible();
      assertThat(
              manager.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)))
          .isVisible();
      manager.sees("review");
      manager.goes("/reviews");
      assertThat(manager.page().getByRole(AriaRole.MAIN)).containsText(title);
      manager.sees("reviews");
    }
  }

  @Test
  void anAuditorSearchesTheJournal() {
    String id = work.registers(Papers.MEMO, Map.of("title", "Searched for"));
    try (Visitor auditor = house.as("auditor")) {
      assertThat(auditor.goes("/journal")).isEqualTo(200);
      auditor.sees("journal");
      auditor.writes("Document", id);
      auditor.field("Kind").selectOption("DOCUMENT_REGISTERED");
      auditor.presses("Search");
      assertThat(auditor.page().locator(".event")).hasCount(1);
      auditor.page().locator(".event summary").click();
      assertThat(auditor.page().locator(".event")).containsText(id);
      auditor.sees("journal-found");

      auditor.goes("/journal?actor=nobody.known");
      assertThat(auditor.page().locator("#actor-found")).containsText("No open account");
      auditor.goes("/journal?from=1990-01-01&to=1990-01-02");
      assertThat(auditor.page().getByText("No event that you may see answers")).isVisible();
      auditor.sees("journal-empty");
    }
  }

  @Test
  void theJournalIsReadOnFromPageToPage() {
    for (int i = 0; i < 20; i++) {
      work.registers(Papers.MEMO, Map.of("title", "One of many " + i));
    }
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/journal?order=asc");
      String first = auditor.page().locator(".event time").first().getAttribute("datetime");
      assertThat(auditor.page().locator(".event")).hasCount(50);
      auditor.page().getByText("Next page").click();
      auditor.hasWhole(auditor.page().getByText("Back to the start"));
      assertThat(auditor.page().locator(".event time").first().getAttribute("datetime"))
          .isGreaterThan(String.valueOf(first));
    }
  }

  @Test
  void aRoleSeesItsOwnWaysAlone() {
    Map.of(
            "intake.nara", "Documents Intake Reviews Markings",
            "records.nara", "Tasks Documents Reviews Markings Retention",
            "admin", "Markings Processes Deployments Operations",
            "security", "People Markings",
            "auditor", "Documents Markings Journal")
        .forEach(
            (userName, ways) -> {
              try (Visitor visitor = house.as(userName)) {
                assertThat(String.join(" ", visitor.page().locator(".frame-nav a").allInnerTexts()))
                    .isEqualTo(ways);
                visitor.sees("start-" + userName);
              }
            });
  }
}
