package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Where the journal cannot be told what the answer to an act tells, nothing was done: the same call
 * is made again, and what is shown once is shown then.
 */
class DoneAndAnsweredIT {
  private static final String HALF = "([a-z2-9]{4}-){2}[a-z2-9]{4}";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theSecondHalfOfAPasswordIsNotLost(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String order = "/api/account-orders/" + proposed(glasnost);
    Caller second = glasnost.as("security2").with("Idempotency-Key", UUID.randomUUID().toString());

    Caller.Answer approved =
        refusedThenDone(glasnost, "REASONS_READ", () -> second.post(order + "/approve"));

    assertThat(approved.json().path("half").asString()).matches(HALF);
    String other = "/api/account-orders/" + proposed(glasnost);
    refusedThenDone(
        glasnost,
        "REASONS_READ",
        () -> glasnost.as("security2").post(other + "/reject", Map.of("reason", "nobody")));
    String third = "/api/account-orders/" + proposed(glasnost);
    refusedThenDone(
        glasnost, "REASONS_READ", () -> glasnost.as("security").post(third + "/withdraw"));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void norIsItOnThePage(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String page = "/people/accounts/" + proposed(glasnost);
    Tab second = new Tab(glasnost).signsIn("security2");
    second.reads(page);

    LinesRefused.of(
        "REASONS_READ",
        glasnost,
        () -> assertThat(second.sends(page + "/approve", Map.of()).statusCode()).isEqualTo(503));
    second.reads(page);
    int told = told(glasnost, page);
    HttpResponse<String> approved = second.sends(page + "/approve", Map.of());
    assertThat(approved.statusCode()).isEqualTo(303);
    assertThat(told(glasnost, page))
        .as("the journal has the line of the next page")
        .isEqualTo(told + 1);
    LinesRefused.of(
        "REASONS_READ",
        glasnost,
        () -> {
          HttpResponse<String> once = second.reads(page);
          assertThat(once.statusCode()).isEqualTo(200);
          assertThat(once.body()).containsPattern("<code>" + HALF + "</code>");
          assertThat(second.reads(page).statusCode()).as("the half is gone").isEqualTo(503);
        });
    assertThat(second.reads(page).body()).doesNotContainPattern("<code>" + HALF + "</code>");
  }

  private static int told(RunningGlasnost glasnost, String page) {
    String order = page.substring(page.lastIndexOf('/') + 1);
    return (int)
        glasnost
            .as("auditor")
            .get(
                "/api/journal/events?limit=200&order=desc&kind=REASONS_READ&actor="
                    + new Staff(glasnost).id("security2"))
            .json()
            .path("items")
            .valueStream()
            .filter(line -> line.path("after").path("of").toString().contains(order))
            .count();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRightIsGivenOrNot(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String subject = new Staff(glasnost).id("reviewer.cia");
    JsonNode order =
        glasnost
            .as("security")
            .post(
                "/api/people/" + subject + "/grants",
                Staff.proposal(Map.of("kind", "ROLE", "role", "REDACTOR")))
            .json();
    String path = "/api/grants/" + order.path("id").asString();

    refusedThenDone(
        glasnost,
        "REASONS_READ",
        () -> glasnost.as("security2").post(path + "/reject", Map.of("reason", "no need")));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void itEndsOrNot(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String path = subject.path() + "/rights/" + staff.running(subject, "CLEARANCE") + "/end";

    refusedThenDone(
        glasnost,
        "REASONS_READ",
        () -> glasnost.as("security").post(path, Map.of("reason", "needed no more")));
    staff.leaves(subject);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aTaskWithANoteIsClaimedGivenBackAndCompletedOrNot(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields("Done and answered"));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does(
        "reviewer2.state",
        "SECOND_REVIEW",
        document,
        Map.of("return", true, "reason", "fictitious words"));
    Caller reviewer = glasnost.as("reviewer.state");
    String task = "/api/tasks/" + work.open("reviewer.state", "FIRST_REVIEW", document);

    // Before the claim the reviewer reads no text of it, and so no note.
    assertThat(reviewer.post(task + "/claim").status()).isEqualTo(200);
    refusedThenDone(glasnost, "REASONS_READ", () -> reviewer.put(task + "/draft", "{}"));
    assertThat(reviewer.post(task + "/unclaim").status()).isEqualTo(200);
    refusedThenDone(glasnost, "REASONS_READ", () -> reviewer.post(task + "/claim"));
    assertThat(reviewer.post(task + "/complete", Decisions.inFull()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRegistrationIsCorrectedAReviewOrderedAndADocumentWithdrawnOrNot(Databases database)
      throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.atRest(Papers.MEMO, Papers.fields("Done and answered"));
    Caller records = glasnost.as("records.nara");
    String path = "/api/documents/" + document;

    refusedThenDone(
        glasnost,
        "REGISTRATION_READ",
        () -> records.patch(path, "{\"title\":\"Another title\",\"reason\":\"mistyped\"}"));
    assertThat(records.get(path).json().path("title").asString()).isEqualTo("Another title");
    String withdrawn = work.atRest(Papers.MEMO, Papers.fields("Done and answered"));
    refusedThenDone(
        glasnost,
        "REGISTRATION_READ",
        () ->
            records.post(
                "/api/documents/" + withdrawn + "/withdraw", Map.of("reason", "registered twice")));
    String reviewed = work.atRest(Papers.MEMO, Papers.fields("Done and answered"));
    refusedThenDone(
        glasnost,
        "REGISTRATION_READ",
        () ->
            records.post(
                "/api/reviews", Map.of("kind", "SYSTEMATIC", "documents", List.of(reviewed))));
  }

  /** To be answered with one's own words is no reading, and waits for no line. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoIsAnsweredWithTheirOwnWordsReadsNothing(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    PuttingInForce putting = new PuttingInForce(glasnost);
    Caller admin = glasnost.as("admin2");
    String file =
        Files.readString(Path.of("processes/record-life-cycle/record-life-cycle.bpmn"))
            .replace("\"Marking review\"", "\"Review of its marking\"");
    String deployment =
        "/api/deployments/" + putting.submits(Map.of("record-life-cycle.bpmn", file));
    String version =
        "/api/processes/record-life-cycle/versions/" + putting.newest("record-life-cycle");
    Map<String, String> why = Map.of("reason", "fictitious words");

    LinesRefused.of(
        "REASONS_READ",
        glasnost,
        () -> {
          assertThat(admin.post(deployment + "/reject", why).json().path("reason").asString())
              .isEqualTo("fictitious words");
          assertThat(admin.get(deployment).status()).isEqualTo(503);
          assertThat(admin.post(version + "/suspend", why).status()).isEqualTo(200);
          try {
            assertThat(admin.get(version).status()).isEqualTo(503);
          } finally {
            assertThat(admin.post(version + "/resume", why).status()).isEqualTo(200);
          }
        });
    assertThat(admin.get(deployment).status()).isEqualTo(200);
  }

  /** The call while the journal takes no such line, and again when it does. */
  private static Caller.Answer refusedThenDone(
      RunningGlasnost glasnost, String kind, Supplier<Caller.Answer> call) throws Exception {
    LinesRefused.of(
        kind,
        glasnost,
        () -> {
          Caller.Answer answer = call.get();
          assertThat(answer.status()).as(answer.body()).isEqualTo(503);
          assertThat(answer.rules()).containsExactly("JRN-0001");
        });
    Caller.Answer answer = call.get();
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer;
  }

  private static String proposed(RunningGlasnost glasnost) {
    Caller.Answer proposed =
        glasnost
            .as("security")
            .post(
                "/api/people",
                Map.of(
                    "userName",
                    "t" + UUID.randomUUID().toString().substring(0, 8),
                    "displayName",
                    "Notional " + UUID.randomUUID(),
                    "position",
                    "Notional reviewer",
                    "agency",
                    "STATE",
                    "reason",
                    "needed"));
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
    return proposed.json().path("id").asString();
  }
}
