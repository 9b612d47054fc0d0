package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Intake officers at their pages: registering, correcting, withdrawing. */
class IntakeBrowserIT extends AtPages {
  @Test
  void anIntakeOfficerMendsARefusedRegistrationWithoutTypingItAgain() {
    try (Visitor officer = house.as("intake.nara")) {
      assertThat(officer.goes("/intake")).isEqualTo(200);
      officer.sees("intake");
      officer.writes("Author", "The desk officer");
      officer.writes("Date of the document", "2999-01-01");
      officer.field("File").setInputFiles(Papers.file("memo.txt", Papers.MEMO));
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
          .isEqualTo(Papers.MEMO);
    }
  }

  @Test
  void aTransmittalIsLookedForByItsTitleAndNothingTypedIsLost() {
    String title = "Transmittal " + UUID.randomUUID();
    String transmittal = work.registers(Papers.MEMO, Map.of("title", title));
    for (boolean scripts : new boolean[] {true, false}) {
      String enclosure = "Enclosure " + UUID.randomUUID();
      try (Visitor officer =
          scripts ? house.as("intake.nara") : house.withoutScripts("intake.nara")) {
        officer.goes("/intake");
        officer.writes("Title (required)", enclosure);
        officer.writes("Text", "A letter without a marking.\n");
        officer.writes("Look for words of a title", "no such title " + enclosure);
        officer.presses("Look");
        officer.hasWhole(officer.page().getByText("None found."));
        officer.writes("Look for words of a title", title);
        officer.presses("Look");
        officer.hasWhole(officer.page().getByText("One found."));
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
  void whatAFileIsCalledIsShownAsWordsAndNeverKept() {
    for (String name :
        List.of(
            "../../../../etc/passwd",
            "..\\..\\system32\\memo.txt",
            "memo.txt\r\nX-Injected: yes",
            "memo\u202Etxt.exe",
            "<script>alert(1)</script>.txt",
            "n".repeat(296) + ".txt")) {
      try (Visitor officer = house.as("intake.nara")) {
        officer.goes("/intake");
        officer.writes("Title (required)", "A file of an odd name");
        officer.field("File").setInputFiles(Papers.file(name, Papers.MEMO));
        assertThat(officer.page().locator("#file-chosen")).containsText("KiB");
        assertThat(officer.page().locator("#file-chosen script")).hasCount(0);
        if (name.length() > 250) {
          officer.sees("intake-long-file-name");
        }
        officer.presses("Register");
        officer.arrives("/documents/[0-9a-f-]{36}");
        assertThat(officer.page().content()).doesNotContain("passwd", "X-Injected", "nnnnnnnn");
        holdsTheMemoAndNothingOfItsName(officer.path().substring("/documents/".length()));
      }
    }
  }

  @Test
  void aProgramMayCallAFileWhatItLikes() {
    Map<String, Integer> names = new LinkedHashMap<>();
    names.put("../../../../etc/passwd", 201);
    names.put("..\\..\\system32\\memo.txt", 201);
    names.put("memo\u202Etxt.exe", 201);
    names.put("<script>alert(1)</script>.txt", 201);
    names.put("n".repeat(296) + ".txt", 201);
    names.put("memo.txt\r\nX-Injected: yes", 201);
    names.forEach(
        (name, status) -> {
          String body =
              "--edge\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n"
                  + "{\"title\":\"A file of an odd name\"}\r\n"
                  + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                  + name
                  + "\"\r\nContent-Type: text/plain\r\n\r\n"
                  + Papers.MEMO
                  + "\r\n--edge--\r\n";
          Caller officer = glasnost.as("intake.nara");
          Caller.Answer answer =
              officer.send(
                  officer
                      .request("/api/documents")
                      .header("Content-Type", "multipart/form-data; boundary=edge")
                      .POST(HttpRequest.BodyPublishers.ofString(body)));
          assertThat(answer.status()).as(name + ": " + answer.body()).isEqualTo(status);
          assertThat(answer.raw().headers().map()).doesNotContainKey("x-injected");
          holdsTheMemoAndNothingOfItsName(answer.json().path("id").asString());
        });
  }

  private void holdsTheMemoAndNothingOfItsName(String document) {
    Caller officer = glasnost.as("intake.nara");
    assertThat(officer.get("/api/documents/" + document + "/text").body()).isEqualTo(Papers.MEMO);
    assertThat(officer.get("/api/documents/" + document).body())
        .doesNotContain("passwd", "system32", "Injected", "\u202E", "script", "nnnnnnnn");
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
    String id =
        work.registers(Papers.MEMO, Map.of("title", "Wrng title", "originatingAgency", "STATE"));
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
}
