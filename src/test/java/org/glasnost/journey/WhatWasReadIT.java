package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever sealed words somebody is shown, a line of the journal says so: who, of what, at which
 * task, and none of the words.
 */
class WhatWasReadIT {
  private static final String TITLE = "A fictitious title ZQVXJK";
  private static final String REASON = "fictitious words of a reason QJXVZK";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aTitleIsToldOnceAMinuteAndAListInOneLine(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    Staff staff = new Staff(glasnost);
    List<String> documents =
        List.of(
            work.atRest(Papers.MEMO, Papers.fields(TITLE)),
            work.atRest(Papers.MEMO, Papers.fields(TITLE)));
    String document = documents.get(0);
    String reader = staff.id("records.nara");
    Caller caller = glasnost.as("records.nara");

    for (int i = 0; i < 3; i++) {
      assertThat(caller.get("/api/documents/" + document).body()).contains(TITLE);
    }
    assertThat(lines(glasnost, "REGISTRATION_READ", "&document=" + document + "&actor=" + reader))
        .singleElement()
        .satisfies(
            line -> assertThat(line.path("reasonCode").asString()).isEqualTo("REGISTRATION"));

    for (int i = 0; i < 3; i++) {
      assertThat(caller.get("/api/documents?limit=200&q=ZQVXJK").body()).contains(documents.get(1));
    }
    List<JsonNode> listed =
        lines(glasnost, "REGISTRATION_READ", "&actor=" + reader).stream()
            .filter(line -> line.path("reasonCode").asString().equals("LISTED"))
            .filter(line -> named(line).contains(document))
            .toList();
    assertThat(listed)
        .as("one line for the label of both, though it was asked thrice")
        .singleElement()
        .satisfies(
            line -> {
              assertThat(named(line)).containsAll(documents);
              assertThat(line.path("document").isMissingNode() || line.path("document").isNull())
                  .isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoMayNotKnowOfADocumentOnAListIsToldOfItInALineOfItsLabel(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String low = work.atRest(Papers.MEMO, Papers.fields(TITLE));
    String high = work.atRest(Papers.MEMO.replace("CONFIDENTIAL", "SECRET"), Papers.fields(TITLE));
    glasnost.as("records.nara").get("/api/documents?limit=200&q=ZQVXJK");

    List<JsonNode> listed =
        lines(glasnost, "REGISTRATION_READ", "&actor=" + new Staff(glasnost).id("records.nara"))
            .stream()
            .filter(line -> named(line).contains(low) || named(line).contains(high))
            .filter(line -> line.path("reasonCode").asString().equals("LISTED"))
            .toList();

    assertThat(listed)
        .as("a label, a line: whoever is cleared for the one sees nothing of the other")
        .hasSize(2)
        .noneMatch(line -> named(line).containsAll(List.of(low, high)));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void textReadOverTheApiIsToldWithTheTaskOrTheNeedToKnow(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    Staff staff = new Staff(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields(TITLE));
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);

    for (String what : List.of("text", "portions")) {
      assertThat(
              glasnost.as("reviewer.state").get("/api/documents/" + document + "/" + what).status())
          .isEqualTo(200);
    }
    assertThat(
            new SignedInPages(glasnost)
                .as("reviewer.state")
                .reads("/documents/" + document + "?text")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            lines(
                glasnost,
                "CONTENT_READ",
                "&document=" + document + "&actor=" + staff.id("reviewer.state")))
        .hasSize(3)
        .allSatisfy(
            line -> {
              assertThat(line.path("task").asString()).isEqualTo(task);
              assertThat(line.path("role").asString()).isEqualTo("REVIEWER");
              assertThat(line.path("after").path("need").asString()).isEqualTo("CLAIM");
            });
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatWasWrittenInAReviewIsToldEachTimeItIsRead(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    Staff staff = new Staff(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields(TITLE));
    work.does(
        "reviewer.state",
        "FIRST_REVIEW",
        document,
        Map.of("determination", "DECLASSIFY_IN_FULL", "reason", REASON));
    String review = review(glasnost, document);
    String task = work.claim("reviewer2.state", "SECOND_REVIEW", document);
    Caller reader = glasnost.as("reviewer2.state");
    SignedInPages pages = new SignedInPages(glasnost).as("reviewer2.state");

    for (int i = 0; i < 2; i++) {
      assertThat(reader.get("/api/reviews/" + review).body()).contains(REASON);
    }
    assertThat(pages.reads("/reviews/" + review).body()).contains(REASON);
    assertThat(pages.reads("/tasks/" + task).body()).contains(REASON);
    assertThat(written(glasnost, document, "DELIBERATIONS", staff.id("reviewer2.state")))
        .hasSize(4)
        .allSatisfy(
            line -> {
              assertThat(line.path("review").asString()).isEqualTo(review);
              assertThat(line.path("task").asString()).isEqualTo(task);
              assertThat(line.path("role").asString()).isEqualTo("REVIEWER");
            });

    // Whoever is not shown the words has no line of them.
    assertThat(glasnost.as("reviewer.state").get("/api/reviews/" + review).body())
        .contains("FIRST_REVIEWED")
        .doesNotContain(REASON);
    assertThat(written(glasnost, document, "DELIBERATIONS", staff.id("reviewer.state"))).isEmpty();
    assertThat(everything(glasnost, document)).doesNotContain(REASON).doesNotContain(TITLE);
  }

  /** The note quotes a document that is none of the review's. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoReadsTheNoteOfAHistoricActionIsFoundByTheDocumentThatItQuotes(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String released = work.atRest(Papers.MEMO, Papers.fields(TITLE, "1985-03-25"));
    String quoted = work.underReview(Papers.MEMO, Papers.fields(TITLE, "1985-03-25"));
    Map<String, Object> body = new HashMap<>(Decisions.historic(released, "2000-07-25"));
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
            Map.of("document", quoted, "from", 0, "to", 3, "note", REASON)));
    Caller.Answer ordered = glasnost.as("records.nara").post("/api/reviews", body);
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
    String review = ordered.json().path("id").asString();
    work.does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        released,
        Map.of("equities", List.of(), "reason", "none seen"));
    work.claim("reviewer.state", "FIRST_REVIEW", released);
    work.claim("reviewer.state", "FIRST_REVIEW", quoted);
    String reader = new Staff(glasnost).id("reviewer.state");
    assertThat(written(glasnost, quoted, "DELIBERATIONS", reader)).isEmpty();

    assertThat(glasnost.as("reviewer.state").get("/api/reviews/" + review).body()).contains(REASON);

    for (String document : List.of(released, quoted)) {
      assertThat(written(glasnost, document, "DELIBERATIONS", reader))
          .singleElement()
          .satisfies(line -> assertThat(line.path("review").asString()).isEqualTo(review));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDraftAndTheReasonOfAReturnAreToldAtTheirTask(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    Staff staff = new Staff(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields(TITLE));
    work.does(
        "reviewer.state",
        "FIRST_REVIEW",
        document,
        Map.of("determination", "DECLASSIFY_IN_FULL", "reason", "as it is"));
    work.does(
        "reviewer2.state", "SECOND_REVIEW", document, Map.of("return", true, "reason", REASON));
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);
    Caller reader = glasnost.as("reviewer.state");
    String own = staff.id("reviewer.state");

    int notes = written(glasnost, document, "TASK_NOTE", own).size();
    assertThat(reader.get("/api/tasks/" + task).body()).contains(REASON);
    assertThat(written(glasnost, document, "TASK_NOTE", own))
        .hasSize(notes + 1)
        .allSatisfy(line -> assertThat(line.path("task").asString()).isEqualTo(task));

    assertThat(reader.get("/api/tasks/" + task + "/draft").status()).isEqualTo(404);
    assertThat(written(glasnost, document, "TASK_DRAFT", own)).as("there is none").isEmpty();
    reader.put("/api/tasks/" + task + "/draft", "{\"reason\":\"" + REASON + "\"}");
    assertThat(reader.get("/api/tasks/" + task + "/draft").body()).contains(REASON);
    SignedInPages pages = new SignedInPages(glasnost).as("reviewer.state");
    assertThat(pages.reads("/tasks/" + task).body()).contains(REASON);
    assertThat(written(glasnost, document, "TASK_DRAFT", own)).hasSize(2);
    assertThat(written(glasnost, document, "TASK_NOTE", own)).hasSizeGreaterThan(notes + 1);
    assertThat(everything(glasnost, document)).doesNotContain(REASON);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theWordsOfOrdersAreToldInOneLineOfAList(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    String subject = staff.id("reviewer.cia");
    Caller first = glasnost.as("security");
    Caller.Answer proposed =
        first.post(
            "/api/people/" + subject + "/grants",
            Staff.proposal(Map.of("kind", "ROLE", "role", "REDACTOR")));
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
    String order = proposed.json().path("id").asString();
    String second = staff.id("security2");

    assertThat(glasnost.as("security2").get("/api/grants?limit=200").body()).contains(order);
    assertThat(glasnost.as("security2").get("/api/grants/" + order).status()).isEqualTo(200);
    assertThat(new SignedInPages(glasnost).as("security2").reads("/people/orders").statusCode())
        .isEqualTo(200);

    assertThat(
            lines(glasnost, "REASONS_READ", "&actor=" + second).stream()
                .filter(line -> line.path("reasonCode").asString().equals("RIGHTS_ORDER"))
                .filter(line -> line.path("after").path("of").toString().contains(order))
                .toList())
        .as("a list, one, a page")
        .hasSize(3);
    assertThat(glasnost.as("security").post("/api/grants/" + order + "/withdraw").status())
        .isEqualTo(200);
  }

  private static Set<String> named(JsonNode line) {
    return line.path("after")
        .path("documents")
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  private static String review(RunningGlasnost glasnost, String document) {
    return glasnost
        .as("records.nara")
        .get("/api/documents/" + document)
        .json()
        .path("review")
        .asString();
  }

  private static List<JsonNode> written(
      RunningGlasnost glasnost, String document, String code, String actor) {
    return lines(glasnost, "REASONS_READ", "&document=" + document + "&actor=" + actor).stream()
        .filter(line -> line.path("reasonCode").asString().equals(code))
        .toList();
  }

  private static List<JsonNode> lines(RunningGlasnost glasnost, String kind, String more) {
    return glasnost
        .as("auditor")
        .get("/api/journal/events?limit=200&order=desc&kind=" + kind + more)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  private static String everything(RunningGlasnost glasnost, String document) {
    return glasnost.as("auditor").get("/api/journal/events?limit=200&document=" + document).body();
  }
}
