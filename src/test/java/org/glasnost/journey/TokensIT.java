package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tokens of programs: what they let do, for how long, and what they never do. */
class TokensIT {
  private static final String TOKENS = "/api/me/tokens";
  private static final String LINE = "{\"lines\":[{\"text\":\"SECRET\"}]}";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isToldOnceKeptAsAHashAndServesWithinItsScopes(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller holder = glasnost.as("classifier.state");
    Caller.Answer issued = holder.post(TOKENS, asked("nightly figures", "read"));
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    String token = issued.json().path("token").asString();
    String path = TOKENS + "/" + issued.json().path("id").asString();
    assertThat(issued.header("Location")).isEqualTo(path);

    Caller program = Caller.bearing(glasnost.address(), token);
    Caller.Answer me = program.get("/api/me");
    assertThat(me.json().path("name").asString()).isEqualTo("classifier.state");
    assertThat(me.raw().headers().allValues("Set-Cookie")).isEmpty();
    assertThat(program.post("/api/markings/parse", LINE).status()).isEqualTo(200);
    Caller.Answer beyond = program.post("/api/documents", Map.of("title", "x", "text", "y"));
    assertThat(beyond.status()).isEqualTo(403);
    assertThat(beyond.rules()).containsExactly("ACC-0028");
    assertThat(beyond.header("WWW-Authenticate"))
        .contains("error=\"insufficient_scope\"", "scope=\"write\"");

    for (String seen : List.of(holder.get(path).body(), holder.get(TOKENS).body())) {
      assertThat(seen).contains("nightly figures").doesNotContain(token.substring(42));
    }
    assertThat(glasnost.part(JdbcClient.class).sql("select * from api_token").query().listOfRows())
        .as("on record")
        .allSatisfy(row -> assertThat(row.toString()).doesNotContain(token, token.substring(42)));
    assertThat(holder.get(path).json().path("lastUsedAt").isNull()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void servesNoMoreOnceItIsRevokedOrExpired(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller holder = glasnost.as("reviewer.state");
    JsonNode revoked = holder.post(TOKENS, asked("to be revoked", "read", "write")).json();
    Caller program = Caller.bearing(glasnost.address(), revoked.path("token").asString());
    assertThat(program.get("/api/me").status()).isEqualTo(200);
    String path = TOKENS + "/" + revoked.path("id").asString();

    assertThat(glasnost.as("reviewer2.state").post(path + "/revoke").status()).isEqualTo(404);
    assertThat(program.get("/api/me").status()).isEqualTo(200);
    Caller.Answer ended = holder.post(path + "/revoke");
    assertThat(ended.json().path("serves").asBoolean()).isFalse();
    Caller.Answer again = program.get("/api/me");
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.header("WWW-Authenticate")).startsWith("Basic");
    assertThat(again.raw().headers().allValues("WWW-Authenticate").toString())
        .contains("error=\"invalid_token\"");
    assertThat(holder.post(path + "/revoke").status()).as("once more").isEqualTo(200);

    JsonNode expired = holder.post(TOKENS, asked("of yesterday", "read")).json();
    glasnost
        .part(JdbcClient.class)
        .sql("update api_token set expires_on = ? where id = ?")
        .params(
            LocalDate.now(ZoneOffset.UTC).minusDays(2),
            UUID.fromString(expired.path("id").asString()))
        .update();
    Caller late = Caller.bearing(glasnost.address(), expired.path("token").asString());
    assertThat(late.get("/api/me").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsNoTokenOpensNothing(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    JsonNode issued = glasnost.as("auditor").post(TOKENS, asked("a true one", "read")).json();
    String token = issued.path("token").asString();
    String other = token.substring(0, 42) + "A".repeat(43);
    String unsigned = base64("{\"alg\":\"none\"}") + "." + base64("{\"sub\":\"auditor\"}") + ".";
    for (String wrong :
        List.of(
            "",
            "x",
            other,
            token + "A",
            token.toUpperCase(Locale.ROOT),
            token.substring(0, token.length() - 1),
            unsigned,
            base64("{\"alg\":\"HS256\"}") + "." + base64("{\"sub\":\"auditor\"}") + ".AAAA",
            "' or 1=1 --")) {
      Caller.Answer answer = Caller.bearing(glasnost.address(), wrong).get("/api/me");
      assertThat(answer.status()).as(wrong).isEqualTo(401);
      assertThat(answer.raw().headers().allValues("Set-Cookie")).isEmpty();
    }
    Caller program = Caller.bearing(glasnost.address(), token);
    assertThat(
            program
                .send(
                    program
                        .request(TOKENS)
                        .header("Origin", "https://elsewhere.example")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .rules())
        .as("borne by another site's page")
        .containsExactly("WEB-0022");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void givesNoTokensAndIsRefusedWithEveryFinding(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller holder = glasnost.as("oca.state");
    JsonNode issued = holder.post(TOKENS, asked("all of it", "read", "write", "sign")).json();
    Caller program = Caller.bearing(glasnost.address(), issued.path("token").asString());
    Caller.Answer self = program.post(TOKENS, asked("another", "read"));
    assertThat(self.status()).isEqualTo(403);
    assertThat(self.rules()).containsExactly("ACC-0029");
    assertThat(program.post(TOKENS + "/" + issued.path("id").asString() + "/revoke").rules())
        .containsExactly("ACC-0029");

    Map<String, Object> wrong = asked(" ", "read", "admin");
    wrong.put("expiresOn", LocalDate.now(ZoneOffset.UTC).plusDays(400).toString());
    Caller.Answer refused = holder.post(TOKENS, wrong);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.rules()).containsExactly("ACC-0022", "ACC-0023", "ACC-0024");
    assertThat(holder.post(TOKENS, "{}").rules())
        .containsExactly("ACC-0022", "ACC-0023", "ACC-0024");
    for (String name : List.of("\u202eabc", "a\u200bb", "\u2066", "…")) {
      assertThat(holder.post(TOKENS, asked(name, "read")).rules()).containsExactly("ACC-0022");
    }
    wrong.put("holder", "admin");
    assertThat(holder.post(TOKENS, wrong).status()).as("an unknown member").isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void signsOnlyWithTheScopeForIt(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document =
        work.underReview(Papers.MEMO, Papers.fields("By a token " + UUID.randomUUID()));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    String task = "/api/tasks/" + work.claim("authority.state", "SIGNATURE", document);
    Caller authority = glasnost.as("authority.state");
    Caller writes = with(glasnost, authority.post(TOKENS, asked("w", "read", "write")));
    Caller signs = with(glasnost, authority.post(TOKENS, asked("s", "read", "write", "sign")));
    Map<String, Object> signature = Map.of("sign", true, "reason", "agreed");

    Caller.Answer refused = writes.post(task + "/complete", signature);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.rules()).containsExactly("ACC-0026");
    assertThat(refused.header("WWW-Authenticate"))
        .contains("error=\"insufficient_user_authentication\"", "max_age=300");
    assertThat(glasnost.as("authority.state").get(task).json().path("completedAt").isNull())
        .isTrue();

    Caller.Answer signed = signs.post(task + "/complete", signature);
    assertThat(signed.status()).as(signed.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void doesNothingToTheAccountOfItsHolder(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Newcomer opened = Newcomer.to(glasnost);
    Caller holder = new Caller(glasnost.address(), opened.name(), Newcomer.PASSWORD);
    Caller program = with(glasnost, holder.post(TOKENS, asked("write all", "read", "write")));
    Tab tab = new Tab(glasnost).signsIn(opened.name(), Newcomer.PASSWORD);

    for (Caller.Answer refused :
        List.of(
            program.post(
                "/api/me/password",
                Map.of("current", Newcomer.PASSWORD, "chosen", "an altogether other phrase")),
            program.post("/api/me/sign-ins/end"))) {
      assertThat(refused.status()).as(refused.body()).isEqualTo(403);
      assertThat(refused.rules()).containsExactly("ACC-0029");
    }
    assertThat(tab.isSignedIn()).isTrue();
    assertThat(holder.get("/api/me").status()).as("with the same password").isEqualTo(200);

    for (List<String> alone : List.of(List.of("sign"), List.of("read", "sign"))) {
      Caller.Answer issued = holder.post(TOKENS, asked("signs", alone.toArray(String[]::new)));
      assertThat(issued.status()).as(issued.body()).isEqualTo(422);
      assertThat(issued.rules()).containsExactly("ACC-0023");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void endsWithTheAccountOfItsHolder(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired hired = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Caller program =
        with(glasnost, glasnost.as(hired.name()).post(TOKENS, asked("theirs", "read")));
    assertThat(program.get("/api/me").json().path("id").asString()).isEqualTo(hired.id());
    staff.leaves(hired);
    assertThat(program.get("/api/me").status()).isEqualTo(401);
  }

  private static Caller with(RunningGlasnost glasnost, Caller.Answer issued) {
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    return Caller.bearing(glasnost.address(), issued.json().path("token").asString());
  }

  private static Map<String, Object> asked(String name, String... scopes) {
    return new HashMap<>(
        Map.of(
            "name",
            name,
            "scopes",
            List.of(scopes),
            "expiresOn",
            LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
