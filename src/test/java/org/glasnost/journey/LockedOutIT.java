package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing passwords is slow, ends at a hundred, and tells nothing of who has an account. */
class LockedOutIT {
  @ParameterizedTest
  @EnumSource(Databases.class)
  void fiveWrongOnesStopTheRightOneForAWhile(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Newcomer opened = Newcomer.to(glasnost);
    wrong(glasnost, opened.name(), 4);
    assertThat(right(glasnost, opened).get("/api/me").status()).as("four").isEqualTo(200);
    wrong(glasnost, opened.name(), 5);
    // Another pair than the one that is remembered for a minute, and yet the right one.
    assertThat(byForm(glasnost, opened)).as("five, by the page").isFalse();
    assertThat(reasons(glasnost, opened.account()))
        .contains("WRONG_PASSWORD")
        .endsWith("TRIED_TOO_OFTEN");

    letPass(glasnost);
    assertThat(byForm(glasnost, opened)).as("after the wait").isTrue();
    wrong(glasnost, opened.name(), 4);
    assertThat(byForm(glasnost, opened)).as("counted anew").isTrue();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void afterAHundredTwoOfficersHaveToIssueAnother(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Newcomer opened = Newcomer.to(glasnost);
    for (int i = 0; i < 100; i++) {
      wrong(glasnost, opened.name(), 1);
      letPass(glasnost);
    }
    assertThat(byForm(glasnost, opened)).isFalse();
    letPass(glasnost);
    assertThat(byForm(glasnost, opened)).as("whatever time passes").isFalse();

    Caller.Answer proposed =
        glasnost
            .as("security")
            .post("/api/people/" + opened.account() + "/password", Map.of("reason", "locked out"));
    Caller.Answer approved =
        glasnost
            .as("security2")
            .post("/api/account-orders/" + proposed.json().path("id").asString() + "/approve");
    String issued =
        proposed.json().path("half").asString() + "-" + approved.json().path("half").asString();
    assertThat(new Caller(glasnost.address(), opened.name(), issued).get("/api/me").rules())
        .as("signed in, to choose another")
        .containsExactly("ACC-0017");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aNameThatIsNobodysIsAnsweredAndKeptLikeOneThatIs(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Newcomer opened = Newcomer.to(glasnost);
    String nobody = "n" + opened.name();
    for (int i = 0; i < 6; i++) {
      Caller.Answer known = caller(glasnost, opened.name(), "wrong " + i).get("/api/me");
      Caller.Answer unknown = caller(glasnost, nobody, "wrong " + i).get("/api/me");
      assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(401);
      assertThat(unknown.body()).isEqualTo(known.body());
      assertThat(names(unknown)).isEqualTo(names(known));
    }
    glasnost.statements();
    caller(glasnost, opened.name(), "wrong again").get("/api/me");
    List<String> ofKnown = glasnost.statements();
    caller(glasnost, nobody, "wrong again").get("/api/me");
    assertThat(glasnost.statements()).as("asked of the database").isEqualTo(ofKnown).isNotEmpty();
  }

  private static void wrong(RunningGlasnost glasnost, String name, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(caller(glasnost, name, "not it " + i).get("/api/me").status()).isEqualTo(401);
    }
  }

  private static Caller right(RunningGlasnost glasnost, Newcomer opened) {
    return caller(glasnost, opened.name(), Newcomer.PASSWORD);
  }

  private static boolean byForm(RunningGlasnost glasnost, Newcomer opened) {
    return !new SignedInPages(glasnost)
        .tries(opened.name(), Newcomer.PASSWORD)
        .uri()
        .toString()
        .contains("/login");
  }

  private static Caller caller(RunningGlasnost glasnost, String name, String password) {
    return new Caller(glasnost.address(), name, password);
  }

  /** All that is waited for has passed. */
  private static void letPass(RunningGlasnost glasnost) {
    glasnost
        .part(JdbcClient.class)
        .sql("update sign_in_attempt set tried_again_from = ?")
        .param(OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1))
        .update();
  }

  private static List<String> reasons(RunningGlasnost glasnost, String account) {
    return glasnost
        .as("auditor")
        .get("/api/journal/events?kind=SIGN_IN_REFUSED&limit=200&actor=" + account)
        .json()
        .path("items")
        .valueStream()
        .map(event -> event.path("reasonCode").asString())
        .toList();
  }

  private static List<String> names(Caller.Answer answer) {
    return answer.raw().headers().map().keySet().stream().sorted().toList();
  }
}
