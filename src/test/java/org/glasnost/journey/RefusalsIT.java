package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.glasnost.authority.People;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is refused, each with its finding, and nothing changed. */
class RefusalsIT {
  private static final String TEXT =
      """
      This text is fictitious.

      SECRET
      DECL: OADR

      March 25, 1985

      The first paragraph tells of nothing in particular.

      The second paragraph is as empty as the first.
      """;
  private static final Map<String, Object> FIELDS =
      Papers.fields("A fictitious memorandum", "1985-03-25");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theSamePersonDoesNotReviewTwiceNorSign(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());

    String second = work.open("reviewer2.state", "SECOND_REVIEW", document);
    Caller.Answer claimed = glasnost.as("reviewer.state").post("/api/tasks/" + second + "/claim");
    assertThat(claimed.status()).isEqualTo(403);
    assertThat(claimed.rules()).containsExactly("REV-0002");
    assertThat(tasks(glasnost, "reviewer.state", document)).isEmpty();

    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    String signature = work.open("authority.state", "SIGNATURE", document);
    assertThat(glasnost.as("authority.nara").post("/api/tasks/" + signature + "/claim").status())
        .isEqualTo(404);
    assertThat(glasnost.as("reviewer2.state").get("/api/tasks/" + signature).status())
        .isEqualTo(404);
    assertThat(refused(glasnost, document)).contains("authority.nara");
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    Caller.Answer again =
        glasnost
            .as("authority.state")
            .post("/api/tasks/" + signature + "/complete", Map.of("sign", true, "reason", "again"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.rules()).containsExactly("TSK-0001");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theUnclearedLearnsNothing(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    String task = work.open("reviewer.state", "FIRST_REVIEW", document);
    Caller uncleared = glasnost.as("reviewer.confidential");
    for (String path :
        List.of(
            "/api/documents/" + document,
            "/api/documents/" + document + "/text",
            "/api/documents/" + document + "/portions",
            "/api/documents/" + document + "/markings",
            "/api/documents/" + document + "/release",
            "/api/tasks/" + task)) {
      Caller.Answer answer = uncleared.get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).doesNotContain("fictitious");
    }
    assertThat(ids(uncleared.get("/api/documents?limit=200"))).doesNotContain(document);
    assertThat(tasks(glasnost, "reviewer.confidential", document)).isEmpty();
    assertThat(uncleared.post("/api/tasks/" + task + "/claim").status()).isEqualTo(404);
    assertThat(refused(glasnost, document)).contains("reviewer.confidential");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theQueueSeesTheTaskAndNotTheText(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    Caller reviewer = glasnost.as("reviewer.state");
    assertThat(reviewer.get("/api/documents/" + document).status()).isEqualTo(200);
    Caller.Answer unread = reviewer.get("/api/documents/" + document + "/text");
    assertThat(unread.status()).isEqualTo(403);
    assertThat(unread.rules()).containsExactly("ACC-0002");
    work.claim("reviewer.state", "FIRST_REVIEW", document);
    assertThat(reviewer.get("/api/documents/" + document + "/text").body()).isEqualTo(TEXT);
    assertThat(glasnost.as("auditor").get("/api/documents/" + document + "/text").status())
        .isEqualTo(403);
    assertThat(glasnost.as("admin").get("/api/documents/" + document).status()).isEqualTo(404);
    assertThat(glasnost.as("security").get("/api/documents/" + document).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDecisionIsWhole(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);
    Caller reviewer = glasnost.as("reviewer.state");
    String path = "/api/tasks/" + task + "/complete";

    Caller.Answer noReason = reviewer.post(path, Map.of("determination", "DECLASSIFY_IN_FULL"));
    assertThat(noReason.status()).isEqualTo(422);
    assertThat(noReason.rules()).containsExactly("REV-0011");

    List<String> portions = work.portions("reviewer.state", document);
    Caller.Answer leftOut =
        reviewer.post(path, decision(portions.subList(1, portions.size()), Map.of()));
    assertThat(leftOut.status()).isEqualTo(422);
    assertThat(leftOut.rules()).contains("REV-0014");

    Caller.Answer outside =
        reviewer.post(
            path,
            decision(
                portions,
                Map.of("from", 0, "to", 100_000, "basis", "3.3(b)(6)", "reason", "too far")));
    assertThat(outside.status()).isEqualTo(422);
    assertThat(outside.rules()).containsExactly("REV-0021");

    Caller.Answer unknownMember =
        reviewer.post(path, Map.of("determination", "SUSTAIN", "effectiveOn", "2000-01-01"));
    assertThat(unknownMember.status()).isEqualTo(400);
    assertThat(unknownMember.body()).contains("effectiveOn");
    assertThat(reviewer.get("/api/tasks/" + task).json().path("completedAt").isNull()).isTrue();
    assertThat(glasnost.as("records.nara").get("/api/documents/" + document).json().path("state"))
        .hasToString("\"UNDER_REVIEW\"");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofTwoClaimsAtOnceOneIsRefused(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    String task = work.open("reviewer.state", "FIRST_REVIEW", document);
    List<Integer> statuses =
        Stream.of("reviewer.state", "reviewer2.state")
            .map(
                name ->
                    CompletableFuture.supplyAsync(
                        () -> glasnost.as(name).post("/api/tasks/" + task + "/claim").status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(statuses).containsExactly(200, 409);
  }

  /** What curl sends where nobody names a type. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFormIsNoBodyOfTheInterface(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller caller = glasnost.as("intake.nara");
    String document = new Work(glasnost).registers(TEXT, FIELDS);
    for (String method : List.of("PATCH", "PUT", "POST")) {
      for (String body : List.of("{\"title\":\"x\"}", "{}", "a=b", "a", "&&=", "")) {
        Caller.Answer answer =
            caller.send(
                caller
                    .request("/api/documents/" + document)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.status()).as("%s %s", method, body).isBetween(400, 415);
        assertThat(answer.json().path("title").asString()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anUploadIsATextAndNotTooMuchOfIt(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    int before = ids(glasnost.as("intake.nara").get("/api/documents?limit=200")).size();

    assertThat(upload(glasnost, new byte[0]).status()).isEqualTo(422);
    assertThat(upload(glasnost, new byte[0]).rules()).containsExactly("DOC-0003");
    Caller.Answer large = upload(glasnost, new byte[20 * 1024 * 1024 + 1]);
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.json().path("title").asString()).isNotBlank();
    String parts =
        "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\na\r\n"
                .repeat(60)
            + "--b--\r\n";
    Caller admin = glasnost.as("admin");
    Caller.Answer many =
        admin.send(
            admin
                .request("/api/deployments")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(parts)));
    assertThat(many.status()).isEqualTo(413);
    assertThat(many.json().path("detail").asString()).contains("50 parts");
    byte[] latin = "Chargé d'affaires".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(upload(glasnost, latin).status()).isEqualTo(422);
    assertThat(upload(glasnost, latin).rules()).containsExactly("DOC-0004");

    Map<String, Object> future = new LinkedHashMap<>(FIELDS);
    future.put("documentDate", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
    future.put("text", TEXT);
    Caller.Answer ahead = glasnost.as("intake.nara").post("/api/documents", future);
    assertThat(ahead.status()).isEqualTo(422);
    assertThat(ahead.rules()).containsExactly("DOC-0008");
    assertThat(glasnost.as("reviewer.state").post("/api/documents", Map.of("text", "x")).status())
        .isEqualTo(403);
    assertThat(ids(glasnost.as("intake.nara").get("/api/documents?limit=200"))).hasSize(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aHistoricActionLiesBeforeTheRegistration(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.atRest(TEXT, FIELDS);
    for (String day : List.of(LocalDate.now(ZoneOffset.UTC).plusDays(1).toString(), "1985-03-24")) {
      Caller.Answer refused =
          glasnost.as("records.nara").post("/api/reviews", Decisions.historic(document, day));
      assertThat(refused.status()).as(refused.body()).isEqualTo(422);
      assertThat(refused.rules()).containsExactly("REV-0089");
    }
    work.orders("OADR", List.of(document));
    Caller.Answer twice =
        glasnost
            .as("records.nara")
            .post("/api/reviews", Map.of("kind", "OADR", "documents", List.of(document)));
    assertThat(twice.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aReturnedReviewAndADifferingOneGoTheirWays(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does(
        "reviewer2.state",
        "SECOND_REVIEW",
        document,
        Map.of("return", true, "reason", "look again"));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    List<String> portions = work.portions("senior.state", document);
    Map<String, Object> sustain = Decisions.sustain(portions);
    work.does("reviewer2.state", "SECOND_REVIEW", document, sustain);
    String adjudication = work.open("supervisor.state", "ADJUDICATION", document);
    work.does("supervisor.state", "ADJUDICATION", document, sustain);
    assertThat(glasnost.as("supervisor.state").get("/api/tasks/" + adjudication).status())
        .isEqualTo(200);
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", false, "reason", "not yet"));
    work.does("senior.state", "ADJUDICATION", document, sustain);
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    JsonNode sustained = glasnost.as("records.nara").get("/api/documents/" + document).json();
    assertThat(sustained.path("state").asString()).isEqualTo("PROTECTED");
    assertThat(sustained.path("declassification").path("line").asString())
        .isEqualTo("25X6, 20350324");
    assertThat(sustained.path("review").isNull()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anotherAgencysWordsWaitForItsAnswer(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.atRest(TEXT, FIELDS);
    work.orders("SYSTEMATIC", List.of(document));
    List<String> portions = work.portions("records.nara", document);
    String held = portions.get(portions.size() - 1);
    work.does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        document,
        Map.of("equities", List.of(Map.of("portion", held, "agency", "CIA")), "reason", "as read"));
    String first = work.claim("reviewer.state", "FIRST_REVIEW", document);
    Caller.Answer released =
        glasnost.as("reviewer.state").post("/api/tasks/" + first + "/complete", Decisions.inFull());
    assertThat(released.status()).isEqualTo(422);
    assertThat(released.rules()).containsExactly("REV-0070");

    Map<String, Object> refer = new LinkedHashMap<>(Decisions.sustain(portions));
    refer.remove("instruction");
    refer.put("determination", "REFER");
    refer.put(
        "referrals",
        List.of(Map.of("agency", "CIA", "portions", List.of(held), "reason", "theirs")));
    Caller.Answer referred =
        glasnost.as("reviewer.state").post("/api/tasks/" + first + "/complete", refer);
    assertThat(referred.status()).as(referred.body()).isEqualTo(200);
    work.does(
        "coordinator.nara",
        "REFERRAL_ANSWER",
        document,
        Map.of(
            "agency",
            "CIA",
            "portions",
            List.of(Map.of("portion", held, "decision", "RELEASE")),
            "answeredOn",
            "2026-01-05",
            "evidence",
            "letter of that day",
            "reason",
            "no objection"));
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    work.does("senior.state", "ADJUDICATION", document, Decisions.inFull());
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    work.does("records.nara", "RELEASE", document, Map.of("release", true, "reason", "done"));
    assertThat(
            glasnost
                .as("reviewer.confidential")
                .get("/api/documents/" + document + "/release", "text/plain")
                .status())
        .isEqualTo(200);
  }

  private static Map<String, Object> decision(List<String> portions, Map<String, Object> span) {
    List<Map<String, Object>> decided = new ArrayList<>();
    for (String portion : portions) {
      decided.add(
          span.isEmpty() || !decided.isEmpty()
              ? Map.of("portion", portion, "decision", "RELEASE")
              : Map.of("portion", portion, "decision", "PART", "spans", List.of(span)));
    }
    return Map.of("determination", "DECLASSIFY_IN_PART", "portions", decided, "reason", "so");
  }

  private static Caller.Answer upload(RunningGlasnost glasnost, byte[] text) {
    String boundary = "glasnost-boundary";
    byte[] head =
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                + "Content-Type: application/json\r\n\r\n"
                + "{\"title\":\"A fictitious upload\"}\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"text.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    Caller intake = glasnost.as("intake.nara");
    return intake.send(
        intake
            .request("/api/documents")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArrays(List.of(head, text, tail))));
  }

  private static List<String> ids(Caller.Answer list) {
    return list.json().path("items").valueStream().map(i -> i.path("id").asString()).toList();
  }

  private static List<String> tasks(RunningGlasnost glasnost, String userName, String document) {
    return ids(glasnost.as(userName).get("/api/tasks?document=" + document));
  }

  /** The names of those whose attempts on a document were refused, as the journal has them. */
  private static List<String> refused(RunningGlasnost glasnost, String document) {
    People people = glasnost.part(People.class);
    return glasnost
        .as("auditor")
        .get("/api/journal/events?kind=ACCESS_REFUSED&limit=200&document=" + document)
        .json()
        .path("items")
        .valueStream()
        .map(e -> UUID.fromString(e.path("actor").path("id").asString()))
        .map(id -> people.byId(id).orElseThrow().userName())
        .toList();
  }
}
