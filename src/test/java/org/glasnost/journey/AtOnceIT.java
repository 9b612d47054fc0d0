package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several ask for the same at once: one gets it, the others are told so, and it is done once. */
class AtOnceIT {
  private static final int ROUNDS = 5;
  private static final int CALLERS = 4;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void oneReviewIsOrderedAndTheOthersConflict(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    for (int round = 0; round < ROUNDS; round++) {
      String document = atRest(glasnost);
      Map<String, Object> order = Map.of("kind", "OADR", "documents", List.of(document));

      List<Caller.Answer> answers =
          atOnce(i -> glasnost.as("records.nara").post("/api/reviews", order));

      assertThat(answers).extracting(Caller.Answer::status).containsOnlyOnce(201);
      assertThat(answers)
          .filteredOn(a -> a.status() != 201)
          .allSatisfy(
              a -> {
                assertThat(a.status()).as(a.body()).isEqualTo(409);
                assertThat(a.rules()).containsAnyOf("REV-0081", "WEB-0009");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void oneCorrectionUnderAVersionIsTakenAndTheOthersAreStale(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    for (int round = 0; round < ROUNDS; round++) {
      String document = atRest(glasnost);
      String path = "/api/documents/" + document;
      String version = Objects.requireNonNull(glasnost.as("records.nara").get(path).header("ETag"));

      List<Caller.Answer> answers =
          atOnce(
              i -> {
                Caller caller = glasnost.as("records.nara");
                return caller.send(
                    caller
                        .request(path)
                        .header("If-Match", version)
                        .header("Content-Type", "application/json")
                        .method(
                            "PATCH",
                            BodyPublishers.ofString(
                                "{\"author\":\"Author " + i + "\",\"reason\":\"read again\"}")));
              });

      assertThat(answers).extracting(Caller.Answer::status).containsOnlyOnce(200);
      assertThat(answers).extracting(Caller.Answer::status).containsOnly(200, 412);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRefusedCallLeavesItsKeyFreeBeforeItIsAnswered(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document = atRest(glasnost);
    new Work(glasnost).orders("OADR", List.of(document));
    Map<String, Object> order = Map.of("kind", "OADR", "documents", List.of(document));
    for (int round = 0; round < 10; round++) {
      String key = UUID.randomUUID().toString();
      for (int call = 0; call < 3; call++) {
        assertThat(keyed(glasnost.as("records.nara"), key, order).rules())
            .containsExactly("REV-0081");
      }
    }
  }

  private static Caller.Answer keyed(Caller caller, String key, Map<String, Object> body) {
    return caller.send(
        caller
            .request("/api/reviews")
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Caller.JSON.writeValueAsString(body))));
  }

  private static String atRest(RunningGlasnost glasnost) {
    return new Work(glasnost)
        .atRest(
            "This text is fictitious.\n\nSECRET\n\nNothing in particular.\n",
            Papers.fields("At once", "1985-03-25"));
  }

  private static List<Caller.Answer> atOnce(IntFunction<Caller.Answer> call) {
    return IntStream.range(0, CALLERS)
        .mapToObj(
            i ->
                CompletableFuture.supplyAsync(
                    () -> call.apply(i), task -> new Thread(task).start()))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
