package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database goes away while people work, and comes back: meanwhile everybody is told so in words
 * that tell nothing of it, and afterwards all that was acknowledged is there.
 */
class DatabaseAwayIT {
  private static final Pattern SERVER = Pattern.compile("//([^:/]+):(\\d+)/");
  private static final int TIMES = 3;
  private static final String TITLE = "A fictitious record of a worker, no. ";

  /** Nothing of this is anybody's to know. */
  private static final List<String> INSIDE =
      List.of(
          "jdbc:",
          "postgres",
          "Hikari",
          "SQLException",
          "SQLState",
          "Exception",
          "org.springframework",
          "org.glasnost",
          "\tat ",
          "Connection refused",
          "insert into");

  @TempDir Path directory;

  @Test
  void isToldOfWithoutALeakAndNothingAcknowledgedIsLost() throws Exception {
    String url = Databases.POSTGRESQL.emptyUrl(directory);
    Matcher server = SERVER.matcher(url);
    assertThat(server.find()).as(url).isTrue();
    try (CutLine line = new CutLine(Integer.parseInt(server.group(2)));
        GlasnostProcess glasnost =
            GlasnostProcess.demonstration(
                directory,
                server.replaceFirst("//127.0.0.1:" + line.port() + "/"),
                Map.of("spring.datasource.hikari.connection-timeout", "1000"))) {
      glasnost.awaitReady();
      worksWhileItComesAndGoes(glasnost, line);
    }
  }

  private static void worksWhileItComesAndGoes(GlasnostProcess glasnost, CutLine line)
      throws Exception {
    HttpClient browser = HttpClient.newHttpClient();
    String cookie = signedIn(glasnost, browser);
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    Queue<HttpResponse<String>> refused = new ConcurrentLinkedQueue<>();
    Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();
    AtomicBoolean enough = new AtomicBoolean();
    Thread worker =
        new Thread(
            () -> {
              for (int n = 0; !enough.get(); n++) {
                register(glasnost, browser, n, acknowledged, refused);
              }
            });
    worker.setUncaughtExceptionHandler((thread, thrown) -> wrong.add(thrown));
    worker.start();
    try {
      for (int time = 0; time < TIMES; time++) {
        int before = acknowledged.size();
        await(worker, () -> acknowledged.size() > before + 3);
        assertThat(line.through()).as("goes by that line").isPositive();
        int told = refused.size();
        line.cut();
        await(worker, () -> refused.size() > told);
        whoeverAsksIsToldNothing(glasnost, browser, cookie);
        line.join();
      }
      int before = acknowledged.size();
      await(worker, () -> acknowledged.size() > before + 3);
    } finally {
      line.join();
      enough.set(true);
      worker.join();
    }
    assertThat(wrong).isEmpty();
    assertThat(refused).isNotEmpty().allSatisfy(DatabaseAwayIT::tellsNothing);
    glasnost.awaitReady();

    assertThat(asked(glasnost, browser, "/tasks", "Cookie", cookie).statusCode())
        .as("the session from before")
        .isEqualTo(200);
    List<String> titles = new ArrayList<>();
    for (String id : acknowledged) {
      Caller.Answer record = glasnost.as("intake.nara").get("/api/documents/" + id);
      assertThat(record.status()).as(id).isEqualTo(200);
      titles.add(record.json().path("title").asString());
      assertThat(glasnost.as("auditor").get("/api/journal/events?document=" + id).body())
          .contains("DOCUMENT_REGISTERED");
    }
    assertThat(titles).doesNotHaveDuplicates();
    // Further work goes on with what was registered before and after.
    new Work(glasnost).acceptsAll("classifier.state", acknowledged.remove());
  }

  /** One record; its id where it was acknowledged, else what was told. */
  private static void register(
      GlasnostProcess glasnost,
      HttpClient client,
      int number,
      Queue<String> acknowledged,
      Queue<HttpResponse<String>> refused) {
    String body =
        Caller.JSON.writeValueAsString(
            Map.of(
                "title", TITLE + number,
                "text", "SECRET\n\nThis text is fictitious.\n",
                "originatingAgency", "STATE"));
    HttpResponse<String> answer =
        sent(
            client,
            glasnost
                .as("intake.nara")
                .request("/api/documents")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    if (answer.statusCode() == 201) {
      acknowledged.add(Caller.JSON.readTree(answer.body()).path("id").asString());
    } else {
      refused.add(answer);
    }
  }

  private static void whoeverAsksIsToldNothing(
      GlasnostProcess glasnost, HttpClient client, String cookie) {
    String known = authorization(glasnost.as("auditor"));
    String unknown = authorization(glasnost.as("auditor", "wrong"));
    for (String authorization : List.of(known, unknown, "Bearer glasnost.x.y")) {
      tellsNothing(asked(glasnost, client, "/api/documents", "Authorization", authorization));
    }
    for (String path : List.of("/tasks", "/documents", "/", "/account")) {
      tellsNothing(asked(glasnost, client, path, "Cookie", cookie));
    }
    HttpResponse<String> health = asked(glasnost, client, "/actuator/health/readiness", "X", "x");
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(asked(glasnost, client, "/actuator/health/liveness", "X", "x").statusCode())
        .as("it is not to be started anew for that")
        .isEqualTo(200);
  }

  private static String authorization(Caller caller) {
    return caller.request("/").build().headers().firstValue("Authorization").orElseThrow();
  }

  private static void tellsNothing(HttpResponse<String> answer) {
    String call = answer.request().uri() + " " + answer.statusCode() + " " + answer.body();
    assertThat(answer.statusCode()).as(call).isIn(500, 503);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(call).isNotEmpty();
    if (answer.request().uri().getPath().startsWith("/api/")) {
      assertThat(answer.headers().firstValue("Content-Type"))
          .as(call)
          .hasValue("application/problem+json");
    }
    assertThat(answer.body()).isNotBlank();
    for (String words : INSIDE) {
      assertThat(answer.body()).as(call).doesNotContain(words);
    }
  }

  private static String signedIn(GlasnostProcess glasnost, HttpClient browser) {
    HttpResponse<String> page = asked(glasnost, browser, "/login", "X", "x");
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    HttpResponse<String> in =
        sent(
            browser,
            HttpRequest.newBuilder(URI.create(glasnost.address() + "/login"))
                .header("Cookie", cookie(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "username=records.nara&password=records.nara&_csrf="
                            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
    assertThat(in.statusCode()).isEqualTo(302);
    return cookie(in);
  }

  private static String cookie(HttpResponse<String> answer) {
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return set.substring(0, set.indexOf(';'));
  }

  private static HttpResponse<String> asked(
      GlasnostProcess glasnost, HttpClient client, String path, String header, String value) {
    return sent(
        client,
        HttpRequest.newBuilder(URI.create(glasnost.address() + path))
            .header("Accept", path.matches("/(api|actuator)/.*") ? "*/*" : "text/html")
            .header(header, value));
  }

  private static HttpResponse<String> sent(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void await(Thread worker, BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(worker.isAlive()).as("it works").isTrue();
      assertThat(System.nanoTime()).as("in time").isLessThan(until);
      Thread.sleep(20);
    }
  }
}
