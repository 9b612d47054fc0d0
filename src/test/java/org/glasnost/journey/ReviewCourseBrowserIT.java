package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The ways of a review that are not the straight one: sent back, refused, failed, declined; without
 * scripts, by the keyboard alone, over many sheets; and what people do that no one plans for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all
class ReviewCourseBrowserIT {
  private static final String MEMO =
      """
      CONFIDENTIAL

      Memorandum for the record

      The delegation asked for a further meeting.

      CONFIDENTIAL
      """;
  private static final String BASIS = "PRA P6";

  private RunningGlasnost glasnost;
  private Work work;
  private Visitor.House house;

  @BeforeAll
  void open() {
    glasnost = RunningGlasnost.on(Databases.H2);
    work = new Work(glasnost);
    house = new Visitor.House(glasnost);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void whatIsSentBackComesBackWithTheReason() {
    String title = "Sent back " + UUID.randomUUID();
    String document = underReview(title, MEMO);
    work.does("coordinator.nara", "EQUITY_IDENTIFICATION", document, noEquities());
    work.does("reviewer.state", "FIRST_REVIEW", document, decision(document, "p3"));
    try (Visitor second = house.as("reviewer2.state")) {
      claims(second, title);
      second.presses("Return to a first review");
      assertThat(second.page().locator("#f-reason")).isVisible();
      assertThat(second.page().locator(".is-wrong #f-reason")).isVisible();
      second.sees("second-review-return-refused");
      second.writes("Reason", "Read p3 again.");
      second.presses("Return to a first review");
      done(second);
    }
    try (Visitor first = house.as("reviewer.state")) {
      claims(first, title);
      assertThat(first.page().locator(".returned")).containsText("Read p3 again.");
      assertThat(first.page().locator("#p3 input[value=WITHHOLD]")).isChecked();
      first.sees("first-review-returned");
      first.presses("Complete the review");
      done(first);
    }
    work.does("reviewer2.state", "SECOND_REVIEW", document, decision(document, "p3"));
    try (Visitor authority = house.as("authority.state")) {
      claims(authority, title);
      authority.writes("Reason", "The basis is not shown.");
      authority.presses("Refuse to sign");
      done(authority);
    }
    try (Visitor second = house.as("reviewer2.state")) {
      claims(second, title);
      assertThat(second.page().locator(".returned")).containsText("The basis is not shown.");
      second.sees("second-review-refused-signature");
      second.presses("Give the task back");
      second.arrives("/tasks");
      second.page().getByText("The task is given back.").waitFor();
    }
    work.does("reviewer2.state", "SECOND_REVIEW", document, decision(document, "p3"));
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "Agreed."));
    theCopyGoesBackToo(title, document);
  }

  private void theCopyGoesBackToo(String title, String document) {
    work.does("redactor.nara", "REDACTION", document, redactions());
    try (Visitor checker = house.as("redactor2.nara")) {
      claims(checker, title);
      checker.writes("Reason", "A name shows in the footer.");
      checker.presses("Send it back");
      done(checker);
    }
    try (Visitor redactor = house.as("redactor.nara")) {
      claims(redactor, title);
      assertThat(redactor.page().locator(".returned")).containsText("A name shows in the footer.");
      redactor.sees("redaction-sent-back");
      redactor.writes("Reason", "As signed.");
      redactor.presses("Complete the redaction");
      done(redactor);
    }
    work.does(
        "redactor2.nara", "REDACTION_CHECK", document, Map.of("accept", true, "reason", "Read."));
    try (Visitor manager = house.as("records.nara")) {
      claims(manager, title);
      manager.sees("release");
      manager.writes("Reason", "The requester withdrew.");
      manager.presses("Decline");
      done(manager);
    }
    try (Visitor redactor = house.as("redactor.nara")) {
      claims(redactor, title);
      assertThat(redactor.page().locator(".returned")).containsText("The requester withdrew.");
    }
  }

  @Test
  void aReviewIsDoneWithoutScripts() {
    String title = "Without scripts " + UUID.randomUUID();
    String document = underReview(title, MEMO);
    work.does("coordinator.nara", "EQUITY_IDENTIFICATION", document, noEquities());
    try (Visitor reviewer = house.withoutScripts("reviewer.state")) {
      claims(reviewer, title);
      Page page = reviewer.page();
      page.locator("#p1 input[value=RELEASE]").check(forced());
      page.locator("#p3 input[value=WITHHOLD]").check(forced());
      page.locator("#p3 .when-withheld select").selectOption(BASIS);
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
      done(reviewer);
    }
  }

  @Test
  void theKeyboardAloneLeadsFromSignInToADecision() {
    String title = "By the keyboard " + UUID.randomUUID();
    String document = underReview(title, MEMO);
    work.does("coordinator.nara", "EQUITY_IDENTIFICATION", document, noEquities());
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
      Locator more = page.getByRole(AriaRole.LINK, named("More"));
      while (claimOf(reviewer, title).count() == 0) {
        String list = reviewer.path();
        reviewer.tabsTo(more);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.endsWith(list));
      }
      reviewer.tabsTo(claimOf(reviewer, title));
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

  @Test
  void aLongRecordIsDecidedSheetBySheetAndNothingTypedIsLost() {
    String title = "Many portions " + UUID.randomUUID();
    StringBuilder text = new StringBuilder("CONFIDENTIAL\n\n");
    for (int i = 1; i <= 249; i++) {
      text.append("Paragraph ").append(i).append(" of a long paper.\n\n");
    }
    String document = underReview(title, text.toString());
    work.does("coordinator.nara", "EQUITY_IDENTIFICATION", document, noEquities());
    try (Visitor reviewer = house.as("reviewer.state")) {
      claims(reviewer, title);
      Page page = reviewer.page();
      assertThat(page.locator("[data-portion]")).hasCount(100);
      assertThat(page.locator("[data-undecided]")).hasText("250");
      page.locator("#p7 input[value=WITHHOLD]").check(forced());
      page.locator("#p7 .when-withheld select").selectOption(BASIS);
      reviewer.writes("Reason", "One paragraph stays back.");
      page.getByRole(AriaRole.BUTTON, named("p101 to p200 ›")).first().click();
      reviewer.hasWhole(page.locator("#p101"));
      assertThat(page.locator("[data-portion]")).hasCount(100);
      assertThat(page.locator("#f-reason")).hasValue("One paragraph stays back.");
      page.locator("#p101 input[value=PART]").check(forced());
      reviewer.sees("first-review-sheet");
      page.getByRole(AriaRole.BUTTON, named("‹ p1 to p100")).first().click();
      reviewer.hasWhole(page.locator("#p7"));
      assertThat(page.locator("#p7 input[value=WITHHOLD]")).isChecked();
      assertThat(page.locator("#p7 .when-withheld select")).hasValue(BASIS);

      reviewer.presses("Release every undecided portion");
      reviewer.hasWhole(page.getByText("Every portion that was undecided is released"));
      assertThat(page.locator("[data-undecided]")).hasText("0");
      reviewer.field("Declassify in part").check();
      reviewer.presses("Complete the review");
      // What is missing stands on another sheet, and that one is shown.
      reviewer.hasWhole(page.locator("#p101"));
      assertThat(page.locator("#summary")).isVisible();
      page.locator("#p101 input[value=RELEASE]").check(forced());
      reviewer.presses("Complete the review");
      done(reviewer);
    }
  }

  @Test
  void aFormSentBeforeItsPageHadLoadedTakesNothingAway() {
    String title = "Half loaded " + UUID.randomUUID();
    String document = underReview(title, MEMO);
    work.does("coordinator.nara", "EQUITY_IDENTIFICATION", document, noEquities());
    try (Visitor reviewer = house.withoutScripts("reviewer.state")) {
      claims(reviewer, title);
      Page page = reviewer.page();
      page.locator("#p3 input[value=WITHHOLD]").check(forced());
      reviewer.writes("Reason", "Written before.");
      reviewer.presses("Save draft");
      reviewer.hasWhole(page.getByText("The draft is kept."));
      String task = reviewer.path();
      String token = page.locator("#task-form input[name=_csrf]").inputValue();

      // As a browser sends what it has of a form whose end has not arrived.
      page.request()
          .post(
              page.url() + "/draft",
              RequestOptions.create()
                  .setForm(
                      FormData.create()
                          .set("_csrf", token)
                          .set("sheet", "1")
                          .set("/portions/0/portion", "p1")
                          .set("/portions/0/decision", "RELEASE")));
      reviewer.goes(task);
      assertThat(page.locator("#p1 input[value=RELEASE]")).isChecked();
      assertThat(page.locator("#p3 input[value=WITHHOLD]")).isChecked();
      assertThat(page.locator("#f-reason")).hasValue("Written before.");
    }
  }

  @Test
  void aFormOutlivesItsSession() {
    String title = "Outlives its session " + UUID.randomUUID();
    String document = work.registers(MEMO, Map.of("title", title, "originatingAgency", "STATE"));
    try (Visitor classifier = house.as("classifier.state")) {
      claims(classifier, title);
      classifier.writes("Reason", "Typed before the session ended.");
      classifier.losesTheSession();
      classifier.presses("Save draft");
      assertThat(classifier.page().getByText("You are signed out")).isVisible();
      assertThat(classifier.field("Reason")).hasValue("Typed before the session ended.");
      classifier.sees("signed-out-meanwhile");

      Page other = classifier.another("/login");
      other.getByLabel("User name").fill("classifier.state");
      other.getByLabel("Password").fill("classifier.state");
      other.getByRole(AriaRole.BUTTON, named("Sign in")).click();
      other.waitForURL(url -> !url.contains("/login"));
      classifier.presses("Save draft");
      assertThat(classifier.page().getByText("You had been signed out")).isVisible();
      classifier.presses("Save draft");
      classifier.hasWhole(classifier.page().getByText("The draft is kept."));
      assertThat(classifier.field("Reason")).hasValue("Typed before the session ended.");
    }
    assertThat(work.open("classifier.state", "MARKING_REVIEW", document)).isNotBlank();
  }

  @Test
  void oneTaskInTwoWindowsIsDoneOnce() {
    String title = "In two windows " + UUID.randomUUID();
    String document = work.registers(MEMO, Map.of("title", title, "originatingAgency", "STATE"));
    try (Visitor classifier = house.as("classifier.state")) {
      claims(classifier, title);
      Page other = classifier.another(classifier.path());
      for (Page page : List.of(classifier.page(), other)) {
        for (Locator yes : page.locator("input[type=radio][value=true]").all()) {
          yes.check(forced());
        }
        page.locator("#f-reason").fill("As it stands.");
      }
      // Pressed twice, done once.
      other.getByRole(AriaRole.BUTTON, named("Complete the marking review")).dblclick();
      other.waitForURL(url -> url.endsWith("/tasks"));
      assertThat(other.locator(".notice")).containsText("Completed");

      classifier.presses("Complete the marking review");
      assertThat(classifier.page().getByText("Something has changed meanwhile")).isVisible();
      assertThat(classifier.field("Reason")).hasValue("As it stands.");
      classifier.sees("changed-meanwhile");

      classifier.forgives();
      classifier.page().reload();
      assertThat(classifier.page().getByText("This task has ended.")).isVisible();
      classifier.page().goBack();
      assertThat(claimOf(classifier, title)).hasCount(0);
      classifier.sees("after-back");
    }
    assertThat(
            glasnost
                .as("intake.nara")
                .get("/api/documents/" + document)
                .json()
                .path("state")
                .asString())
        .isEqualTo("PROTECTED");
  }

  @Test
  void whatPeopleWriteIsShownAsTheyWroteIt() {
    String title =
        "<img src=x onerror=alert(1)> \"quoted\" תזכיר סודי مذكرة سرية 📄 "
            + "Unbreakable".repeat(12)
            + " "
            + UUID.randomUUID();
    String text =
        "CONFIDENTIAL\n\n<script>alert(1)</script> & a tag\n\nתזכיר: הפגישה נדחתה.\n\n"
            + "هذه مذكرة سرية.\n\nA 📄 and "
            + "x".repeat(400)
            + "\n";
    String document = underReview(title, text);
    try (Visitor coordinator = house.as("coordinator.nara")) {
      lists(coordinator, title);
      coordinator.sees("narrow");
      claimOf(coordinator, title).click();
      coordinator.arrives("/tasks/[0-9a-f-]{36}");
      assertThat(coordinator.page().locator(".paper")).containsText("<script>alert(1)</script>");
      coordinator.sees("equity-hostile");
      coordinator.goes("/documents/" + document + "?text=open");
      assertThat(coordinator.page().locator("h1")).containsText("<img src=x");
      coordinator.sees("document-hostile");
    }
  }

  private String underReview(String title, String text) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("originatingAgency", "STATE");
    fields.put("documentDate", "1984-02-01");
    fields.put("recordStatus", "PERMANENT");
    String document = work.registers(text, fields);
    work.acceptsAll("classifier.state", document);
    work.orders("DISCRETIONARY", List.of(document));
    return document;
  }

  private static Map<String, Object> noEquities() {
    return Map.of("equities", List.of(), "reason", "The Department's own.");
  }

  /** Everything is released but one portion. */
  private Map<String, Object> decision(String document, String withheld) {
    List<Map<String, Object>> portions = new ArrayList<>();
    for (String portion : work.portions("intake.nara", document)) {
      portions.add(
          portion.equals(withheld)
              ? Map.of(
                  "portion",
                  portion,
                  "decision",
                  "WITHHOLD",
                  "basis",
                  BASIS,
                  "reason",
                  "A person named in confidence.")
              : Map.of("portion", portion, "decision", "RELEASE"));
    }
    return Map.of(
        "determination", "DECLASSIFY_IN_PART", "portions", portions, "reason", "One stays back.");
  }

  /** What the decision withholds: the whole of the third portion, as its text has it. */
  private static Map<String, Object> redactions() {
    int begins = MEMO.indexOf("The delegation");
    int ends = MEMO.indexOf("CONFIDENTIAL", begins);
    return Map.of(
        "redactions",
        List.of(Map.of("portion", "p3", "from", 0, "to", ends - begins, "basis", BASIS)),
        "reason",
        "As signed.");
  }

  private static Locator claimOf(Visitor visitor, String title) {
    return visitor
        .page()
        .locator(".work-item", new Page.LocatorOptions().setHasText(title))
        .getByRole(AriaRole.BUTTON);
  }

  /** Goes to the page of the list on which the one open task on a document stands. */
  private static void lists(Visitor visitor, String title) {
    visitor.goes("/tasks");
    Locator more = visitor.page().getByRole(AriaRole.LINK, named("More"));
    while (claimOf(visitor, title).count() == 0 && more.count() > 0) {
      String list = visitor.path();
      more.click();
      visitor.page().waitForURL(url -> !url.endsWith(list));
    }
  }

  /** Claims the one open task on a document. */
  private static void claims(Visitor visitor, String title) {
    lists(visitor, title);
    claimOf(visitor, title).click();
    visitor.arrives("/tasks/[0-9a-f-]{36}");
  }

  private static void done(Visitor visitor) {
    visitor.arrives("/tasks");
    assertThat(visitor.page().locator(".notice")).containsText("Completed");
  }

  private static Locator.CheckOptions forced() {
    return new Locator.CheckOptions().setForce(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
