package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person reads a marking, rolls portions up and works out dates; nothing of it is kept. */
class ReadMarkingBrowserIT extends AtPages {
  private static final String HISTORIC =
      "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE";
  private static final String PAGE =
      """
      TOP SECRET//SI//NOFORN

      12 March 2014

      MEMORANDUM FOR THE RECORD

      (S//NF) The visitor said that nobody knows the secret.
      (U) It rained.
      (TS//SI//NOFRON) More of the same.

      Classified By: 12345
      Derived From: NSA/CSSM 1-52
      Declassify On: 20390312

      TOP SECRET//SI//NOFORN
      """;

  private static Locator answer(Visitor visitor) {
    return visitor.page().locator(".answer-of");
  }

  private static String pageMarking(Visitor visitor) {
    return visitor.page().locator(".marking").first().innerText().strip();
  }

  /** The page's picture on a telephone, for whoever looks at the pictures. */
  private static void picturesNarrow(Visitor visitor, String name) {
    visitor.page().setViewportSize(390, 844);
    visitor.pictures(name + "-390");
    visitor.page().setViewportSize(1280, 900);
  }

  @Test
  void aHistoricLineIsDrawnOverAndLaidOut() {
    try (Visitor reviewer = house.as("reviewer.state")) {
      assertThat(reviewer.goes("/markings")).isEqualTo(200);
      assertThat(pageMarking(reviewer)).isEqualTo("UNCLASSIFIED");
      reviewer.sees("markings");
      reviewer.writes("Text", HISTORIC);
      reviewer.field("Date of the document").fill("1985-03-25");
      reviewer.presses("Read it");
      assertThat(answer(reviewer).locator("mark")).hasCount(4);
      assertThat(answer(reviewer).locator("mark.span-level")).containsText("SECRET");
      assertThat(answer(reviewer).locator("mark.span-recipient"))
          .containsText("THE PRESIDENT AND NSC ADVISOR MCFARLANE");
      assertThat(answer(reviewer).locator(".drawn-legend li")).hasCount(3);
      assertThat(answer(reviewer)).containsText("E.O. 12356");
      assertThat(reviewer.field("Text")).hasValue(HISTORIC);
      assertThat(pageMarking(reviewer)).startsWith("SECRET//");
      assertThat(reviewer.path()).isEqualTo("/markings");
      reviewer.sees("markings-historic");
      picturesNarrow(reviewer, "markings-historic");
    }
  }

