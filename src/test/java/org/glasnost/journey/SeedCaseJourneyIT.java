package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The record it began with, the whole way over HTTP: the memorandum as a historic action of 25 July
 * 2000, the letter as a review decided now in part.
 */
class SeedCaseJourneyIT {
  static final String MEMORANDUM = "Letter from Gorbachev: memorandum for the President";
  static final String LETTER = "Letter from M. Gorbachev to the President";
  private static final String WITHHELD = "treated with care";

  @TempDir Path files;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void carriesTheRecordFromSecretEyesOnlyToRelease(Databases database) {
    carry(RunningGlasnost.on(database), files);
  }

  /** The whole journey, wherever Glasnost runs; both records wait for their marking review. */
  static void carry(Served glasnost, Path files) {
    Work work = new Work(glasnost);
    String memorandum = memorandum(glasnost);
    String letter = letter(glasnost);

    theRegistrationsSayOnlyWhatTheyKnow(glasnost, memorandum, letter);
    work.acceptsAll("classifier.state", memorandum);
    work.acceptsAll("classifier.state", letter);
    theReadingIsConfirmed(glasnost, memorandum, letter);

    Instant beforeRecording = Instant.now();
    String review = theMemorandumIsReviewed(glasnost, work, memorandum);
    theMemorandumIsReleased(glasnost, memorandum, review);
    theMarkingIsKnownInTwoTimes(glasnost, memorandum, beforeRecording);

    theLetterIsReviewedInPart(glasnost, work, letter);
    theLetterIsReleasedInPart(glasnost, letter);

    everyMarkingChangeSaysWhoAndWhy(glasnost, memorandum);
    Auditing.verifies(glasnost.as("auditor"), files);
  }

  static String memorandum(Served glasnost) {
    return byTitle(glasnost, MEMORANDUM);
  }

  static String letter(Served glasnost) {
    return byTitle(glasnost, LETTER);
  }

  private static void theRegistrationsSayOnlyWhatTheyKnow(
      Served glasnost, String memorandum, String letter) {
    JsonNode memo = glasnost.as("classifier.state").get("/api/documents/" + memorandum).json();
    assertThat(memo.path("state").asString()).isEqualTo("MARKING_REVIEW");
    assertThat(memo.path("marking").path("level").asString()).isEqualTo("SECRET");
    assertThat(memo.path("marking").path("protectedAs").asString()).isEqualTo("SECRET");
    assertThat(memo.path("marking").path("confirmed").asBoolean()).isFalse();
    assertThat(memo.path("caseNumber").isNull()).isTrue();
    assertThat(proposed(memo, "caseNumber")).containsExactly("F99-051 #321");
    assertThat(memo.path("declassification").path("automaticDeclassification").asString())
        .isEqualTo("2010-12-31");
    assertThat(memo.path("declassification").path("effect").asString()).isEqualTo("ENDED_BY_RULE");
    assertThat(memo.path("declassification").path("nextActor").asString())
        .isEqualTo("DECLASSIFICATION_AUTHORITY");
    assertThat(memo.path("enclosures").valueStream().map(JsonNode::asString)).contains(letter);

    JsonNode enclosure = glasnost.as("classifier.state").get("/api/documents/" + letter).json();
    assertThat(enclosure.path("enclosureOf").asString()).isEqualTo(memorandum);
    assertThat(enclosure.path("marking").path("level").asString()).isEqualTo("NONE");
    assertThat(enclosure.path("marking").path("protectedAs").asString()).isEqualTo("SECRET");
    assertThat(enclosure.path("marking").path("verbatim").isNull()).isTrue();
    assertThat(proposed(enclosure, "caseNumber")).containsExactly("F99-051 #322");
  }

  private static void theReadingIsConfirmed(Served glasnost, String memorandum, String letter) {
    JsonNode memo = glasnost.as("records.nara").get("/api/documents/" + memorandum).json();
    assertThat(memo.path("state").asString()).isEqualTo("PROTECTED");
    assertThat(memo.path("caseNumber").asString()).isEqualTo("F99-051");
    assertThat(memo.path("item").asString()).isEqualTo("321");
    assertThat(memo.path("marking").path("confirmed").asBoolean()).isTrue();
    assertThat(memo.path("marking").path("verbatim").asString())
        .startsWith("SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE");
    JsonNode enclosure = glasnost.as("records.nara").get("/api/documents/" + letter).json();
    assertThat(enclosure.path("marking").path("level").asString()).isEqualTo("NONE");
    assertThat(enclosure.path("marking").path("protectedAs").asString()).isEqualTo("SECRET");
  }

