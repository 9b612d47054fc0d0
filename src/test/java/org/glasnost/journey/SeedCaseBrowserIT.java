package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The record it began with, clicked through by its people from marking review to released copy. */
@SuppressWarnings("NullAway.Init") // before all
class SeedCaseBrowserIT extends AtPages {
  private static final String WITHHELD = "Soviet Chargé Oleg Sokolov";
  private static final String BASIS = "PRA P6";

  private final String title = "Letter from Gorbachev, seen in a browser " + UUID.randomUUID();
  private String document;

  @BeforeAll
  void register() throws IOException {
    document =
        work.registers(
            Files.readString(Path.of("config/demo/memorandum-1985-03-25.txt")),
            Map.of(
                "title",
                title,
                "documentDate",
                "1985-03-25",
                "originatingAgency",
                "STATE",
                "recordStatus",
                "PERMANENT"));
  }

  @Test
  void carriesTheRecordFromSecretEyesOnlyToItsReleasedCopy() {
    theClassifierConfirmsWhatWasRead();
    theDocumentSaysWhatItsDatesMean();
    new Work(glasnost).orders("DISCRETIONARY", List.of(document));
    theCoordinatorIdentifiesEquities();
    theFirstReviewerRefers();
    theCoordinatorRecordsTheAnswer();
    theSecondReviewerWithholdsSelectedWords();
    theSeniorReviewerAdjudicates();
    theAuthoritySigns();
    theRedactorTakesOutWhatIsWithheld();
    anotherRedactorChecksTheCopy();
    theRecordsManagerReleases();
    anybodyReadsTheCopyAndNothingOfWhatIsWithheld();
  }

  private void theClassifierConfirmsWhatWasRead() {
    try (Visitor classifier = house.as("classifier.state")) {
      classifier.goes("/tasks");
      classifier.sees("tasks");
      claims(classifier, "marking-review");
      classifier.writes("Reason", "kept while refused");
      classifier.presses("Complete the marking review");
      assertThat(classifier.page().locator("#summary")).isVisible();
      assertThat(classifier.field("Reason")).hasValue("kept while refused");
      classifier.sees("marking-review-refused");
      for (Locator yes : classifier.page().locator("input[type=radio][value=true]").all()) {
        yes.check(new Locator.CheckOptions().setForce(true));
      }
      classifier.writes("Reason", "As it stands on the page.");
      classifier.presses("Save draft");
      classifier.hasWhole(classifier.page().getByText("The draft is kept."));
      assertThat(classifier.field("Reason")).hasValue("As it stands on the page.");
      completes(classifier, "Complete the marking review");
      assertThat(state()).isEqualTo("PROTECTED");
    }
  }

  private void theDocumentSaysWhatItsDatesMean() {
    try (Visitor officer = house.as("records.nara")) {
      officer.goes("/documents?q=seen+in+a+browser");
      officer.sees("documents");
      officer.page().getByRole(AriaRole.LINK, named(title)).click();
      officer.arrives("/documents/" + document);
      assertThat(officer.page().getByText("A rule has ended the classification")).isVisible();
      assertThat(officer.page().getByText("The text is open only to those who work on it"))
          .isVisible();
      officer.page().locator(".passage summary").first().click();
      officer.page().waitForSelector(".diagram[data-ready=true]");
      officer.sees("document");
    }
  }

  private void theCoordinatorIdentifiesEquities() {
    try (Visitor coordinator = house.as("coordinator.nara")) {
      claims(coordinator, "equity-identification");
      coordinator.writes("Reason", "The Department's own.");
      completes(coordinator, "Complete the identification");
    }
  }

  private void theFirstReviewerRefers() {
    try (Visitor reviewer = house.as("reviewer.state")) {
      claims(reviewer, "first-review");
      Page page = reviewer.page();
      assertThat(page.locator("[data-keys]")).isVisible();
      page.keyboard().press("j");
      assertThat(page.locator("#p1")).isFocused();
      page.keyboard().press("r");
      assertThat(page.locator("#p1 input[value=RELEASE]")).isChecked();
      assertThat(page.locator("#p2")).isFocused();
      page.keyboard().press("w");
      assertThat(page.locator("#p2 input[value=WITHHOLD]")).isChecked();
      page.keyboard().press("k");
      assertThat(page.locator("#p1")).isFocused();
      page.keyboard().press("j");
      assertThat(page.locator("#p2")).isFocused();
      page.keyboard().press("r");
      assertThat(page.locator("#p2 input[value=RELEASE]")).isChecked();
      reviewer.presses("Release every undecided portion");
      reviewer.field("Refer to other agencies").check();
      page.getByText("Referrals to other agencies").click();
      page.locator("#f-referrals-0-agency").selectOption("CIA");
      page.locator("#f-referrals-0-portions").fill("p2");
      page.locator("#f-referrals-0-reason").fill("Perhaps theirs.");
      reviewer.writes("Reason", "The agency must speak first.");
      reviewer.sees("first-review-filled");
      completes(reviewer, "Complete the review");
    }
  }

  private void theCoordinatorRecordsTheAnswer() {
    try (Visitor coordinator = house.as("coordinator.nara")) {
      claims(coordinator, "referral-answer");
      coordinator.presses("Release every undecided portion");
      coordinator.page().locator("#f-answeredOn").fill("2026-01-05");
      coordinator.page().locator("#f-evidence").fill("Letter 17");
      coordinator.writes("Reason", "As the letter says.");
      completes(coordinator, "Record the answer");
    }
  }

