package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The ways of a review that are not the straight one: sent back, refused, failed, declined; without
 * scripts, and by the keyboard alone.
 */
class ReviewCourseBrowserIT extends AtPages {
  @Test
  void whatIsSentBackComesBackWithTheReason() {
    String title = "Sent back " + UUID.randomUUID();
    String document = work.underReview(Papers.MEMO, Papers.fields(title));
    work.does("reviewer.state", "FIRST_REVIEW", document, Papers.decision(work, document, "p3"));
    try (Visitor second = house.as("reviewer2.state")) {
      second.claims(title);
      second.presses("Return to a first review");
      assertThat(second.page().locator("#f-reason")).isVisible();
      assertThat(second.page().locator(".is-wrong #f-reason")).isVisible();
      second.sees("second-review-return-refused");
      second.writes("Reason", "Read p3 again.");
      second.presses("Return to a first review");
      second.isDone();
    }
    try (Visitor first = house.as("reviewer.state")) {
      first.claims(title);
      assertThat(first.page().locator(".returned")).containsText("Read p3 again.");
      assertThat(first.page().locator("#p3 input[value=WITHHOLD]")).isChecked();
      first.sees("first-review-returned");
      first.presses("Complete the review");
      first.isDone();
    }
    work.does("reviewer2.state", "SECOND_REVIEW", document, Papers.decision(work, document, "p3"));
    try (Visitor authority = house.as("authority.state")) {
      authority.claims(title);
      authority.writes("Reason", "The basis is not shown.");
      authority.presses("Refuse to sign");
      authority.isDone();
    }
    try (Visitor second = house.as("reviewer2.state")) {
      second.claims(title);
      assertThat(second.page().locator(".returned")).containsText("The basis is not shown.");
      second.sees("second-review-refused-signature");
      second.presses("Give the task back");
      second.arrives("/tasks");
      second.page().getByText("The task is given back.").waitFor();
    }
    work.does("reviewer2.state", "SECOND_REVIEW", document, Papers.decision(work, document, "p3"));
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "Agreed."));
    theCopyGoesBackToo(title, document);
  }

  private void theCopyGoesBackToo(String title, String document) {
    work.does("redactor.nara", "REDACTION", document, Papers.redactions());
    try (Visitor checker = house.as("redactor2.nara")) {
      checker.claims(title);
      checker.writes("Reason", "A name shows in the footer.");
      checker.presses("Send it back");
      checker.isDone();
    }
    try (Visitor redactor = house.as("redactor.nara")) {
      redactor.claims(title);
      assertThat(redactor.page().locator(".returned")).containsText("A name shows in the footer.");
      redactor.sees("redaction-sent-back");
      redactor.writes("Reason", "As signed.");
      redactor.presses("Complete the redaction");
      redactor.isDone();
    }
    work.does(
        "redactor2.nara", "REDACTION_CHECK", document, Map.of("accept", true, "reason", "Read."));
    try (Visitor manager = house.as("records.nara")) {
      manager.claims(title);
      manager.sees("release");
      manager.writes("Reason", "The requester withdrew.");
      manager.presses("Decline");
      manager.isDone();
    }
    try (Visitor redactor = house.as("redactor.nara")) {
      redactor.claims(title);
      assertThat(redactor.page().locator(".returned")).containsText("The requester withdrew.");
    }
  }

  @Test
  void aStatuteIsCitedFromTheReviewToTheReleasedCopy() {
    String title = "By statute " + UUID.randomUUID();
    String document = work.underReview(Papers.MEMO, Papers.fields(title));
    String cited = "STATUTE 50 U.S.C. 3507";
    for (String userName : List.of("reviewer.state", "reviewer2.state")) {
      try (Visitor reviewer = house.as(userName)) {
        reviewer.claims(title);
        Locator third = reviewer.page().locator("#p3");
        third.locator("input[value=WITHHOLD]").check(Visitor.forced());
        Locator citation = third.locator(".when-withheld [data-cite] input");
        assertThat(citation).isHidden();
        third.locator(".when-withheld select").selectOption("STATUTE");
        third.locator(".when-decided input").fill("The statute names it.");
        reviewer.presses("Release every undecided portion");
        reviewer.field("Declassify in part").check();
        reviewer.writes("Reason", "One portion stays back by law.");
        reviewer.presses("Complete the review");
        // A statute is a basis only where it is cited.
        assertThat(reviewer.page().locator("#summary")).isVisible();
        assertThat(third.locator(".when-withheld .field-finding"))
            .containsText("A statute is a basis only with its citation");
        reviewer.sees("statute-not-cited");
        citation.fill("50 U.S.C. 3507");
        reviewer.presses("Complete the review");
        reviewer.isDone();
      }
    }
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "Agreed."));
    try (Visitor redactor = house.as("redactor.nara")) {
      redactor.claims(title);
      assertThat(redactor.page().locator("#f-redactions-0-basis")).hasValue(cited);
      redactor.writes("Reason", "As signed.");
      redactor.presses("Complete the redaction");
      redactor.isDone();
    }
    try (Visitor checker = house.as("redactor2.nara")) {
      checker.claims(title);
      assertThat(checker.page().locator(".withheld")).hasText("[withheld: " + cited + "]");
      checker.writes("Reason", "Read.");
      checker.presses("Accept the copy");
      checker.isDone();
    }
    try (Visitor manager = house.as("records.nara")) {
      manager.claims(title);
      manager.writes("Reason", "Done.");
      manager.presses("Release the copy");
      manager.isDone();
    }
    try (Visitor anybody = house.as("reviewer.confidential")) {
      assertThat(anybody.goes("/documents/" + document + "/released")).isEqualTo(200);
      assertThat(anybody.page().locator(".withheld")).hasText("[withheld: " + cited + "]");
      assertThat(anybody.page().content()).doesNotContain("delegation asked");
      anybody.sees("released-by-statute");
    }
  }

  @Test
  void aReviewIsDoneWithoutScripts() {
    String title = "Without scripts " + UUID.randomUUID();
    work.underReview(Papers.MEMO, Papers.fields(title));
    try (Visitor reviewer = house.withoutScripts("reviewer.state")) {
      reviewer.claims(title);
      Page page = reviewer.page();
      page.locator("#p1 input[value=RELEASE]").check(Visitor.forced());
      page.locator("#p3 input[value=WITHHOLD]").check(Visitor.forced());
      page.locator("#p3 .when-withheld select").selectOption(Papers.BASIS);
      reviewer.presses("Release every undecided portion");
      reviewer.hasWhole(
          page.locator(".notice", new Page.LocatorOptions().setHasText("in the draft")));
      assertThat(page.locator("#p3 input[value=WITHHOLD]")).isChecked();
      assertThat(page.locator("#p4 input[value=RELEASE]")).isChecked();
      reviewer.presses("Complete the review");
      reviewer.hasWhole(page.getByText("things stand against this"));
      reviewer.pictures("first-review-no-scripts");
      reviewer.field("Declassify in part").check();
      page.locator("#p3 .when-decided input").fill("A person named in confidence.");
      reviewer.writes("Reason", "One portion stays back.");
      reviewer.presses("Complete the review");
      reviewer.isDone();
    }
  }

  @Test
  void theKeyboardAloneLeadsFromSignInToADecision() {
    String title = "By the keyboard " + UUID.randomUUID();
    work.underReview(Papers.MEMO, Papers.fields(title));
    try (Visitor reviewer = house.stranger()) {
      reviewer.goes("/login");
      Page page = reviewer.page();
      // The browser puts the focus there some time after the page is loaded.
      assertThat(reviewer.field("User name")).isFocused();
      page.keyboard().type("reviewer.state");
      page.keyboard().press("Tab");
      assertThat(reviewer.field("Password")).isFocused();
      page.keyboard().type("reviewer.state");
      page.keyboard().press("Enter");
      reviewer.arrives("/tasks");
      Locator more = page.getByRole(AriaRole.LINK, Visitor.named("More"));
      while (reviewer.claimOf(title).count() == 0) {
        String list = reviewer.path();
        reviewer.tabsTo(more);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.endsWith(list));
      }
      reviewer.tabsTo(reviewer.claimOf(title));
      page.keyboard().press("Enter");
      reviewer.arrives("/tasks/[0-9a-f-]{36}");
      assertThat(page.locator("[data-keys]")).isVisible();
      page.keyboard().press("j");
      assertThat(page.locator("#p1")).isFocused();
      page.keyboard().press("r");
      assertThat(page.locator("#p1 input[value=RELEASE]")).isChecked();
      assertThat(page.locator("#p2")).isFocused();
      page.keyboard().press("w");
      assertThat(page.locator("#p2 input[value=WITHHOLD]")).isChecked();
      page.keyboard().press("2");
      assertThat(page.locator("#p2 .when-withheld select")).hasValue("3.3(b)(2)");
      assertThat(page.locator("#p3")).isFocused();
      assertThat(page.locator("[data-undecided]")).hasText("2");

      // Switched off, a single key does nothing, here and on the next page.
      page.locator("[data-keys-on]").uncheck();
      page.locator("#p3").focus();
      assertThat(page.locator("#p3")).isFocused();
      page.keyboard().press("r");
      assertThat(page.locator("#p3 input[value=RELEASE]")).not().isChecked();
      page.locator("[data-keys-on]").check();

      // Where somebody writes, it is a letter.
      reviewer.tabsTo(page.locator("#f-reason"));
      page.keyboard().type("rwp j");
      assertThat(page.locator("#f-reason")).hasValue("rwp j");
      reviewer.sees("first-review-by-keys");
    }
  }
}
