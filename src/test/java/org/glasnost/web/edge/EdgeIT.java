package org.glasnost.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.fixtures.PublishedApi;
import org.glasnost.setup.Glasnost;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The edge of the whole application, over real HTTP. */
@SpringBootTest(
    classes = Glasnost.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:edge;DB_CLOSE_DELAY=-1",
      "glasnost.data=target/edge-data"
    })
@ActiveProfiles("demo")
class EdgeIT {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort private int port;
  private final JdbcClient jdbc;
  private final HttpClient http = HttpClient.newHttpClient();

  EdgeIT(@Autowired JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void answersACallerOfNoNameWithAChallengeAndNeverARedirect() throws Exception {
    HttpResponse<String> answer = send(get("/api/me").header("Accept", "text/html"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Basic realm=");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":401", "\"instance\":\"/api/me\"");
  }

  @Test
  void tellsTheCallerWhoTheyAreAndOpensNoSession() throws Exception {
    HttpResponse<String> answer = send(as("authority.state", get("/api/me")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "\"roles\":[\"DECLASSIFICATION_AUTHORITY\"]",
            "\"name\":\"authority.state\"",
            "\"agency\":\"STATE\"",
            "\"clearance\":\"TOP_SECRET\"",
            "\"toLevel\":\"TOP_SECRET\"");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void refusesAWrongPasswordAndJournalsIt() throws Exception {
    long before = events("SIGN_IN_REFUSED");

    HttpRequest.Builder wrong =
        get("/api/me").header("Authorization", basic("auditor", "not the password"));

    assertThat(send(wrong).statusCode()).isEqualTo(401);
    assertThat(events("SIGN_IN_REFUSED")).isEqualTo(before + 1);
  }

  @Test
  void journalsAProgramsSignInOnceAMinute() throws Exception {
    send(as("reviewer.cia", get("/api/me")));
    long before = events("SIGNED_IN");

    for (int i = 0; i < 5; i++) {
      assertThat(send(as("reviewer.cia", get("/api/me"))).statusCode()).isEqualTo(200);
    }

    assertThat(events("SIGNED_IN")).isEqualTo(before);
  }

  @Test
  void aRoleTakenAwayIsGoneWithTheNextCall() throws Exception {
    assertThat(send(as("admin2", get("/actuator/metrics"))).statusCode()).isEqualTo(200);

    jdbc.sql(
            "update role_assignment set superseded_at = current_timestamp where account_id ="
                + " (select id from account where user_name = 'admin2')")
        .update();

    assertThat(send(as("admin2", get("/actuator/metrics"))).statusCode()).isEqualTo(403);
  }

  @Test
  void aPasswordChangedCountsAtOnce() throws Exception {
    assertThat(send(as("oca.state", get("/api/me"))).statusCode()).isEqualTo(200);

    jdbc.sql(
            "update account set password = (select password from account where user_name ="
                + " 'auditor') where user_name = 'oca.state'")
        .update();

    assertThat(send(as("oca.state", get("/api/me"))).statusCode()).isEqualTo(401);
  }

  @Test
  void keepsTheActuatorToAdministratorsButForHealth() throws Exception {
    assertThat(send(get("/actuator/health/liveness")).statusCode()).isEqualTo(200);
    assertThat(send(get("/actuator/prometheus")).statusCode()).isEqualTo(401);
    assertThat(send(as("auditor", get("/actuator/prometheus"))).statusCode()).isEqualTo(403);
    assertThat(send(as("admin", get("/actuator/prometheus"))).statusCode()).isEqualTo(200);
  }

  @Test
  void saysTheSameOfEveryPathThatIsNot() throws Exception {
    for (String method : new String[] {"GET", "POST", "DELETE"}) {
      HttpResponse<String> answer =
          send(as("auditor", to("/api/nowhere").method(method, BodyPublishers.noBody())));

      assertThat(answer.statusCode()).as(method).isEqualTo(404);
      assertThat(answer.body()).contains("ACC-0001");
    }
  }

  @Test
  void namesTheMethodsWhereOneIsWrong() throws Exception {
    HttpResponse<String> answer = send(as("auditor", to("/api/me").DELETE()));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
  }

  @Test
  void refusesALimitOutsideItsRangeAndACursorItNeverGave() throws Exception {
    for (String query : new String[] {"limit=0", "limit=201", "limit=x", "after=%21"}) {
      assertThat(send(as("auditor", get("/api/policy/agencies?" + query))).statusCode())
          .as(query)
          .isEqualTo(400);
    }
  }

  @Test
  void pagesTheAgenciesWithoutLossOrRepeat() throws Exception {
    String first = send(as("auditor", get("/api/policy/agencies?limit=1"))).body();
    Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(first);
    assertThat(next.find()).isTrue();

    String second =
        send(as("auditor", get("/api/policy/agencies?limit=200&after=" + next.group(1)))).body();

    assertThat(first).contains("\"id\":\"ACDA\"");
    assertThat(second)
        .doesNotContain("\"id\":\"ACDA\"", "\"next\"")
        .contains("\"id\":\"STATE\"", "\"id\":\"WHITE_HOUSE\"", "\"id\":\"AEC\"");
  }

  @Test
  void wantsATokenWhereAnotherSiteBearsTheCredentials() throws Exception {
    HttpRequest.Builder foreign =
        as("auditor", post("/api/me", "{}")).header("Origin", "https://elsewhere.example");
    HttpRequest.Builder crossSite =
        as("auditor", post("/api/me", "{}")).header("Sec-Fetch-Site", "cross-site");

    HttpResponse<String> refused = send(foreign);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("WEB-0022").doesNotContain("roles");
    assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(send(crossSite).statusCode()).isEqualTo(403);
    assertThat(send(as("auditor", post("/api/me", "{}"))).statusCode()).isEqualTo(405);
  }

  @Test
  void leadsABrowserToTheSignInPageAndIn() throws Exception {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpResponse<String> page =
        browser.send(get("/").header("Accept", "text/html").build(), BodyHandlers.ofString());
    assertThat(page.uri().getPath()).isEqualTo("/login");
    assertThat(page.body())
        .contains("Notice of use", "The markings on these pages are historic or notional.");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

    HttpResponse<String> start =
        browser.send(
            form("/login", "username=auditor&password=auditor&_csrf=" + token(page.body())),
            BodyHandlers.ofString());

    assertThat(start.statusCode()).isEqualTo(200);
    assertThat(start.body()).contains("Auditor, NARA", "href=\"/journal\"");
    assertThat(browser.send(get("/api/me").build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
    assertThat(browser.send(form("/logout", ""), BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
    long before = events("SIGNED_OUT");
    browser.send(form("/logout", "_csrf=" + token(start.body())), BodyHandlers.ofString());
    assertThat(events("SIGNED_OUT")).isEqualTo(before + 1);
  }

  @Test
  void showsAPageForWhatIsNotThereToABrowser() throws Exception {
    HttpClient browser = signedIn("reviewer.state");

    HttpResponse<String> answer =
        browser.send(
            get("/nowhere").header("Accept", "text/html").build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains(
            "There is nothing here",
            "The markings on these pages are historic or notional.",
            "</html>");
  }

  @Test
  void answersTheModelerInItsOwnForm() throws Exception {
    HttpResponse<String> answer = send(get("/engine-rest/version"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"type\"", "\"message\"");
    HttpRequest.Builder nullOrigin =
        as("admin", get("/engine-rest/version")).header("Origin", "null");
    assertThat(send(nullOrigin).statusCode()).isEqualTo(403);
    HttpResponse<String> modeler =
        send(as("admin", get("/engine-rest/version")).header("Origin", "file://"));
    assertThat(modeler.headers().firstValue("Access-Control-Allow-Origin")).hasValue("file://");
  }

  @Test
  void publishesItsDescription() throws Exception {
    HttpResponse<String> document = send(get("/api/openapi"));

    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.body()).contains("\"openapi\":\"3.1.", "/api/policy/agencies");
    assertThat(send(get("/api/docs")).body()).contains("/api/policy/agencies");
  }

  @Test
  void givesEveryAnswerItsId() throws Exception {
    assertThat(send(get("/api/me")).headers().firstValue("X-Request-Id").map(UUID::fromString))
        .isPresent();
  }

  @Test
  void doesOnceWhatIsAskedTwiceUnderOneKey() throws Exception {
    String key = UUID.randomUUID().toString();
    String body = "{\"title\":\"A notional note\",\"text\":\"SECRET\\n\\nA notional text.\\n\"}";
    long before = events("DOCUMENT_REGISTERED");

    HttpResponse<String> first = send(keyed("intake.nara", key, body));
    HttpResponse<String> second = send(keyed("intake.nara", key, body));
    HttpResponse<String> other = send(keyed("intake.nara", key, body.replace("note", "memo")));

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"))
        .isPresent();
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("WEB-0013");
    assertThat(events("DOCUMENT_REGISTERED")).isEqualTo(before + 1);
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() throws Exception {
    String key = UUID.randomUUID().toString();
    long before = events("DOCUMENT_REGISTERED");

    assertThat(send(keyed("intake.nara", key, "{\"title\":\"No text\"}")).statusCode())
        .isEqualTo(422);
    String mended = "{\"title\":\"A text\",\"text\":\"SECRET\\n\\nA notional text.\\n\"}";
    assertThat(send(keyed("intake.nara", key, mended)).statusCode()).isEqualTo(201);

    assertThat(events("DOCUMENT_REGISTERED")).isEqualTo(before + 1);
  }

  @Test
  void answersReadablyWhatIsTooLarge() throws Exception {
    HttpResponse<String> json =
        send(as("intake.nara", post("/api/documents", "x".repeat(65 * 1024 * 1024))));
    assertThat(json.statusCode()).isEqualTo(413);
    assertThat(json.body()).contains("WEB-0007");

    String part =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
            + "x".repeat(40 * 1024 * 1024)
            + "\r\n--b--\r\n";
    HttpResponse<String> upload =
        send(
            as(
                "intake.nara",
                to("/api/documents")
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString(part))));
    assertThat(upload.statusCode()).isEqualTo(413);
    assertThat(upload.body()).contains("\"status\":413");
  }

  @Test
  void theFirstStartIsOver() throws Exception {
    assertThat(send(get("/setup").header("Accept", "text/html")).statusCode()).isEqualTo(404);
  }

  private HttpRequest.Builder keyed(String userName, String key, String body) {
    return as(userName, post("/api/documents", body)).header("Idempotency-Key", key);
  }

  private HttpClient signedIn(String userName) throws IOException, InterruptedException {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    String page = browser.send(get("/login").build(), BodyHandlers.ofString()).body();
    browser.send(
        form("/login", "username=" + userName + "&password=" + userName + "&_csrf=" + token(page)),
        BodyHandlers.ofString());
    return browser;
  }

  private static String token(String page) {
    Matcher csrf = CSRF.matcher(page);
    assertThat(csrf.find()).as("a form with a token").isTrue();
    return URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpRequest sent = request.build();
    HttpResponse<String> answer = http.send(sent, BodyHandlers.ofString());
    PublishedApi.check(sent, answer, answer.body().getBytes(StandardCharsets.UTF_8));
    return answer;
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpRequest.Builder get(String path) {
    return to(path).GET();
  }

  private HttpRequest.Builder post(String path, String json) {
    return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
  }

  private HttpRequest form(String path, String fields) {
    return to(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(fields))
        .build();
  }

  private static HttpRequest.Builder as(String userName, HttpRequest.Builder request) {
    return request.header("Authorization", basic(userName, userName));
  }

  private static String basic(String userName, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((userName + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private long events(String kind) {
    return jdbc.sql("select count(*) from journal_event where kind = ?")
        .param(kind)
        .query(Long.class)
        .single();
  }
}
