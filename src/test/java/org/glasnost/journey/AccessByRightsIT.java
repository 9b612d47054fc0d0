package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Right;
import org.glasnost.authority.RightsReplay;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Whether somebody could see a record on any day, by what was recorded at any instant, follows from
 * a replay of all that was given to them and taken from them: clearance, agreement, citizenship,
 * office.
 */
class AccessByRightsIT {
  private static final int HISTORIES = 6;
  private static final int QUESTIONS = 40;

  @AfterEach
  void giveTheDaysBack() {
    AccessQuestion.daysAreGivenBack();
  }

  @ParameterizedTest
  @EnumSource
  void followsFromAReplayOfTheRights(Databases database) {
    AccessQuestion record = AccessQuestion.on(database, ClassificationLevel.SECRET);
    record.passes(100);
    Caller officer = record.glasnost().as("security");
    Random random = new Random(19_951_114);
    int open = 0;
    for (int i = 0; i < HISTORIES; i++) {
      RightsReplay replay = new RightsReplay(record.glasnost(), random);
      letIn(record, replay.account());
      for (int question = 0; question < QUESTIONS; question++) {
        LocalDate day = replay.someDay();
        Instant known = replay.someInstant();
        String path =
            "/api/access?account=%s&document=%s&asOf=%s&knownAt=%s"
                .formatted(replay.account(), record.document(), day, known);
        Caller.Answer answer = officer.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode told = answer.json();
        Map<String, Boolean> tests = tests(replay.held(day, known));
        String as = "on %s by %s of %s".formatted(day, known, replay);
        assertThat(AccessQuestion.results(told)).as(as).isEqualTo(tests);
        boolean all = !tests.containsValue(false);
        assertThat(told.path("mayReadText").asBoolean()).as(as).isEqualTo(all);
        assertThat(told.path("mayKnow").asBoolean()).as(as).isEqualTo(all);
        open += all ? 1 : 0;
        if (question % 4 == 0) {
          thePersonIsToldSo(officer, replay, day, known, as);
        }
      }
    }
    assertThat(open).as("neither never nor always").isBetween(5, HISTORIES * QUESTIONS - 20);
  }

  private static Map<String, Boolean> tests(Set<Right> held) {
    if (held.isEmpty()) {
      return Map.of("an office was held", false);
    }
    Map<String, Boolean> tests = new HashMap<>();
    tests.put(
        "clearance covers SECRET",
        held.contains(new Right.Clearance(ClassificationLevel.SECRET))
            || held.contains(new Right.Clearance(ClassificationLevel.TOP_SECRET)));
    tests.put(
        "a non-disclosure agreement is signed",
        held.stream().anyMatch(Right.Agreement.class::isInstance));
    tests.put("citizenship among USA", held.contains(new Right.Citizen("USA")));
    tests.put("a need to know is on record", true);
    return tests;
  }

  /** The page of a person answers the same of their roles. */
  private static void thePersonIsToldSo(
      Caller officer, RightsReplay replay, LocalDate day, Instant known, String as) {
    Caller.Answer answer =
        officer.get("/api/people/%s?asOf=%s&knownAt=%s".formatted(replay.account(), day, known));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<String> roles = answer.json().path("roles").valueStream().map(JsonNode::asString).toList();
    assertThat(roles)
        .as(as)
        .containsExactlyInAnyOrderElementsOf(
            replay.held(day, known).stream()
                .filter(Right.Appointment.class::isInstance)
                .map(right -> ((Right.Appointment) right).role().name())
                .toList());
  }

  /** A need to know that was always there, so that the rights alone decide. */
  private static void letIn(AccessQuestion record, UUID account) {
    record
        .glasnost()
        .part(JdbcClient.class)
        .sql(
            "insert into need_to_know (id, document, source, scope, account, valid_from,"
                + " recorded_at, recorded_by) values (?, ?, 'DECISION', 'TEXT', ?, ?, ?, ?)")
        .params(
            UUID.randomUUID(),
            UUID.fromString(record.document()),
            account,
            record.daysAgo(100),
            record.momentsAgo(Duration.ofDays(100)).atOffset(ZoneOffset.UTC),
            account)
        .update();
  }
}
