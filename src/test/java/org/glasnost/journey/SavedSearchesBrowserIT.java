package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.command.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the search of the journal: searches that are kept, and exports. */
class SavedSearchesBrowserIT extends AtPages {
  @TempDir Path directory = Path.of("");

  @Test
  void aSearchIsKeptAskedAgainRenamedAndRemoved() {
    String name = "Signed in, " + UUID.randomUUID();
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/journal?kind=SIGNED_IN&actor=auditor&order=asc&from=2026-01-01");
      auditor.presses("Keep it");
      assertThat(auditor.page().locator("#name-found")).containsText("JRN-0030");
      auditor.sees("kept-refused");
      auditor.writes("Keep this search as", name);
      auditor.presses("Keep it");
      auditor.hasWhole(auditor.page().locator(".notice"));
      assertThat(auditor.page().locator(".notice")).containsText(name);
      auditor.seesNarrowToo("kept");

      auditor.writes("Keep this search as", name);
      auditor.presses("Keep it");
      assertThat(auditor.page().locator("#name-found")).containsText("JRN-0033");

      auditor.goes("/journal");
      auditor.page().getByRole(AriaRole.LINK, Visitor.named(name)).click();
      auditor.arrives("/journal\\?kind=SIGNED_IN&actor=auditor&from=2026-01-01&order=asc");
      assertThat(auditor.field("Actor")).hasValue("auditor");
      assertThat(auditor.field("Kind")).hasValue("SIGNED_IN");
      assertThat(auditor.field("Order")).hasValue("asc");

      Locator kept = ofName(auditor, name);
      kept.locator("summary").click();
      kept.getByLabel("Name").fill(" ");
      kept.getByRole(AriaRole.BUTTON).first().click();
      assertThat(ofName(auditor, name).locator(".field-findings")).containsText("JRN-0030");
      auditor.sees("kept-rename-refused");
      ofName(auditor, name).getByLabel("Name").fill(name + " again");
      ofName(auditor, name).getByRole(AriaRole.BUTTON).first().click();
      assertThat(auditor.page().locator(".notice")).containsText("is called");

      Locator renamed = ofName(auditor, name + " again");
      renamed.locator("summary").click();
      renamed.getByRole(AriaRole.BUTTON).last().click();
      assertThat(auditor.page().locator(".notice")).containsText("is removed");
      assertThat(ofName(auditor, name)).hasCount(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NDJSON", "CSV"})
  void anExportTellsHowFarItIsAndThatItCameWhole(String form) throws IOException {
    work.registers(Papers.MEMO, Map.of("title", "Exported"));
    try (Visitor auditor = house.as("auditor")) {
      // As in a browser that cannot write to a file of one's choice.
      auditor.page().addInitScript("delete window.showSaveFilePicker");
      auditor.goes("/journal");
      auditor.page().locator("label", hasText(form)).click();
      Download export = auditor.page().waitForDownload(() -> auditor.presses("Export"));
      assertThat(auditor.page().locator("[data-export-result]")).containsText("It is whole");
      assertThat(auditor.page().locator("[data-export-result]")).containsText("leaves");
      auditor.sees("export-" + form);
      assertThat(export.suggestedFilename()).isEqualTo("journal." + form.toLowerCase(Locale.ROOT));
      verifies(export.path());
    }
  }

  @Test
  void anExportIsWrittenToAFileAsItComes() {
    try (Visitor auditor = house.as("auditor")) {
      // The picker alone is taken away: what it gives is a file of the browser's own.
      auditor
          .page()
          .addInitScript(
              "window.showSaveFilePicker = async () => (await navigator.storage.getDirectory())"
                  + ".getFileHandle('export', {create: true})");
      auditor.goes("/journal?kind=DOCUMENT_REGISTERED");
      auditor.presses("Export");
      assertThat(auditor.page().locator("[data-export-result]")).containsText("It is whole");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throw new DOMException('no pickers here', 'NotAllowedError')"
            + " | gave no file to write to: no pickers here",
        "return {createWritable: async () => { throw new DOMException('read only',"
            + " 'NoModificationAllowedError') }} | gave no file to write to: read only",
        "return {createWritable: async () => ({write: async () => { throw new DOMException('disk"
            + " full', 'QuotaExceededError') }, abort: async () => { throw new TypeError() }})}"
            + " | could not be written: disk full"
      })
  void aFileThatCannotBeWrittenIsToldAndAnotherWayOffered(String does, String words) {
    try (Visitor auditor = house.as("auditor")) {
      auditor.page().addInitScript("window.showSaveFilePicker = async () => {" + does + "}");
      auditor.goes("/journal?kind=DOCUMENT_REGISTERED");
      auditor.presses("Export");
      Locator result = auditor.page().locator("[data-export-result]");
      assertThat(result).containsText(words);
      assertThat(auditor.page().getByRole(AriaRole.BUTTON, Visitor.named("Export"))).isEnabled();
      Download export = auditor.page().waitForDownload(() -> result.locator("a").click());
      assertThat(export.suggestedFilename()).isEqualTo("journal.ndjson");
    }
  }

  @Test
  void aSearchThatCannotBeReadKeepsWhatWasTyped() {
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/journal?document=xx&kind=NOPE&from=31.12.2026");
      assertThat(auditor.page().locator(".search [data-findings]")).containsText("3 things");
      assertThat(auditor.page().locator("#document-found")).containsText("WEB-0202");
      assertThat(auditor.page().locator("#kind-found")).containsText("WEB-0204");
      assertThat(auditor.page().locator("#from-found")).containsText("WEB-0201");
      assertThat(auditor.field("Document")).hasValue("xx");
      assertThat(auditor.field("Kind")).hasValue("NOPE");
      assertThat(auditor.field("From")).hasValue("31.12.2026");
      auditor.seesNarrowToo("journal-refused");
    }
  }

  @Test
  void whatIsCutOffOrCancelledIsNotCalledWhole() {
    try (Visitor auditor = house.as("auditor")) {
      auditor.page().addInitScript("delete window.showSaveFilePicker");
      auditor
          .page()
          .route(
              "**/journal/export*",
              route -> {
                APIResponse answer = route.fetch();
                String text = answer.text();
                route.fulfill(
                    new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(text.substring(0, text.lastIndexOf("{\"leaves\""))));
              });
      auditor.goes("/journal");
      auditor.page().waitForDownload(() -> auditor.presses("Export"));
      assertThat(auditor.page().locator("[data-export-result]")).containsText("breaks off");
      auditor.page().unroute("**/journal/export*");
      // An answer that never comes.
      auditor.page().route("**/journal/export*", route -> {});
      auditor.presses("Export");
      assertThat(auditor.page().locator("[data-export-progress]")).isVisible();
      auditor.sees("export-progress");
      auditor.presses("Cancel");
      assertThat(auditor.page().locator("[data-export-result]")).containsText("Cancelled");
      assertThat(auditor.page().locator("[data-export-progress]")).isHidden();
    }
  }

  @Test
  void withoutScriptsTheSameFormDownloads() throws IOException {
    try (Visitor auditor = house.withoutScripts("auditor")) {
      auditor.goes("/journal?kind=SIGNED_IN");
      auditor.page().locator("label", hasText("CSV")).click();
      Download export = auditor.page().waitForDownload(() -> auditor.presses("Export"));
      assertThat(export.suggestedFilename()).isEqualTo("journal.csv");
      verifies(export.path());
    }
  }

  @Test
  void whatAnotherKeepsIsNotThere() {
    Caller auditor = glasnost.as("auditor");
    Caller.Answer saved =
        auditor.post(
            "/api/journal/queries",
            Map.of("name", "Another's " + UUID.randomUUID(), "kind", "RELEASED"));
    assertThat(saved.status()).as(saved.body()).isEqualTo(201);
    String path = "/api/journal/queries/" + saved.json().path("id").asString();
    assertThat(saved.header("Location")).isEqualTo(path);
    assertThat(auditor.get(path).json().at("/search/kind").asString()).isEqualTo("RELEASED");
    assertThat(auditor.patch(path, "{\"name\":\"Called " + UUID.randomUUID() + "\"}").status())
        .isEqualTo(200);
    assertThat(auditor.patch(path, "{\"title\":\"x\"}").status()).isEqualTo(400);
    for (String other : new String[] {"admin", "records.nara"}) {
      assertThat(glasnost.as(other).get("/api/journal/queries").status()).isEqualTo(403);
      assertThat(glasnost.as(other).get(path).status()).isEqualTo(403);
      try (Visitor visitor = house.as(other)) {
        assertThat(visitor.goes("/journal/export")).isEqualTo(403);
      }
    }
    assertThat(auditor.send(auditor.request(path).DELETE()).status()).isEqualTo(204);
    assertThat(auditor.send(auditor.request(path).DELETE()).status()).isEqualTo(404);
    assertThat(auditor.get(path).status()).isEqualTo(404);
    assertThat(auditor.post("/api/journal/queries", Map.of("name", "x", "kind", "NONE")).status())
        .isEqualTo(400);
    assertThat(auditor.post("/api/journal/queries", Map.of("name", "x".repeat(101))).status())
        .isEqualTo(422);
    try (Visitor visitor = house.as("auditor")) {
      assertThat(visitor.goes("/journal/export?format=pdf")).isEqualTo(400);
      visitor.goes("/journal");
      assertThat(
              visitor.sends("/journal/queries/" + UUID.randomUUID() + "/remove", Map.of()).status())
          .isEqualTo(404);
    }
  }

  private void verifies(Path export) throws IOException {
    Path file = Files.copy(export, directory.resolve("export-" + UUID.randomUUID()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status =
        CommandLine.run(
            new String[] {"journal", "verify", file.toString()},
            property -> Optional.empty(),
            out,
            out);
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isIn(0, 3);
  }

  private static Locator ofName(Visitor auditor, String name) {
    return auditor.page().locator(".kept-list li", hasText(name));
  }

  private static Page.LocatorOptions hasText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }
}
