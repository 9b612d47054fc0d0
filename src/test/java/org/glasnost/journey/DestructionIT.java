package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.content.Tombstones;
import org.glasnost.document.DestroyingAnew;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Two records managers destroy a temporary record; nobody does otherwise, and nothing comes back.
 */
class DestructionIT {
  private static final String WORDS = "Quisquilia";
  private static final String TEXT = "SECRET\n\nA text of " + WORDS + ".\n";
  private static final String SECOND = SecondRecordsManager.NAME;
  private static final Map<String, Object> PROPOSAL =
      Map.of("authority", "GRS 4.2, item 001", "dueOn", "2020-01-01", "reason", "a reason untold");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void twoRecordsManagersDestroyTheKeyAndEverythingUnderIt(Databases database) {
    RunningGlasnost glasnost = begin(database);
    String document = atRest(glasnost, "TEMPORARY");
    if (database == Databases.H2) {
      assertThat(glasnost.as("admin").post("/api/operations/backup").status()).isEqualTo(201);
    }
    String path = "/api/documents/" + document;
    Caller.Answer proposed = glasnost.as("records.nara").post(path + "/destruction", PROPOSAL);
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
    assertThat(proposed.json().path("state").asString()).isEqualTo("PROPOSED");
    assertThat(sealedRows(glasnost, document)).isPositive();
    Caller first = glasnost.as("records.nara");
    refused(first.post(path + "/destruction/approve"), 403, "DOC-0071");
    // Whatever was seen of it: who may carry it out comes first.
    refused(
        first.send(
            first
                .request(path + "/destruction/approve")
                .header("If-Match", "\"999\"")
                .POST(BodyPublishers.noBody())),
        403,
        "DOC-0071");
    refused(first.post(path + "/destruction", PROPOSAL), 409, "DOC-0064");
    assertThat(sealedRows(glasnost, document)).isPositive();

    Caller.Answer done = glasnost.as(SECOND).post(path + "/destruction/approve");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.json().path("state").asString()).isEqualTo("CARRIED_OUT");
    assertThat(done.json().path("decidedBy").asString()).isEqualTo(SECOND);

