package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What every call of the API has in common: preconditions, bodies, lists, forms of an answer. */
class ContractIT {
  private static final String TEXT = "SECRET\n\nA fictitious paragraph.\n";
  private static final String STALE = "\"999\"";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aTaskIsChangedOnlyAsItWasSeen(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, Map.of());
    String task = "/api/tasks/" + work.open("classifier.state", "MARKING_REVIEW", document);
    Caller classifier = glasnost.as("classifier.state");
    String seen = tag(classifier.get(task));

    assertRefused(changing(classifier, task + "/claim", STALE, ""), 412, "WEB-0008");
    assertRefused(changing(classifier, task + "/claim", "no tag", ""), 400, "WEB-0015");
    assertThat(changing(classifier, task + "/claim", seen, "").status()).isEqualTo(200);
    assertRefused(changing(classifier, task + "/unclaim", seen, ""), 412, "WEB-0008");
    assertRefused(changing(classifier, task + "/complete", seen, "{}"), 412, "WEB-0008");
    assertThat(changing(classifier, task + "/complete", tag(classifier.get(task)), "{}").status())
        .isEqualTo(422);
    assertThat(changing(classifier, task + "/unclaim", "*", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsReadAgainIsAnsweredAnewWhereItShowsSomethingElse(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String transmittal = work.registers(TEXT, Map.of());
    Caller intake = glasnost.as("intake.nara");
    String path = "/api/documents/" + transmittal;
    String seen = tag(intake.get(path));
    assertThat(intake.send(intake.request(path).header("If-None-Match", seen).GET()).status())
        .isEqualTo(304);

    work.registers(TEXT, Map.of("enclosureOf", transmittal));

    assertThat(intake.send(intake.request(path).header("If-None-Match", seen).GET()).status())
        .isEqualTo(200);
    assertThat(
            intake
                .send(
                    intake
                        .request(path)
                        .header("If-Match", seen)
                        .header("Content-Type", "application/json")
                        .method(
                            "PATCH",
                            BodyPublishers.ofString(
                                "{\"title\":\"Another\",\"reason\":\"typed\"}")))
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aCallWithoutABodyTakesNoMember(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, Map.of());
    String claim =
        "/api/tasks/" + work.open("classifier.state", "MARKING_REVIEW", document) + "/claim";
    Caller classifier = glasnost.as("classifier.state");

    Caller.Answer unknown = classifier.post(claim, "{\"asWho\":\"me\"}");
    assertRefused(unknown, 400, "WEB-0002");
    assertThat(unknown.json().path("findings").get(0).path("at").asString()).isEqualTo("/asWho");
    assertRefused(classifier.post(claim, "{"), 400, "WEB-0001");
    assertRefused(classifier.post(claim, "[]"), 400, "WEB-0005");
    assertRefused(
        glasnost.as("admin").post("/api/operations/courses/repair", "{\"x\":1}"), 400, "WEB-0002");
    assertThat(classifier.post(claim, "{}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aBodyIsAnObjectAndItsListsHoldNoNull(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, Map.of());
    String task = "/api/tasks/" + work.claim("classifier.state", "MARKING_REVIEW", document);
    Caller classifier = glasnost.as("classifier.state");

    for (String body : List.of("null", "[]", "1", "\"x\"")) {
      assertRefused(classifier.post(task + "/complete", body), 400, "WEB-0003");
      assertRefused(classifier.put(task + "/draft", body), 400, "WEB-0003");
    }
    assertRefused(classifier.post(task + "/complete", "{\"readings\":[null]}"), 400, "WEB-0003");
    assertRefused(
        glasnost.as("records.nara").post("/api/reviews", "{\"documents\":[null]}"),
        400,
        "WEB-0003");
    assertRefused(classifier.put(task + "/draft", "{\"sign\":true}"), 400, "WEB-0002");
    assertThat(classifier.put(task + "/draft", "{\"reason\":\"half of it\"}").status())
        .isEqualTo(200);
    assertThat(classifier.get(task + "/draft").body()).isEqualTo("{\"reason\":\"half of it\"}");
    assertRefused(
        classifier.post(
            "/api/declassification/compute", "{\"purpose\":\"DERIVE\",\"sources\":[null]}"),
        400,
        "WEB-0003");
    Caller.Answer calculated =
        classifier.post("/api/declassification/compute", "{\"contains\":[null]}");
    assertThat(calculated.status()).as(calculated.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aListGoesOnOnlyBehindWhatItGave(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String id = UUID.randomUUID().toString();
    List<String> never =
        Stream.of(
                "nothing",
                "+1000000000-12-31T23:59:59Z " + id,
                "+999999999-12-31 2026-01-01T00:00:00Z " + id,
                "2026-01-01T00:00:00Z no-id",
                "\0")
            .map(
                key ->
                    Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(key.getBytes(StandardCharsets.UTF_8)))
            .toList();
    Map<String, List<String>> lists =
        Map.of(
            "records.nara", List.of("documents", "tasks"),
            "auditor", List.of("policy/agencies", "journal/events"),
            "admin", List.of("processes", "deployments", "decisions", "migrations", "incidents"),
            "security", List.of("people", "grants"));
    lists.forEach(
        (caller, paths) ->
            paths.forEach(
                list ->
                    never.forEach(
                        cursor ->
                            assertRefused(
                                glasnost.as(caller).get("/api/" + list + "?after=" + cursor),
                                400,
                                "WEB-0011"))));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void parametersAreOfTheirType(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String markings = "/api/documents/" + work.registers(TEXT, Map.of()) + "/markings";
    for (String instant :
        List.of(
            "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "2026-01-01", "now")) {
      String written = URLEncoder.encode(instant, StandardCharsets.UTF_8);
      assertRefused(
          glasnost.as("auditor").get("/api/journal/events?from=" + written), 400, "WEB-0004");
      assertRefused(
          glasnost.as("intake.nara").get(markings + "?knownAt=" + written), 400, "WEB-0020");
    }
    for (String day : List.of("+999999999-12-31", "0000-01-01", "1985-3-25", "1985-02-30")) {
      String written = URLEncoder.encode(day, StandardCharsets.UTF_8);
      assertRefused(glasnost.as("records.nara").get("/api/tasks?due=" + written), 400, "WEB-0004");
      assertRefused(glasnost.as("intake.nara").get(markings + "?asOf=" + written), 400, "WEB-0020");
    }
    for (String path : List.of("/api/documents?q=%00", "/api/documents?case=F%0099")) {
      assertThat(glasnost.as("records.nara").get(path).status()).as(path).isEqualTo(400);
    }
    Caller nobody = new Caller(glasnost.address(), "admin\0", "admin");
    assertThat(nobody.get("/api/me").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anInstantOnTheDayOfAChangeKnowsWhatHeldBefore(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document =
        work.registers(TEXT, Map.of("documentDate", "1985-03-25", "originatingAgency", "STATE"));
    Instant read = Instant.now();
    work.acceptsAll("classifier.state", document);
    work.orders("OADR", List.of(document));
    work.does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        document,
        Map.of("equities", List.of(), "reason", "none"));
    Map<String, Object> inFull =
        Map.of("determination", "DECLASSIFY_IN_FULL", "reason", "nothing in it");
    work.does("reviewer.state", "FIRST_REVIEW", document, inFull);
    work.does("reviewer2.state", "SECOND_REVIEW", document, inFull);
    Instant before = Instant.now();
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    Instant after = Instant.now();

    assertThat(level(glasnost, document, "asOf=" + before)).isEqualTo("SECRET");
    assertThat(level(glasnost, document, "asOf=" + after)).isEqualTo("UNCLASSIFIED");
    String day = after.atZone(ZoneId.of("America/New_York")).toLocalDate().toString();
    assertThat(level(glasnost, document, "asOf=" + day)).isEqualTo("UNCLASSIFIED");
    assertThat(level(glasnost, document, "asOf=" + after + "&knownAt=" + read)).isEqualTo("SECRET");
  }

  private static String level(RunningGlasnost glasnost, String document, String asked) {
    JsonNode items =
        glasnost
            .as("records.nara")
            .get("/api/documents/" + document + "/markings?" + asked)
            .json()
            .path("items");
    assertThat(items.size()).as(asked).isEqualTo(1);
    return items.get(0).path("marking").path("level").asString();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anUploadHasTwoPartsAndTheirTypeIsKnown(Databases database) throws IOException {
    Caller intake = RunningGlasnost.on(database).as("intake.nara");
    String file = "name=\"file\"; filename=\"a.txt\"";
    String metadata = "{\"title\":\"A fictitious upload\"}";

    Caller.Answer plain = upload(intake, Map.of(file, TEXT, "name=\"metadata\"", metadata));
    assertThat(plain.status()).as(plain.body()).isEqualTo(201);
    assertThat(plain.json().path("title").asString()).isEqualTo("A fictitious upload");
    assertRefused(
        upload(intake, Map.of(file, TEXT, "name=\"metadata\"", metadata, "name=\"more\"", "x")),
        400,
        "WEB-0002");
    assertRefused(
        upload(intake, Map.of(file, TEXT, "name=\"file\"; filename=\"b.txt\"", TEXT)),
        400,
        "WEB-0017");
    assertRefused(
        upload(intake, Map.of(file, TEXT, "name=\"metadata\"", "{\"text\":\"x\"}")),
        400,
        "WEB-0002");
    assertRefused(upload(intake, Map.of(file, TEXT)), 422, "DOC-0002");
    assertRefused(upload(intake, Map.of("name=\"metadata\"", metadata)), 422, "DOC-0003");
    assertThat(
            upload(RunningGlasnost.on(database).as("reviewer.state"), Map.of(file, TEXT)).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theModelerIsAnsweredInItsFormWhateverIsRefused(Databases database) throws IOException {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller admin = glasnost.as("admin");
    for (String origin : List.of("null", "https://elsewhere.example")) {
      Caller.Answer refused =
          admin.send(admin.request("/engine-rest/version").header("Origin", origin).GET());
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.json().propertyNames()).containsExactlyInAnyOrder("type", "message");
      assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
    }
    for (String method : List.of("OPTIONS", "GET", "DELETE")) {
      Caller.Answer elsewhere =
          admin.send(
              admin
                  .request("/engine-rest/task")
                  .header("Accept", "text/html")
                  .method(method, BodyPublishers.noBody()));
      assertThat(elsewhere.status()).as(method).isEqualTo(403);
      assertThat(elsewhere.json().path("message").asString()).contains("/api/tasks");
    }
    String definition = Files.readString(Path.of("processes/release/release.bpmn"));
    Map<String, String> parts =
        Map.of(
            "name=\"deployment-name\"",
            "Changed " + UUID.randomUUID(),
            "name=\"deploy-changed-only\"",
            "true",
            "name=\"release.bpmn\"; filename=\"release.bpmn\"",
            definition);
    JsonNode first = upload(admin, "/engine-rest/deployment/create", parts).json();
    assertThat(upload(admin, "/engine-rest/deployment/create", parts).json()).isEqualTo(first);
    assertThat(first.path("name").asString()).contains("pending");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDiagramIsGivenInTheFormsItHas(Databases database) {
    Caller admin = RunningGlasnost.on(database).as("admin");
    assertThat(admin.get("/api/processes/release/bpmn", "text/xml").header("Content-Type"))
        .startsWith("text/xml");
    assertThat(admin.get("/api/processes/release/bpmn", "image/png").status()).isEqualTo(406);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatTheContainerRefusesIsAProblemToo(Databases database) throws IOException {
    URI address = URI.create(RunningGlasnost.on(database).address());
    for (String line :
        List.of(
            "GET /api/documents/%00 HTTP/1.1",
            "GET /api/documents/..%2f HTTP/1.1",
            "GET /api\\me HTTP/1.1",
            "CONNECT 127.0.0.1:1 HTTP/1.1")) {
      String answer = raw(address, line);
      assertThat(answer).as(line).containsPattern("^HTTP/1.1 (4|501)");
      assertThat(answer).as(line).contains("application/problem+json", "\"title\"");
      assertThat(answer).as(line).doesNotContain("<html", "Tomcat");
    }
  }

  private static String raw(URI address, String line) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Caller.Answer changing(Caller caller, String path, String ifMatch, String body) {
    var request = caller.request(path).header("If-Match", ifMatch);
    return caller.send(
        body.isEmpty()
            ? request.POST(BodyPublishers.noBody())
            : request
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
  }

  private static Caller.Answer upload(Caller caller, Map<String, String> parts) throws IOException {
    return upload(caller, "/api/documents", parts);
  }

  /**
   * The parts by their disposition, without a type of content: as the plainest client sends them.
   */
  private static Caller.Answer upload(Caller caller, String path, Map<String, String> parts)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (var part : parts.entrySet()) {
      body.write(
          ("--b\r\nContent-Disposition: form-data; "
                  + part.getKey()
                  + "\r\n\r\n"
                  + part.getValue()
                  + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    body.write("--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return caller.send(
        caller
            .request(path)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static String tag(Caller.Answer answer) {
    return Objects.requireNonNull(answer.header("ETag"));
  }

  private static void assertRefused(Caller.Answer answer, int status, String... rules) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.rules()).as(answer.body()).containsAll(Arrays.asList(rules));
  }
}
