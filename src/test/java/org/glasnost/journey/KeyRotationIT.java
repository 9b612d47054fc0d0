package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.glasnost.content.KeystoreFile;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An administrator adds a key to the key store and has everything wrapped by it. */
class KeyRotationIT {
  private static final String KEYS = "/api/operations/keys";
  private static final String ROTATIONS = KEYS + "/rotations";
  private static final String ORDER = "/operations/keys/rotations";
  private static final int WITHIN_SECONDS = 120;
  private static final List<String> OTHERS =
      List.of(
          "intake.nara",
          "classifier.state",
          "oca.state",
          "reviewer.state",
          "senior.state",
          "reviewer.cia",
          "coordinator.nara",
          "authority.state",
          "redactor.nara",
          "records.nara",
          "security",
          "auditor",
          "reviewer.confidential");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void everythingIsWrappedByTheNewKeyAndReadAsBefore(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller admin = glasnost.as("admin");
    Work work = new Work(glasnost);
    String text = "SECRET\n\nA notional text, kept under the older key.\n";
    String earlier = work.registers(text, Map.of());
    List<String> before = sealed(glasnost);

    Caller.Answer early = admin.post(ROTATIONS);
    assertThat(early.status()).as(early.body()).isEqualTo(409);
    assertThat(early.rules()).containsExactly("OPS-0007");
    String to = add(glasnost);
    Caller.Answer ordered = admin.post(ROTATIONS);
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
    assertThat(ordered.header("Location")).isEqualTo(ROTATIONS + "/" + to);
    assertThat(ordered.json().path("orderedBy").asString()).isEqualTo("admin");
    long atOrder = ordered.json().path("atOrder").asLong();
    assertThat(atOrder).isPositive();
    String meanwhile = work.registers(text, Map.of());

    JsonNode ended = ended(admin, to);
    assertThat(ended.path("rewrapped").asLong()).isGreaterThanOrEqualTo(atOrder);
    assertThat(ended.path("unopened").asLong()).isZero();
    JsonNode keys = admin.get(KEYS).json();
    assertThat(keys.path("current").asString()).isEqualTo(to);
    assertThat(keys.path("inUse").valueStream().map(use -> use.path("name").asString()))
        .containsExactly(to);
    assertThat(keys.path("rotations").get(0)).isEqualTo(ended);
    assertThat(sealed(glasnost)).containsAll(before);
    assertThat(glasnost.as("intake.nara").get("/api/documents/" + earlier + "/text").body())
        .isEqualTo(text);
    work.acceptsAll("classifier.state", meanwhile);

    Caller.Answer again = admin.post(ROTATIONS);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.rules()).containsExactly("OPS-0007");
    journalled(glasnost, to, ended);
    SignedInPages pages = new SignedInPages(glasnost).as("admin");
    assertThat(pages.reads("/operations").body())
        .contains(to, "Ended", ">" + ended.path("rewrapped").asString() + "<")
        .doesNotContain("is being carried out");
    HttpResponse<String> refused = pages.sends("/operations", ORDER, Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("OPS-0007");

    String next = add(glasnost);
    assertThat(pages.sends("/operations", ORDER, Map.of()).body())
        .contains("is being carried out", "Running", next);
    assertThat(ended(admin, next).path("from").get(0).asString()).isEqualTo(to);
  }

