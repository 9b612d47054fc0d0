package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whom the reasons of a review are shown to: its release opens the text and none of them. */
class DeliberationsIT {
  private static final String REASON = "the fictitious source of paragraph two is dead";
  private static final Map<String, Object> FIELDS =
      Papers.fields("A fictitious paper for its reasons", "1985-03-25");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theReleaseInFullOpensNoReason(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String review = releasedInFull(glasnost, "SECRET\nDECL: OADR\n\nA fictitious text.\n");

    for (String outsider :
        List.of(
            "reviewer.confidential",
            "security",
            "auditor",
            "admin",
            "reviewer.nsc",
            "reviewer.cia",
            "intake.nara",
            "authority.nara",
            "classifier.state",
            "oca.state")) {
      Caller.Answer answer = glasnost.as(outsider).get("/api/reviews/" + review);
      assertThat(answer.status()).as(outsider).isEqualTo(200);
      assertThat(answer.body()).as(outsider).doesNotContain(REASON);
      assertThat(answer.header("X-Content-Marking")).as(outsider).isEqualTo("UNCLASSIFIED");
      for (JsonNode step : answer.json().path("determinations")) {
        assertThat(step.has("reason") && step.has("decision")).as(outsider).isTrue();
        assertThat(step.path("reason").isNull() && step.path("decision").isNull()).isTrue();
      }
      assertThat(glasnost.as(outsider).get("/reviews/" + review, "text/html").body())
          .as(outsider)
          .doesNotContain(REASON);
    }
    for (String insider :
        List.of(
            "reviewer.state",
            "reviewer2.state",
            "authority.state",
            "senior.state",
            "records.nara",
            "redactor.nara",
            "coordinator.nara")) {
      Caller.Answer answer = glasnost.as(insider).get("/api/reviews/" + review);
      assertThat(answer.body()).as(insider).contains(REASON);
      assertThat(answer.header("X-Content-Marking")).as(insider).isEqualTo("SECRET//NOFORN");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aNamedListIsMetByAPartInTheCourseAndByNoDuty(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String review =
        releasedInFull(
            glasnost, "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT\nDECL: OADR\n\nFictitious.\n");

    for (String outsider : List.of("senior.state", "redactor.nara", "reviewer.confidential")) {
      assertThat(glasnost.as(outsider).get("/api/reviews/" + review).body())
          .as(outsider)
          .doesNotContain(REASON);
    }
    Caller.Answer own = glasnost.as("reviewer2.state").get("/api/reviews/" + review);
    assertThat(own.body()).contains(REASON);
    assertThat(own.header("X-Content-Marking")).isEqualTo("SECRET//NOFORN");
  }

  private static String releasedInFull(RunningGlasnost glasnost, String text) {
    Work work = new Work(glasnost);
    String document = work.underReview(text, FIELDS);
    String review =
        glasnost
            .as("records.nara")
            .get("/api/documents/" + document)
            .json()
            .path("review")
            .asString();
    Map<String, Object> decision = new HashMap<>(Decisions.inFull());
    decision.put("reason", REASON);
    work.does("reviewer.state", "FIRST_REVIEW", document, decision);
    work.does(
        "reviewer2.state", "SECOND_REVIEW", document, Map.of("return", true, "reason", REASON));
    work.does("reviewer.state", "FIRST_REVIEW", document, decision);
    work.does("reviewer2.state", "SECOND_REVIEW", document, decision);
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", REASON));
    work.does("records.nara", "RELEASE", document, Map.of("release", true, "reason", REASON));
    return review;
  }
}
