package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security officers at the pages of people and their rights. */
class PeopleBrowserIT extends AtPages {
  private static final String SECRET_PAPER = "SECRET\n\nA fictitious paragraph.\n";

  @Test
  void aClearanceIsProposedByOneOfficerApprovedByAnotherAndEnded() {
    Staff staff = new Staff(glasnost);
    Staff.Hired subject =
        staff.hired(Role.CLASSIFIER, "STATE", ClassificationLevel.CONFIDENTIAL);
    String record =
        work.registers(SECRET_PAPER, Map.of("title", "Not to be shown", "originatingAgency", "STATE"));
    String person = "/people/" + subject.id();
    String question = "/people/access?account=" + subject.name() + "&document=" + record;
    try (Visitor first = house.as("security");
        Visitor second = house.as("security2")) {
      first.goes(question);
      assertThat(first.page().locator("#verdict-title")).hasText("May not know of it");
      assertThat(first.page().locator(".is-failed").first()).containsText("Clearance covers SECRET");
      assertThat(first.page().locator(".marking").first()).hasText("SECRET");
      looks(first, "people-access-before");

      first.goes("/people");
      first.writes("Name or user name", subject.name().substring(0, 10).toUpperCase());
      first.presses("Search");
      assertThat(first.page().locator("tbody tr")).hasCount(1);
      first.page().getByRole(AriaRole.LINK, Visitor.named(subject.name())).click();
      first.arrives(person);
      looks(first, "people-person");
      first.page().getByRole(AriaRole.LINK, Visitor.named("Propose a clearance")).click();
      first.arrives(person + "/propose/clearance");

      // Refused at the form, with nothing typed lost.
      first.writes("First day", "2020-01-01");
      first.writes("Reason (required)", "For notional work.");
      first.presses("Propose");
      assertThat(first.page().locator("#level-found")).containsText("RGT-0024");
      assertThat(first.field("Reason (required)")).hasValue("For notional work.");
      first.field("Level (required)").selectOption("SECRET");
      first.presses("Propose");
      assertThat(first.page().locator("#from-found")).containsText("RGT-0005");
      assertThat(first.field("Level (required)")).hasValue("SECRET");
      looks(first, "people-propose-refused");
      first.writes("First day", "");
      first.presses("Propose");
      first.arrives("/people/orders/[0-9a-f-]{36}");
      String order = first.path();
      assertThat(first.page().getByText("You proposed this yourself.")).isVisible();
      assertThat(first.page().getByRole(AriaRole.BUTTON, Visitor.named("Approve"))).hasCount(0);
      looks(first, "people-order-own");

      // Who sends it all the same is refused, and the journal has it.
      var refused = sends(first, order + "/approve");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("RGT-0003");
      staff.refusedLast("security", "ACCESS_REFUSED", "RGT-0003");
      assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("CONFIDENTIAL");

      second.goes("/people/orders");
      Locator waiting =
          second.page().locator(".order", new Page.LocatorOptions().setHasText(subject.name()));
      assertThat(waiting).containsText("For notional work.");
      looks(second, "people-orders");
      waiting.getByRole(AriaRole.LINK).last().click();
      second.arrives(order);
      looks(second, "people-order");
      second.presses("Approve");
      assertThat(second.page().locator(".state")).hasText("Approved");
      looks(second, "people-order-approved");
      assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("SECRET");

      second.goes(question);
      assertThat(second.page().locator("#verdict-title")).hasText("May know of it, not read it");
      assertThat(second.page().locator(".is-failed")).hasCount(0);
      assertThat(second.page().content()).doesNotContain("Not to be shown");
      looks(second, "people-access-after");

      // The one who proposed it ends it alone.
      first.goes(person);
      first
          .page()
          .getByRole(AriaRole.LINK, Visitor.named("End Clearance: SECRET"))
          .click();
      first.arrives(person + "/rights/[0-9a-f-]{36}/end");
      first.presses("End it");
      assertThat(first.page().locator("#reason-found")).containsText("RGT-0007");
      looks(first, "people-end");
      first.writes("Reason (required)", "No longer needed.");
      first.presses("End it");
      first.arrives(person);
      assertThat(first.page().locator(".notice")).containsText("Ended: Clearance, SECRET.");
      assertThat(first.page().locator(".history li").first()).containsText("No longer needed.");
      assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("CONFIDENTIAL");
      looks(first, "people-person-after");
      first.goes(question);
      assertThat(first.page().locator("#verdict-title")).hasText("May not know of it");
    }
  }

