package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Intake, records managers, administrators and auditors at their pages, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all
class RecordsPagesBrowserIT {
  private static final String MEMO =
      """
      CONFIDENTIAL

      Memorandum for the record

      The delegation asked for a further meeting.

      CONFIDENTIAL
      """;

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
  void anIntakeOfficerMendsARefusedRegistrationWithoutTypingItAgain() {
    try (Visitor officer = house.as("intake.nara")) {
      assertThat(officer.goes("/intake")).isEqualTo(200);
      officer.sees("intake");
      officer.writes("Author", "The desk officer");
      officer.writes("Date of the document", "2999-01-01");
      officer.field("File").setInputFiles(file("memo.txt", MEMO));
      officer.presses("Register");

      assertThat(officer.page().getByText("2 things keep this from being done")).isVisible();
      assertThat(officer.page().locator("#title-found")).containsText("A title is required.");
      assertThat(officer.page().locator("#documentDate-found")).containsText("in the future");
      assertThat(officer.field("Author")).hasValue("The desk officer");
      assertThat(officer.page().locator("#file-chosen")).containsText("memo.txt");
      officer.sees("intake-refused");

      String title = "Memorandum " + UUID.randomUUID();
      officer.writes("Title (required)", title);
      officer.writes("Date of the document", "1984-02-01");
      officer.presses("Register");
      officer.arrives("/documents/[0-9a-f-]{36}");

      String id = officer.path().substring("/documents/".length());
      var document = glasnost.as("intake.nara").get("/api/documents/" + id).json();
      assertThat(document.path("title").asString()).isEqualTo(title);
      assertThat(document.path("author").asString()).isEqualTo("The desk officer");
      assertThat(document.path("marking").path("level").asString()).isEqualTo("CONFIDENTIAL");
      assertThat(glasnost.as("intake.nara").get("/api/documents/" + id + "/text").body())
          .isEqualTo(MEMO);
    }
  }

  @Test
  void aTransmittalIsLookedForByItsTitleAndNothingTypedIsLost() {
    String title = "Transmittal " + UUID.randomUUID();
    String transmittal = work.registers(MEMO, Map.of("title", title));
    for (boolean scripts : new boolean[] {true, false}) {
      String enclosure = "Enclosure " + UUID.randomUUID();
      try (Visitor officer =
          scripts ? house.as("intake.nara") : house.withoutScripts("intake.nara")) {
        officer.goes("/intake");
        officer.writes("Title (required)", enclosure);
        officer.writes("Text", "A letter without a marking.\n");
        officer.writes("Look for words of a title", "no such title " + enclosure);
        officer.presses("Look");
        assertThat(officer.page().getByText("None found.")).isVisible();
        officer.writes("Look for words of a title", title);
        officer.presses("Look");
        assertThat(officer.page().getByText("One found.")).isVisible();
        assertThat(officer.page().locator(".marking").first()).hasText("CONFIDENTIAL");
        officer.page().locator("label[for=d-" + transmittal + "]").click();
        if (scripts) {
          officer.sees("intake-transmittal");
        }
        officer.presses("Register");
        officer.arrives("/documents/[0-9a-f-]{36}");
        var document = glasnost.as("intake.nara").get("/api" + officer.path()).json();
        assertThat(document.path("title").asString()).isEqualTo(enclosure);
        assertThat(document.path("enclosureOf").asString()).isEqualTo(transmittal);
      }
    }
  }

  @Test
  void aPastedTextIsKeptWithItsOwnLineEnds() {
    try (Visitor officer = house.as("intake.nara")) {
      officer.goes("/intake");
      officer.writes("Title (required)", "Pasted");
      officer.writes("Text", "CONFIDENTIAL\n\nTwo lines,\nand a third.\n");
      officer.presses("Register");
      officer.arrives("/documents/[0-9a-f-]{36}");

      assertThat(glasnost.as("intake.nara").get("/api" + officer.path() + "/text").body())
          .isEqualTo("CONFIDENTIAL\n\nTwo lines,\nand a third.\n");
    }
  }

  @Test
  void aLostConnectionLosesNothingThatWasTyped() {
    try (Visitor officer = house.as("intake.nara")) {
      officer.goes("/intake");
      officer.writes("Title (required)", "Sent twice, registered once");
      officer.writes("Text", "CONFIDENTIAL\n\nA paragraph.\n");
      officer.offline(true);
      officer.presses("Register");

      assertThat(officer.page().getByText("The connection is lost.")).isVisible();
      assertThat(officer.field("Title (required)")).hasValue("Sent twice, registered once");
      officer.forgives();
      officer.sees("connection-lost");

      officer.offline(false);
      officer.presses("Register");
      officer.arrives("/documents/[0-9a-f-]{36}");
    }
  }

