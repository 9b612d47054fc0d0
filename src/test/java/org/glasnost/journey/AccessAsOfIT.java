package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Why somebody may, or may not, see a record: today, on a day, and by what was then recorded. */
class AccessAsOfIT {
  private static final String CLEARED = "clearance covers SECRET";
  private static final String NEED = "a need to know is on record";
  private static final String NAMED =
      "named on the record's list, or with a need to know of their own on record";
  private static final String OF_AN_AGENCY =
      "of the originating or the holding agency, named, or let in by decision or for oversight";

  @AfterEach
  void giveTheDaysBack() {
    AccessQuestion.daysAreGivenBack();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void todaysAnswerTellsEachTestItsResultAndWhatItRestsOn(Databases database) {
    AccessQuestion one = AccessQuestion.on(database, ClassificationLevel.SECRET);
    String path = "/api/documents/" + one.document() + "/text";

    JsonNode before = one.told(null, null);
    assertThat(before.path("mayReadText").asBoolean()).isFalse();
    assertThat(before.path("grants")).isEmpty();
    assertThat(one.glasnost().as(one.reader().name()).get(path).status()).isEqualTo(404);
    one.given();

    Caller.Answer answer = one.asked("security2", null, null);
    assertThat(answer.header("X-Content-Marking")).isEqualTo("SECRET//NOFORN");
    JsonNode told = one.told(null, null);
    assertThat(told.path("marking").asString()).isEqualTo("SECRET");
    assertThat(told.path("tests").valueStream().map(JsonNode::toString))
        .containsExactly(
            test(CLEARED, "32 CFR 2001.92(b)"),
            test("a non-disclosure agreement is signed", "32 CFR 2001.92(b)"),
            test("citizenship among USA", "C16 G Table 5"),
            test(NEED, "32 CFR 2001.92(b)"));
    assertThat(AccessQuestion.results(before)).isEqualTo(withFailed(told, NEED));
    assertThat(told.path("mayReadText").asBoolean()).isTrue();
    assertThat(told.path("lists")).isEmpty();
    assertThat(told.path("grants")).hasSize(1);
    JsonNode grant = told.path("grants").get(0);
    assertThat(grant.path("source").asString()).isEqualTo("DECISION");
    assertThat(grant.path("scope").asString()).isEqualTo("TEXT");
    assertThat(grant.path("counts").asBoolean()).isTrue();
    assertThat(grant.path("from").asString()).isEqualTo(one.today().toString());
    assertThat(grant.path("to").asString()).isEqualTo(one.today().plusDays(30).toString());
    assertThat(one.glasnost().as(one.reader().name()).get(path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aNeedToKnowIsAnsweredByTheDayAndByWhatWasThenRecorded(Databases database) {
    AccessQuestion one = AccessQuestion.on(database, ClassificationLevel.SECRET);
    one.passes(20);
    one.given();
    one.passes(20);
    one.ended();
    Instant beforeTheEnd = one.momentsAgo(Duration.ofHours(1));
    Instant beforeItWasGiven = one.momentsAgo(Duration.ofDays(21));

    for (int open : new int[] {20, 10, 1}) {
      JsonNode told = one.told(one.daysAgo(open), null);
      assertThat(told.path("mayReadText").asBoolean()).as("%d days ago", open).isTrue();
      assertThat(told.path("grants").get(0).path("to").asString())
          .isEqualTo(one.daysAgo(1).toString());
    }
    for (int shut : new int[] {21, 0}) {
      JsonNode told = one.told(one.daysAgo(shut), null);
      assertThat(failed(told)).as("%d days ago", shut).containsExactly(NEED);
      assertThat(told.path("mayReadText").asBoolean()).isFalse();
      assertThat(told.path("grants")).isEmpty();
    }

    // The same days, by what was recorded before it ended, and before it was given.
    JsonNode today = one.told(one.today(), beforeTheEnd);
    assertThat(today.path("knownAt").asString()).isEqualTo(beforeTheEnd.toString());
    assertThat(today.path("mayReadText").asBoolean()).isTrue();
    assertThat(today.path("grants").get(0).path("to").asString())
        .isEqualTo(one.today().plusDays(10).toString());
    assertThat(one.told(null, beforeTheEnd)).isEqualTo(today);
    assertThat(failed(one.told(one.daysAgo(10), beforeItWasGiven))).containsExactly(NEED);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aClearanceThatIsRecordedLaterCountsForItsDaysFromThenOn(Databases database) {
    AccessQuestion one = AccessQuestion.on(database, ClassificationLevel.CONFIDENTIAL);
    one.passes(30);
    one.staff().given(one.reader(), Staff.proposal(Map.of("kind", "CLEARANCE", "level", "SECRET")));
    one.passes(10);
    one.glasnost()
        .part(JdbcClient.class)
        .sql("update clearance set valid_from = ? where account_id = ? and level = 'SECRET'")
        .params(one.daysAgo(25), UUID.fromString(one.reader().id()))
        .update();
    Instant before = one.momentsAgo(Duration.ofDays(11));

    assertThat(AccessQuestion.results(one.told(one.daysAgo(25), null)))
        .containsEntry(CLEARED, true);
    assertThat(AccessQuestion.results(one.told(one.daysAgo(26), null)))
        .containsEntry(CLEARED, false);
    assertThat(AccessQuestion.results(one.told(one.daysAgo(25), before)))
        .containsEntry(CLEARED, false);
    assertThat(AccessQuestion.results(one.told(one.daysAgo(12), before)))
        .containsEntry(CLEARED, false);
    assertThat(AccessQuestion.results(one.told(one.daysAgo(12), null)))
        .containsEntry(CLEARED, true);
  }

  /** It was in the queue of the agency that the registration named, until that was corrected. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoseTheRecordWasIsAnsweredByWhatWasThenRecorded(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired reader = staff.hired(Role.CLASSIFIER, "CIA", ClassificationLevel.TOP_SECRET);
    Map<String, Object> fields = new HashMap<>(Papers.fields(AccessQuestion.TITLE, "2012-03-25"));
    fields.put("originatingAgency", "CIA");
    String document =
        new Work(glasnost)
            .registers("TOP SECRET//ORCON/NOFORN\n\n" + AccessQuestion.WORDS + "\n", fields);
    AccessQuestion one = new AccessQuestion(glasnost, staff, reader, document);
    String path = "/api/documents/" + document;
    assertThat(glasnost.as(reader.name()).get(path).status()).isEqualTo(200);
    assertThat(one.told(null, null).path("mayKnow").asBoolean()).isTrue();
    Instant between = glasnost.part(OfficeDay.class).now();

    Caller.Answer corrected =
        glasnost
            .as("intake.nara")
            .patch(path, "{\"originatingAgency\":\"STATE\",\"reason\":\"by its letterhead\"}");
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);

    assertThat(glasnost.as(reader.name()).get(path).status()).isEqualTo(404);
    assertThat(failed(one.told(null, null))).contains("ORCON: " + OF_AN_AGENCY, NEED);
    JsonNode then = one.told(null, between);
    assertThat(then.path("mayKnow").asBoolean()).isTrue();
    assertThat(failed(then)).isEmpty();
    staff.leaves(reader);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void eachListThatARecordHangsOnHasATestOfItsOwn(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired reader = staff.hired(Role.REVIEWER, "NSC", ClassificationLevel.SECRET);
    String document =
        new Work(glasnost)
            .atRest(
                "SECRET/NODIS/EXDIS EYES ONLY FOR THE PRESIDENT\n\n" + AccessQuestion.WORDS + "\n",
                Papers.fields(AccessQuestion.TITLE, "1985-03-25"));
    AccessQuestion one = new AccessQuestion(glasnost, staff, reader, document);

    JsonNode before = one.told(null, null);
    assertThat(failed(before))
        .containsExactlyInAnyOrder(
            "EXDIS: " + OF_AN_AGENCY,
            "EYES ONLY: " + NAMED,
            "NODIS: " + NAMED,
            NEED + ", and one that meets every list");
    before
        .path("tests")
        .forEach(test -> assertThat(test.path("cites").size()).as(test.toString()).isOne());

    one.given();
    assertThat(failed(one.told(null, null))).isEmpty();
    staff.leaves(reader);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nobodySawWhatWasNotOnFileAndNobodyWithoutAnOfficeSawAnything(Databases database) {
    AccessQuestion one = AccessQuestion.on(database, ClassificationLevel.SECRET);
    one.passes(20);

    Caller.Answer unfiled = one.asked("security", null, one.momentsAgo(Duration.ofDays(21)));
    assertThat(unfiled.header("X-Content-Marking")).isEqualTo("UNCLASSIFIED");
    assertThat(unfiled.json().path("marking").isNull()).isTrue();
    for (JsonNode told :
        List.of(
            one.told(null, one.momentsAgo(Duration.ofDays(21))),
            one.told(LocalDate.of(1985, 3, 24), null))) {
      assertThat(AccessQuestion.results(told)).isEqualTo(Map.of("the record was on file", false));
      assertThat(told.path("mayReadText").asBoolean()).isFalse();
    }

    assertThat(AccessQuestion.results(one.told(one.daysAgo(21), null)))
        .isEqualTo(Map.of("an office was held", false));
    one.staff().leaves(one.reader());
    JsonNode left = one.told(null, null);
    assertThat(AccessQuestion.results(left)).isEqualTo(Map.of("an office was held", false));
    assertThat(left.path("mayReadText").asBoolean()).isFalse();
    assertThat(left.path("marking").asString()).isEqualTo("SECRET");
    assertThat(AccessQuestion.results(one.told(one.daysAgo(1), null))).containsEntry(CLEARED, true);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void thePageTellsTheSame(Databases database) {
    AccessQuestion one = AccessQuestion.on(database, ClassificationLevel.SECRET);
    one.passes(20);
    one.given();
    one.passes(20);
    one.ended();
    SignedInPages officer = new SignedInPages(one.glasnost()).as("security");
    Instant beforeTheEnd = one.momentsAgo(Duration.ofHours(1));
    Instant beforeItWasFiled = one.momentsAgo(Duration.ofDays(41));

    shows(officer, one.question(null, null), "May not know of it", "A need to know is on record");
    shows(officer, one.question(one.daysAgo(1), null), "May read the text", "state and text");
    shows(
        officer, one.question(null, beforeTheEnd), "May read the text", "value=\"" + beforeTheEnd);
    shows(
        officer,
        one.question(null, beforeItWasFiled),
        "May not know of it",
        "The record was on file");
    shows(officer, one.question(one.daysAgo(41), null), "May not know of it", "An office was held");
    assertThat(officer.reads("/people/access" + one.question(null, null) + "&asOf=then").body())
        .contains("id=\"asOf-found\"");
  }

  private static void shows(SignedInPages officer, String question, String verdict, String words) {
    var page = officer.reads("/people/access" + question);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("<h2 id=\"verdict-title\">" + verdict + "</h2>", words)
        .doesNotContain(AccessQuestion.TITLE)
        .doesNotContain(AccessQuestion.WORDS);
  }

  private static String test(String words, String cites) {
    return "{\"test\":\"" + words + "\",\"passed\":true,\"cites\":[\"" + cites + "\"]}";
  }

  private static Map<String, Boolean> withFailed(JsonNode told, String test) {
    Map<String, Boolean> results = AccessQuestion.results(told);
    results.put(test, false);
    return results;
  }

  private static List<String> failed(JsonNode told) {
    return AccessQuestion.results(told).entrySet().stream()
        .filter(result -> !result.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
