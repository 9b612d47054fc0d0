package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Why somebody may, or may not, see a record: today, on a day, and by what was then recorded. */
class AccessAsOfIT {
  private static final String TITLE = "A fictitious paper that is asked about";
  private static final String WORDS = "Fictitious words that no answer tells.";
  private static final String CLEARED = "clearance covers SECRET";
  private static final String NEED = "a need to know is on record";
  private static final String NAMED =
      "named on the record's list, or with a need to know of their own on record";
  private static final String OF_AN_AGENCY =
      "of the originating or the holding agency, named, or let in by decision or for oversight";
  private static final List<String> OF_ACCOUNTS =
      List.of("post", "role_assignment", "clearance", "citizenship", "nondisclosure_agreement");

  /** A running application, somebody and a record, and the days that pass for these two. */
  private record Case(RunningGlasnost glasnost, Staff staff, Staff.Hired reader, String document) {
    static Case on(Databases database, ClassificationLevel clearance) {
      RunningGlasnost glasnost = RunningGlasnost.on(database);
      Staff staff = new Staff(glasnost);
      return new Case(
          glasnost,
          staff,
          staff.hired(Role.REVIEWER, "NSC", clearance),
          new Work(glasnost)
              .atRest("SECRET\n\n" + WORDS + "\n", Papers.fields(TITLE, "1985-03-25")));
    }

    LocalDate today() {
      return glasnost.part(OfficeDay.class).today();
    }

    LocalDate daysAgo(int days) {
      return today().minusDays(days);
    }

    Instant momentsAgo(Duration past) {
      return glasnost.part(OfficeDay.class).now().minus(past);
    }

    /** Some days pass: whatever is recorded of the two was recorded, and holds, so much earlier. */
    void passes(int days) {
      String back = " - interval '" + days + "' day";
      String recorded =
          "recorded_at = recorded_at" + back + ", superseded_at = superseded_at" + back;
      String held = ", valid_from = valid_from" + back + ", valid_to = valid_to" + back;
      for (String table : OF_ACCOUNTS) {
        update(
            "update " + table + " set " + recorded + held + " where account_id = ?", reader.id());
      }
      update("update need_to_know set " + recorded + held + " where document = ?", document);
      // When a marking held follows from the record's own date.
      update("update document_marking set " + recorded + " where document = ?", document);
    }

    private void update(String sql, String id) {
      glasnost.part(JdbcClient.class).sql(sql).param(UUID.fromString(id)).update();
    }

    Caller.Answer asked(String userName, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
      return glasnost.as(userName).get("/api/access" + question(asOf, knownAt));
    }

    String question(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
      return "?account="
          + reader.id()
          + "&document="
          + document
          + (asOf == null ? "" : "&asOf=" + asOf)
          + (knownAt == null ? "" : "&knownAt=" + knownAt);
    }

    /** What a security officer is told. */
    JsonNode told(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
      Caller.Answer answer = asked("security", asOf, knownAt);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).doesNotContain(TITLE).doesNotContain(WORDS);
      JsonNode told = answer.json();
      assertThat(told.path("account").asString()).isEqualTo(reader.id());
      assertThat(told.path("document").asString()).isEqualTo(document);
      assertThat(told.path("asOf").asString())
          .isEqualTo(Objects.requireNonNullElse(asOf, today()).toString());
      boolean all = results(told).values().stream().allMatch(passed -> passed);
      assertThat(told.path("mayKnow").asBoolean()).as(answer.body()).isEqualTo(all);
      return told;
    }

    /** The officers let the reader in, to the text, for thirty days. */
    void given() {
      Map<String, Object> proposal =
          Staff.proposal(
              Map.of(
                  "kind",
                  "NEED_TO_KNOW",
                  "document",
                  document,
                  "source",
                  "DECISION",
                  "scope",
                  "TEXT"));
      proposal.put("to", today().plusDays(30).toString());
      staff.given(reader, proposal);
    }

