package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Scanners that others wrote, against a demonstration of their own: sqlmap over the lists of the
 * API and a body, Wapiti over the pages. Needs the two programs, as Debian has them.
 */
@Tag("long")
class ScannersIT {
  private static final Path KEPT = Path.of("target", "scanners").toAbsolutePath();
  private static final int FEWEST_ADDRESSES = 40;

  /** What Wapiti tells that is as it should be. */
  private static final Set<String> AS_IT_SHOULD_BE =
      Set.of(
          // Browsers have given it up, and the last ones that had it were harmed by it: it is 0.
          "HTTP Secure Headers: X-XSS-Protection is not set",
          // Never over plain HTTP (RFC 6797, 7.2). Over TLS: BehindAProxyIT.
          "HTTP Secure Headers: Strict-Transport-Security is not set",
          // A browser would not send it over plain HTTP. Over TLS: BehindAProxyIT.
          "Secure Flag cookie: Secure flag is not set in the cookie : glasnost");

  @TempDir static Path directory;
  private static GlasnostProcess glasnost;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> unlimited = new HashMap<>();
    for (String rate : List.of("caller", "calls.loopback", "sign-ins.loopback")) {
      unlimited.put("glasnost.web.limits." + rate + ".per-second", "1000000");
      unlimited.put("glasnost.web.limits." + rate + ".burst", "1000000");
    }
    glasnost =
        GlasnostProcess.demonstration(directory, Databases.H2.emptyUrl(directory), unlimited)
            .awaitReady();
    Work work = new Work(glasnost);
    for (int i = 1; i <= 3; i++) {
      work.underReview(Papers.MEMO, Papers.fields("Of several scanned, " + i));
    }
  }

  @AfterAll
  static void stop() {
    glasnost.close();
  }

  @Test
  void sqlmapFindsNothingInTheListOfDocuments() throws Exception {
    JsonNode first = first("reviewer.state", "/api/documents?limit=1");
    Map<String, String> values = new LinkedHashMap<>();
    values.put("q", "scanned");
    values.put("level", "SECRET");
    values.put("state", first.path("items").path(0).path("state").asString());
    values.put("case", "F-1");
    values.put("after", first.path("next").asString());
    values.put("limit", "5");
    sqlmap("reviewer.state", "/api/documents", values);
  }

  @Test
  void sqlmapFindsNothingInTheListOfTasks() throws Exception {
    JsonNode first = first("reviewer.state", "/api/tasks?limit=1");
    JsonNode task = first.path("items").path(0);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("assigned", "any");
    values.put("kind", "FIRST_REVIEW");
    values.put("due", "2099-01-01");
    values.put("document", task.path("document").path("id").asString());
    values.put("review", task.path("review").asString());
    values.put("after", first.path("next").asString());
    values.put("limit", "5");
    sqlmap("reviewer.state", "/api/tasks", values);
  }

  @Test
  void sqlmapFindsNothingInTheEventsOfTheJournal() throws Exception {
    JsonNode first = first("auditor", "/api/journal/events?kind=DOCUMENT_REGISTERED&limit=1");
    JsonNode event = first.path("items").path(0);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("document", event.path("document").asString());
    values.put("actor", event.path("actor").path("id").asString());
    values.put("kind", "DOCUMENT_REGISTERED");
    values.put("from", "2020-01-01T00:00:00Z");
    values.put("to", "2099-01-01T00:00:00Z");
    values.put("order", "asc");
    values.put("after", first.path("next").asString());
    values.put("limit", "5");
    sqlmap("auditor", "/api/journal/events", values);
  }

  @Test
  void sqlmapFindsNothingInABody() throws Exception {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("userName", "scanned.state");
    body.put("displayName", "A scanned one");
    body.put("position", "Reviewer");
    body.put("agency", "STATE");
    body.put("reason", "joins the office");
    Sqlmap.of(
            KEPT.resolve("sqlmap-people"),
            glasnost.address() + "/api/people",
            "security",
            "--level",
            "1",
            "--headers",
            "Content-Type: application/json",
            "--data",
            Caller.JSON.writeValueAsString(body))
        .foundNothingIn(body.keySet());
  }

  @Test
  void sqlmapFindsWhatIsThereAndSoWouldTellOfIt() throws Exception {
    try (Connection papers = DriverManager.getConnection("jdbc:h2:mem:concatenated", "sa", "");
        Statement make = papers.createStatement()) {
      make.execute("create table paper (title varchar(80))");
      make.execute("insert into paper values ('first'), ('second')");
      HttpServer server = server(query -> titles(papers, query));
      try {
        Sqlmap said =
            Sqlmap.of(
                KEPT.resolve("sqlmap-concatenated"),
                address(server) + "/papers?title=first",
                "auditor",
                "--level",
                "2");
        assertThat(said.found()).as(said.said()).isNotEmpty();
        assertThat(said.said()).contains("Parameter: title (GET)");
        assertThat(said.judged()).doesNotContain("title");
      } finally {
        server.stop(0);
      }
    }
  }

  @Test
  void wapitiFindsNothingOnThePages() throws Exception {
    Queue<String> called = new ConcurrentLinkedQueue<>();
    HttpServer listener =
        server(
            address -> {
              called.add(address);
              return "{}";
            });
    try {
      Tab tab = new Tab(glasnost.address()).signsIn("classifier.state");
      Wapiti said =
          Wapiti.of(
              KEPT.resolve("wapiti"),
              glasnost.address(),
              Map.entry("glasnost", tab.cookie()),
              address(listener));
      assertThat(said.addresses()).as(said.said()).isGreaterThanOrEqualTo(FEWEST_ADDRESSES);
      assertThat(said.said()).contains("/documents?", "/account", "/tasks/");
      for (String module : Wapiti.MODULES) {
        assertThat(said.said()).contains("Launching module " + module);
      }
      assertThat(tab.isSignedIn()).as("to the end").isTrue();
      assertThat(said.found())
          .filteredOn(line -> AS_IT_SHOULD_BE.stream().noneMatch(line::startsWith))
          .isEmpty();
      // Wapiti itself asks at the end; nobody else has anything to look for there.
      assertThat(called)
          .isNotEmpty()
          .allSatisfy(address -> assertThat(address).matches("/get_(ssrf|xxe)\\.php.*"));
    } finally {
      listener.stop(0);
    }
  }

  private static JsonNode first(String userName, String path) {
    JsonNode page = glasnost.as(userName).get(path).json();
    assertThat(page.path("items").size()).as(path).isEqualTo(1);
    assertThat(page.path("next").asString()).as(path).isNotEmpty();
    return page;
  }

  /** Every parameter that the description names, with values that are answered with 200. */
  private static void sqlmap(String userName, String path, Map<String, String> values)
      throws Exception {
    JsonNode described =
        Caller.nobody(glasnost.address()).get("/api/openapi").json().path("paths").path(path);
    Set<String> named = new TreeSet<>();
    for (JsonNode parameter : described.path("get").path("parameters")) {
      if (parameter.path("in").asString().equals("query")) {
        named.add(parameter.path("name").asString());
      }
    }
    assertThat(values.keySet()).as("what %s takes", path).hasSameElementsAs(named);
    String query =
        values.entrySet().stream()
            .map(v -> v.getKey() + "=" + URLEncoder.encode(v.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    Caller.Answer answer = glasnost.as(userName).get(path + "?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);

    Sqlmap.of(
            KEPT.resolve("sqlmap" + path.replace('/', '-')),
            glasnost.address() + path + "?" + query,
            userName,
            "--level",
            "2",
            "-p",
            String.join(",", values.keySet()))
        .foundNothingIn(values.keySet());
  }

  /** What the query is, put into a statement as it came: what nobody should write. */
  private static String titles(Connection papers, String address) {
    String title =
        URLDecoder.decode(address.substring(address.indexOf('=') + 1), StandardCharsets.UTF_8);
    StringBuilder found = new StringBuilder("titles:");
    try (Statement ask = papers.createStatement();
        ResultSet rows =
            ask.executeQuery("select title from paper where title = '" + title + "'")) {
      while (rows.next()) {
        found.append(' ').append(rows.getString(1));
      }
    } catch (SQLException wrong) {
      found.append(wrong.getMessage());
    }
    return found.toString();
  }

  private interface Answering {
    String to(String address);
  }

  private static HttpServer server(Answering answering) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              answering.to(exchange.getRequestURI().toString()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
