package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may ask why somebody may see a record, and what is told of what is asked wrongly. */
class AccessQuestionsRefusedIT {

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nobodyButSecurityOfficersAndAuditorsAsk(Databases database) {
    AccessQuestion one = AccessQuestion.on(database, ClassificationLevel.SECRET);
    String[] others = {"records.nara", "admin", "senior.state", one.reader().name()};
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

  /** Of the past too; and that they did is in the journal, under the record's own label. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void anAuditorAsksOnRecord(Databases database) {
    AccessQuestion one = AccessQuestion.on(database, ClassificationLevel.SECRET);
    Caller auditor = one.glasnost().as("auditor");
    Caller.Answer told = one.asked("auditor", one.today(), null);
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.json().path("tests"))
        .isEqualTo(one.asked("security", one.today(), null).json().path("tests"));
    assertThat(auditor.get("/api/journal/events?kind=JOURNAL_READ&order=desc").json().path("items"))
        .anySatisfy(
            line -> {
              assertThat(line.path("after").path("document").asString()).isEqualTo(one.document());
              assertThat(line.path("after").path("asOf").asString())
                  .isEqualTo(one.today().toString());
              assertThat(line.path("document").isNull()).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsAskedWronglyIsToldAndWhatIsNotThereIsNotKnown(Databases database) {
    AccessQuestion one = AccessQuestion.on(database, ClassificationLevel.SECRET);
    Caller officer = one.glasnost().as("security");
    String asked = "/api/access" + one.question(null, null);
    for (String wrong :
        List.of(
            "&asOf=1985-3-25",
            "&asOf=2026-02-30",
            "&asOf=yesterday",
            "&asOf=2026-01-01T12:00:00Z",
            "&knownAt=2026-01-01",
            "&knownAt=2026-01-01T12:00:00",
            "&knownAt=then")) {
      refused(officer.get(asked + wrong), 400, "WEB-0020");
    }
    for (String wrong : List.of("&asOf=", "&knownAt", "&asof=2026-01-01", "&foo=1")) {
      refused(officer.get(asked + wrong), 400, "JRN-0052");
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
    AccessQuestion one = AccessQuestion.on(database, ClassificationLevel.SECRET);
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

  private static void refused(Caller.Answer answer, int status, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).as(answer.body()).containsExactly(rule);
  }
}
