package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Administrators at the pages of processes and their deployments. */
class DeploymentBrowserIT extends AtPages {
  @Test
  void oneAdministratorSubmitsAndAnotherOneRejects() throws IOException {
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
  void severalFilesAreDroppedTogether() {
    try (Visitor admin = house.as("admin")) {
      admin.goes("/deployments");
      JSHandle dropped =
          admin
              .page()
              .evaluateHandle(
                  "() => { const all = new DataTransfer();"
                      + " all.items.add(new File(['<definitions/>'], 'one.bpmn'));"
                      + " all.items.add(new File(['<definitions/>'], 'two.bpmn'));"
                      + " return all; }");
      admin.page().locator("[data-drop]").dispatchEvent("drop", Map.of("dataTransfer", dropped));
      assertThat(admin.page().locator("#files-chosen")).containsText("two.bpmn");
      admin.writes("Name", "Dropped " + UUID.randomUUID());
      admin.presses("Submit");
      admin.arrives("/deployments/[0-9a-f-]{36}");
      assertThat(admin.page().locator(".file-name")).hasText(new String[] {"one.bpmn", "two.bpmn"});
    }
  }

  @Test
  void aFileWithErrorsIsKeptWithItsFindingsAndCannotBeApproved() {
    try (Visitor admin = house.as("admin")) {
      admin.goes("/deployments");
      admin.field("Files (required)").setInputFiles(Papers.file("broken.bpmn", "<definitions/>"));
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
  void aWayPastTheReviewsIsToldStepByStepAndDrawnBesideWhatIsInForce() throws IOException {
    String unsound =
        Files.readString(Path.of("processes/record-life-cycle/record-life-cycle.bpmn"))
            .replace("calledElement=\"declassification-review\"", "calledElement=\"release\"");
    try (Visitor admin = house.as("admin")) {
      admin.goes("/deployments");
      admin.field("Files (required)").setInputFiles(Papers.file("record-life-cycle.bpmn", unsound));
      admin.presses("Submit");
      admin.arrives("/deployments/[0-9a-f-]{36}");
      Page page = admin.page();
      Locator walk = page.locator(".walk").first();
      assertThat(walk.locator("li").first()).containsText("A message starts at");
      assertThat(walk.locator("li").last()).containsText("FIRST_REVIEW is not done");
      assertThat(walk).containsText("In release, in force.");
      walk.getByText("Show on the diagram").click();
      assertThat(page.locator("#diagram-0 .diagram-walk").first()).isVisible();
      assertThat(page.locator("#diagram-0 .djs-connection.diagram-walk")).hasCount(1);
      assertThat(page.locator("#diagram-0 [data-element-id=review].diagram-changed")).hasCount(1);
      assertThat(page.locator(".comparison table")).containsText("calledElement");
      admin.sees("deployment-walk");
      page.getByText("The text, line by line").click();
      assertThat(page.locator(".line-added").last()).containsText("calledElement=\"release\"");
      page.getByText("The version in force, and what goes").click();
      page.locator(".comparison [data-shown=true]").waitFor();
      assertThat(page.locator(".comparison [data-element-id=review].diagram-changed")).hasCount(1);
      admin.sees("deployment-comparison");
      walk.getByText("Show on the diagram").click();
      assertThat(page.locator("#diagram-0 .diagram-walk")).hasCount(0);
    }
  }

  @Test
  void aFileOfAnOddNameIsShownForWhatItIsAndHandedOutUnderAHarmlessOne() {
    String odd = "../<script>alert(1)</script>\u202E" + "n".repeat(150) + ".bpmn";
    try (Visitor admin = house.as("admin")) {
      admin.goes("/deployments");
      admin.field("Files (required)").setInputFiles(Papers.file(odd, "<definitions/>"));
      admin.presses("Submit");
      admin.arrives("/deployments/[0-9a-f-]{36}");
      assertThat(admin.page().locator(".file-name"))
          .containsText("../<script>alert(1)</script>[U+202E]nnn");
      assertThat(admin.page().locator(".gate-findings .is-error").first()).isVisible();
      admin.sees("deployment-odd-name");
      String file = glasnost.address() + admin.path() + "/files/0";
      var answer = admin.page().request().get(file);
      assertThat(answer.headers().get("content-type")).isEqualTo("application/octet-stream");
      assertThat(answer.headers().get("content-disposition"))
          .startsWith("attachment; filename=\".._")
          .contains("_script_alert_1___script__nnn")
          .doesNotContain("/", "<", "\u202E");
      assertThat(answer.text()).isEqualTo("<definitions/>");
      admin.goes("/deployments");
      admin.sees("deployments-odd-name");

      // Longer than is kept: said beside the field.
      admin.field("Files (required)").setInputFiles(Papers.file("n".repeat(300), "<definitions/>"));
      admin.presses("Submit");
      assertThat(admin.page().getByText("has at most 200 characters").first()).isVisible();
      admin.sees("deployments-long-name");
    }
  }

  @Test
  void aDecisionIsShownAsATableWithWhatItWouldChange() throws IOException {
    try (Visitor admin = house.as("admin")) {
      admin.goes("/deployments");
      admin
          .field("Files (required)")
          .setInputFiles(
              new FilePayload[] {
                shipped("declassification-review/task-warning.dmn"),
                shipped("declassification-review/task-warning.examples.yaml")
              });
      admin.presses("Submit");
      admin.arrives("/deployments/[0-9a-f-]{36}");
      assertThat(admin.page().getByText("it says something else of 0")).isVisible();
      assertThat(admin.page().getByRole(AriaRole.TABLE)).containsText("answer-within-a-year");
      admin.sees("deployment-decision");
      admin.goes("/decisions/task-warning");
      assertThat(admin.page().getByRole(AriaRole.MAIN)).containsText("one rule holds in each case");
      admin.sees("decision");
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

  private static FilePayload shipped(String path) throws IOException {
    Path file = Path.of("processes").resolve(path);
    return new FilePayload(
        String.valueOf(file.getFileName()), "application/octet-stream", Files.readAllBytes(file));
  }
}
