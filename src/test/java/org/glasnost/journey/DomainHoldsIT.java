package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Unsound processes of the gate's corpus, put into the engine past the gate: whichever way a record
 * is led, it is not released, and everything stays as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DomainHoldsIT {
  private static final Path UNSOUND = Path.of("src/test/resources/gate/refused");
  private static final String TEXT =
      "SECRET\nDECL: OADR\n\nThis text is fictitious and stays here.\n";
  private static final Map<String, Object> SIGN = Map.of("sign", true, "reason", "agreed");
  private static final Map<String, Object> REFUSE = Map.of("sign", false, "reason", "not proven");
  private static final Map<String, Object> RELEASE = Map.of("release", true, "reason", "now");

  private static final Map<String, String> WHO =
      Map.of(
          "FIRST_REVIEW", "reviewer.state",
          "SECOND_REVIEW", "reviewer2.state",
          "SIGNATURE", "authority.state",
          "RELEASE", "records.nara");

  private final RunningGlasnost glasnost = RunningGlasnost.onItsOwn(Databases.H2);
  private final Work work = new Work(glasnost);
  private final Map<String, String> atRest = new LinkedHashMap<>();

  /** An act at a task of a kind. */
  private record Act(String kind, Map<String, Object> body) {}

  private static Act first() {
    return new Act("FIRST_REVIEW", Decisions.inFull());
  }

  private static Act second() {
    return new Act("SECOND_REVIEW", Decisions.inFull());
  }

  static Stream<Arguments> ways() {
    Act sign = new Act("SIGNATURE", SIGN);
    Act refuse = new Act("SIGNATURE", REFUSE);
    Act release = new Act("RELEASE", RELEASE);
    return Stream.of(
        Arguments.of("no-review-at-all", List.of(), release),
        Arguments.of("no-first-review", List.of(), second()),
        Arguments.of("no-second-review", List.of(first()), sign),
        Arguments.of("no-signature", List.of(first(), second()), release),
        Arguments.of("signature-before-second-review", List.of(first()), sign),
        Arguments.of(
            "signature-refused-and-released", List.of(first(), second(), refuse), release));
  }

  /** While the process that ships is in force, so that each lies protected and at rest. */
  @BeforeAll
  void protectsOneRecordForEach() {
    ways()
        .map(way -> (String) way.get()[0])
        .forEach(
            way -> atRest.put(way, work.atRest(TEXT, Papers.fields("For " + way, "1985-03-25"))));
  }

  @AfterAll
  void end() {
    glasnost.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void nothingIsReleasedOnAnUnsoundWay(String way, List<Act> before, Act refused) {
    String document = String.valueOf(atRest.get(way));
    JsonNode marking = marking(document);
    putInForce(way);
    work.beginsReview(document);
    before.forEach(act -> work.does(who(act), act.kind(), document, act.body()));
    isRefused(document, refused);
    assertThat(marking(document)).isEqualTo(marking);
  }

  @Test
  void aNewRecordIsNotReleasedBeforeAnybodyHasReadIt() {
    putInForce("second-start-past-the-reviews");
    String document = work.registers(TEXT, Papers.fields("Straight away", "1985-03-25"));
    isRefused(document, new Act("RELEASE", RELEASE));
  }

  private void isRefused(String document, Act act) {
    String task = work.claim(who(act), act.kind(), document);
    Standing standing = Standing.of(glasnost, document);
    Caller.Answer answer =
        glasnost.as(who(act)).post("/api/tasks/" + task + "/complete", act.body());
    assertThat(answer.status()).as(answer.body()).isBetween(403, 422);
    assertThat(answer.rules()).as(answer.body()).isNotEmpty();
    assertThat(Standing.of(glasnost, document)).isEqualTo(standing);
    Standing.refusedLast(glasnost, document, "ACTION_REFUSED", answer.rules().get(0), who(act));
    assertThat(
            glasnost
                .as("reviewer.confidential")
                .get("/api/documents/" + document + "/release", "text/plain")
                .status())
        .isEqualTo(404);
  }

  private static String who(Act act) {
    return String.valueOf(WHO.get(act.kind()));
  }

  private JsonNode marking(String document) {
    return glasnost.as("records.nara").get("/api/documents/" + document).json().path("marking");
  }

  /** As somebody would who writes to the engine and asks nobody. */
  private void putInForce(String name) {
    try {
      byte[] bytes = Files.readAllBytes(UNSOUND.resolve(name + ".bpmn"));
      new TransactionTemplate(glasnost.part(PlatformTransactionManager.class))
          .executeWithoutResult(
              open ->
                  glasnost
                      .part(RepositoryService.class)
                      .createDeployment()
                      .addInputStream(name + ".bpmn", new java.io.ByteArrayInputStream(bytes))
                      .deploy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