  @Test
  void nobodyElseSeesOrRotatesKeys() {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    String known = glasnost.as("admin").get(KEYS).json().path("current").asString();
    for (String other : OTHERS) {
      Caller caller = glasnost.as(other);
      for (Caller.Answer refused :
          List.of(
              caller.get(KEYS),
              caller.post(ROTATIONS),
              caller.get(ROTATIONS + "/" + known),
              caller.get(ROTATIONS + "/content-99"))) {
        assertThat(refused.status()).as(other).isEqualTo(403);
        assertThat(refused.rules()).containsExactly("OPS-0004");
        assertThat(refused.body()).doesNotContain("wrapped", "inUse", "\"to\"");
      }
      SignedInPages pages = new SignedInPages(glasnost).as(other);
      for (HttpResponse<String> page :
          List.of(pages.reads("/operations"), pages.sends("/markings", ORDER, Map.of()))) {
        assertThat(page.statusCode()).as(other).isEqualTo(403);
        assertThat(page.body()).doesNotContain("content-");
      }
    }
    Caller nobody = Caller.nobody(glasnost.address());
    assertThat(nobody.get(KEYS).status()).isEqualTo(401);
    assertThat(nobody.post(ROTATIONS).status()).isEqualTo(401);
    Caller.Answer none = glasnost.as("admin").get(ROTATIONS + "/content-99");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.rules()).containsExactly("ACC-0001");
  }

  @Test
  void aKeyStoreThatCannotBeReadIsToldAndChangesNothing() throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    Caller admin = glasnost.as("admin");
    JsonNode before = admin.get(KEYS).json();
    var file = glasnost.data().resolve("content-keys.p12");
    byte[] kept = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3});
    try {
      Caller.Answer refused = admin.post(ROTATIONS);
      assertThat(refused.status()).as(refused.body()).isEqualTo(409);
      assertThat(refused.rules()).containsExactly("OPS-0006");
    } finally {
      Files.write(file, kept);
    }
    assertThat(admin.get(KEYS).json().path("rotations")).isEqualTo(before.path("rotations"));
    new Work(glasnost).registers("SECRET\n\nA notional text.\n", Map.of());
  }

  private static String add(RunningGlasnost glasnost) throws Exception {
    char[] password =
        Files.readString(glasnost.data().resolve("content-keys.password")).toCharArray();
    return KeystoreFile.open(glasnost.data().resolve("content-keys.p12"), password).add();
  }

  static JsonNode ended(Caller admin, String to) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_SECONDS);
    while (true) {
      Caller.Answer rotation = admin.get(ROTATIONS + "/" + to);
      assertThat(rotation.status()).as(rotation.body()).isEqualTo(200);
      if (rotation.json().path("state").asString().equals("ENDED")) {
        return rotation.json();
      }
      assertThat(System.nanoTime()).as(rotation.body()).isLessThan(until);
      Thread.sleep(50);
    }
  }

  private static void journalled(Served glasnost, String to, JsonNode ended) {
    Caller auditor = glasnost.as("auditor");
    JsonNode order =
        auditor
            .get("/api/journal/events?kind=KEY_ROTATION_ORDERED&order=desc&limit=1")
            .json()
            .path("items")
            .get(0);
    assertThat(order.path("role").asString()).isEqualTo("ADMINISTRATOR");
    assertThat(order.at("/after/wrappingKey").asString()).isEqualTo(to);
    assertThat(order.at("/after/keys").asLong()).isEqualTo(ended.path("atOrder").asLong());
    assertThat(order.at("/before/wrappingKeys")).isEqualTo(ended.path("from"));
    JsonNode end =
        auditor
            .get("/api/journal/events?kind=KEY_ROTATION_ENDED&order=desc&limit=1")
            .json()
            .path("items")
            .get(0);
    assertThat(end.at("/after/wrappingKey").asString()).isEqualTo(to);
    assertThat(end.at("/after/rewrapped").asLong()).isEqualTo(ended.path("rewrapped").asLong());
    assertThat(end.at("/after/orderedBy")).isEqualTo(order.at("/actor/id"));
    assertThat(end.at("/after/begunAt").asString()).isNotEmpty();
    assertThat(end.at("/after/endedAt")).isEqualTo(ended.path("endedAt"));
  }

  private static List<String> sealed(RunningGlasnost glasnost) {
    return glasnost
        .part(JdbcClient.class)
        .sql("select item, number, sealed from content_chunk")
        .query(
            (row, n) ->
                row.getString(1)
                    + " "
                    + row.getInt(2)
                    + " "
                    + HexFormat.of().formatHex(row.getBytes(3)))
        .list();
  }
}
