package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page's form with fields that are not its own: nothing is set by them. */
class ForeignFieldsIT {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String CHOSEN_ID = "11111111-2222-4333-8444-555555555555";

  /** Members of what lies behind the forms, each as its column, its member and a path to it. */
  private static final Map<String, String> FOREIGN = new LinkedHashMap<>();

  static {
    for (String prefix : List.of("", "document.", "form.", "person.", "caller.", "_", "!")) {
      FOREIGN.put(prefix + "id", CHOSEN_ID);
      FOREIGN.put(prefix + "state", "RELEASED_IN_FULL");
      FOREIGN.put(prefix + "label", "0");
      FOREIGN.put(prefix + "level", "UNCLASSIFIED");
      FOREIGN.put(prefix + "marking.level", "UNCLASSIFIED");
      FOREIGN.put(prefix + "holdingAgency", "CIA");
      FOREIGN.put(prefix + "registeredBy", CHOSEN_ID);
      FOREIGN.put(prefix + "account", CHOSEN_ID);
      FOREIGN.put(prefix + "proposedBy", CHOSEN_ID);
      FOREIGN.put(prefix + "approvedBy", CHOSEN_ID);
      FOREIGN.put(prefix + "roles", "ADMINISTRATOR");
      FOREIGN.put(prefix + "assignee", "admin");
      FOREIGN.put(prefix + "demo", "true");
    }
    FOREIGN.put("class.module.classLoader.resources.context.parent.pipeline.first.prefix", "x");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofARecordSetNothing(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    SignedInPages intake = new SignedInPages(glasnost).as("intake.nara");
    Map<String, String> own =
        Map.of(
            "title", "A fictitious record by its form",
            "text", Papers.MEMO,
            "documentDate", "1984-02-01",
            "originatingAgency", "STATE",
            "recordStatus", "PERMANENT");
    String plain = id(intake.sends("/intake", "/intake", own));
    String laden = id(intake.sends("/intake", "/intake", laden(own)));
    assertThat(laden).isNotEqualTo(CHOSEN_ID);
    JsonNode registered = seen(glasnost, laden);
    assertThat(besideIds(registered)).isEqualTo(besideIds(seen(glasnost, plain)));

    Map<String, String> change =
        Map.of(
            "title", "A fictitious record, corrected",
            "documentDate", "1984-02-01",
            "originatingAgency", "STATE",
            "recordStatus", "PERMANENT",
            "reason", "a slip");
    String correct = "/documents/%s/correct";
    id(intake.sends("/intake", correct.formatted(plain), change));
    id(intake.sends("/intake", correct.formatted(laden), laden(change)));
    assertThat(besideIds(seen(glasnost, laden))).isEqualTo(besideIds(seen(glasnost, plain)));
    assertThat(seen(glasnost, laden).path("title").asString()).endsWith("corrected");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofATaskSetNothing(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document =
        work.underReview(Papers.MEMO, Papers.fields("A fictitious task, by its form"));
    String task = work.open("reviewer.state", "FIRST_REVIEW", document);
    SignedInPages reviewer = new SignedInPages(glasnost).as("reviewer.state");
    String path = "/tasks/" + task;
    reviewer.sends(path, path + "/claim", laden(Map.of()));
    JsonNode claimed = glasnost.as("reviewer.state").get("/api" + path).json();
    assertThat(claimed.path("assignee").asString()).isEqualTo("reviewer.state");
    Standing before = Standing.of(glasnost, document);

    Map<String, String> decision = decision(work.portions("reviewer.state", document));
    HttpResponse<String> completed = reviewer.sends(path, path + "/complete", laden(decision));
    assertThat(completed.uri().getPath()).as(completed.body()).isEqualTo("/tasks");
    JsonNode after = seen(glasnost, document);
    assertThat(after.path("state").asString()).isEqualTo("UNDER_REVIEW");
    ObjectNode now = (ObjectNode) after.deepCopy();
    ObjectNode then = (ObjectNode) before.document().deepCopy();
    assertThat(now.remove(List.of("version", "state")))
        .isEqualTo(then.remove(List.of("version", "state")));
    work.open("reviewer2.state", "SECOND_REVIEW", document);
  }

  /** Fields of tasks are members of what completes them; another member is refused. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void thatNameAMemberOfWhatCompletesATaskAreRefused(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document =
        work.underReview(Papers.MEMO, Papers.fields("A fictitious member, by a form"));
    String path = "/tasks/" + work.claim("reviewer.state", "FIRST_REVIEW", document);
    SignedInPages reviewer = new SignedInPages(glasnost).as("reviewer.state");
    Standing before = Standing.of(glasnost, document);
    for (String pointer : List.of("/state", "/level", "/portions/0/level", "/sign", "/assignee")) {
      Map<String, String> more = decision(work.portions("reviewer.state", document));
      more.put(pointer, "true");
      HttpResponse<String> refused = reviewer.sends(path, path + "/complete", more);
      assertThat(refused.statusCode()).as(pointer + refused.body()).isEqualTo(400);
    }
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofAPersonAndATokenSetNothing(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired reader = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    SignedInPages officer = new SignedInPages(glasnost).as("security");
    String propose = "/people/" + reader.id() + "/propose/role";
    Map<String, String> fields = laden(Map.of("role", "REDACTOR", "reason", "notional"));
    fields.put("level", "TOP_SECRET");
    assertThat(officer.sends(propose, propose, fields).statusCode())
        .as("of the form of another right")
        .isEqualTo(422);
    // Of its own form a field may be marked as one that has no value, or a value by default.
    fields.keySet().removeAll(List.of("level", "_level", "!level"));
    HttpResponse<String> proposed = officer.sends(propose, propose, fields);
    JsonNode order = glasnost.as("security2").get("/api/grants/" + id(proposed)).json();
    assertThat(order.path("state").asString()).as(order.toString()).isEqualTo("PROPOSED");
    assertThat(order.toString()).contains(reader.id()).doesNotContain("ADMINISTRATOR", CHOSEN_ID);
    assertThat(staff.seen(reader).path("roles").toString()).isEqualTo("[\"REVIEWER\"]");

    SignedInPages own = new SignedInPages(glasnost).as(reader.name());
    String name = "t" + UUID.randomUUID();
    HttpResponse<String> made =
        own.sends(
            "/account",
            "/account/tokens",
            laden(
                Map.of(
                    "name",
                    name,
                    "scopes",
                    "read",
                    "expiresOn",
                    LocalDate.now(ZoneOffset.UTC).plusDays(3).toString())));
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(
            glasnost
                .part(JdbcClient.class)
                .sql(
                    "select account.user_name || ' ' || scopes from api_token join account on"
                        + " account.id = account_id where name = ?")
                .param(name)
                .query(String.class)
                .single())
        .containsIgnoringCase(reader.name() + " read");
    staff.leaves(reader);
  }

  /** All of it is declassified, as the form of the task says it. */
  private static Map<String, String> decision(List<String> portions) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("whole", "true");
    fields.put("/determination", "DECLASSIFY_IN_FULL");
    fields.put("/reason", "nothing in it");
    for (int i = 0; i < portions.size(); i++) {
      fields.put("/portions/" + i + "/portion", portions.get(i));
      fields.put("/portions/" + i + "/decision", "RELEASE");
    }
    return fields;
  }

  private static Map<String, String> laden(Map<String, String> own) {
    Map<String, String> fields = new LinkedHashMap<>(FOREIGN);
    fields.putAll(own);
    return fields;
  }

  /** The id of what a form has led to. */
  private static String id(HttpResponse<String> led) {
    assertThat(led.statusCode()).as(led.body()).isEqualTo(200);
    Matcher id = ID.matcher(led.uri().getPath());
    assertThat(id.find()).as(led.uri() + "\n" + led.body()).isTrue();
    return id.group();
  }

  private static JsonNode seen(RunningGlasnost glasnost, String document) {
    return glasnost.as("intake.nara").get("/api/documents/" + document).json();
  }

  /** Without what differs between any two records. */
  private static String besideIds(JsonNode document) {
    return ID.matcher(document.toString())
        .replaceAll("ID")
        .replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[^\"]+\"", "\"TIME\"");
  }
}
