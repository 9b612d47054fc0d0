package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Security officers at the pages of people and their rights. */
class PeopleBrowserIT extends AtPages {
  private static final String SECRET_PAPER = "SECRET\n\nA fictitious paragraph.\n";

  @Test
  void aClearanceIsProposedByOneOfficerApprovedByAnotherAndEnded() {
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.CLASSIFIER, "STATE", ClassificationLevel.CONFIDENTIAL);
    String record =
        work.registers(
            SECRET_PAPER, Map.of("title", "Not to be shown", "originatingAgency", "STATE"));
    String person = "/people/" + subject.id();
    String question = "/people/access?account=" + subject.name() + "&document=" + record;
    try (Visitor first = house.as("security");
        Visitor second = house.as("security2")) {
      first.goes(question);
      assertThat(first.page().locator("#verdict-title")).hasText("May not know of it");
      assertThat(first.page().locator(".is-failed").first())
          .containsText("Clearance covers SECRET");
      assertThat(first.page().locator(".marking").first()).hasText("SECRET");
      first.seesNarrowToo("people-access-before");

      first.goes("/people");
      first.writes("Name or user name", subject.name().substring(0, 10).toUpperCase(Locale.ROOT));
      first.presses("Search");
      assertThat(first.page().locator("tbody tr")).hasCount(1);
      first.page().getByRole(AriaRole.LINK, Visitor.named(subject.name())).click();
      first.arrives(person);
      first.seesNarrowToo("people-person");
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
      first.seesNarrowToo("people-propose-refused");
      first.writes("First day", "");
      first.presses("Propose");
      first.arrives("/people/orders/[0-9a-f-]{36}");
      String order = first.path();
      assertThat(first.page().getByText("You proposed this yourself.")).isVisible();
      assertThat(first.page().getByRole(AriaRole.BUTTON, Visitor.named("Approve"))).hasCount(0);
      first.seesNarrowToo("people-order-own");

      // Who sends it all the same is refused, and the journal has it.
      var refused = first.sends(order + "/approve", Map.of());
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("RGT-0003");
      staff.refusedLast("security", "ACCESS_REFUSED", "RGT-0003");
      assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("CONFIDENTIAL");

      second.goes("/people/orders");
      Locator waiting =
          second.page().locator(".order", new Page.LocatorOptions().setHasText(subject.name()));
      assertThat(waiting).containsText("For notional work.");
      second.seesNarrowToo("people-orders");
      waiting.getByRole(AriaRole.LINK).last().click();
      second.arrives(order);
      second.seesNarrowToo("people-order");
      second.presses("Approve");
      assertThat(second.page().locator(".state")).hasText("Approved");
      second.seesNarrowToo("people-order-approved");
      assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("SECRET");

      second.goes(question);
      assertThat(second.page().locator("#verdict-title")).hasText("May know of it, not read it");
      assertThat(second.page().locator(".is-failed")).hasCount(0);
      assertThat(second.page().content()).doesNotContain("Not to be shown");
      second.seesNarrowToo("people-access-after");

      // The one who proposed it ends it alone.
      Instant held = Instant.now();
      first.goes(person);
      first.page().getByRole(AriaRole.LINK, Visitor.named("End Clearance: SECRET")).click();
      first.arrives(person + "/rights/[0-9a-f-]{36}/end");
      first.presses("End it");
      assertThat(first.page().locator("#reason-found")).containsText("RGT-0007");
      first.seesNarrowToo("people-end");
      first.writes("Reason (required)", "No longer needed.");
      first.presses("End it");
      first.arrives(person);
      assertThat(first.page().locator(".notice")).containsText("Ended: Clearance, SECRET.");
      assertThat(first.page().locator(".history li").first()).containsText("No longer needed.");
      assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("CONFIDENTIAL");
      first.seesNarrowToo("people-person-after");

      // What was then recorded of the same day stays.
      first.goes(person + "?knownAt=" + held);
      assertThat(first.page().locator("#holds-title")).containsText("by what was recorded by");
      assertThat(first.page().locator("#clearance .said-words"))
          .hasText(new String[] {"CONFIDENTIAL", "SECRET"});
      first.seesNarrowToo("people-person-then");
      first.goes(person + "?knownAt=then");
      assertThat(first.page().locator("#knownAt-found")).containsText("in UTC");
      first.goes(question);
      assertThat(first.page().locator("#verdict-title")).hasText("May not know of it");
    }
  }

  @Test
  @Tag("long")
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
      first.seesNarrowToo("people-propose-need");
      first.writes("Last day (required for a decision)", "2099-12-31");
      first.presses("Propose");
      first.arrives("/people/orders/[0-9a-f-]{36}");
      assertThat(first.page().locator(".marking").first()).hasText("SECRET");

      second.goes(first.path());
      second.writes("Reason for a rejection", "Not yet.");
      second.seesNarrowToo("people-order-need");
      second.presses("Approve");
      assertThat(second.page().locator(".state")).hasText("Approved");
      second.goes(person);
      assertThat(second.page().locator("#need-to-know"))
          .containsText("Title, marking, state and text");
      assertThat(second.page().locator(".marking").first()).hasText("SECRET");
      assertThat(second.page().content()).doesNotContain(title, "fictitious paragraph");
      second.seesNarrowToo("people-person-need");
      second.page().getByRole(AriaRole.LINK, Visitor.named("May they see it?")).click();
      assertThat(second.page().locator("#verdict-title")).hasText("May read the text");
      second.seesNarrowToo("people-access-open");
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
      second.seesNarrowToo("people-order-rejected");
      second.goes("/people/orders?state=REJECTED&person=" + subject.id());
      assertThat(second.page().locator(".order")).hasCount(1);
      assertThat(second.page().locator(".order")).containsText("Redactor");

      // What is decided is decided, whoever sends a form from before.
      var late = second.sends("/people/orders/" + withdrawn + "/approve", Map.of());
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.text()).contains("RGT-0004");
    }
  }

  @Test
  @Tag("long")
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
      officer.seesNarrowToo("people-leave");
      officer.writes("Reason (required)", "Has retired.");
      officer.presses("End everything and close the account");
      officer.arrives(person);
      assertThat(officer.page().getByText("Has retired.")).isVisible();
      assertThat(officer.page().locator(".held-end")).hasCount(0);
      officer.seesNarrowToo("people-person-left");
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
}