  private static String theMemorandumIsReviewed(Served glasnost, Work work, String memorandum) {
    JsonNode stamp =
        glasnost
            .as("records.nara")
            .get("/api/documents/" + memorandum)
            .json()
            .path("readings")
            .valueStream()
            .filter(r -> r.path("reading").path("text").asString().contains("7/25/00"))
            .findFirst()
            .orElseThrow();
    Map<String, Object> evidence =
        Map.of(
            "document",
            memorandum,
            "from",
            stamp.path("from").asInt(),
            "to",
            stamp.path("to").asInt(),
            "note",
            "declassification date beside the case number");
    Caller.Answer ordered =
        glasnost
            .as("records.nara")
            .post(
                "/api/reviews",
                Map.of(
                    "kind",
                    "OADR",
                    "documents",
                    List.of(memorandum),
                    "caseNumber",
                    "F99-051",
                    "historicAction",
                    Map.of(
                        "decidedOn",
                        "2000-07-25",
                        "decidedBy",
                        "Cf5",
                        "authority",
                        "NLS F99-051 #321",
                        "evidence",
                        evidence)));
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
    assertThat(ordered.json().path("tasks").valueStream().map(t -> t.path("kind").asString()))
        .containsExactly("EQUITY_IDENTIFICATION");
    Map<String, Object> inFull =
        Map.of("determination", "DECLASSIFY_IN_FULL", "reason", "released in 2000");
    work.does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        memorandum,
        Map.of("equities", List.of(), "reason", "the Department's own"));
    work.does("reviewer.state", "FIRST_REVIEW", memorandum, inFull);
    work.does("reviewer2.state", "SECOND_REVIEW", memorandum, inFull);
    work.does(
        "authority.state", "SIGNATURE", memorandum, Map.of("sign", true, "reason", "as shown"));
    JsonNode pending = glasnost.as("records.nara").get("/api/documents/" + memorandum).json();
    assertThat(pending.path("state").asString()).isEqualTo("RELEASE_PENDING");
    assertThat(glasnost.as("reviewer.confidential").get(release(memorandum)).status())
        .isEqualTo(404);
    work.does("records.nara", "RELEASE", memorandum, Map.of("release", true, "reason", "done"));
    return ordered.json().path("id").asString();
  }

  private static void theMemorandumIsReleased(Served glasnost, String memorandum, String review) {
    Caller anybody = glasnost.as("reviewer.confidential");
    JsonNode copy = anybody.get(release(memorandum), "application/json").json();
    assertThat(copy.path("mark").path("word").asString()).isEqualTo("Declassified");
    assertThat(copy.path("mark").path("by").asString()).isEqualTo("Cf5");
    assertThat(copy.path("mark").path("position").isNull()).isTrue();
    assertThat(copy.path("mark").path("on").asString()).isEqualTo("2000-07-25");
    assertThat(copy.path("mark").path("recordedOn").isNull()).isFalse();
    assertThat(copy.path("mark").path("caseNumber").asString()).isEqualTo("NLS F99-051 #321");
    assertThat(copy.path("linedThrough").get(0).asString()).startsWith("SECRET/SENSITIVE");
    assertThat(copy.path("redactions").size()).isZero();
    assertThat(anybody.get(release(memorandum), "text/plain").body())
        .contains("Soviet Chargé Oleg Sokolov")
        .contains("Declassified");
    assertThat(anybody.get(release(memorandum), "text/html").body())
        .containsPattern("<(s|del)[ >]");
    assertThat(anybody.get(release(memorandum), "application/pdf").body()).startsWith("%PDF");
    assertThat(anybody.get(release(memorandum), "image/png").status()).isEqualTo(406);
    assertThat(anybody.get("/api/documents/" + memorandum + "/text").status()).isEqualTo(200);
    JsonNode closed = glasnost.as("records.nara").get("/api/reviews/" + review).json();
    assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
  }

  private static void theMarkingIsKnownInTwoTimes(
      Served glasnost, String memorandum, Instant beforeRecording) {
    assertThat(level(glasnost, memorandum, "2000-07-24", null)).isEqualTo("SECRET");
    assertThat(level(glasnost, memorandum, "2000-07-26", null)).isEqualTo("UNCLASSIFIED");
    assertThat(level(glasnost, memorandum, "2000-07-24", beforeRecording)).isEqualTo("SECRET");
    assertThat(level(glasnost, memorandum, "2000-07-26", beforeRecording)).isEqualTo("SECRET");
    assertThat(level(glasnost, memorandum, "1985-03-24", null)).isNull();
  }

  private static void theLetterIsReviewedInPart(Served glasnost, Work work, String letter) {
    work.orders("MANDATORY", List.of(letter));
    work.does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        letter,
        Map.of("equities", List.of(), "reason", "received by the Department"));
    String first = work.claim("reviewer.state", "FIRST_REVIEW", letter);
    List<Map<String, Object>> redactions = new ArrayList<>();
    Map<String, Object> decision = inPart(glasnost, letter, redactions);
    Caller.Answer decided =
        glasnost.as("reviewer.state").post("/api/tasks/" + first + "/complete", decision);
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    work.does("reviewer2.state", "SECOND_REVIEW", letter, decision);
    work.does("authority.state", "SIGNATURE", letter, Map.of("sign", true, "reason", "agreed"));
    work.does(
        "redactor.nara", "REDACTION", letter, Map.of("redactions", redactions, "reason", "done"));
    work.does(
        "redactor2.nara", "REDACTION_CHECK", letter, Map.of("accept", true, "reason", "checked"));
    work.does("records.nara", "RELEASE", letter, Map.of("release", true, "reason", "done"));
  }

  private static Map<String, Object> inPart(
      Served glasnost, String letter, List<Map<String, Object>> redactions) {
    List<Map<String, Object>> portions = new ArrayList<>();
    glasnost
        .as("reviewer.state")
        .get("/api/documents/" + letter + "/portions")
        .json()
        .path("items")
        .forEach(
            portion -> {
              Map<String, Object> decided = new LinkedHashMap<>();
              decided.put("portion", portion.path("id").asString());
              String text = portion.path("text").asString();
              int at = text.indexOf(WITHHELD);
              if (at < 0) {
                decided.put("decision", "RELEASE");
              } else {
                int from = text.codePointCount(0, at);
                decided.put("decision", "PART");
                redactions.add(
                    Map.of(
                        "portion",
                        portion.path("id").asString(),
                        "from",
                        from,
                        "to",
                        from + WITHHELD.length(),
                        "basis",
                        "3.3(b)(6)"));
                decided.put(
                    "spans",
                    List.of(
                        Map.of(
                            "from",
                            from,
                            "to",
                            from + WITHHELD.length(),
                            "basis",
                            "3.3(b)(6)",
                            "reason",
                            "for this journey")));
              }
              portions.add(decided);
            });
    assertThat(redactions).hasSize(1);
    return Map.of(
        "determination",
        "DECLASSIFY_IN_PART",
        "portions",
        portions,
        "instruction",
        Map.of(
            "declassifyOn",
            "25X6, 20350324",
            "panelApproval",
            Map.of("on", "2009-11-02", "reference", "notional")),
        "reason",
        "a notional harm to relations");
  }

  private static void theLetterIsReleasedInPart(Served glasnost, String letter) {
    Caller anybody = glasnost.as("reviewer.confidential");
    for (String form : List.of("application/json", "text/plain", "text/html")) {
      assertThat(anybody.get(release(letter), form).body())
          .doesNotContain(WITHHELD)
          .contains("[withheld: 3.3(b)(6)]");
    }
    JsonNode copy = anybody.get(release(letter), "application/json").json();
    assertThat(copy.path("redactions").size()).isEqualTo(1);
    assertThat(copy.path("redactions").get(0).path("basis").asString()).isEqualTo("3.3(b)(6)");
    assertThat(copy.path("mark").path("recordedOn").isNull()).isTrue();
    assertThat(anybody.get("/api/documents/" + letter).status()).isEqualTo(404);
    JsonNode record = glasnost.as("records.nara").get("/api/documents/" + letter).json();
    assertThat(record.path("state").asString()).isEqualTo("RELEASED_IN_PART");
    assertThat(record.path("marking").path("protectedAs").asString()).isEqualTo("SECRET");
    assertThat(record.path("declassification").path("line").asString()).contains("25X6");
  }

  private static void everyMarkingChangeSaysWhoAndWhy(Served glasnost, String memorandum) {
    Caller auditor = glasnost.as("auditor");
    JsonNode changes =
        auditor
            .get("/api/journal/events?document=" + memorandum + "&kind=MARKING_CHANGED")
            .json()
            .path("items");
    assertThat(changes.size()).isEqualTo(2);
    JsonNode declassified = changes.get(1);
    assertThat(declassified.path("sealed").asBoolean()).isFalse();
    assertThat(declassified.path("before").path("level").asString()).isEqualTo("SECRET");
    assertThat(declassified.path("after").path("level").asString()).isEqualTo("UNCLASSIFIED");
    assertThat(declassified.path("effectiveOn").asString()).isEqualTo("2000-07-25");
    assertThat(declassified.path("role").asString()).isEqualTo("DECLASSIFICATION_AUTHORITY");
    assertThat(declassified.path("actor").path("office").asString()).contains("STATE");
    assertThat(declassified.path("authority").asString()).isEqualTo("NLS F99-051 #321");
    assertThat(declassified.path("at").asString()).endsWith("Z");
    assertThat(kinds(auditor, memorandum))
        .contains("HISTORIC_ACTION_RECORDED", "READING_CONFIRMED", "RELEASED", "CONTENT_READ")
        .doesNotContain("DETERMINATION_SIGNED");
    assertThat(
            auditor
                .get(
                    "/api/journal/events?document=" + memorandum + "&kind=HISTORIC_ACTION_RECORDED")
                .json()
                .path("items")
                .valueStream())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("authority").asString()).isEqualTo("NLS F99-051 #321");
              assertThat(line.path("after").path("delegation").asString())
                  .startsWith("Delegation for information of STATE to TOP SECRET, from ");
            });
    JsonNode rows = auditor.get("/api/documents/" + memorandum + "/markings").json().path("items");
    rows.forEach(
        row -> {
          assertThat(row.path("event").isNull()).isFalse();
          assertThat(row.path("changedBy").isNull()).isFalse();
          assertThat(row.path("reasonCode").asString()).isNotBlank();
        });
    assertThat(auditor.get("/api/documents/" + memorandum).status()).isEqualTo(200);
  }

  private static List<String> kinds(Caller auditor, String document) {
    return auditor
        .get("/api/journal/events?limit=200&document=" + document)
        .json()
        .path("items")
        .valueStream()
        .map(e -> e.path("kind").asString())
        .toList();
  }

  private static List<String> proposed(JsonNode document, String field) {
    return document
        .path("proposals")
        .valueStream()
        .filter(p -> p.path("field").asString().equals(field))
        .map(p -> p.path("proposed").asString())
        .toList();
  }

  private static @Nullable String level(
      Served glasnost, String document, String asOf, @Nullable Instant knownAt) {
    JsonNode items =
        glasnost
            .as("records.nara")
            .get(
                "/api/documents/"
                    + document
                    + "/markings?asOf="
                    + asOf
                    + (knownAt == null ? "" : "&knownAt=" + knownAt))
            .json()
            .path("items");
    assertThat(items.size()).isLessThanOrEqualTo(1);
    return items.isEmpty() ? null : items.get(0).path("marking").path("level").asString();
  }

  private static String release(String document) {
    return "/api/documents/" + document + "/release";
  }

  static String byTitle(Served glasnost, String title) {
    Caller.Answer documents = glasnost.as("intake.nara").get("/api/documents");
    assertThat(documents.status()).as(documents.body()).isEqualTo(200);
    return documents
        .json()
        .path("items")
        .valueStream()
        .filter(d -> d.path("title").asString().equals(title))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }
}
