package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An account from its proposal to the password that its holder chooses, and what is refused. */
class OpeningAccountsIT {
  private static final String CHOSEN = "four notional words here";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void twoOfficersOpenItAndNeitherCanSignInWithIt(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    String name = newName();

    Caller.Answer proposed = glasnost.as("security").post("/api/people", account(name));
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
    JsonNode order = proposed.json();
    String path = "/api/account-orders/" + order.path("id").asString();
    assertThat(proposed.header("Location")).isEqualTo(path);
    assertThat(order.path("kind").asString()).isEqualTo("ACCOUNT");
    String first = order.path("half").asString();
    assertThat(first).matches("([a-z2-9]{4}-){2}[a-z2-9]{4}");
    String account = order.path("account").asString();
    assertThat(glasnost.as("security").get("/api/people/" + account).status()).isEqualTo(404);
    assertThat(glasnost.as("security2").get(path).json().path("half").isNull()).isTrue();

    Caller.Answer approved = glasnost.as("security2").post(path + "/approve");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    assertThat(approved.json().path("state").asString()).isEqualTo("APPROVED");
    String second = approved.json().path("half").asString();
    assertThat(second).matches("([a-z2-9]{4}-){2}[a-z2-9]{4}").isNotEqualTo(first);
    assertThat(glasnost.as("security").get(path).json().path("half").isNull()).isTrue();
    JsonNode person = glasnost.as("security").get("/api/people/" + account).json();
    assertThat(person.path("displayName").asString()).isEqualTo("Notional " + name);
    assertThat(person.path("roles")).isEmpty();
    assertThat(person.path("clearance").isNull()).isTrue();

    for (String half : List.of(first, second, first + second, second + "-" + first)) {
      assertThat(caller(glasnost, name, half).get("/api/me").status()).isEqualTo(401);
    }
    Caller fresh = caller(glasnost, name, first + "-" + second);
    for (String closed :
        List.of("/api/me", "/api/documents", "/api/tasks", "/engine-rest/version")) {
      assertThat(fresh.get(closed).status()).as(closed).isEqualTo(403);
    }
    refused(fresh.get("/api/me"), 403, "ACC-0017");
    refused(fresh.post("/api/me/password", chosen("not this one", CHOSEN)), 422, "ACC-0018");
    refused(fresh.post("/api/me/password", chosen(first + "-" + second, "short")), 422, "ACC-0008");
    refused(
        fresh.post("/api/me/password", chosen(first + "-" + second, first + "-" + second)),
        422,
        "ACC-0016");
    Caller.Answer done =
        fresh.post("/api/me/password", chosen(first + "-" + second, CHOSEN + name.substring(6)));
    assertThat(done.status()).as(done.body()).isEqualTo(204);

    assertThat(fresh.get("/api/me").status()).isEqualTo(401);
    Caller own = caller(glasnost, name, CHOSEN + name.substring(6));
    assertThat(own.get("/api/me").json().path("id").asString()).isEqualTo(account);

    assertThat(staff.lines("GRANT_PROPOSED", account)).hasSize(1);
    assertThat(staff.lines("ACCOUNT_CREATED", account))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.path("actor").path("id").asString())
                    .isEqualTo(staff.id("security2")));
    assertThat(staff.lines("PASSWORD_CHANGED", account)).hasSize(1);
    for (String kind : List.of("GRANT_PROPOSED", "ACCOUNT_CREATED", "PASSWORD_CHANGED")) {
      assertThat(staff.lines(kind, account).toString()).doesNotContain(first, second, CHOSEN);
    }
    nothingIsKept(glasnost, UUID.fromString(order.path("id").asString()));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void itIsRefusedWithWhatKeepsItFromBeingOpened(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    String name = newName();
    Caller first = glasnost.as("security");

    Map<String, Object> wrong = new HashMap<>();
    wrong.put("userName", "No Such Name");
    wrong.put("displayName", " ");
    wrong.put("agency", "NOWHERE");
    Caller.Answer answer = first.post("/api/people", wrong);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.rules()).containsExactly("ACC-0014", "ACC-0004", "ACC-0004", "ACC-0005");
    // A name of signs alone would be nobody's, and two accounts of it nobody's twice.
    for (String unseen : List.of("\u2014", ". . .", "\u200b", "x\u0000y", "a\u202eb")) {
      for (String member : List.of("displayName", "position")) {
        Map<String, Object> asked = account(name);
        asked.put(member, unseen);
        refused(first.post("/api/people", asked), 422, "ACC-0004");
      }
    }
    for (String unseen : List.of("\u0000", "\u200b", "why\u0007")) {
      Map<String, Object> asked = account(name);
      asked.put("reason", unseen);
      refused(first.post("/api/people", asked), 422, "RGT-0007");
    }
    // Half of a pair of units, which is no character and has no form in UTF-8.
    String half =
        "{'userName':'"
            + name
            + "','displayName':'A person','position':'p\\ud800q','agency':'STATE','reason':'w'}";
    refused(first.post("/api/people", half.replace('\'', '"')), 422, "ACC-0004");
    Map<String, Object> silent = account(name);
    silent.remove("reason");
    refused(first.post("/api/people", silent), 422, "RGT-0007");
    Map<String, Object> taken = account(name);
    taken.put("userName", "auditor");
    refused(first.post("/api/people", taken), 422, "ACC-0003");
    Map<String, Object> myself = account(name);
    myself.put("displayName", "demo  SECURITY officer");
    refused(first.post("/api/people", myself), 403, "RGT-0002");
    Map<String, Object> more = account(name);
    more.put("roles", List.of("SECURITY_OFFICER"));
    assertThat(first.post("/api/people", more).status()).isEqualTo(400);
    for (String other : List.of("admin", "auditor", "reviewer.state", "intake.nara")) {
      refused(glasnost.as(other).post("/api/people", account(name)), 403, "RGT-0001");
      refused(glasnost.as(other).get("/api/account-orders"), 403, "RGT-0001");
    }

    String order = path(first.post("/api/people", account(name)));
    refused(first.post(order + "/approve"), 403, "RGT-0003");
    refused(glasnost.as("auditor").post(order + "/approve"), 403, "RGT-0001");
    refused(glasnost.as("security2").post(order + "/withdraw"), 403, "RGT-0022");
    refused(glasnost.as("security2").post(order + "/reject", "{}"), 422, "RGT-0007");
    Caller.Answer rejected =
        glasnost.as("security2").post(order + "/reject", Map.of("reason", "nobody knows them"));
    assertThat(rejected.json().path("decisionReason").asString()).isEqualTo("nobody knows them");
    refused(glasnost.as("security2").post(order + "/approve"), 409, "RGT-0004");
    nothingIsKept(glasnost, id(order));

    // Two orders of one name: the second finds it taken.
    String one = path(first.post("/api/people", account(name)));
    String two = path(first.post("/api/people", account(name)));
    assertThat(glasnost.as("security2").post(one + "/approve").status()).isEqualTo(200);
    refused(glasnost.as("security2").post(two + "/approve"), 422, "ACC-0003");
    assertThat(first.post(two + "/withdraw").json().path("state").asString())
        .isEqualTo("WITHDRAWN");
    nothingIsKept(glasnost, id(two));
    staff.refusedLast("security2", "ACTION_REFUSED", "ACC-0003");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aNewPasswordTakesThePlaceOfTheOneBeforeAtOnce(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    String name = newName();
    Opened opened = opened(glasnost, name);
    String account = "/api/people/" + opened.account();
    Caller before = caller(glasnost, name, opened.password());
    before.post("/api/me/password", chosen(opened.password(), CHOSEN + name.substring(6)));
    Caller own = caller(glasnost, name, CHOSEN + name.substring(6));
    assertThat(own.get("/api/me").status()).isEqualTo(200);

    Caller.Answer proposed =
        glasnost.as("security2").post(account + "/password", Map.of("reason", "forgot it"));
    assertThat(proposed.json().path("kind").asString()).isEqualTo("PASSWORD");
    assertThat(own.get("/api/me").status()).as("nothing yet").isEqualTo(200);
    refused(glasnost.as("security2").post(path(proposed) + "/approve"), 403, "RGT-0003");
    Caller.Answer approved = glasnost.as("security").post(path(proposed) + "/approve");
    assertThat(own.get("/api/me").status()).as("at once").isEqualTo(401);
    String issued =
        proposed.json().path("half").asString() + "-" + approved.json().path("half").asString();
    refused(caller(glasnost, name, issued).get("/api/me"), 403, "ACC-0017");
    assertThat(staff.lines("PASSWORD_ISSUED", opened.account())).hasSize(1);

    // Who leaves gets none, and what was proposed for them lapses.
    String late =
        path(glasnost.as("security").post(account + "/password", Map.of("reason", "again")));
    assertThat(glasnost.as("security").post(account + "/leave", Map.of("reason", "gone")).status())
        .isEqualTo(200);
    assertThat(glasnost.as("security").get(late).json().path("state").asString())
        .isEqualTo("LAPSED");
    refused(glasnost.as("security2").post(late + "/approve"), 409, "RGT-0004");
    refused(
        glasnost.as("security").post(account + "/password", Map.of("reason", "again")),
        409,
        "RGT-0020");
    assertThat(caller(glasnost, name, issued).get("/api/me").status()).isEqualTo(401);

    Staff.Hired demo = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    refused(
        glasnost.as("security").post(demo.path() + "/password", Map.of("reason", "why not")),
        409,
        "ACC-0015");
    refused(
        glasnost.as(demo.name()).post("/api/me/password", chosen(demo.name(), CHOSEN)),
        409,
        "ACC-0015");
    assertThat(
            glasnost
                .as("security")
                .post("/api/people/" + UUID.randomUUID() + "/password", Map.of("reason", "who"))
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anIssuedPasswordThatNobodyUsedOpensNothingAfterItsTime(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String name = newName();
    Opened opened = opened(glasnost, name);
    Caller late = caller(glasnost, name, opened.password());
    issuedAgo(glasnost, name, Duration.ofHours(71));
    refused(late.get("/api/me"), 403, "ACC-0017");

    // At once, though the pair was right a moment ago.
    issuedAgo(glasnost, name, Duration.ofHours(73));
    Caller.Answer ended = late.get("/api/me");
    Caller.Answer wrong = caller(glasnost, name, "not the password").get("/api/me");
    assertThat(ended.status()).isEqualTo(401);
    assertThat(ended.body()).isEqualTo(wrong.body());
    assertThat(ended.raw().headers().map().keySet())
        .isEqualTo(wrong.raw().headers().map().keySet());
    assertThat(
            late.post("/api/me/password", chosen(opened.password(), CHOSEN + name.substring(6)))
                .status())
        .isEqualTo(401);
    assertThat(
            glasnost
                .as("auditor")
                .get("/api/journal/events?kind=SIGN_IN_REFUSED&order=desc&limit=20")
                .body())
        .contains("ISSUED_PASSWORD_ENDED");

    Caller.Answer proposed =
        glasnost
            .as("security")
            .post("/api/people/" + opened.account() + "/password", Map.of("reason", "too late"));
    Caller.Answer approved = glasnost.as("security2").post(path(proposed) + "/approve");
    String anew =
        proposed.json().path("half").asString() + "-" + approved.json().path("half").asString();
    Caller again = caller(glasnost, name, anew);
    assertThat(again.post("/api/me/password", chosen(anew, CHOSEN + name.substring(6))).status())
        .isEqualTo(204);
    assertThat(caller(glasnost, name, CHOSEN + name.substring(6)).get("/api/me").status())
        .as("a password of one's own has no end")
        .isEqualTo(200);
  }

  private static void issuedAgo(RunningGlasnost glasnost, String name, Duration ago) {
    assertThat(
            glasnost
                .part(JdbcClient.class)
                .sql("update account set password_issued_at = ? where user_name = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).minus(ago), name)
                .update())
        .isEqualTo(1);
  }

  /** An account, and what its holder first signs in with. */
  private record Opened(String account, String password) {}

  private static Opened opened(RunningGlasnost glasnost, String name) {
    Caller.Answer proposed = glasnost.as("security").post("/api/people", account(name));
    Caller.Answer approved = glasnost.as("security2").post(path(proposed) + "/approve");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    return new Opened(
        approved.json().path("account").asString(),
        proposed.json().path("half").asString() + "-" + approved.json().path("half").asString());
  }

  private static String newName() {
    return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  private static Map<String, Object> account(String name) {
    return new HashMap<>(
        Map.of(
            "userName", name,
            "displayName", "Notional " + name,
            "position", "Reviewer",
            "agency", "STATE",
            "reason", "joins the office"));
  }

  private static Map<String, Object> chosen(String current, String chosen) {
    return Map.of("current", current, "chosen", chosen);
  }

  private static Caller caller(RunningGlasnost glasnost, String name, String password) {
    return new Caller(glasnost.address(), name, password);
  }

  private static String path(Caller.Answer proposed) {
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
    return "/api/account-orders/" + proposed.json().path("id").asString();
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Once it is decided, neither a hash nor half of a password is left of an order. */
  private static void nothingIsKept(RunningGlasnost glasnost, UUID order) {
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    assertThat(
            jdbc.sql(
                    "select count(*) from account_order where id = ? and encoded is null and"
                        + " second_half is null and half_key is null")
                .param(order)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "select count(*) from content_item i where kind = 'PASSWORD_HALF' and not"
                        + " exists (select 1 from account_order o where o.second_half = i.id)")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static void refused(Caller.Answer answer, int status, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).as(answer.body()).contains(rule);
  }
}
