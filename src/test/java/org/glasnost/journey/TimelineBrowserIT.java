package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An auditor reads what became of one document, and sees each difference of its marking. */
class TimelineBrowserIT extends AtPages {
  @Test
  void aDocumentsWholeLifeIsDrawnWithItsDifferences() {
    String document =
        work.underReview(
            "SECRET/SENSITIVE\nDECL: OADR\n\nThis text is fictitious.\n",
            Papers.fields("A fictitious memorandum, declassified", "1985-03-25"));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "notional"));
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/documents/" + document);
      auditor.page().getByText("Timeline in the journal").click();
      auditor.arrives("/journal/documents/" + document);
      Locator changes = auditor.page().locator(".line-change");
      assertThat(changes.first()).containsText("Document registered");
      assertThat(changes.first()).containsText("SECRET");
      assertThat(changes.first()).containsText("added");
      Locator last = changes.last();
      assertThat(last).containsText("Marking changed");
      assertThat(last.locator(".difference-levels")).containsText("Before: held at SECRET");
      assertThat(last.locator(".difference-levels")).containsText("After: held at UNCLASSIFIED");
      assertThat(last).containsText("Authority");
      assertThat(last).containsText("Takes effect");
      assertThat(last).containsText("declassification authority");
      assertThat(auditor.page().locator(".band").first()).containsText("UNCLASSIFIED");
      assertThat(auditor.page().locator(".mark-removed .mark-sign").first()).hasText("−");
      assertThat(auditor.page().locator(".marking").first()).containsText("SECRET");
      assertThat(auditor.page().locator(".line-quiet").first()).isVisible();
      auditor.seesNarrowToo("timeline");

      // Without the quiet lines, what changed stands alone; each leads to its check.
      for (String kind : new String[] {"reads", "refusals", "access", "steps"}) {
        auditor.page().locator("label[for=show-" + kind + "]").click();
      }
      auditor.presses("Show");
      assertThat(auditor.page().locator(".line-quiet")).hasCount(0);
      assertThat(auditor.page().locator(".line-change").last()).containsText("Marking changed");
      auditor.seesNarrowToo("timeline-changes");
      last = auditor.page().locator(".line-change").last();
      last.locator(".line-leaf a").click();
      assertThat(auditor.page().locator("[data-verdict] h2")).hasText("Verified");
      assertThat(auditor.page().locator("[data-body]")).containsText(document);
    }
    try (Visitor auditor = house.withoutScripts("auditor")) {
      auditor.goes("/journal/documents/" + document + "?chosen=true&show=steps");
      assertThat(auditor.page().getByText("Task completed").first()).isVisible();
      assertThat(auditor.page().getByText("Content read")).hasCount(0);
      assertThat(auditor.page().getByText("Grant given")).hasCount(0);
    }
  }

  @Test
  void theSearchLeadsToIt() {
    String document = work.registers(Papers.MEMO, Map.of("title", "Sought"));
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/journal?kind=DOCUMENT_REGISTERED&document=" + document);
      auditor.page().locator(".event-about a", hasText("Its timeline")).click();
      auditor.arrives("/journal/documents/" + document);
      assertThat(
              auditor.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .containsText("Sought");
    }
  }

  @Test
  void isForAuditorsAndForDocumentsThatTheyMayKnow() {
    String document = work.registers(Papers.MEMO, Map.of("title", "Not for all"));
    String none = UUID.randomUUID().toString();
    try (Visitor auditor = house.as("auditor")) {
      assertThat(auditor.goes("/journal/documents/" + none)).isEqualTo(404);
      assertThat(auditor.goes("/journal/documents/seven")).isEqualTo(404);
      assertThat(auditor.goes("/journal/documents/" + document + "?after=nothing")).isEqualTo(400);
    }
    try (Visitor manager = house.as("records.nara")) {
      assertThat(manager.goes("/journal/documents/" + none)).isEqualTo(403);
      assertThat(manager.goes("/journal/documents/" + document)).isEqualTo(403);
      manager.goes("/documents/" + document);
      assertThat(manager.page().getByText("Timeline in the journal")).hasCount(0);
    }
  }

  private static Page.LocatorOptions hasText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }
}
