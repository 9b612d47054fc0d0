package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Officers act at the same moment: what holds one after the other holds at once too. */
class RightsAtOnceIT {
  private static final int ROUNDS = 5;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void oneOrderIsDecidedOnce(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    for (int round = 0; round < ROUNDS; round++) {
      Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
      String id =
          staff
              .proposed(subject, Staff.proposal(Map.of("kind", "CLEARANCE", "level", "TOP_SECRET")))
              .path("id")
              .asString();
      String order = "/api/grants/" + id;
      Supplier<Caller.Answer> approve = () -> glasnost.as("security2").post(order + "/approve");

      List<Caller.Answer> answers =
          atOnce(
              List.of(
                  approve,
                  approve,
                  () -> glasnost.as("security2").post(order + "/reject", Map.of("reason", "no")),
                  () -> glasnost.as("security").post(order + "/withdraw")));

      assertThat(answers).extracting(Caller.Answer::status).containsOnlyOnce(200);
      conflicts(answers, "RGT-0004");
      int given = staff.lines("GRANT_GIVEN", id).size();
      int rejected = staff.lines("GRANT_REJECTED", id).size();
      assertThat(given + rejected).isEqualTo(1);
      assertThat(
              staff.rights(subject).stream()
                  .filter(right -> right.path("order").asString().equals(id)))
          .hasSize(given);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void rolesThatExcludeEachOtherAreNotBothGiven(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    for (int round = 0; round < ROUNDS; round++) {
      Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", null);
      Caller.Answer ended =
          glasnost
              .as("security")
              .post(
                  subject.path() + "/rights/" + staff.running(subject, "ROLE") + "/end",
                  Map.of("reason", "another post"));
      assertThat(ended.status()).as(ended.body()).isEqualTo(200);
      List<String> orders = new ArrayList<>();
      for (String role : List.of("AUDITOR", "REDACTOR", "ADMINISTRATOR")) {
        orders.add(
            staff
                .proposed(subject, Staff.proposal(Map.of("kind", "ROLE", "role", role)))
                .path("id")
                .asString());
      }

      List<Caller.Answer> answers =
          atOnce(
              orders.stream()
                  .<Supplier<Caller.Answer>>map(
                      id -> () -> glasnost.as("security2").post("/api/grants/" + id + "/approve"))
                  .toList());

      assertThat(answers).extracting(Caller.Answer::status).containsOnlyOnce(200);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 200)
          .allSatisfy(answer -> assertThat(answer.rules()).containsAnyOf("RGT-0014", "WEB-0009"));
      assertThat(staff.seen(subject).path("roles")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofThreeOfficersWhoEndEachOtherTwoRemain(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired second = new Staff.Hired(staff.id("security2"), "security2");
    for (int round = 0; round < ROUNDS; round++) {
      Staff.Hired third =
          staff.hired(Role.SECURITY_OFFICER, "NARA", ClassificationLevel.TOP_SECRET);
      String endSecond = second.path() + "/rights/" + staff.running(second, "ROLE") + "/end";
      String endThird = third.path() + "/rights/" + staff.running(third, "ROLE") + "/end";
      Map<String, Object> reason = Map.of("reason", "notional");

      List<Caller.Answer> answers =
          atOnce(
              List.of(
                  () -> glasnost.as(third.name()).post(endSecond, reason),
                  () -> glasnost.as(second.name()).post(endThird, reason)));

      // The other was too late, or an officer no more.
      assertThat(answers).extracting(Caller.Answer::status).containsOnlyOnce(200);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 200)
          .allSatisfy(
              answer ->
                  assertThat(answer.rules()).containsAnyOf("RGT-0023", "RGT-0001", "WEB-0009"));
      if (answers.get(0).status() == 200) {
        restored(glasnost, second, third);
      }
      staff.leaves(third);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoIsEndedWhileTheyWaitEndsNobody(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    for (int round = 0; round < ROUNDS; round++) {
      Staff.Hired third =
          staff.hired(Role.SECURITY_OFFICER, "NARA", ClassificationLevel.TOP_SECRET);
      Staff.Hired fourth =
          staff.hired(Role.SECURITY_OFFICER, "NARA", ClassificationLevel.TOP_SECRET);
      String endThird = third.path() + "/rights/" + staff.running(third, "ROLE") + "/end";
      String endFourth = fourth.path() + "/rights/" + staff.running(fourth, "ROLE") + "/end";
      Map<String, Object> reason = Map.of("reason", "notional");

      List<Caller.Answer> answers =
          atOnce(
              List.of(
                  () -> glasnost.as(third.name()).post(endFourth, reason),
                  () -> glasnost.as(fourth.name()).post(endThird, reason)));

      assertThat(answers).extracting(Caller.Answer::status).containsOnlyOnce(200);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 200)
          .allSatisfy(answer -> assertThat(answer.rules()).containsAnyOf("RGT-0001", "WEB-0009"));
      staff.leaves(third);
      staff.leaves(fourth);
    }
  }

  private static void restored(RunningGlasnost glasnost, Staff.Hired second, Staff.Hired third) {
    Caller.Answer proposed =
        glasnost
            .as("security")
            .post(
                second.path() + "/grants",
                Staff.proposal(Map.of("kind", "ROLE", "role", "SECURITY_OFFICER")));
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
    Caller.Answer approved =
        glasnost
            .as(third.name())
            .post("/api/grants/" + proposed.json().path("id").asString() + "/approve");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
  }

  private static void conflicts(List<Caller.Answer> answers, String rule) {
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.body()).isEqualTo(409);
              assertThat(answer.rules()).containsAnyOf(rule, "WEB-0009");
            });
  }

  private static List<Caller.Answer> atOnce(List<Supplier<Caller.Answer>> calls) {
    return calls.stream()
        .map(call -> CompletableFuture.supplyAsync(call, task -> new Thread(task).start()))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