  private void theSecondReviewerWithholdsSelectedWords() {
    try (Visitor reviewer = house.as("reviewer2.state")) {
      claims(reviewer, "second-review");
      assertThat(reviewer.page().getByText("Perhaps theirs.")).hasCount(0);
      assertThat(reviewer.page().getByText("The agency must speak first.").first()).isVisible();
      decidesInPart(reviewer);
      reviewer.sees("second-review-filled");
      completes(reviewer, "Complete the review");
    }
  }

  private void theSeniorReviewerAdjudicates() {
    try (Visitor senior = house.as("senior.state")) {
      claims(senior, "adjudication");
      decidesInPart(senior);
      completes(senior, "Complete the review");
    }
  }

  private void theAuthoritySigns() {
    try (Visitor authority = house.as("authority.state")) {
      claims(authority, "signature");
      assertThat(authority.page().locator("mark")).containsText(WITHHELD);
      authority.writes("Reason", "Agreed.");
      completes(authority, "Sign");
      assertThat(state()).isEqualTo("RELEASE_PENDING");
    }
  }

  private void theRedactorTakesOutWhatIsWithheld() {
    try (Visitor redactor = house.as("redactor.nara")) {
      claims(redactor, "redaction");
      assertThat(redactor.page().locator("#f-redactions-0-basis")).hasValue(BASIS);
      redactor.writes("Reason", "As signed.");
      completes(redactor, "Complete the redaction");
    }
  }

  private void anotherRedactorChecksTheCopy() {
    try (Visitor checker = house.as("redactor2.nara")) {
      claims(checker, "redaction-check");
      assertThat(checker.page().locator(".copy-text")).not().containsText(WITHHELD);
      assertThat(checker.page().locator(".withheld")).hasText("[withheld: " + BASIS + "]");
      checker.writes("Reason", "Read from end to end.");
      completes(checker, "Accept the copy");
    }
  }

  private void theRecordsManagerReleases() {
    try (Visitor manager = house.as("records.nara")) {
      claims(manager, "release");
      manager.writes("Reason", "Done.");
      completes(manager, "Release the copy");
      assertThat(state()).isEqualTo("RELEASED_IN_PART");
      manager.goes("/documents/" + document);
      manager.page().locator(".passage summary").last().click();
      manager.page().waitForSelector(".diagram[data-ready=true]");
      manager.sees("document-released");
      manager.page().getByRole(AriaRole.LINK, named("Released copy")).click();
      manager.arrives("/documents/" + document + "/released");
    }
  }

  private void anybodyReadsTheCopyAndNothingOfWhatIsWithheld() {
    try (Visitor anybody = house.as("reviewer.confidential")) {
      assertThat(anybody.goes("/documents/" + document + "/released")).isEqualTo(200);
      anybody.sees("released");
      assertThat(anybody.page().content())
          .contains("<s>SECRET/SENSITIVE")
          .contains("[withheld: " + BASIS + "]")
          .doesNotContain(WITHHELD);
      anybody.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(anybody.page().locator(".frame-header")).isHidden();
      assertThat(anybody.page().locator(".marking").first()).isVisible();
      assertThat(anybody.page().locator(".demo-notice")).isVisible();
      anybody.pictures("released-print");
      anybody.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      for (String form : List.of("html", "txt", "pdf")) {
        var answer = anybody.page().request().get(anybody.page().url() + "/copy." + form);
        assertThat(answer.status()).as(form).isEqualTo(200);
        assertThat(answer.text()).as(form).doesNotContain(WITHHELD);
      }
      assertThat(anybody.goes("/documents/" + document + "/diagrams/release/1")).isEqualTo(404);
    }
  }

  /** Everything is released but the words that are selected as a person would select them. */
  private static void decidesInPart(Visitor reviewer) {
    Page page = reviewer.page();
    Locator portion =
        page.locator("[data-portion]", new Page.LocatorOptions().setHasText(WITHHELD)).first();
    portion.locator("input[value=PART]").check();
    portion
        .locator("[data-words]")
        .evaluate(
            "(words, wanted) => { const at = words.textContent.indexOf(wanted);"
                + " getSelection().setBaseAndExtent(words.firstChild, at, words.firstChild,"
                + " at + wanted.length); }",
            WITHHELD);
    portion
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withhold the selected words"))
        .click();
    portion.locator("select[id$=spans-0-basis]").selectOption(BASIS);
    portion.locator("input[id$=spans-0-reason]").fill("A person named in confidence.");
    reviewer.presses("Release every undecided portion");
    reviewer.field("Declassify in part").check();
    reviewer.writes("Reason", "One name stays back.");
  }

  /** Claims the one open task on the document from the list, and looks at its page. */
  private void claims(Visitor visitor, String name) {
    visitor.goes("/tasks");
    visitor
        .page()
        .locator(".work-item", new Page.LocatorOptions().setHasText(title))
        .getByRole(AriaRole.BUTTON)
        .click();
    visitor.arrives("/tasks/[0-9a-f-]{36}");
    visitor.sees(name);
  }

  private static void completes(Visitor visitor, String button) {
    visitor.presses(button);
    visitor.arrives("/tasks");
    assertThat(visitor.page().locator(".notice")).containsText("Completed");
  }

  private String state() {
    return glasnost
        .as("records.nara")
        .get("/api/documents/" + document)
        .json()
        .path("state")
        .asString();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