    assertThat(sealedRows(glasnost, document)).isZero();
    assertThat(keys(glasnost, document)).isZero();
    JsonNode seen = glasnost.as("records.nara").get(path).json();
    assertThat(seen.path("state").asString()).isEqualTo("DESTROYED");
    assertThat(seen.path("title").asString()).isEqualTo("[destroyed]");
    assertThat(seen.path("readings").size()).isZero();
    assertThat(seen.path("marking").path("level").asString()).isEqualTo("SECRET");
    JsonNode listed =
        glasnost.as("records.nara").get("/api/documents?state=DESTROYED&limit=200").json();
    assertThat(listed.path("items").valueStream())
        .anySatisfy(
            item -> {
              assertThat(item.path("id").asString()).isEqualTo(document);
              assertThat(item.path("title").asString()).isEqualTo("[destroyed]");
            });
    for (String part : List.of("/text", "/portions")) {
      refused(glasnost.as("intake.nara").get(path + part), 403, "ACC-0002");
    }
    assertThat(glasnost.as("records.nara").get(path + "/markings").status()).isEqualTo(200);
    assertThat(
            new SignedInPages(glasnost).as("records.nara").reads("/documents/" + document).body())
        .contains("This document was destroyed.", "[destroyed]")
        .doesNotContain(WORDS);
    refused(glasnost.as("records.nara").post(path + "/destruction", PROPOSAL), 422, "DOC-0063");
    refused(glasnost.as(SECOND).post(path + "/destruction/approve"), 409, "DOC-0070");
    assertThat(
            glasnost
                .as("intake.nara")
                .patch(path, "{\"title\":\"anew\",\"reason\":\"x\"}")
                .status())
        .isEqualTo(409);
    journalled(glasnost, document);
    assertThat(glasnost.data().resolve("destroyed").resolve(document)).exists();
    backups(glasnost, document, database);
  }

  private static void backups(RunningGlasnost glasnost, String document, Databases database) {
    Caller.Answer order =
        glasnost.as("records.nara").get("/api/documents/" + document + "/destruction");
    JsonNode kept = glasnost.as("admin").get("/api/operations/backups").json().path("items");
    if (database == Databases.H2) {
      String file = order.json().path("backups").get(0).path("file").asString();
      assertThat(glasnost.data().resolve("backups").resolve(file)).isNotEmptyFile();
      assertThat(order.json().path("backups").get(0).path("until").isNull()).isTrue();
      assertThat(kept.valueStream())
          .anySatisfy(
              copy -> {
                assertThat(copy.path("file").asString()).isEqualTo(file);
                assertThat(copy.path("destroyedSince").asLong()).isPositive();
              });
      assertThat(new SignedInPages(glasnost).as("admin").reads("/operations").body())
          .contains(file, "no end is set")
          .doesNotContain(document);
    } else {
      assertThat(order.json().path("backups").size()).isZero();
      assertThat(kept.size()).isZero();
    }
    refused(glasnost.as("records.nara").get("/api/operations/backups"), 403, "OPS-0001");
  }

  private static void journalled(RunningGlasnost glasnost, String document) {
    for (String kind : List.of("DESTRUCTION_PROPOSED", "DOCUMENT_DESTROYED")) {
      JsonNode events =
          glasnost
              .as("auditor")
              .get("/api/journal/events?document=" + document + "&kind=" + kind)
              .json()
              .path("items");
      assertThat(events.size()).as(kind).isEqualTo(1);
      assertThat(events.get(0).path("authority").asString()).isEqualTo("GRS 4.2, item 001");
      assertThat(events.get(0).path("reasonCode").asString()).isEqualTo("RECORDS_SCHEDULE");
      assertThat(events.get(0).toString()).doesNotContain("a reason untold", WORDS);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nothingIsDestroyedUnderAHoldOrWithoutAnAppraisalOrAfterAReview(Databases database) {
    RunningGlasnost glasnost = begin(database);
    Work work = new Work(glasnost);
    Caller records = glasnost.as("records.nara");
    for (String status : List.of("PERMANENT", "UNSCHEDULED", "UNKNOWN")) {
      String kept = atRest(glasnost, status);
      refused(records.post("/api/documents/" + kept + "/destruction", PROPOSAL), 422, "DOC-0067");
    }
    String unread =
        work.registers(TEXT, Map.of("recordStatus", "TEMPORARY", "originatingAgency", "STATE"));
    refused(records.post("/api/documents/" + unread + "/destruction", PROPOSAL), 422, "DOC-0066");

    String reviewed = atRest(glasnost, "TEMPORARY");
    work.orders("SYSTEMATIC", List.of(reviewed));
    Caller.Answer both = records.post("/api/documents/" + reviewed + "/destruction", PROPOSAL);
    assertThat(both.status()).isEqualTo(422);
    assertThat(both.rules()).containsExactly("DOC-0066", "DOC-0069");

    String held = atRest(glasnost, "TEMPORARY");
    String path = "/api/documents/" + held;
    assertThat(records.post(path + "/destruction", PROPOSAL).status()).isEqualTo(201);
    Map<String, String> asked = Map.of("authority", "Doe v. State", "reason", "counsel");
    Caller.Answer hold = once(records, path + "/holds", asked, "hold " + held);
    assertThat(hold.status()).as(hold.body()).isEqualTo(201);
    Caller.Answer again = once(records, path + "/holds", asked, "hold " + held);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(hold.json());
    assertThat(records.get(String.valueOf(hold.header("Location"))).json()).isEqualTo(hold.json());
    refused(glasnost.as(SECOND).post(path + "/destruction/approve"), 422, "DOC-0068");
    assertThat(keys(glasnost, held)).isEqualTo(1);
    String lift = path + "/holds/" + hold.json().path("id").asString() + "/lift";
    refused(records.post(lift, Map.of()), 422, "DOC-0044");
    Caller.Answer lifted = once(records, lift, Map.of("reason", "closed"), "lift " + held);
    assertThat(lifted.status()).isEqualTo(200);
    assertThat(once(records, lift, Map.of("reason", "closed"), "lift " + held).json())
        .isEqualTo(lifted.json());
    refused(records.post(lift, Map.of("reason", "closed")), 409, "DOC-0062");
    assertThat(records.get(path + "/holds").json().path("items").size()).isEqualTo(1);
    assertThat(
            glasnost
                .as(SECOND)
                .post(path + "/destruction/reject", Map.of("reason", "kept after all"))
                .status())
        .isEqualTo(200);
    refused(glasnost.as(SECOND).post(path + "/destruction/approve"), 409, "DOC-0070");
    assertThat(keys(glasnost, held)).isEqualTo(1);
  }

  @Test
  void whatIsMissingOrTooEarlyIsNamedAltogether() {
    RunningGlasnost glasnost = begin(Databases.H2);
    String path = "/api/documents/" + atRest(glasnost, "TEMPORARY") + "/destruction";
    Caller records = glasnost.as("records.nara");
    Caller.Answer none = records.post(path, Map.of());
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.rules()).containsExactlyInAnyOrder("DOC-0061", "DOC-0065", "DOC-0044");
    Map<String, Object> early = new HashMap<>(PROPOSAL);
    early.put("dueOn", "2999-01-01");
    refused(records.post(path, early), 422, "DOC-0065");
    Map<String, Object> lines = new HashMap<>(PROPOSAL);
    lines.put("authority", "GRS\n4.2");
    refused(records.post(path, lines), 422, "DOC-0061");
    assertThat(records.post(path, "{\"authority\":\"a\",\"by\":\"me\"}").status()).isEqualTo(400);
    assertThat(records.get(path).status()).isEqualTo(404);
  }

  @Test
  void othersAreRefusedAsTheyMayKnowOfIt() {
    RunningGlasnost glasnost = begin(Databases.H2);
    String document = atRest(glasnost, "TEMPORARY");
    String path = "/api/documents/" + document;
    refused(glasnost.as("intake.nara").post(path + "/destruction", PROPOSAL), 403, "DOC-0060");
    refused(glasnost.as("intake.nara").get(path + "/holds"), 403, "DOC-0060");
    for (String stranger : List.of("reviewer.confidential", "admin", "security", "redactor.nara")) {
      for (Caller.Answer refused :
          List.of(
              glasnost.as(stranger).post(path + "/destruction", PROPOSAL),
              glasnost.as(stranger).post(path + "/destruction/approve"),
              glasnost.as(stranger).get(path + "/destruction"),
              glasnost
                  .as(stranger)
                  .post(path + "/holds", Map.of("authority", "mine", "reason", "mine")),
              glasnost.as(stranger).get(path + "/holds"))) {
        Caller.Answer absent =
            glasnost.as(stranger).get("/api/documents/" + UUID.randomUUID() + "/holds");
        assertThat(refused.status()).as(stranger).isEqualTo(404).isEqualTo(absent.status());
        assertThat(refused.rules()).isEqualTo(absent.rules());
      }
    }
    assertThat(keys(glasnost, document)).isEqualTo(1);
  }

  /** As after the restoring of a backup that is older than the destruction. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatABackupBringsBackIsDestroyedAgain(Databases database) throws Exception {
    RunningGlasnost glasnost = begin(database);
    String atRest = atRest(glasnost, "TEMPORARY");
    String unread = new Work(glasnost).registers(TEXT, Map.of());
    Tombstones list = glasnost.part(Tombstones.class);
    list.keep(UUID.fromString(atRest), "GRS 4.2, item 001");
    list.keep(UUID.fromString(unread), "GRS 4.2, item 001");
    list.keep(UUID.randomUUID(), "of another database");
    Occasion system =
        new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, "none");
    assertThat(glasnost.part(DestroyingAnew.class).settle(system)).isEqualTo(2);
    assertThat(glasnost.part(DestroyingAnew.class).settle(system)).isZero();
    for (String document : List.of(atRest, unread)) {
      assertThat(keys(glasnost, document)).isZero();
      assertThat(
              glasnost
                  .as("records.nara")
                  .get("/api/documents/" + document)
                  .json()
                  .path("state")
                  .asString())
          .isEqualTo("DESTROYED");
      assertThat(
              glasnost
                  .as("auditor")
                  .get("/api/journal/events?kind=DOCUMENT_DESTROYED&document=" + document)
                  .body())
          .contains("RESTORED_BACKUP");
    }
    assertThat(glasnost.as("admin").get("/actuator/health/readiness").status()).isEqualTo(200);

    Files.delete(glasnost.data().resolve("destroyed").resolve(atRest));
    assertThat(glasnost.part(DestroyingAnew.class).settle(system)).isZero();
    assertThat(list.owners()).contains(UUID.fromString(atRest));
  }

  private static RunningGlasnost begin(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    SecondRecordsManager.in(glasnost);
    return glasnost;
  }

  private static String atRest(RunningGlasnost glasnost, String status) {
    return new Work(glasnost)
        .atRest(
            TEXT,
            Map.of(
                "title",
                "A paper of " + WORDS,
                "originatingAgency",
                "STATE",
                "recordStatus",
                status));
  }

  /** Asks under a key, so that it is done once however often it is asked. */
  private static Caller.Answer once(Caller caller, String path, Object body, String key) {
    return caller.send(
        caller
            .request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key.replace(' ', '-'))
            .POST(HttpRequest.BodyPublishers.ofString(Caller.JSON.writeValueAsString(body))));
  }

  private static void refused(Caller.Answer answer, int status, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).containsExactly(rule);
    assertThat(answer.body()).doesNotContain(WORDS);
  }

  private static long keys(RunningGlasnost glasnost, String document) {
    return count(glasnost, "select count(*) from content_key where owner = ?", document);
  }

  private static long sealedRows(RunningGlasnost glasnost, String document) {
    return count(
        glasnost,
        "select count(*) from content_item i join content_chunk c on c.item = i.id where i.owner = ?",
        document);
  }

  private static long count(RunningGlasnost glasnost, String sql, String document) {
    return glasnost
        .part(JdbcClient.class)
        .sql(sql)
        .param(UUID.fromString(document))
        .query(Long.class)
        .single();
  }
}
