package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two nodes on one PostgreSQL with one key store: whoever signed in at the one is served by the
 * other, and what ends at the one has ended at the other.
 */
class TwoNodesIT {
  private static final String TOKENS = "/api/me/tokens";

  @TempDir static Path directory;
  private static RunningGlasnost one;
  private static GlasnostProcess other;

  @BeforeAll
  static void starts() throws InterruptedException {
    one = RunningGlasnost.on(Databases.POSTGRESQL);
    other = GlasnostProcess.start(directory, one.settings()).awaitReady();
  }

  @AfterAll
  static void ends() {
    other.close();
  }

  @Test
  void aSessionIsServedByBothAndEndsAtBoth() throws Exception {
    Tab tab = new Tab(one).signsIn("reviewer.cia");
    assertThat(tab.at(other.address()).isSignedIn()).isTrue();
    Tab second = new Tab(one).at(other.address()).signsIn("reviewer.cia");
    assertThat(second.at(one.address()).isSignedIn()).isTrue();

    second.reads("/account");
    second.at(other.address());
    assertThat(second.sends("/logout", Map.of()).statusCode()).isEqualTo(302);
    assertThat(second.at(one.address()).isSignedIn()).as("signed out at the other").isFalse();

    assertThat(tab.isSignedIn()).as("the first session").isTrue();
    Caller.Answer ended =
        new Caller(one.address(), "reviewer.cia", "reviewer.cia").post("/api/me/sign-ins/end");
    assertThat(ended.status()).as(ended.body()).isLessThan(300);
    assertThat(tab.isSignedIn()).as("ended everywhere at the one").isFalse();
  }

  @Test
  void aTokenIsOfBothAndRevokedAtBoth() {
    Caller holder = one.as("reviewer.cia");
    JsonNode issued =
        holder
            .post(
                TOKENS,
                Map.of(
                    "name",
                    "of both",
                    "scopes",
                    List.of("read"),
                    "expiresOn",
                    LocalDate.now(ZoneOffset.UTC).plusDays(1).toString()))
            .json();
    Caller program = Caller.bearing(other.address(), issued.path("token").asString());
    assertThat(program.get("/api/me").status()).isEqualTo(200);
    assertThat(holder.post(TOKENS + "/" + issued.path("id").asString() + "/revoke").status())
        .isEqualTo(200);
    assertThat(program.get("/api/me").status()).isEqualTo(401);
  }

  @Test
  void guessesAreCountedTogether() {
    Newcomer opened = Newcomer.to(one);
    for (int i = 0; i < 5; i++) {
      String node = i % 2 == 0 ? one.address() : other.address();
      assertThat(new Caller(node, opened.name(), "guess " + i).get("/api/me").status())
          .isEqualTo(401);
    }
    for (String node : List.of(one.address(), other.address())) {
      assertThat(new Caller(node, opened.name(), Newcomer.PASSWORD).get("/api/me").status())
          .as("the right one, too soon, at " + node)
          .isEqualTo(401);
    }
  }

  @Test
  void aPasswordThatWasChangedAtTheOneOpensNothingAtTheOther() {
    Newcomer opened = Newcomer.to(one);
    Caller before = new Caller(other.address(), opened.name(), Newcomer.PASSWORD);
    assertThat(before.get("/api/me").status()).as("and is remembered there").isEqualTo(200);
    assertThat(opened.chooses(one, Newcomer.PASSWORD, "five other notional words").status())
        .isEqualTo(204);
    assertThat(before.get("/api/me").status()).isEqualTo(401);
  }

  @Test
  void aRepeatAtTheOtherNodeIsAnsweredAsAtTheFirstAndDoneOnce() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> record =
        Map.of(
            "title", "Notional record of two nodes " + key, "text", "Notional. Fictitious text.");
    List<Caller.Answer> answers =
        Stream.of(one.address(), other.address())
            .map(
                node ->
                    CompletableFuture.supplyAsync(
                        () ->
                            new Caller(node, "intake.nara", "intake.nara")
                                .with("Idempotency-Key", key)
                                .post("/api/documents", record),
                        task -> new Thread(task).start()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    Caller.Answer again =
        new Caller(other.address(), "intake.nara", "intake.nara")
            .with("Idempotency-Key", key)
            .post("/api/documents", record);
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    String id = again.json().path("id").asString();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              // One that comes while the first is at work is told so.
              assertThat(answer.status()).as(answer.body()).isIn(201, 409);
              if (answer.status() == 201) {
                assertThat(answer.json().path("id").asString()).isEqualTo(id);
              }
            });
  }
}
