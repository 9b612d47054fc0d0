package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The officers' pages one by one: forms, lists, questions, and that nobody else finds them. */
@Tag("long")
class PeoplePagesBrowserIT extends AtPages {

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
            officer.seesNarrowToo("people-propose-" + kind);
          });
      assertThat(officer.goes("/people/" + subject.id() + "/propose/nothing")).isEqualTo(404);

      // A field of another kind is refused, not passed over.
      officer.goes("/people/" + subject.id() + "/propose/clearance");
      var answer =
          officer.sends(
              officer.path(), Map.of("level", "SECRET", "role", "AUDITOR", "reason", "both"));
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
      officer.seesNarrowToo("people-own");
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
      officer.writes("Name or user name", "of 100% " + mark.toUpperCase(Locale.ROOT));
      officer.presses("Search");
      assertThat(officer.page().locator("tbody tr")).hasCount(50);
      officer.page().getByText("Next page").click();
      assertThat(officer.page().locator("tbody tr")).hasCount(2);
      officer.seesNarrowToo("people-last-page");
      officer.goes("/people?name=of+100_+" + mark);
      assertThat(officer.page().getByText("Nobody of that name")).isVisible();
      officer.goes("/people?name=%00");
      officer.seesNarrowToo("people-nobody");
      officer.goes("/people");
      officer.seesNarrowToo("people");
    }
  }

  @Test
  void whatIsAskedWronglyIsToldBesideTheField() {
    try (Visitor officer = house.as("security")) {
      officer.goes("/people/access");
      officer.seesNarrowToo("people-access");
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
      officer.seesNarrowToo("people-access-refused");
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
        + answer
            .body()
            .replaceAll("(name=\"csrf-token\" content|name=\"_csrf\" value)=\"[^\"]+\"", "");
  }
}