  @Test
  void aWholePageLeadsOnToItsRollUpAndItsDates() {
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/markings");
      auditor.writes("Text", PAGE);
      auditor.presses("Read it");
      assertThat(answer(auditor)).containsText("8 markings were read");
      Locator finding = answer(auditor).locator(".found li").first();
      assertThat(finding).containsText("NOFRON");
      assertThat(finding).containsText("Way out: NOFORN");
      assertThat(pageMarking(auditor)).startsWith("TOP SECRET");
      finding.locator("a").click();
      auditor.arrives("/markings#at-f1");
      answer(auditor).locator("#at-f1").click();
      auditor.arrives("/markings#f1");
      auditor.sees("markings-page");
      picturesNarrow(auditor, "markings-page");
      auditor.presses("Roll up its portion marks");
      auditor.arrives("/markings/rollup");
      assertThat(auditor.field("Portion marks")).hasValue("(S//NF)\n(U)\n(TS//SI//NOFRON)");
      assertThat(answer(auditor)).containsText("The banner stays open");
      assertThat(answer(auditor).locator(".found a").first()).hasAttribute("href", "#portion-3");
      auditor.writes("Portion marks", "(S//NF)\n\n(U)\n(TS//SI//NF)\n");
      auditor.presses("Roll up");
      assertThat(answer(auditor).locator(".banner-line")).hasText("TOP SECRET//SI//NOFORN");
      assertThat(pageMarking(auditor)).startsWith("TOP SECRET");
      auditor.sees("markings-rollup");
      picturesNarrow(auditor, "markings-rollup");
    }
  }

  @Test
  void datesAreWorkedOutStepByStep() {
    try (Visitor manager = house.as("records.nara")) {
      manager.goes("/markings/dates");
      manager.writes("Declassification instruction", "DECL: OADR");
      manager.field("Level").selectOption("SECRET");
      manager.field("Date of the document").fill("1985-03-25");
      manager.field("Permanent record").selectOption("true");
      manager.field("Asked as of").fill("2026-01-01");
      manager.presses("Work it out");
      assertThat(answer(manager).locator(".days")).containsText("25 March 2010");
      assertThat(answer(manager).locator(".days")).containsText("31 December 2010");
      assertThat(answer(manager).locator(".days")).containsText("Declassification authority");
      assertThat(answer(manager)).containsText("32 CFR 2001.22(e)(3)");
      assertThat(pageMarking(manager)).isEqualTo("UNCLASSIFIED");
      manager.sees("markings-dates");
      picturesNarrow(manager, "markings-dates");

      manager.field("Permanent record").selectOption("");
      manager.writes("Declassification instruction", "Upon the departure of the envoy");
      manager.presses("Work it out");
      assertThat(answer(manager).locator(".no-day").last()).isVisible();
      assertThat(pageMarking(manager)).startsWith("SECRET");

      manager.page().getByText("More about the record").click();
      manager.field("Originally classified on").fill("2030-01-01");
      manager.writes("Exemptions claimed", "25X77");
      manager.presses("Work it out");
      assertThat(manager.page().locator("#exemptions-found")).containsText("exemption");
      assertThat(manager.field("Exemptions claimed")).hasValue("25X77");
      manager.sees("markings-dates-refused");
    }
  }

  @Test
  void itWorksByTheKeyboardAndWithoutScripts() {
    try (Visitor reader = house.as("reviewer.confidential")) {
      reader.goes("/markings");
      reader.tabsTo(reader.field("Text"));
      reader.page().keyboard().type("S-E-C-R-5-T");
      reader.tabsTo(reader.page().getByText("Read it", new Page.GetByTextOptions().setExact(true)));
      reader.page().keyboard().press("Enter");
      assertThat(answer(reader)).containsText("read as SECRET");
      assertThat(answer(reader)).containsText("Confidence 85 %");
      assertThat(reader.page().locator("#answer-title")).isFocused();
      assertThat(pageMarking(reader)).startsWith("TOP SECRET");
      reader.sees("markings-damaged");
    }
    try (Visitor reader = house.withoutScripts("admin")) {
      for (List<String> step :
          List.of(
              List.of("/markings", "Text", "(S//NF)", "Read it", "NOFORN"),
              List.of("/markings/rollup", "Portion marks", "(C)\n(S)", "Roll up", "SECRET"),
              List.of(
                  "/markings/dates",
                  "Declassification instruction",
                  "20300101",
                  "Work it out",
                  "1 January 2030"))) {
        reader.goes(step.get(0));
        reader.writes(step.get(1), step.get(2));
        reader.presses(step.get(3));
        assertThat(answer(reader)).containsText(step.get(4));
        assertThat(reader.field(step.get(1))).hasValue(step.get(2));
        assertThat(reader.path()).isEqualTo(step.get(0));
      }
    }
  }

  @Test
  void whatCannotBeReadIsToldAndNothingTypedIsLost() {
    try (Visitor officer = house.as("intake.nara")) {
      officer.goes("/markings");
      officer.presses("Read it");
      assertThat(officer.page().locator("#text-found")).containsText("Paste a marking");

      String long_ = "SECRET ".repeat(14_400);
      officer.writes("Text", long_);
      officer.presses("Read it");
      assertThat(officer.page().locator("#text-found")).containsText("100,800 characters");
      assertThat(officer.field("Text")).hasValue(long_);
      assertThat(pageMarking(officer)).startsWith("TOP SECRET");

      String html = "SECRET//<img src=x onerror=alert(1)><script>alert(2)</script>&amp;";
      officer.writes("Text", html);
      officer.presses("Read it");
      assertThat(answer(officer).locator("mark.span-level")).containsText("SECRET");
      assertThat(answer(officer).locator("script, img")).hasCount(0);
      assertThat(answer(officer).locator(".drawn-text"))
          .containsText("<img src=x onerror=alert(1)>");
      assertThat(officer.field("Text")).hasValue(html);

      officer.writes("Text", "SECRET//\u202ENOFORN\u2066");
      officer.presses("Read it");
      assertThat(answer(officer).locator(".sign").first()).hasText("U+202E");
      assertThat(answer(officer)).containsText("turns the direction");
      assertThat(answer(officer).innerText()).doesNotContain("\u202E", "\u2066");
      officer.sees("markings-bidi");

      officer.writes("Text", "(S//NF) A line of the text.\n".repeat(1_000));
      officer.presses("Read it");
      assertThat(answer(officer)).containsText("1000 markings were read");
      assertThat(answer(officer).locator("mark.span-level")).hasCount(1_000);
      assertThat(answer(officer)).containsText("800 more");
    }
  }
}
