package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;

/** A question of which a part would not be heard is refused, wherever the past is asked about. */
class QuestionsAsAskedIT {
  @Test
  void whatHeldIsAskedInWordsThatThereAre() {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    Caller auditor = glasnost.as("auditor");
    Caller officer = glasnost.as("security");
    String document =
        auditor.get("/api/documents").json().path("items").get(0).path("id").asString();
    String markings = "/api/documents/" + document + "/markings";
    assertThat(auditor.get(markings + "?asOf=1990-01-01").status()).isEqualTo(200);
    for (String wrong : List.of("?asof=1990-01-01", "?asOf=", "?knownAt", "?foo=1")) {
      refused(auditor.get(markings + wrong), "JRN-0052");
    }
    assertThat(auditor.get(markings + "?asof=1990-01-01").body())
        .contains("There is no parameter 'asof'")
        .contains("There are: asOf, knownAt.");
    String person = new Staff(glasnost).id("security");
    assertThat(officer.get("/api/people/" + person + "?asOf=2026-01-01").status()).isEqualTo(200);
    refused(officer.get("/api/people/" + person + "?asof=2026-01-01"), "JRN-0052");
    refused(officer.get("/api/people/" + person + "?asOf="), "JRN-0052");
  }

  @Test
  void atAnInstantToComeAllIsKnownThatIsKnownNow() {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    Caller auditor = glasnost.as("auditor");
    String document =
        auditor.get("/api/documents").json().path("items").get(0).path("id").asString();
    String markings = "/api/documents/" + document + "/markings?knownAt=";
    Instant now = Instant.now();
    assertThat(auditor.get(markings + now).status()).isEqualTo(200);
    assertThat(auditor.get(markings + now.plus(1, ChronoUnit.HOURS)).body())
        .isEqualTo(auditor.get(markings + Instant.now()).body());
  }

  /** As at the page, and as in a search that is kept. */
  @Test
  void anActorIsAskedForByUserNameToo() {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    new Work(glasnost).registers("SECRET\n\nA notional text.\n", Map.of());
    Caller auditor = glasnost.as("auditor");
    String id = new Staff(glasnost).id("intake.nara");
    for (String path : List.of("events?order=desc", "export?to=2099-01-01T00:00:00Z")) {
      String asked = "/api/journal/" + path + "&kind=DOCUMENT_REGISTERED&actor=";
      Caller.Answer named = auditor.get(asked + "intake.nara");
      assertThat(named.status()).as(named.body()).isEqualTo(200);
      assertThat(named.body()).contains("DOCUMENT_REGISTERED");
      if (path.startsWith("events")) {
        assertThat(named.json().path("items"))
            .isEqualTo(auditor.get(asked + id).json().path("items"));
      }
      Caller.Answer unknown = auditor.get(asked + "nobody.here");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.rules()).containsExactly("ACC-0001");
    }
    assertThat(auditor.get("/api/journal/events/stream?actor=nobody.here").status()).isEqualTo(404);
  }

  /** The form sends the fields that were left empty; it sends none that there is not. */
  @Test
  void thePagesExportIsWhatWasAskedFor() {
    SignedInPages auditor = new SignedInPages(RunningGlasnost.on(Databases.H2)).as("auditor");
    for (String right : List.of("", "?continue", "?document=&kind=&actor=&from=&to=&format=csv")) {
      assertThat(auditor.reads("/journal/export" + right).statusCode()).as(right).isEqualTo(200);
    }
    for (String wrong : List.of("?after=1", "?Kind=SIGNED_IN", "?format=", "?format=pdf")) {
      assertThat(auditor.reads("/journal/export" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  private static void refused(Caller.Answer answer, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.rules()).as(answer.body()).containsExactly(rule);
  }
}
