package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A review of several records tells each caller of those alone that they may know of. */
class ReviewOfSeveralIT {
  private static final String NOTE = "a fictitious stamp below the seal";
  private static final String OPEN = "SECRET\nDECL: OADR\n\nA fictitious text.\n";
  private static final String SHUT = "TOP SECRET\nDECL: OADR\n\nAnother fictitious text.\n";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void itsStateIsThatOfThePartsThatTheCallerMayKnow(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String open = work.atRest(OPEN, Papers.fields("To be released", "1985-03-25"));
    String shut = work.atRest(SHUT, Papers.fields("To stay where it is", "1985-03-25"));
    String review = work.orders("OADR", List.of(open, shut));
    released(work, open);

    JsonNode known = seen(glasnost, "reviewer.confidential", review);
    assertThat(known.path("documents").toString()).contains(open).doesNotContain(shut);
    assertThat(known.path("state").asString()).isEqualTo("CLOSED");
    assertThat(known.toString()).doesNotContain(shut);
    assertThat(seen(glasnost, "records.nara", review).path("state").asString()).isEqualTo("OPEN");

    SignedInPages pages = new SignedInPages(glasnost).as("reviewer.confidential");
    assertThat(pages.reads("/reviews/" + review).body()).contains("Closed").doesNotContain(shut);
    assertThat(new SignedInPages(glasnost).as("records.nara").reads("/reviews/" + review).body())
        .contains(shut);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whereTheRecordShowsWhatOthersDidIsForWhoMayKnowOfThatRecord(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String open = work.atRest(OPEN, Papers.fields("Released by others", "1985-03-25"));
    String shut = work.atRest(SHUT, Papers.fields("Says who released it", "1985-03-25"));
    Map<String, Object> body = new HashMap<>(Decisions.historic(open, "2000-07-25"));
    body.put(
        "historicAction",
        Map.of(
            "decidedOn",
            "2000-07-25",
            "decidedBy",
            "the library",
            "authority",
            "the stamp",
            "evidence",
            Map.of("document", shut, "from", 0, "to", 3, "note", NOTE)));
    Caller.Answer ordered = glasnost.as("records.nara").post("/api/reviews", body);
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
    String review = ordered.json().path("id").asString();
    released(work, open);

    for (String outsider : List.of("reviewer.confidential", "redactor.nara", "reviewer.state")) {
      Caller.Answer answer = glasnost.as(outsider).get("/api/reviews/" + review);
      assertThat(glasnost.as(outsider).get("/api/documents/" + shut).status()).isEqualTo(404);
      assertThat(answer.body()).as(outsider).doesNotContain(shut).doesNotContain(NOTE);
      assertThat(answer.json().path("historicAction").path("evidence").isNull()).isTrue();
      assertThat(answer.json().path("historicAction").path("decidedBy").asString())
          .isEqualTo("the library");
      assertThat(new SignedInPages(glasnost).as(outsider).reads("/reviews/" + review).body())
          .doesNotContain(shut)
          .doesNotContain(NOTE);
    }
    JsonNode custodian =
        seen(glasnost, "records.nara", review).path("historicAction").path("evidence");
    assertThat(custodian.path("document").asString()).isEqualTo(shut);
    assertThat(custodian.path("note").isNull()).isTrue();
  }

  private static JsonNode seen(RunningGlasnost glasnost, String who, String review) {
    Caller.Answer answer = glasnost.as(who).get("/api/reviews/" + review);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static void released(Work work, String document) {
    work.does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        document,
        Map.of("equities", List.of(), "reason", "none seen"));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    work.does(
        "records.nara", "RELEASE", document, Map.of("release", true, "reason", "nothing left"));
  }
}
