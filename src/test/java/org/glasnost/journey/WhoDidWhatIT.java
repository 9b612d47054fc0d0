package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnost.fixtures.Databases;
import org.glasnost.policy.PolicyRelease;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each line of a record's life says who it was, in which role, and why. */
class WhoDidWhatIT {
  private static final Set<String> DECIDING = Set.of("FIRST_REVIEW", "SECOND_REVIEW");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void everyLineOfARecordsLifeTellsNameRoleAndReason(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document = ReleasedBytesIT.released(glasnost, "ZQXJKVWP");
    List<JsonNode> lines = lines(glasnost, document, "");
    assertThat(lines)
        .as("people are told by name")
        .filteredOn(line -> !line.path("actor").path("office").asString().equals("Glasnost"))
        .hasSizeGreaterThan(20)
        .allSatisfy(line -> assertThat(named(glasnost, line).asString()).isNotBlank());
    assertThat(lines)
        .filteredOn(line -> line.path("actor").path("office").asString().equals("Glasnost"))
        .allSatisfy(line -> assertThat(named(glasnost, line).isMissingNode()).isTrue());
    for (String kind : List.of("TASK_CLAIMED", "TASK_COMPLETED")) {
      assertThat(lines(glasnost, document, "&kind=" + kind))
          .as(kind)
          .hasSizeGreaterThan(5)
          .allSatisfy(
              line -> {
                assertThat(line.path("role").asString()).isNotBlank();
                assertThat(line.path("task").asString()).isNotBlank();
                assertThat(line.path("process").asString()).isNotBlank();
              });
    }
    assertThat(lines(glasnost, document, "&kind=DOCUMENT_REGISTERED"))
        .singleElement()
        .satisfies(line -> assertThat(line.path("reasonCode").asString()).isEqualTo("REGISTERED"));
    assertThat(lines(glasnost, document, "&kind=REVIEW_CLOSED"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("reasonCode").asString()).isEqualTo("RELEASED");
              assertThat(line.path("review").asString()).isNotBlank();
            });
    String own = new Staff(glasnost).id("reviewer.confidential");
    for (String form : ReleasedBytesIT.FORMS) {
      int before = readings(glasnost, document, own);
      assertThat(
              glasnost
                  .as("reviewer.confidential")
                  .get("/api/documents/" + document + "/release", form)
                  .status())
          .isEqualTo(200);
      assertThat(readings(glasnost, document, own)).as(form).isEqualTo(before + 1);
    }
    SignedInPages pages = new SignedInPages(glasnost).as("reviewer.confidential");
    for (String path : List.of("", "/copy.html", "/copy.txt", "/copy.pdf")) {
      int before = readings(glasnost, document, own);
      assertThat(pages.reads("/documents/" + document + "/released" + path).statusCode())
          .isEqualTo(200);
      assertThat(readings(glasnost, document, own)).as(path).isEqualTo(before + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsReadAtATaskIsToldWithTaskAndRole(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields("A fictitious text for a task"));
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);

    assertThat(
            new SignedInPages(glasnost).as("reviewer.state").reads("/tasks/" + task).statusCode())
        .isEqualTo(200);

    JsonNode line = lines(glasnost, document, "&order=desc&kind=CONTENT_READ").get(0);
    assertThat(line.path("task").asString()).isEqualTo(task);
    assertThat(line.path("role").asString()).isEqualTo("REVIEWER");
    assertThat(line.path("process").asString()).startsWith("declassification-review:");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void everyDecisionNamesItsPortionsWithBasisAndBothMarkings(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document = ReleasedBytesIT.released(glasnost, "ZQXJKVWP");
    List<JsonNode> told = new ArrayList<>(lines(glasnost, document, "&kind=DETERMINATION_SIGNED"));
    assertThat(told).hasSize(1);
    assertThat(told.get(0).path("authority").asString()).isNotBlank();
    lines(glasnost, document, "&kind=TASK_COMPLETED").stream()
        .filter(line -> DECIDING.contains(line.path("after").path("kind").asString()))
        .forEach(told::add);

    int portions = new Work(glasnost).portions("records.nara", document).size();
    assertThat(told)
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            line -> {
              JsonNode groups = line.path("after").path("portionDecisions");
              assertThat(groups.valueStream().mapToInt(WhoDidWhatIT::named).sum())
                  .as("every portion once: %s", groups)
                  .isEqualTo(portions);
              assertThat(groups.valueStream())
                  .anySatisfy(
                      group -> {
                        assertThat(group.path("decision").asString()).isEqualTo("PART");
                        assertThat(group.path("bases").get(0).asString()).isNotBlank();
                      })
                  .allSatisfy(
                      group -> {
                        assertThat(group.path("from").asString()).isNotBlank();
                        assertThat(group.path("to").asString()).isNotBlank();
                      });
            });
    assertThat(lines(glasnost, document, "&kind=TASK_COMPLETED"))
        .filteredOn(line -> line.path("after").path("kind").asString().equals("REDACTION"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.path("after").path("redacted").get(0).path("portions").get(0))
                    .isNotNull());
    assertThat(lines(glasnost, document, "").toString()).doesNotContain("ZQXJKVWP");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsReleasedAndConfirmedSaysUnderWhatAuthority(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document = ReleasedBytesIT.released(glasnost, "ZQXJKVWP");
    String signed =
        lines(glasnost, document, "&kind=DETERMINATION_SIGNED").get(0).path("authority").asString();

    assertThat(lines(glasnost, document, "&kind=RELEASED"))
        .singleElement()
        .satisfies(line -> assertThat(line.path("authority").asString()).isEqualTo(signed));
    assertThat(lines(glasnost, document, "&kind=READING_CONFIRMED"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.path("authority").asString())
                    .startsWith("Derivative classification"));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aTaskThatNobodyDoesAnyMoreEndsWithALineAndTheReleaseInForce(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(Papers.MEMO, Papers.fields("Registered in error"));
    String task = work.claim("classifier.state", "MARKING_REVIEW", document);

    assertThat(
            glasnost
                .as("intake.nara")
                .post("/api/documents/" + document + "/withdraw", Map.of("reason", "twice"))
                .status())
        .isEqualTo(200);

    assertThat(lines(glasnost, document, "&kind=TASK_CANCELLED"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("task").asString()).isEqualTo(task);
              assertThat(line.path("process").asString()).startsWith("record-life-cycle:");
              assertThat(line.path("reasonCode").asString()).isEqualTo("DOCUMENT_WITHDRAWN");
              assertThat(line.path("actor").path("id").asString())
                  .isEqualTo(new Staff(glasnost).id("intake.nara"));
              assertThat(line.path("before").path("kind").asString()).isEqualTo("MARKING_REVIEW");
              assertThat(line.path("before").path("assignee").asString())
                  .isEqualTo(new Staff(glasnost).id("classifier.state"));
            });
    String release = glasnost.part(PolicyRelease.class).id();
    assertThat(lines(glasnost, document, ""))
        .allSatisfy(line -> assertThat(line.path("policyRelease").asString()).isEqualTo(release));
  }

  /** How many portions a group names: {@code p1-p3} are three. */
  private static int named(JsonNode group) {
    return group
        .path("portions")
        .valueStream()
        .map(JsonNode::asString)
        .mapToInt(
            range -> {
              List<String> ends = List.of(range.replace("p", "").split("-", -1));
              return Integer.parseInt(ends.get(ends.size() - 1))
                  - Integer.parseInt(ends.get(0))
                  + 1;
            })
        .sum();
  }

  private static int readings(RunningGlasnost glasnost, String document, String actor) {
    List<JsonNode> readings = lines(glasnost, document, "&kind=CONTENT_READ&actor=" + actor);
    assertThat(readings)
        .allSatisfy(
            line -> assertThat(line.path("reasonCode").asString()).isEqualTo("RELEASED_COPY"));
    return readings.size();
  }

  /** The name of who acted, as the body has it. */
  private static JsonNode named(RunningGlasnost glasnost, JsonNode line) {
    String body =
        glasnost
            .as("auditor")
            .get("/api/journal/events/" + line.path("id").asString())
            .json()
            .path("body")
            .asString();
    return JsonMapper.shared().readTree(body).path("actor").path("name");
  }

  private static List<JsonNode> lines(RunningGlasnost glasnost, String document, String more) {
    return glasnost
        .as("auditor")
        .get("/api/journal/events?limit=200&document=" + document + more)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }
}
