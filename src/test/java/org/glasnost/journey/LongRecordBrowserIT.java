package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records too long for one page, worked on and read sheet by sheet. */
@Tag("long")
class LongRecordBrowserIT extends AtPages {
  @Test
  void aLongCopyIsCheckedReleasedAndReadSheetBySheet() {
    String title = "A long copy " + UUID.randomUUID();
    String document = work.underReview(paragraphs(1_199), Papers.fields(title));
    work.decides(document, Papers.decision(work, document, "p3", "p700"));
    try (Visitor redactor = house.as("redactor.nara")) {
      redactor.claims(title);
      redactor.writes("Reason", "As signed.");
      redactor.page().getByRole(AriaRole.BUTTON, Visitor.named("p101 to p200 ›")).click();
      redactor.hasWhole(redactor.page().locator("#p101"));
      redactor.presses("Complete the redaction");
      redactor.isDone();
    }
    try (Visitor checker = house.as("redactor2.nara")) {
      checker.claims(title);
      checker.writes("Reason", "Read from end to end.");
      turnsTheCopy(checker, AriaRole.BUTTON);
      assertThat(checker.field("Reason")).hasValue("Read from end to end.");
      checker.sees("redaction-check-sheet");
      checker.presses("Accept the copy");
      checker.isDone();
    }
    try (Visitor manager = house.as("records.nara")) {
      manager.claims(title);
      manager.writes("Reason", "Done.");
      turnsTheCopy(manager, AriaRole.BUTTON);
      assertThat(manager.field("Reason")).hasValue("Done.");
      manager.presses("Release the copy");
      manager.isDone();
    }
    for (boolean scripts : new boolean[] {false, true}) {
      try (Visitor anybody =
          scripts
              ? house.as("reviewer.confidential")
              : house.withoutScripts("reviewer.confidential")) {
        assertThat(anybody.goes("/documents/" + document + "/released")).isEqualTo(200);
        turnsTheCopy(anybody, AriaRole.LINK);
        if (scripts) {
          anybody.sees("released-sheet");
        }
        var whole =
            anybody
                .page()
                .request()
                .get(glasnost.address() + "/documents/" + document + "/released/copy.txt");
        assertThat(whole.text())
            .contains("Paragraph 1 of", "Paragraph 1199 of")
            .doesNotContain("Paragraph 699 of");
      }
    }
  }

  /**
   * From the first sheet of the copy to the second: each has its words, and its withheld portion.
   */
  private static void turnsTheCopy(Visitor reader, AriaRole way) {
    Page page = reader.page();
    Locator text = page.locator(".copy-text");
    assertThat(text).containsText("Paragraph 499 of");
    assertThat(text).not().containsText("Paragraph 500 of");
    assertThat(text.locator(".withheld")).hasCount(1);
    page.getByRole(way, Visitor.named("p501 to p1000 ›")).first().click();
    reader.hasWhole(
        page.locator(".copy-text", new Page.LocatorOptions().setHasText("Paragraph 500 of")));
    assertThat(text).containsText("Paragraph 999 of");
    assertThat(text).not().containsText("Paragraph 499 of");
    assertThat(text).not().containsText("Paragraph 699 of");
    assertThat(text.locator(".withheld")).hasText("[withheld: " + Papers.BASIS + "]");
  }

  private static String paragraphs(int number) {
    StringBuilder text = new StringBuilder("CONFIDENTIAL\n\n");
    for (int i = 1; i <= number; i++) {
      text.append("Paragraph ").append(i).append(" of a long paper.\n\n");
    }
    return text.toString();
  }

  @Test
  void aLongRecordIsDecidedSheetBySheetAndNothingTypedIsLost() {
    String title = "Many portions " + UUID.randomUUID();
    work.underReview(paragraphs(249), Papers.fields(title));
    try (Visitor reviewer = house.as("reviewer.state")) {
      reviewer.claims(title);
      Page page = reviewer.page();
      assertThat(page.locator("[data-portion]")).hasCount(100);
      assertThat(page.locator("[data-undecided]")).hasText("250");
      page.locator("#p7 input[value=WITHHOLD]").check(Visitor.forced());
      page.locator("#p7 .when-withheld select").selectOption(Papers.BASIS);
      reviewer.writes("Reason", "One paragraph stays back.");
      page.getByRole(AriaRole.BUTTON, Visitor.named("p101 to p200 ›")).first().click();
      reviewer.hasWhole(page.locator("#p101"));
      assertThat(page.locator("[data-portion]")).hasCount(100);
      assertThat(page.locator("#f-reason")).hasValue("One paragraph stays back.");
      page.locator("#p101 input[value=PART]").check(Visitor.forced());
      reviewer.sees("first-review-sheet");
      page.getByRole(AriaRole.BUTTON, Visitor.named("‹ p1 to p100")).first().click();
      reviewer.hasWhole(page.locator("#p7"));
      assertThat(page.locator("#p7 input[value=WITHHOLD]")).isChecked();
      assertThat(page.locator("#p7 .when-withheld select")).hasValue(Papers.BASIS);

      reviewer.presses("Release every undecided portion");
      reviewer.hasWhole(page.getByText("Every portion that was undecided is released"));
      assertThat(page.locator("[data-undecided]")).hasText("0");
      reviewer.field("Declassify in part").check();
      reviewer.presses("Complete the review");
      // What is missing stands on another sheet, and that one is shown.
      reviewer.hasWhole(page.locator("#p101"));
      assertThat(page.locator("#summary")).isVisible();
      page.locator("#p101 input[value=RELEASE]").check(Visitor.forced());
      reviewer.presses("Complete the review");
      reviewer.isDone();
    }
  }
}