  @Test
  void aFileThatIsTooLargeIsToldInWordsByThePageAndByTheServer(@TempDir Path directory)
      throws IOException {
    try (Visitor officer = house.as("intake.nara")) {
      officer.goes("/intake");
      officer.writes("Title (required)", "Too large");
      byte[] large = new byte[23 * 1024 * 1024];
      java.util.Arrays.fill(large, (byte) 'a');
      officer.field("File").setInputFiles(Files.write(directory.resolve("large.txt"), large));
      officer.presses("Register");
      assertThat(officer.page().getByText("That file is too large")).isVisible();
      assertThat(officer.field("Title (required)")).hasValue("Too large");

      // The server alone, as it answers a page whose script does not run.
      officer.page().evaluate("document.querySelector('form[data-form]').submit()");
      assertThat(
              officer
                  .page()
                  .getByRole(
                      AriaRole.HEADING, new Page.GetByRoleOptions().setName("That is too large")))
          .isVisible();
      officer.sees("413");
    }
  }

  @Test
  void aRegistrationIsCorrectedForAReasonAndWithdrawn() {
    String id = work.registers(MEMO, Map.of("title", "Wrng title", "originatingAgency", "STATE"));
    try (Visitor officer = house.as("intake.nara")) {
      assertThat(officer.goes("/documents/" + id + "/correct")).isEqualTo(200);
      officer.sees("correct");
      officer.writes("Title (required)", "Right title");
      officer.presses("Correct");
      assertThat(officer.page().locator("#reason-found")).containsText("A reason is required.");
      assertThat(officer.field("Title (required)")).hasValue("Right title");
      officer.sees("correct-refused");
      officer.page().locator("#reason").fill("a letter was missing");
      officer.presses("Correct");
      officer.arrives("/documents/" + id);
      var corrected = glasnost.as("intake.nara").get("/api/documents/" + id).json();
      assertThat(corrected.path("title").asString()).isEqualTo("Right title");

      officer.goes("/documents/" + id + "/correct");
      officer.page().locator("#withdrawal").fill("registered twice");
      officer.presses("Withdraw");
      officer.arrives("/documents/" + id);
      var withdrawn = glasnost.as("intake.nara").get("/api/documents/" + id).json();
      assertThat(withdrawn.path("state").asString()).isEqualTo("WITHDRAWN");
    }
  }