  @Test
  void aNeedToKnowIsToldByTheMarkingAlone() {
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "NSC", ClassificationLevel.TOP_SECRET);
    String title = "A title that nobody told " + UUID.randomUUID();
    String record =
        work.registers(SECRET_PAPER, Map.of("title", title, "originatingAgency", "STATE"));
    String person = "/people/" + subject.id();
    try (Visitor first = house.as("security");
        Visitor second = house.as("security2")) {
      first.goes(person + "/propose/need-to-know");
      first.writes("Record (required)", UUID.randomUUID().toString());
      first.field("Why (required)").selectOption("DECISION");
      first.field("Opens (required)").selectOption("TEXT");
      first.writes("Reason (required)", "They have worked on it.");
      first.presses("Propose");
      assertThat(first.page().locator("#document-found")).containsText("no record of this id");
      first.writes("Record (required)", record);
      first.presses("Propose");
      assertThat(first.page().locator("#to-found")).containsText("RGT-0017");
      looks(first, "people-propose-need");
      first.writes("Last day (required for a decision)", "2099-12-31");
      first.presses("Propose");
      first.arrives("/people/orders/[0-9a-f-]{36}");
      assertThat(first.page().locator(".marking").first()).hasText("SECRET");

      second.goes(first.path());
      second.writes("Reason for a rejection", "Not yet.");
      looks(second, "people-order-need");
      second.presses("Approve");
      assertThat(second.page().locator(".state")).hasText("Approved");
      second.goes(person);
      assertThat(second.page().locator("#need-to-know")).containsText("The text too");
      assertThat(second.page().locator(".marking").first()).hasText("SECRET");
      assertThat(second.page().content()).doesNotContain(title, "fictitious paragraph");
      looks(second, "people-person-need");
      second.page().getByRole(AriaRole.LINK, Visitor.named("May they see it?")).click();
      assertThat(second.page().locator("#verdict-title")).hasText("May read the text");
      looks(second, "people-access-open");
      second.goes(person);
      second.page().locator("#need-to-know .held-end").click();
      second.writes("Reason (required)", "Done.");
      second.presses("End it");
      second.arrives(person);
      assertThat(second.page().locator("#need-to-know")).containsText("None.");
    }
  }

  @Test
  void whoProposedItTakesItBackAndASecondOfficerRejectsWithAReason() {
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Map<String, Object> proposal = Staff.proposal(Map.of("kind", "ROLE", "role", "REDACTOR"));
    String withdrawn = staff.proposed(subject, proposal).path("id").asString();
    String rejected = staff.proposed(subject, proposal).path("id").asString();
    try (Visitor first = house.as("security");
        Visitor second = house.as("security2")) {
      first.goes("/people/orders/" + withdrawn);
      first.presses("Withdraw");
      assertThat(first.page().locator(".state")).hasText("Withdrawn");
      second.goes("/people/orders/" + rejected);
      second.presses("Reject");
      assertThat(second.page().locator("#reason-found")).containsText("RGT-0007");
      second.writes("Reason for a rejection", "Two redactors are enough.");
      second.presses("Reject");
      assertThat(second.page().locator(".state")).hasText("Rejected");
      looks(second, "people-order-rejected");
      second.goes("/people/orders?state=REJECTED&person=" + subject.id());
      assertThat(second.page().locator(".order")).hasCount(1);
      assertThat(second.page().locator(".order")).containsText("Redactor");

      // What is decided is decided, whoever sends a form from before.
      var late = sends(second, "/people/orders/" + withdrawn + "/approve");
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.text()).contains("RGT-0004");
    }
  }

  @Test
  void leavingIsOneActBehindAPageThatSaysWhatItDoes() {
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String person = "/people/" + subject.id();
    try (Visitor officer = house.as("security")) {
      officer.goes(person);
      officer.page().getByRole(AriaRole.LINK, Visitor.named("They leave …")).click();
      officer.arrives(person + "/leave");
      officer.presses("End everything and close the account");
      assertThat(officer.page().locator("#reason-found")).containsText("RGT-0007");
      looks(officer, "people-leave");
      officer.writes("Reason (required)", "Has retired.");
      officer.presses("End everything and close the account");
      officer.arrives(person);
      assertThat(officer.page().getByText("Has retired.")).isVisible();
      assertThat(officer.page().locator(".held-end")).hasCount(0);
      looks(officer, "people-person-left");
      officer.goes(person + "?asOf=2099-01-01");
      assertThat(officer.page().locator("#holds-title")).containsText("On 1 January 2099");
      officer.goes("/people?name=" + subject.name());
      assertThat(officer.page().locator("tbody .state")).hasText("Left");
    }
  }

  @Test
  void theKeyboardAndNoScriptSuffice() {
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String person = "/people/" + subject.id();
    try (Visitor officer = house.withoutScripts("security")) {
      officer.goes(person + "/propose/delegation");
      officer.field("Authority (required)").selectOption("DECLASSIFICATION");
      officer.field("Information of (required)").selectOption("STATE");
      officer.presses("Propose");
      assertThat(officer.page().locator("#toLevel-found")).containsText("RGT-0024");
      assertThat(officer.field("Information of (required)")).hasValue("STATE");
      officer.field("Up to (required)").selectOption("SECRET");
      officer.writes("Reason (required)", "In writing since today.");
      officer.presses("Propose");
      officer.arrives("/people/orders/[0-9a-f-]{36}");
    }
    try (Visitor officer = house.as("security2")) {
      officer.goes(person);
      Locator end = officer.page().locator(".held-end").first();
      officer.tabsTo(end);
      officer.page().keyboard().press("Enter");
      officer.arrives(person + "/rights/[0-9a-f-]{36}/end");
      Locator reason = officer.field("Reason (required)");
      officer.tabsTo(reason);
      officer.page().keyboard().type("By the keyboard alone.");
      officer.page().keyboard().press("Tab");
      officer.page().keyboard().press("Enter");
      officer.arrives(person);
      assertThat(officer.page().locator(".notice")).containsText("Ended");
    }
  }

  @Test
  void everyKindHasItsFormWithItsFieldsAlone() {
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Map<String, String> fields =
        Map.of(
            "office", "displayName position agency",
            "role", "role",
            "clearance", "level",
            "read-in", "compartment",
            "citizenship", "country",
            "nondisclosure", "signedOn",
            "delegation", "authority agency toLevel",
            "training", "training completedOn",
            "need-to-know", "document source scope recipient");
    try (Visitor officer = house.as("security")) {
      fields.forEach(
          (kind, names) -> {
            String path = "/people/" + subject.id() + "/propose/" + kind;
            assertThat(officer.goes(path)).as(path).isEqualTo(200);
            Object shown =
                officer
                    .page()
                    .evaluate(
                        "() => [...document.querySelectorAll('form[data-form] :is(input, select,"
                            + " textarea):not([type=hidden])')].map(e => e.name).join(' ')");
            assertThat(shown).as(kind).isEqualTo(names + " from to reason");
            looks(officer, "people-propose-" + kind);
          });
      assertThat(officer.goes("/people/" + subject.id() + "/propose/nothing")).isEqualTo(404);

      // A field of another kind is refused, not passed over.
      officer.goes("/people/" + subject.id() + "/propose/clearance");
      var answer =
          officer
              .page()
              .request()
              .post(
                  glasnost.address() + officer.path(),
                  RequestOptions.create()
                      .setForm(
                          FormData.create()
                              .set("_csrf", token(officer))
                              .set("level", "SECRET")
                              .set("role", "AUDITOR")
                              .set("reason", "both")));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.text()).contains("RGT-0025");
    }
  }

  @Test
  void nobodyKeepsTheirOwnRights() {
    Staff staff = new Staff(glasnost);
    String own = "/people/" + staff.id("security");
    try (Visitor officer = house.as("security")) {
      officer.goes(own);
      assertThat(officer.page().getByText("This is your own account.")).isVisible();
      assertThat(officer.page().locator(".held-end")).hasCount(0);
      looks(officer, "people-own");
      officer.goes(own + "/propose/read-in");
      officer.writes("Compartment or program (required)", "SI");
      officer.writes("Reason (required)", "For myself.");
      officer.presses("Propose");
      assertThat(officer.page().locator(".refused")).containsText("RGT-0002");
      assertThat(officer.field("Compartment or program (required)")).hasValue("SI");
      staff.refusedLast("security", "ACCESS_REFUSED", "RGT-0002");
    }
  }

  @Test
  void aListIsFilteredByNamesAsTheyAreAndReadOnFromPageToPage() {
    Staff staff = new Staff(glasnost);
    String mark = UUID.randomUUID().toString().substring(0, 8);
    for (int i = 10; i < 62; i++) {
      staff.hired("p" + mark + i, "Person of 100% " + mark, Role.REVIEWER, "STATE", null);
    }
    try (Visitor officer = house.as("security")) {
      officer.goes("/people");
      officer.writes("Name or user name", "of 100% " + mark.toUpperCase());
      officer.presses("Search");
      assertThat(officer.page().locator("tbody tr")).hasCount(50);
      officer.page().getByText("Next page").click();
      assertThat(officer.page().locator("tbody tr")).hasCount(2);
      looks(officer, "people-last-page");
      officer.goes("/people?name=of+100_+" + mark);
      assertThat(officer.page().getByText("Nobody of that name")).isVisible();
      officer.goes("/people?name=%00");
      looks(officer, "people-nobody");
      officer.goes("/people");
      looks(officer, "people");
    }
  }

  @Test
  void whatIsAskedWronglyIsToldBesideTheField() {
    try (Visitor officer = house.as("security")) {
      officer.goes("/people/access");
      looks(officer, "people-access");
      officer.writes("Whose access (required)", "nobody.known");
      officer.writes("Record (required)", UUID.randomUUID().toString());
      officer.presses("Explain");
      assertThat(officer.page().locator("#account-found")).containsText("no account");
      officer.writes("Whose access (required)", "reviewer.state");
      officer.presses("Explain");
      assertThat(officer.page().locator("#document-found")).containsText("no record of this id");
      officer.writes("On", "2999-01-01");
      officer.writes("By what was recorded by", "yesterday");
      officer.presses("Explain");
      assertThat(officer.page().locator("#knownAt-found")).containsText("in UTC");
      looks(officer, "people-access-refused");
      officer.writes("By what was recorded by", "");
      officer.presses("Explain");
      assertThat(officer.page().locator("#asOf-found")).containsText("has come");
      officer.goes("/people/orders?state=NONE");
      assertThat(officer.page().locator("#state-found")).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"records.nara", "admin", "auditor", "reviewer.state"})
  void toAnybodyElseThereIsNothingHere(String userName) {
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String order =
        staff
            .proposed(subject, Staff.proposal(Map.of("kind", "ROLE", "role", "REDACTOR")))
            .path("id")
            .asString();
    SignedInPages pages = new SignedInPages(glasnost).as(userName);
    String nothing = answer(pages, "/nothing/of/that/name");
    for (String path :
        List.of(
            "/people",
            "/people?after=none",
            "/people/" + subject.id(),
            "/people/" + UUID.randomUUID(),
            "/people/" + subject.id() + "/propose/role",
            "/people/" + subject.id() + "/leave",
            "/people/" + subject.id() + "/rights/" + staff.running(subject, "ROLE") + "/end",
            "/people/orders",
            "/people/orders?state=NONE",
            "/people/orders/" + order,
            "/people/access",
            "/people/access?account=" + subject.name() + "&document=" + UUID.randomUUID())) {
      assertThat(answer(pages, path)).as(path).isEqualTo(nothing);
      staff.refusedLast(userName, "ACCESS_REFUSED", "RGT-0001");
    }
    for (String path :
        List.of(
            "/people/" + subject.id() + "/propose/role",
            "/people/" + subject.id() + "/leave",
            "/people/orders/" + order + "/approve",
            "/people/orders/" + order + "/reject")) {
      var sent = pages.sends("/markings", path, Map.of("reason", "mine", "role", "REVIEWER"));
      assertThat(sent.statusCode()).as(path).isEqualTo(404);
      assertThat(sent.body()).doesNotContain("RGT-");
    }
    assertThat(staff.seen(subject).path("roles").size()).isEqualTo(1);
  }

  /** Status and body, without the session's token. */
  private static String answer(SignedInPages pages, String path) {
    var answer = pages.reads(path);
    return answer.statusCode()
        + answer.headers().firstValue("X-Content-Marking").orElse("")
        + answer.body().replaceAll("(name=\"csrf-token\" content|name=\"_csrf\" value)=\"[^\"]+\"", "");
  }

  private static String token(Visitor visitor) {
    return visitor.page().locator("input[name=_csrf]").first().inputValue();
  }

  /** Sends a form that no page of theirs has. */
  private com.microsoft.playwright.APIResponse sends(Visitor visitor, String path) {
    return visitor
        .page()
        .request()
        .post(
            glasnost.address() + path,
            RequestOptions.create().setForm(FormData.create().set("_csrf", token(visitor))));
  }

  /** As everywhere, and once more on a telephone. */
  private static void looks(Visitor visitor, String name) {
    visitor.sees(name);
    visitor.page().setViewportSize(390, 844);
    visitor.pictures(name + "-390");
    List<Rule> violations = new AxeBuilder(visitor.page()).analyze().getViolations();
    visitor.page().setViewportSize(1280, 900);
    assertThat(violations)
        .as("barriers on %s at 390 pixels", name)
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
  }
}
