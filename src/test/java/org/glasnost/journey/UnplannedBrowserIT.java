package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.declassification.DeclassificationMark;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.release.copy.CopyPortion;
import org.glasnost.release.copy.CopyRun;
import org.glasnost.release.copy.ReleasedCopy;
import org.glasnost.web.page.Sheet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What people and machines do that no one plans for; nothing typed is lost by it. */
class UnplannedBrowserIT extends AtPages {
  private static final LocalDate OF_OLD = LocalDate.of(2000, 7, 25);

  @Test
  void aFormSentBeforeItsPageHadLoadedTakesNothingAway() {
    String title = "Half loaded " + UUID.randomUUID();
    work.underReview(Papers.MEMO, Papers.fields(title));
    try (Visitor reviewer = house.withoutScripts("reviewer.state")) {
      reviewer.claims(title);
      Page page = reviewer.page();
      page.locator("#p3 input[value=WITHHOLD]").check(Visitor.forced());
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
  void whoLacksATrainingIsToldAtTheFormAndLosesNothing() {
    String title = "Without a training " + UUID.randomUUID();
    work.underReview(Papers.MEMO, Papers.fields(title));
    Staff staff = new Staff(glasnost);
    Staff.Hired hired = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    try (Visitor reviewer = house.as(hired.name())) {
      reviewer.claims(title);
      Page page = reviewer.page();
      String task = reviewer.path();
      for (String portion : List.of("p1", "p2", "p3", "p4")) {
        page.locator("#" + portion + " input[value=RELEASE]").check(Visitor.forced());
      }
      page.locator("input[name='/determination'][value=DECLASSIFY_IN_FULL]")
          .check(Visitor.forced());
      reviewer.writes("Reason", "Decided before the training.");
      reviewer.presses("Complete the review");
      assertThat(page.locator("#summary")).containsText("TRN-0003");
      assertThat(page.locator("#f-reason")).hasValue("Decided before the training.");
      staff.refusedLast(hired.name(), "ACCESS_REFUSED", "TRN-0003");

      staff.trained(hired, TrainingKind.DECLASSIFICATION);
      reviewer.goes(task);
      assertThat(page.locator("#f-reason")).hasValue("Decided before the training.");
      assertThat(page.locator("#p3 input[value=RELEASE]")).isChecked();
      reviewer.presses("Complete the review");
      assertThat(page.locator(".notice")).containsText("Completed");
    }
  }

  @Test
  void aFormOutlivesItsSession() {
    String title = "Outlives its session " + UUID.randomUUID();
    String document =
        work.registers(Papers.MEMO, Map.of("title", title, "originatingAgency", "STATE"));
    try (Visitor classifier = house.as("classifier.state")) {
      classifier.claims(title);
      classifier.writes("Reason", "Typed before the session ended.");
      classifier.losesTheSession();
      classifier.presses("Save draft");
      assertThat(classifier.page().getByText("You are signed out")).isVisible();
      assertThat(classifier.field("Reason")).hasValue("Typed before the session ended.");
      classifier.sees("signed-out-meanwhile");

      Page other = classifier.another("/login");
      other.getByLabel("User name").fill("classifier.state");
      other.getByLabel("Password").fill("classifier.state");
      other.getByRole(AriaRole.BUTTON, Visitor.named("Sign in")).click();
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
    String document =
        work.registers(Papers.MEMO, Map.of("title", title, "originatingAgency", "STATE"));
    try (Visitor classifier = house.as("classifier.state")) {
      classifier.claims(title);
      Page other = classifier.another(classifier.path());
      for (Page page : List.of(classifier.page(), other)) {
        for (Locator yes : page.locator("input[type=radio][value=true]").all()) {
          yes.check(Visitor.forced());
        }
        page.locator("#f-reason").fill("As it stands.");
      }
      // Pressed twice, done once.
      other.getByRole(AriaRole.BUTTON, Visitor.named("Complete the marking review")).dblclick();
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
      assertThat(classifier.claimOf(title)).hasCount(0);
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
    String document = work.registers(text, Papers.fields(title));
    work.acceptsAll("classifier.state", document);
    work.orders("DISCRETIONARY", List.of(document));
    try (Visitor coordinator = house.as("coordinator.nara")) {
      coordinator.lists(title);
      coordinator.sees("narrow");
      coordinator.claimOf(title).click();
      coordinator.arrives("/tasks/[0-9a-f-]{36}");
      assertThat(coordinator.page().locator(".paper")).containsText("<script>alert(1)</script>");
      coordinator.sees("equity-hostile");
      coordinator.goes("/documents/" + document + "?text=open");
      assertThat(coordinator.page().locator("h1")).containsText("<img src=x");
      assertThat(coordinator.page().locator("[open] .diagram:not([data-ready=true])")).hasCount(0);
      coordinator.sees("document-hostile");
    }
  }

  @Test
  void aLostConnectionLosesNothingThatWasTyped() {
    try (Visitor officer = house.as("intake.nara")) {
      officer.goes("/intake");
      officer.writes("Title (required)", "Sent twice, registered once");
      officer.writes("Text", "CONFIDENTIAL\n\nA paragraph.\n");
      officer.offline(true);
      // The page says it as soon as the connection is gone; what is waited for is the request's
      // end.
      officer
          .page()
          .waitForConsoleMessage(
              new Page.WaitForConsoleMessageOptions()
                  .setPredicate(message -> message.text().contains("ERR_INTERNET_DISCONNECTED")),
              () -> officer.presses("Register"));
      assertThat(officer.page().locator("form[data-form]")).not().hasAttribute("aria-busy", "true");
      assertThat(officer.page().getByText("The connection is lost.")).isVisible();
      assertThat(officer.field("Title (required)")).hasValue("Sent twice, registered once");
      officer.forgives();
      officer.sees("connection-lost");

      officer.offline(false);
      officer.presses("Register");
      officer.arrives("/documents/[0-9a-f-]{36}");
    }
  }

  /** What fails as only a fault of the product could, for the time of one test. */
  public static final class Faults {
    static final String INSIDE = "Inside: a table, a name, a word of a record";

    /** Fails before anything is shown. */
    @SuppressWarnings("DoNotCallSuggester") // the mapping calls it
    public ModelAndView atOnce() {
      throw new IllegalStateException(INSIDE);
    }

    /** Fails when a good part of the page has been made. */
    public ModelAndView inTheMiddle() {
      CopyPortion portion =
          new CopyPortion(1, List.of(new CopyRun(CopyRun.Kind.KEPT, "Words. ".repeat(9))));
      ReleasedCopy copy =
          new ReleasedCopy(
              "A copy",
              null,
              new DeclassificationMark("smf", null, "NLS F99-051", null, OF_OLD, null),
              List.of(),
              List.of(portion));
      Iterable<CopyPortion> broken =
          () ->
              Stream.iterate(1, at -> at + 1)
                  .map(at -> at < 2_000 ? portion : failing())
                  .iterator();
      return new ModelAndView("released")
          .addObject("copy", copy)
          .addObject("copied", broken)
          .addObject("sheet", new Sheet(1, Sheet.TO_READ, 1))
          .addObject("documentId", UUID.randomUUID());
    }

    private static CopyPortion failing() {
      throw new IllegalStateException(INSIDE);
    }
  }

  @Test
  void aFaultOfOursIsToldOnAPageAndNothingOfItsInside() throws NoSuchMethodException {
    var mappings = (RequestMappingHandlerMapping) glasnost.named("requestMappingHandlerMapping");
    Map<String, String> faults =
        Map.of("/fault", "atOnce", "/fault/middle", "inTheMiddle", "/api/fault", "atOnce");
    List<RequestMappingInfo> added = new ArrayList<>();
    for (Map.Entry<String, String> fault : faults.entrySet()) {
      RequestMappingInfo at =
          RequestMappingInfo.paths(fault.getKey())
              .options(mappings.getBuilderConfiguration())
              .build();
      mappings.registerMapping(at, new Faults(), Faults.class.getMethod(fault.getValue()));
      added.add(at);
    }
    try (Visitor officer = house.as("intake.nara")) {
      for (String path : List.of("/fault", "/fault/middle")) {
        assertThat(officer.goes(path)).as(path).isEqualTo(500);
        assertThat(officer.page().locator("h1")).hasText("Something went wrong here");
        assertThat(officer.page().locator(".problem-id code")).not().isEmpty();
        assertThat(officer.page().content())
            .doesNotContain("Inside", "IllegalState", "org.glasnost", "Words.");
        officer.forgives();
        officer.sees("500");
      }
      var answer = officer.page().request().get(glasnost.address() + "/api/fault");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
      assertThat(answer.text()).doesNotContain("Inside", "IllegalState", "org.glasnost");
    } finally {
      added.forEach(mappings::unregisterMapping);
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
}