    void ended() {
      Caller officer = glasnost.as("security");
      String need =
          officer.get(reader.path() + "/needs").json().path("items").get(0).path("id").asString();
      Caller.Answer ended =
          officer.post(reader.path() + "/needs/" + need + "/end", Map.of("reason", "done"));
      assertThat(ended.status()).as(ended.body()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void todaysAnswerTellsEachTestItsResultAndWhatItRestsOn(Databases database) {
    Case one = Case.on(database, ClassificationLevel.SECRET);
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
    assertThat(results(before)).isEqualTo(withFailed(told, NEED));
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
    Case one = Case.on(database, ClassificationLevel.SECRET);
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
    Case one = Case.on(database, ClassificationLevel.CONFIDENTIAL);
    one.passes(30);
    one.staff().given(one.reader(), Staff.proposal(Map.of("kind", "CLEARANCE", "level", "SECRET")));
    one.passes(10);
    one.glasnost()
        .part(JdbcClient.class)
        .sql("update clearance set valid_from = ? where account_id = ? and level = 'SECRET'")
        .params(one.daysAgo(25), UUID.fromString(one.reader().id()))
        .update();
    Instant before = one.momentsAgo(Duration.ofDays(11));

    assertThat(results(one.told(one.daysAgo(25), null))).containsEntry(CLEARED, true);
    assertThat(results(one.told(one.daysAgo(26), null))).containsEntry(CLEARED, false);
    assertThat(results(one.told(one.daysAgo(25), before))).containsEntry(CLEARED, false);
    assertThat(results(one.told(one.daysAgo(12), before))).containsEntry(CLEARED, false);
    assertThat(results(one.told(one.daysAgo(12), null))).containsEntry(CLEARED, true);
  }

  /** It was in the queue of the agency that the registration named, until that was corrected. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoseTheRecordWasIsAnsweredByWhatWasThenRecorded(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired reader = staff.hired(Role.CLASSIFIER, "CIA", ClassificationLevel.TOP_SECRET);
    Map<String, Object> fields = new HashMap<>(Papers.fields(TITLE, "2012-03-25"));
    fields.put("originatingAgency", "CIA");
    String document =
        new Work(glasnost).registers("TOP SECRET//ORCON/NOFORN\n\n" + WORDS + "\n", fields);
    Case one = new Case(glasnost, staff, reader, document);
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
                "SECRET/NODIS/EXDIS EYES ONLY FOR THE PRESIDENT\n\n" + WORDS + "\n",
                Papers.fields(TITLE, "1985-03-25"));
    Case one = new Case(glasnost, staff, reader, document);

    JsonNode before = one.told(null, null);
    assertThat(failed(before))
        .containsExactlyInAnyOrder(
            "EXDIS: " + OF_AN_AGENCY,
            "EYES_ONLY: " + NAMED,
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
    Case one = Case.on(database, ClassificationLevel.SECRET);
    one.passes(20);

    Caller.Answer unfiled = one.asked("security", null, one.momentsAgo(Duration.ofDays(21)));
    assertThat(unfiled.header("X-Content-Marking")).isEqualTo("UNCLASSIFIED");
    assertThat(unfiled.json().path("marking").isNull()).isTrue();
    for (JsonNode told :
        List.of(
            one.told(null, one.momentsAgo(Duration.ofDays(21))),
            one.told(LocalDate.of(1985, 3, 24), null))) {
      assertThat(results(told)).isEqualTo(Map.of("the record was on file", false));
      assertThat(told.path("mayReadText").asBoolean()).isFalse();
    }

    assertThat(results(one.told(one.daysAgo(21), null)))
        .isEqualTo(Map.of("an office was held", false));
    one.staff().leaves(one.reader());
    JsonNode left = one.told(null, null);
    assertThat(results(left)).isEqualTo(Map.of("an office was held", false));
    assertThat(left.path("mayReadText").asBoolean()).isFalse();
    assertThat(left.path("marking").asString()).isEqualTo("SECRET");
    assertThat(results(one.told(one.daysAgo(1), null))).containsEntry(CLEARED, true);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nobodyButASecurityOfficerAsks(Databases database) {
    Case one = Case.on(database, ClassificationLevel.SECRET);
    String[] others = {"records.nara", "admin", "auditor", "senior.state", one.reader().name()};
    for (String other : others) {
      for (LocalDate asOf : new LocalDate[] {null, one.daysAgo(1)}) {
        refused(one.asked(other, asOf, null), 403, "ACC-0020");
        Standing.refusedLast(one.glasnost(), one.document(), "ACCESS_REFUSED", "ACC-0020", other);
      }
    }
    assertThat(
            Caller.nobody(one.glasnost().address())
                .get("/api/access" + one.question(null, null))
                .status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsAskedWronglyIsToldAndWhatIsNotThereIsNotKnown(Databases database) {
    Case one = Case.on(database, ClassificationLevel.SECRET);
    Caller officer = one.glasnost().as("security");
    String asked = "/api/access" + one.question(null, null);
    for (String wrong :
        List.of(
            "&asOf=1985-3-25",
            "&asOf=2026-02-30",
            "&asOf=yesterday",
            "&asOf=2026-01-01T12:00:00Z",
            "&asOf=",
            "&knownAt=2026-01-01",
            "&knownAt=2026-01-01T12:00:00",
            "&knownAt=then")) {
      refused(officer.get(asked + wrong), 400, "WEB-0020");
    }
    for (Map.Entry<String, String> toCome :
        Map.of(
                "asOf",
                one.today().plusDays(1).toString(),
                "knownAt",
                one.momentsAgo(Duration.ofHours(-1)).toString())
            .entrySet()) {
      Caller.Answer answer = officer.get(asked + "&" + toCome.getKey() + "=" + toCome.getValue());
      refused(answer, 400, "ACC-0021");
      assertThat(answer.json().path("findings").get(0).path("at").asString())
          .isEqualTo("/" + toCome.getKey());
    }
    String reader = one.reader().id();
    refused(officer.get("/api/access?account=" + reader), 422, "WEB-0006");
    refused(officer.get("/api/access?document=" + one.document()), 422, "WEB-0006");
    for (String unknown : List.of(UUID.randomUUID().toString(), one.reader().name())) {
      refused(officer.get(asked.replace(reader, unknown)), 404, "ACC-0001");
      refused(officer.get(asked.replace(one.document(), unknown)), 404, "ACC-0001");
      one.staff().refusedLast("security", "ACCESS_REFUSED", "ACC-0001");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatTheOfficerIsNotClearedForIsNotThere(Databases database) {
    Case one = Case.on(database, ClassificationLevel.SECRET);
    Staff.Hired low =
        one.staff().hired(Role.SECURITY_OFFICER, "NARA", ClassificationLevel.CONFIDENTIAL);
    try {
      Caller officer = one.glasnost().as(low.name());
      for (String times : List.of("", "&asOf=" + one.daysAgo(1), "&asOf=1985-03-24")) {
        String asked = "/api/access" + one.question(null, null) + times;
        Caller.Answer forbidden = officer.get(asked);
        refused(forbidden, 404, "ACC-0001");
        Standing.refusedLast(
            one.glasnost(), one.document(), "ACCESS_REFUSED", "ACC-0001", low.name());
        Caller.Answer absent =
            officer.get(asked.replace(one.document(), UUID.randomUUID().toString()));
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.body()).isEqualTo(forbidden.body());
        assertThat(absent.header("X-Content-Marking"))
            .isEqualTo(forbidden.header("X-Content-Marking"));
      }
    } finally {
      one.staff().leaves(low);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void thePageTellsTheSame(Databases database) {
    Case one = Case.on(database, ClassificationLevel.SECRET);
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
        .doesNotContain(TITLE)
        .doesNotContain(WORDS);
  }

  private static String test(String words, String cites) {
    return "{\"test\":\"" + words + "\",\"passed\":true,\"cites\":[\"" + cites + "\"]}";
  }

  private static Map<String, Boolean> results(JsonNode told) {
    return told.path("tests")
        .valueStream()
        .collect(
            Collectors.toMap(
                test -> test.path("test").asString(), test -> test.path("passed").asBoolean()));
  }

  private static Map<String, Boolean> withFailed(JsonNode told, String test) {
    Map<String, Boolean> results = results(told);
    results.put(test, false);
    return results;
  }

  private static List<String> failed(JsonNode told) {
    return results(told).entrySet().stream()
        .filter(result -> !result.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void refused(Caller.Answer answer, int status, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).as(answer.body()).containsExactly(rule);
  }
}
