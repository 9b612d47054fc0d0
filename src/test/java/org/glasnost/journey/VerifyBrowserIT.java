package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An auditor checks the journal in the browser, and finds what somebody on the way has altered. */
class VerifyBrowserIT extends AtPages {
  private static final Pattern HASH = Pattern.compile("[0-9A-Za-z+/]{43}=");

  @Test
  void anEventIsVerifiedStepByStepAndItsPathDrawn() {
    String event = registration();
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/journal");
      auditor.page().locator(".event-about a", hasText("Check it")).first().click();
      auditor.arrives("/journal/verify\\?event=[0-9a-f-]{36}");
      verdict(auditor, "Verified");

      auditor.goes("/journal/verify?event=" + event);
      verdict(auditor, "Verified");
      assertThat(auditor.page().locator("[data-state=passed]")).hasCount(6);
      assertThat(auditor.page().locator(".marking").first()).containsText("CONFIDENTIAL");
      assertThat(auditor.page().locator("[data-body]")).containsText("DOCUMENT_REGISTERED");
      assertThat(auditor.page().locator("svg.tree .tree-root")).hasCount(1);
      assertThat(auditor.page().locator("svg.tree .tree-wrong")).hasCount(0);
      assertThat(auditor.page().locator("[data-kept]"))
          .containsText(Pattern.compile("kept \\d checkpoint"));
      auditor.page().locator("[data-path] summary").click();
      auditor.page().locator("[data-step=body] summary").click();
      auditor.seesNarrowToo("verify");

      Download kept =
          auditor
              .page()
              .waitForDownload(
                  () -> auditor.page().getByText("Keep this checkpoint elsewhere").click());
      assertThat(content(kept)).contains("\n\n— ");
      auditor.writes("An earlier checkpoint", content(kept));
      auditor.writes("Verifier key", key());
      auditor.page().locator("label[for=remember]").click();
      auditor.presses("Check again");
      assertThat(auditor.page().locator("[data-verdict]")).containsText("by the key that you hold");
      assertThat(auditor.page().locator("[data-step=past]")).containsText("Passed");
      auditor.goes("/journal/verify");
      verdict(auditor, "Verified");
      assertThat(auditor.field("Verifier key")).hasValue(key());
      assertThat(auditor.page().locator("[data-verdict]")).containsText("by the key that you hold");
      auditor.seesNarrowToo("verify-head");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "**/api/journal/events/*, BODY, body",
    "**/api/journal/events/*, SALT, body",
    "**/api/journal/proofs/inclusion*, HASH_OF_PATH, root",
    "**/api/journal/proofs/inclusion*, LEAF, leaf",
    "**/api/journal/checkpoint, ROOT, root",
    "**/api/journal/checkpoint, SIGNATURE, signature"
  })
  void whatWasAlteredOnTheWayIsNotVerifiedAndTheStepIsNamed(String at, Flip flip, String step) {
    String event = registration();
    try (Visitor auditor = house.as("auditor")) {
      auditor.page().route(at, route -> answered(route, flip));
      auditor.goes("/journal/verify?event=" + event);
      verdict(auditor, "Not verified");
      Locator failed = auditor.page().locator("[data-state=failed]");
      assertThat(failed.first()).hasAttribute("data-step", step);
      assertThat(auditor.page().locator("[data-verdict]"))
          .containsText(failed.first().locator("h3").innerText());
      assertThat(auditor.page().locator("[data-kept]")).containsText("0 checkpoints");
      auditor.sees("verify-" + flip);
    }
  }

  @Test
  void aJournalThatContradictsWhatThisBrowserKeptRaisesTheAlarm() {
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/journal/verify");
      verdict(auditor, "Verified");
      registration();
      // Somebody shows another past: the proof cannot join the two trees that were signed.
      auditor
          .page()
          .route("**/api/journal/proofs/consistency*", route -> answered(route, Flip.PROOF));
      auditor.goes("/journal/verify");
      verdict(auditor, "Not verified");
      Locator alarm =
          auditor.page().getByRole(AriaRole.ALERT).filter(containing("does not continue"));
      assertThat(alarm).isVisible();
      assertThat(alarm).containsText("its past was changed");
      auditor.seesNarrowToo("verify-alarm");
      Download earlier =
          auditor
              .page()
              .waitForDownload(() -> alarm.getByText("Download the earlier note").click());
      Download present =
          auditor
              .page()
              .waitForDownload(() -> alarm.getByText("Download the present note").click());
      assertThat(content(earlier)).isNotEqualTo(content(present)).contains("\n\n— ");
      // The one that was kept stays, to be shown again.
      auditor.page().unroute("**/api/journal/proofs/consistency*");
      auditor.presses("Check again");
      verdict(auditor, "Verified");
    }
  }

  @Test
  void aStrangersKeyAndAForgedCheckpointAreNotBelieved() {
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/journal/verify");
      verdict(auditor, "Verified");
      auditor.writes("Verifier key", "nonsense");
      auditor.presses("Check again");
      verdict(auditor, "Not verified");
      assertThat(auditor.page().locator("[data-step=signature]")).containsText("no verifier key");
      auditor.writes("Verifier key", "");
      auditor.writes("An earlier checkpoint", "a journal\n1\nnothing\n\n— x y\n");
      auditor.presses("Check again");
      verdict(auditor, "Not verified");
      assertThat(auditor.page().locator("[data-step=past]")).containsText("Failed");
    }
  }

  @Test
  void aBrowserThatCannotCheckSaysSoAndNeverVerified() {
    String event = registration();
    try (Visitor auditor = house.as("auditor")) {
      auditor
          .page()
          .addInitScript("Object.defineProperty(globalThis.crypto, 'subtle', {value: undefined})");
      auditor.goes("/journal/verify?event=" + event);
      verdict(auditor, "Nothing could be checked");
      assertThat(auditor.page().locator("[data-verdict]")).containsText("journal verify");
      assertThat(auditor.page().locator("[data-state=passed]")).hasCount(0);
      auditor.sees("verify-unable");
    }
    try (Visitor auditor = house.as("auditor")) {
      auditor
          .page()
          .addInitScript("crypto.subtle.importKey = () => Promise.reject(new Error('unknown'))");
      auditor.goes("/journal/verify?event=" + event);
      verdict(auditor, "Nothing could be checked");
      assertThat(auditor.page().locator("[data-verdict]")).containsText("Ed25519");
    }
    try (Visitor auditor = house.withoutScripts("auditor")) {
      auditor.goes("/journal/verify?event=" + event);
      assertThat(auditor.page().locator("noscript, .verdict-unable").first()).isVisible();
      assertThat(auditor.page().getByText("Verified")).hasCount(0);
      auditor.pictures("verify-without-scripts");
    }
  }

  @Test
  void isForAuditorsAndForEventsThatThereAre() {
    String event = registration();
    String none = UUID.randomUUID().toString();
    try (Visitor manager = house.as("records.nara")) {
      for (String of : new String[] {"", "?event=" + event, "?event=" + none}) {
        assertThat(manager.goes("/journal/verify" + of)).isEqualTo(403);
      }
    }
    try (Visitor auditor = house.as("auditor")) {
      assertThat(auditor.goes("/journal/verify?event=" + none)).isEqualTo(404);
      assertThat(auditor.goes("/journal/verify?event=seven")).isEqualTo(400);
      assertThat(auditor.page().locator("#event-found")).containsText("WEB-0202");
      auditor.sees("verify-refused");
    }
    assertThat(glasnost.as("auditor").get("/api/journal/events/" + none).status()).isEqualTo(404);
    assertThat(glasnost.as("admin").get("/api/journal/events/" + none).status()).isEqualTo(403);
  }

  @Test
  void theKeyboardAloneIsEnough() {
    try (Visitor auditor = house.as("auditor")) {
      auditor.goes("/journal/verify");
      verdict(auditor, "Verified");
      auditor.tabsTo(auditor.field("An earlier checkpoint"));
      auditor.page().keyboard().type("nothing");
      auditor.tabsTo(auditor.page().getByRole(AriaRole.BUTTON, Visitor.named("Check again")));
      auditor.page().keyboard().press("Enter");
      verdict(auditor, "Not verified");
    }
  }

  /** What somebody on the way turns in an answer: one digit each. */
  enum Flip {
    BODY(words -> words.replaceFirst("(kind[^A-Z]+DOCUMENT_REGISTERE)D([^A-Za-z]+label)", "$1E$2")),
    SALT(words -> other(words, words.indexOf("\"salt\":\"") + "\"salt\":\"".length())),
    HASH_OF_PATH(
        words -> other(words, words.indexOf("\"hashes\":[\"") + "\"hashes\":[\"".length())),
    LEAF(words -> other(words, words.indexOf("\"leafHash\":\"") + "\"leafHash\":\"".length())),
    ROOT(words -> other(words, start(words))),
    SIGNATURE(words -> other(words, words.length() - 20)),
    PROOF(words -> other(words, words.indexOf("\"hashes\":[\"") + "\"hashes\":[\"".length()));

    @SuppressWarnings("ImmutableEnumChecker") // without state
    private final UnaryOperator<String> turning;

    Flip(UnaryOperator<String> turning) {
      this.turning = turning;
    }

    private static int start(String note) {
      Matcher root = HASH.matcher(note);
      assertThat(root.find()).isTrue();
      return root.start();
    }

    private static String other(String words, int at) {
      char turned = words.charAt(at) == 'a' ? 'b' : 'a';
      return words.substring(0, at) + turned + words.substring(at + 1);
    }
  }

  private static void answered(Route route, Flip flip) {
    APIResponse answer = route.fetch();
    String altered = flip.turning.apply(answer.text());
    assertThat(altered).isNotEqualTo(answer.text());
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(altered));
  }

  private static void verdict(Visitor auditor, String words) {
    assertThat(auditor.page().locator("[data-verdict] h2")).hasText(words);
  }

  private static Page.LocatorOptions hasText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static Locator.FilterOptions containing(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static String content(Download download) {
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String key() {
    return glasnost
        .as("auditor")
        .get("/api/journal/keys")
        .json()
        .at("/items/0/verifierKey")
        .asString();
  }

  /** The event of a new registration. */
  private String registration() {
    String document = work.registers(Papers.MEMO, Map.of("title", "Bound in the tree"));
    return glasnost
        .as("auditor")
        .get("/api/journal/events?kind=DOCUMENT_REGISTERED&document=" + document)
        .json()
        .at("/items/0/id")
        .asString();
  }
}
