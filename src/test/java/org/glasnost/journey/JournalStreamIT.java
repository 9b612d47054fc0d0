package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.glasnost.fixtures.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor follows the journal as it grows. */
class JournalStreamIT {
  private static final String PATH = "/api/journal/events/stream";

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<InputStream> open(
      RunningGlasnost glasnost, String user, String query, @Nullable String lastSeen)
      throws IOException, InterruptedException {
    String pair = user + ":" + user;
    return openBy(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
        glasnost,
        query,
        lastSeen);
  }

  private HttpResponse<InputStream> openBy(
      String authorization, RunningGlasnost glasnost, String query, @Nullable String lastSeen)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(glasnost.address() + PATH + query))
            .header("Authorization", authorization);
    if (lastSeen != null) {
      request.header("Last-Event-ID", lastSeen);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  /** A message of the stream: its id and its event. */
  private record Message(long id, JsonNode event) {}

  /** What comes until the stream ends, which it does by itself. */
  private static List<Message> messages(HttpResponse<InputStream> answer) throws IOException {
    List<Message> messages = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      long id = -1;
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.startsWith("id: ")) {
          id = Long.parseLong(line.substring(4));
        } else if (line.startsWith("data: ")) {
          messages.add(new Message(id, JsonMapper.shared().readTree(line.substring(6))));
        }
      }
    }
    return messages;
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatComesAndGoesOnWhereItEnded(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    HttpResponse<InputStream> first = open(glasnost, "auditor", "", null);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(first.headers().firstValue("X-Content-Marking")).isPresent();
    glasnost.as("reviewer.state").get("/api/journal/events");
    List<Message> seen = messages(first);
    assertThat(seen)
        .extracting(message -> message.event().path("kind").stringValue())
        .contains("JOURNAL_READ", "ACCESS_REFUSED");
    assertThat(seen)
        .allSatisfy(
            message ->
                assertThat(message.event().path("index").longValue()).isEqualTo(message.id()));

    long last = seen.get(seen.size() - 1).id();
    glasnost.as("intake.nara").get("/api/journal/checkpoint");
    List<Message> next = messages(open(glasnost, "auditor", "", String.valueOf(last)));
    assertThat(next)
        .extracting(Message::id)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(last + 1, last + next.size()).boxed().toList());
    assertThat(next).isNotEmpty();
  }

  /** Where nothing that is asked for came, a client comes back with what was looked through. */
  @ParameterizedTest
  @EnumSource
  void missesNothingBetweenTwoStreamsThoughTheFirstToldNothing(Databases database)
      throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String filter = "?kind=SIGN_IN_REFUSED";
    String last;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                open(glasnost, "auditor", filter, null).body(), StandardCharsets.UTF_8))) {
      List<String> told = lines.lines().toList();
      assertThat(told).noneMatch(line -> line.startsWith("data:"));
      List<String> ids = told.stream().filter(line -> line.startsWith("id: ")).toList();
      assertThat(ids).isNotEmpty();
      last = ids.get(ids.size() - 1).substring(4);
    }
    String name = "nobody" + UUID.randomUUID();
    assertThat(new Caller(glasnost.address(), name, name).get("/api/me").status()).isEqualTo(401);
    // A question is answered when all before it has its place.
    glasnost.as("auditor").get("/api/journal/events?limit=1");

    assertThat(messages(open(glasnost, "auditor", filter, last)))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.event().path("kind").stringValue())
                    .isEqualTo("SIGN_IN_REFUSED"));
  }

  /** The marking stands at the head of the answer, before what comes is known. */
  @Test
  @Timeout(120)
  void endsWhereMoreMayComeThanWasAnnounced() throws Exception {
    try (RunningGlasnost glasnost = RunningGlasnost.withLongStreams(Databases.H2)) {
      HttpResponse<InputStream> stream = open(glasnost, "auditor", "?kind=REPAIRED", null);
      String announced = stream.headers().firstValue("X-Content-Marking").orElseThrow();
      new Work(glasnost)
          .registers(
              Papers.MEMO.replace("CONFIDENTIAL", "TOP SECRET//NOFORN"),
              Papers.fields("Higher than all before"));

      assertThat(messages(stream)).isEmpty();
      HttpResponse<InputStream> again = open(glasnost, "auditor", "?kind=REPAIRED", null);
      again.body().close();
      assertThat(again.headers().firstValue("X-Content-Marking").orElseThrow())
          .isNotEqualTo(announced);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsOnlyWhatIsAskedFor(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    List<Message> registered = messages(open(glasnost, "auditor", "?kind=POLICY_IN_FORCE", "0"));
    assertThat(registered).isNotEmpty();
    assertThat(registered)
        .allMatch(message -> message.event().path("kind").stringValue().equals("POLICY_IN_FORCE"));
  }

  /** Something that ends a stream's sign-in, with the stream that it ends. */
  private record Ending(HttpResponse<InputStream> stream, Act end) {}

  private interface Act {
    void isDone() throws Exception;
  }

  private interface Beginning {
    Ending begins() throws Exception;
  }

  /**
   * Of two streams that begin together the one whose sign-in ends tells nothing that came after;
   * the other does. Where that one ended by itself before, nothing is shown, and both begin again.
   */
  private void endsWithIts(Beginning beginning, RunningGlasnost glasnost) throws Exception {
    boolean shown = false;
    for (int attempt = 0; !shown && attempt < 20; attempt++) {
      Ending ending = beginning.begins();
      HttpResponse<InputStream> other = open(glasnost, "auditor", "?kind=SIGN_IN_REFUSED", null);
      ending.end().isDone();
      String name = "nobody" + UUID.randomUUID();
      assertThat(new Caller(glasnost.address(), name, name).get("/api/me").status()).isEqualTo(401);
      List<Message> toldAfter = messages(ending.stream());
      shown = !messages(other).isEmpty();
      assertThat(toldAfter).as("told to whoever has gone").isEmpty();
    }
    assertThat(shown).as("told to whoever is still there").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void endsWhereItsSessionIsSignedOutOf(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    endsWithIts(
        () -> {
          Tab tab = new Tab(glasnost).signsIn("auditor");
          tab.reads("/account");
          HttpResponse<InputStream> stream = tab.follows(PATH + "?kind=SIGN_IN_REFUSED");
          assertThat(stream.statusCode()).isEqualTo(200);
          return new Ending(
              stream, () -> assertThat(tab.sends("/logout", Map.of()).statusCode()).isEqualTo(302));
        },
        glasnost);
  }

  @ParameterizedTest
  @EnumSource
  void endsWhereItsSessionIsEndedElsewhere(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    endsWithIts(
        () -> {
          Tab tab = new Tab(glasnost).signsIn("auditor");
          HttpResponse<InputStream> stream = tab.follows(PATH + "?kind=SIGN_IN_REFUSED");
          assertThat(stream.statusCode()).isEqualTo(200);
          return new Ending(
              stream,
              () ->
                  assertThat(glasnost.as("auditor").post("/api/me/sign-ins/end").status())
                      .isLessThan(300));
        },
        glasnost);
  }

  @ParameterizedTest
  @EnumSource
  void endsWhereItsTokenIsRevoked(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller auditor = glasnost.as("auditor");
    endsWithIts(
        () -> {
          JsonNode issued =
              auditor
                  .post(
                      "/api/me/tokens",
                      Map.of(
                          "name",
                          "to follow",
                          "scopes",
                          List.of("read"),
                          "expiresOn",
                          LocalDate.now(ZoneOffset.UTC).plusDays(1).toString()))
                  .json();
          HttpResponse<InputStream> stream =
              openBy(
                  "Bearer " + issued.path("token").asString(),
                  glasnost,
                  "?kind=SIGN_IN_REFUSED",
                  null);
          assertThat(stream.statusCode()).isEqualTo(200);
          return new Ending(
              stream,
              () ->
                  assertThat(
                          auditor
                              .post("/api/me/tokens/" + issued.path("id").asString() + "/revoke")
                              .status())
                      .isEqualTo(200));
        },
        glasnost);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "security", "records.nara", "reviewer.state"})
  void isForAuditorsAlone(String user) throws Exception {
    HttpResponse<InputStream> refused = open(RunningGlasnost.on(Databases.H2), user, "", null);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
        .contains("JRN-0010");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "01", "last", "9999999999999999", " "})
  void takesNoIdThatItHasNotGiven(String lastSeen) throws Exception {
    HttpResponse<InputStream> refused =
        open(RunningGlasnost.on(Databases.H2), "auditor", "", lastSeen);
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void takesNoOtherFormThanItsOwn() {
    Caller auditor = RunningGlasnost.on(Databases.H2).as("auditor");
    for (String accept : List.of("application/json", "text/*;q=0", "text/event-stream;q=0")) {
      assertThat(auditor.get(PATH, accept).status()).as(accept).isEqualTo(406);
    }
  }

  /** An id may lie behind the tree too: it was of an end that is gone, or never given. */
  @ParameterizedTest
  @EnumSource
  void takesNoIdThatTheTreeHasNotReachedAndRecordsNothingOfIt(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    HttpResponse<InputStream> refused = open(glasnost, "auditor", "?kind=REPAIRED", "999999");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
        .contains("JRN-0013");
    assertThat(
            glasnost
                .as("auditor")
                .get("/api/journal/events?kind=JOURNAL_READ&order=desc&limit=200")
                .body())
        .doesNotContain("1000000");
  }

  /** Nobody closes a stream in order where their machine or their network goes. */
  @Test
  void thePlaceOfAConnectionThatIsGoneIsFreeSoon() throws Exception {
    try (RunningGlasnost glasnost = RunningGlasnost.withLongStreams(Databases.H2)) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<InputStream> stream = open(glasnost, "auditor", "?kind=REPAIRED", null);
        assertThat(stream.statusCode()).isEqualTo(200);
        stream.body().close();
      }
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> {
                HttpResponse<InputStream> again = open(glasnost, "auditor", "?kind=REPAIRED", null);
                again.body().close();
                return again.statusCode() == 200;
              });
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void onePersonFollowsThreeTimesAtOnceAtMost(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    List<HttpResponse<InputStream>> open = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      open.add(open(glasnost, "auditor", "?kind=REPAIRED", null));
    }
    HttpResponse<InputStream> fourth = open(glasnost, "auditor", "?kind=REPAIRED", null);
    assertThat(fourth.statusCode()).isEqualTo(429);
    assertThat(fourth.headers().firstValue("Retry-After")).contains("5");
    for (HttpResponse<InputStream> stream : open) {
      assertThat(stream.statusCode()).isEqualTo(200);
      assertThat(messages(stream)).isEmpty();
    }
    assertThat(open(glasnost, "auditor", "?kind=REPAIRED", null).statusCode()).isEqualTo(200);
  }
}