  @Test
  void aRecordsManagerOrdersAReviewOfWhatOthersDecidedBefore() {
    String title = "Reviewed " + UUID.randomUUID();
    String id =
        work.registers(
            MEMO,
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
    String id = work.registers(MEMO, Map.of("title", "Searched for"));
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
      work.registers(MEMO, Map.of("title", "One of many " + i));
    }
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/journal?order=asc");
      String first = auditor.page().locator(".event time").first().getAttribute("datetime");
      assertThat(auditor.page().locator(".event")).hasCount(50);
      auditor.page().getByText("Next page").click();
      auditor.page().getByText("Back to the start").waitFor();
      assertThat(auditor.page().locator(".event time").first().getAttribute("datetime"))
          .isGreaterThan(String.valueOf(first));
    }
  }

  @Test
  void oneAdministratorSubmitsAndAnotherOneApproves() throws IOException {
    String name = "Release " + UUID.randomUUID();
    String deployment;
    try (Visitor admin = house.as("admin")) {
      admin.goes("/deployments");
      admin.sees("deployments");
      admin
          .field("Files (required)")
          .setInputFiles(
              new FilePayload[] {
                shipped("release/release.bpmn"), shipped("release/forms/RELEASE.schema.json")
              });
      assertThat(admin.page().locator("#files-chosen")).containsText("RELEASE.schema.json");
      admin.writes("Name", name);
      admin.presses("Submit");
      admin.arrives("/deployments/[0-9a-f-]{36}");
      deployment = admin.path();
      assertThat(admin.page().getByText("You submitted this yourself.")).isVisible();
      assertThat(admin.page().locator("[data-shown=true]")).hasCount(1);
      admin.sees("deployment-own");
    }
    try (Visitor second = house.as("admin2")) {
      second.goes(deployment);
      second.presses("Reject");
      assertThat(second.page().locator("#reason-found")).containsText("gives its reason");
      second.sees("deployment-second");
      second.writes("Reason for a rejection", "not needed now");
      second.presses("Reject");
      assertThat(second.page().locator(".state")).hasText("Rejected");
      assertThat(second.page().getByText("not needed now")).isVisible();
      second.sees("deployment-rejected");
    }
  }

  @Test
  void whatASecondAdministratorApprovesIsInForce() throws IOException {
    String name = "Approved " + UUID.randomUUID();
    try (Visitor admin = house.as("admin")) {
      admin.goes("/deployments");
      admin
          .field("Files (required)")
          .setInputFiles(new FilePayload[] {shipped("release/release.bpmn")});
      admin.writes("Name", name);
      admin.presses("Submit");
      admin.arrives("/deployments/[0-9a-f-]{36}");
      try (Visitor second = house.as("admin2")) {
        second.goes(admin.path());
        assertThat(second.page().getByText("The gate found nothing to object to.")).isVisible();
        second.presses("Approve");
        assertThat(second.page().locator(".state")).hasText("Approved");
        second.sees("deployment-approved");
        second.goes("/processes/release");
        assertThat(second.page().getByRole(AriaRole.MAIN)).containsText("Version 2");
      }
      // The first one's page is from before: what it offers cannot be done any more.
      admin.page().reload();
      assertThat(admin.page().locator(".state")).hasText("Approved");
    }
  }

  @Test
  void aFileWithErrorsIsKeptWithItsFindingsAndCannotBeApproved() {
    try (Visitor admin = house.as("admin")) {
      admin.goes("/deployments");
      admin.field("Files (required)").setInputFiles(file("broken.bpmn", "<definitions/>"));
      admin.presses("Submit");
      admin.arrives("/deployments/[0-9a-f-]{36}");
      assertThat(admin.page().locator(".gate-findings .is-error").first()).isVisible();
      admin.sees("deployment-broken");
      try (Visitor second = house.as("admin2")) {
        second.goes(admin.path());
        assertThat(second.page().getByText("The gate found errors.")).isVisible();
        assertThat(
                second
                    .page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve")))
            .hasCount(0);
      }
    }
  }

  @Test
  void administratorsSeeTheDiagramOfWhatIsInForce() {
    try (Visitor admin = house.as("admin")) {
      admin.goes("/processes");
      admin.sees("processes");
      admin.goes("/processes/declassification-review");
      admin.page().locator("[data-shown=true] .djs-container svg").first().waitFor();
      admin.presses("Larger");
      admin.presses("Whole");
      admin.sees("process");
    }
  }

  @Test
  void refusalsAndAbsencesAreToldOnPages() {
    try (Visitor officer = house.as("intake.nara")) {
      assertThat(officer.goes("/journal")).isEqualTo(403);
      officer.sees("403");
      assertThat(officer.goes("/processes")).isEqualTo(403);
      assertThat(officer.goes("/deployments")).isEqualTo(403);
      assertThat(officer.goes("/reviews/" + UUID.randomUUID())).isEqualTo(404);
      officer.sees("404");
      assertThat(officer.goes("/documents/not-an-id/correct")).isEqualTo(404);
    }
    try (Visitor reviewer = house.as("reviewer.state")) {
      assertThat(reviewer.goes("/intake")).isEqualTo(403);
      assertThat(reviewer.goes("/reviews/new")).isEqualTo(403);
    }
    try (Visitor reviewer = house.withoutScripts("reviewer.state")) {
      assertThat(reviewer.goes("/tasks?after=made-up")).isEqualTo(400);
      assertThat(reviewer.page().locator("h1")).hasText("This cannot be understood");
      reviewer.pictures("400");
      assertThat(reviewer.goes("/nowhere")).isEqualTo(404);
      reviewer.losesTheSession();
      reviewer.presses("Sign out");
      assertThat(reviewer.page().locator("h1")).hasText("You are not signed in");
      reviewer.pictures("401");
    }
    try (Visitor stranger = house.stranger()) {
      stranger.goes("/intake");
      assertThat(stranger.path()).startsWith("/login");
      stranger.sees("sign-in");
    }
  }

  @Test
  void aRoleSeesItsOwnWaysAlone() {
    Map.of(
            "intake.nara", "Documents Intake Reviews",
            "records.nara", "Tasks Documents Reviews",
            "admin", "Processes Deployments",
            "auditor", "Documents Journal")
        .forEach(
            (userName, ways) -> {
              try (Visitor visitor = house.as(userName)) {
                assertThat(String.join(" ", visitor.page().locator(".frame-nav a").allInnerTexts()))
                    .isEqualTo(ways);
                visitor.sees("start-" + userName);
              }
            });
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
  }

  private static FilePayload shipped(String path) throws IOException {
    Path file = Path.of("processes").resolve(path);
    return new FilePayload(
        String.valueOf(file.getFileName()), "application/octet-stream", Files.readAllBytes(file));
  }
}
