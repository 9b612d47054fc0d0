package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The end of a session in the midst of work: warned of, waited out, gone on from. */
class SessionEndBrowserIT extends AtPages {
  private static final String TYPED = "Typed before the session ended.";

  @Test
  void isWarnedOfAndStays() {
    String title = "Warned of " + UUID.randomUUID();
    work.registers(Papers.MEMO, Papers.fields(title));
    try (Visitor classifier = house.as("classifier.state")) {
      Page page = classifier.page();
      page.clock().install();
      classifier.claims(title);
      classifier.writes("Reason", TYPED);
      AgedSessions.idleFor(glasnost, "classifier.state", Duration.ofMinutes(28).plusSeconds(30));
      page.clock().fastForward("28:30");
      assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Your session ends in 1:");
      classifier.sees("session-warning");

      classifier.presses("Stay signed in");
      assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
      assertThat(classifier.field("Reason")).hasValue(TYPED);
      page.clock().fastForward("05:00");
      assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }
  }

  @Test
  void coversThePageAndGivesItBackAfterTheSignIn() {
    String title = "Timed out " + UUID.randomUUID();
    String document = work.registers(Papers.MEMO, Papers.fields(title));
    try (Visitor classifier = house.as("classifier.state")) {
      Page page = classifier.page();
      page.clock().install();
      classifier.claims(title);
      classifier.writes("Reason", TYPED);
      AgedSessions.idleFor(glasnost, "classifier.state", Duration.ofMinutes(31));
      page.clock().fastForward("31:00");
      assertThat(page.getByText("Your session has ended")).isVisible();
      classifier.sees("session-over");
      page.setViewportSize(400, 800);
      classifier.pictures("session-over-400");
      BoundingBox field = page.getByLabel("Password").boundingBox();
      BoundingBox button =
          page.getByRole(AriaRole.BUTTON, Visitor.named("Sign in again")).boundingBox();
      assertThat(field.x).isCloseTo(button.x, offset(0.5));
      assertThat(field.width).isCloseTo(button.width, offset(0.5));
      page.setViewportSize(1280, 900);
      page.keyboard().press("Escape");
      assertThat(page.getByText("Your session has ended")).isVisible();

      page.getByLabel("Password").fill("not it");
      classifier.presses("Sign in again");
      assertThat(page.getByText("That did not open the account.")).isVisible();
      classifier.forgives();
      page.getByLabel("Password").fill("classifier.state");
      classifier.presses("Sign in again");
      assertThat(page.getByText("Your session has ended")).isHidden();
      assertThat(classifier.field("Reason")).hasValue(TYPED);
      classifier.presses("Save draft");
      classifier.hasWhole(page.getByText("The draft is kept."));
      assertThat(classifier.field("Reason")).hasValue(TYPED);
    }
    assertThat(work.open("classifier.state", "MARKING_REVIEW", document)).isNotBlank();
  }

  @Test
  void whoSignedInAWhileAgoSaysWhoTheyAreBeforeTheySign() {
    String title = "Signed late " + UUID.randomUUID();
    String document = work.underReview(Papers.MEMO, Papers.fields(title));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    try (Visitor authority = house.as("authority.state")) {
      authority.claims(title);
      Page page = authority.page();
      assertThat(page.getByLabel("Your password")).hasCount(0);
      authority.writes("Reason", "Agreed, after a long look.");
      AgedSessions.signedInAgo(glasnost, "authority.state", Duration.ofMinutes(6));
      authority.presses("Sign");
      assertThat(page.locator("#summary")).containsText("ACC-0027");
      assertThat(authority.field("Reason")).hasValue("Agreed, after a long look.");
      authority.sees("sign-again");
      page.getByLabel("Your password").fill("not mine");
      authority.presses("Sign");
      assertThat(page.locator("#summary")).containsText("ACC-0018");
      assertThat(authority.field("Reason")).hasValue("Agreed, after a long look.");
      assertThat(page.getByLabel("Your password")).hasValue("");
      page.getByLabel("Your password").fill("authority.state");
      authority.presses("Sign");
      authority.isDone();
    }
    assertThat(
            glasnost
                .as("records.nara")
                .get("/api/documents/" + document)
                .json()
                .path("state")
                .asString())
        .isEqualTo("RELEASE_PENDING");
  }

  @Test
  void aTokenIsIssuedAndRevokedOnOnesOwnPage() {
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/account");
      Page page = auditor.page();
      auditor.sees("account");
      auditor.writes("Name", "");
      auditor.presses("Issue it");
      assertThat(page.locator("#token")).containsText("ACC-0022");
      String name = "nightly " + UUID.randomUUID();
      auditor.writes("Name", name);
      auditor.presses("Issue it");
      assertThat(page.locator(".told")).isVisible();
      String token = page.locator(".told").textContent();
      auditor.sees("token-issued");
      assertThat(Caller.bearing(glasnost.address(), token).get("/api/me").status()).isEqualTo(200);
      auditor.goes("/account");
      assertThat(page.locator(".told")).hasCount(0);
      showsAllOnANarrowScreen(auditor, name);
      page.getByRole(AriaRole.BUTTON, Visitor.named("Revoke " + name)).click();
      assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name)))
          .containsText("Ended");
      assertThat(Caller.bearing(glasnost.address(), token).get("/api/me").status()).isEqualTo(401);
    }
  }

  /** Rows stand one below the other at 400 pixels, and nothing has to be scrolled sideways. */
  private static void showsAllOnANarrowScreen(Visitor auditor, String token) {
    Page page = auditor.page();
    page.setViewportSize(400, 800);
    auditor.pictures("account-400");
    assertThat(page.locator(".table-scroll")).hasCount(2);
    for (Locator box : page.locator("html, .sheet, .table-scroll, .narrows td").all()) {
      assertThat(box.evaluate("e => e.scrollWidth <= e.clientWidth"))
          .as(box.innerText())
          .isEqualTo(true);
    }
    for (Locator shown :
        List.of(
            page.getByRole(AriaRole.BUTTON, Visitor.named("Revoke " + token)),
            page.getByText("This one", new Page.GetByTextOptions().setExact(true)))) {
      BoundingBox at = shown.boundingBox();
      assertThat(at.x).isNotNegative();
      assertThat(at.x + at.width).isLessThanOrEqualTo(400);
    }
    page.setViewportSize(1280, 900);
  }
}
