package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Texts that nobody expects: each is taken in as it is, or refused in words. */
class TroublesomeTextsIT {
  private static final Map<String, Object> FIELDS =
      Map.of("title", "A fictitious text", "originatingAgency", "STATE");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void areKeptByteForByteAndCoveredByTheirPortions(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    for (String text :
        List.of(
            "x",
            "\uD83D\uDD4A",
            "SECRET\r\n\r\nOne.\r\n\r\nTwo.\r\n",
            "\uFEFFSECRET\n\nWith a mark of its byte order.\n",
            "SECRET\fOne page.\fAnother page.\u2028And a line.\u0085End",
            "SECRET\n\n" + "a".repeat(300_000),
            "(S) \uD83D\uDD4A one. \n\n(U) \uD83D\uDD4A\uD83D\uDD4A two.\n\n\n\n\n(C) three.")) {
      String document = work.registers(text, FIELDS);
      Caller intake = glasnost.as("intake.nara");
      assertThat(intake.get("/api/documents/" + document + "/text").raw().body())
          .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
      String joined =
          intake
              .get("/api/documents/" + document + "/portions")
              .json()
              .path("items")
              .valueStream()
              .map(portion -> portion.path("text").asString())
              .collect(Collectors.joining());
      assertThat(joined).isEqualTo(text);
      JsonNode seen = intake.get("/api/documents/" + document).json();
      assertThat(seen.path("marking").path("protectedAs").asString())
          .isIn(
              text.contains("SECRET") || text.contains("(S)")
                  ? List.of("SECRET", "TOP_SECRET")
                  : List.of("TOP_SECRET"));
      for (JsonNode reading : seen.path("readings")) {
        int from = text.offsetByCodePoints(0, reading.path("from").asInt());
        int to = text.offsetByCodePoints(0, reading.path("to").asInt());
        assertThat(text.substring(from, to))
            .isEqualTo(reading.path("reading").path("text").asString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void asManyPortionsAsAreTakenAndNotOneMore(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String most = paragraphs(20_000);
    String document = work.registers(most, FIELDS);
    assertThat(glasnost.as("intake.nara").get("/api/documents/" + document).json().path("portions"))
        .hasSize(20_000);
    Map<String, Object> body = new LinkedHashMap<>(FIELDS);
    body.put("text", paragraphs(20_001));
    Caller.Answer refused = glasnost.as("intake.nara").post("/api/documents", body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.rules()).containsExactly("DOC-0006");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aMarkingThatIsSaidInManyWaysIsKeptAsFarAsItGoes(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    List<String> countries =
        List.of(
            "AUS", "BEL", "CAN", "CHE", "CZE", "DEU", "DNK", "ESP", "FIN", "FRA", "GBR", "GRC",
            "HUN", "IND", "ISR", "ITA", "JPN", "KOR", "NLD", "NOR", "NZL", "POL", "PRT", "SWE",
            "TUR");
    String text =
        countries.stream()
            .flatMap(
                one ->
                    countries.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .map(other -> "SECRET//REL TO USA, " + one + ", " + other))
            .map(marking -> marking + "\n\nOf nothing.\n\n")
            .collect(Collectors.joining());
    String document = new Work(glasnost).registers(text, FIELDS);
    JsonNode seen = glasnost.as("intake.nara").get("/api/documents/" + document).json();
    assertThat(seen.path("marking").path("verbatim").asString())
        .startsWith("SECRET//REL TO USA, AUS, BEL\nSECRET//REL TO USA, AUS, CAN\n")
        .hasSizeBetween(1900, 2000);
    assertThat(seen.path("readings")).hasSizeGreaterThanOrEqualTo(300);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void moreListsThanCanBeHeldAreRefused(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Map<String, Object> body = new LinkedHashMap<>(FIELDS);
    body.put(
        "text",
        IntStream.rangeClosed(1, 2000)
            .mapToObj(n -> "SECRET EYES ONLY FOR THE OFFICER OF STATION NUMBER " + n + "\n\nx\n\n")
            .collect(Collectors.joining()));
    Caller.Answer answer = glasnost.as("intake.nara").post("/api/documents", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.rules()).containsExactly("DOC-0016");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aStatedMarkingIsShortAndWhole(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers("Nothing is marked here.\n", FIELDS);
    String task = work.claim("classifier.state", "MARKING_REVIEW", document);
    JsonNode seen = glasnost.as("classifier.state").get("/api/documents/" + document).json();
    Standing before = Standing.of(glasnost, document);
    Map<String, String> refusedBy =
        Map.of("SECRET \0", "TSK-0017", "SECRET " + "x".repeat(5000), "TSK-0015");
    for (String verbatim : refusedBy.keySet()) {
      Caller.Answer refused =
          glasnost
              .as("classifier.state")
              .post(
                  "/api/tasks/" + task + "/complete",
                  Work.acceptance(seen, Map.of("level", "SECRET", "verbatim", verbatim)));
      assertThat(refused.status()).as(refused.body()).isEqualTo(422);
      assertThat(refused.rules()).containsExactly(refusedBy.get(verbatim));
    }
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  private static String paragraphs(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> "Paragraph " + n + " says nothing.\n\n")
        .collect(Collectors.joining());
  }
}
