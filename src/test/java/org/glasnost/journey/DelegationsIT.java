package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.glasnost.authority.Delegation.Authority;
import org.glasnost.authority.OpenAccount;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who signs does so under a delegation that holds when they sign. */
class DelegationsIT {

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoLosesADelegationWithTheTaskOpenSignsNoMore(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired authority =
        staff.hired(
            Role.DECLASSIFICATION_AUTHORITY,
            "STATE",
            ClassificationLevel.TOP_SECRET,
            new OpenAccount.Scope(
                Authority.DECLASSIFICATION, "STATE", ClassificationLevel.TOP_SECRET));
    String document = work.underReview(Papers.MEMO, Papers.fields("Under a delegation"));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    String task = work.claim(authority.name(), "SIGNATURE", document);
    Caller.Answer ended =
        glasnost
            .as("security")
            .post(
                authority.path() + "/rights/" + staff.running(authority, "DELEGATION") + "/end",
                Map.of("reason", "taken back"));
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);

    Caller.Answer signed =
        glasnost
            .as(authority.name())
            .post("/api/tasks/" + task + "/complete", Map.of("sign", true, "reason", "agreed"));

    assertThat(signed.status()).as(signed.body()).isEqualTo(403);
    assertThat(signed.rules()).contains("TSK-0008");
    Standing.refusedLast(glasnost, document, "ACCESS_REFUSED", "TSK-0008", authority.name());

    // An authority to classify is none to declassify.
    staff.given(
        authority,
        Staff.proposal(
            Map.of(
                "kind",
                "DELEGATION",
                "authority",
                "CLASSIFICATION",
                "agency",
                "STATE",
                "toLevel",
                "TOP_SECRET")));
    assertThat(
            glasnost
                .as(authority.name())
                .post("/api/tasks/" + task + "/complete", Map.of("sign", true, "reason", "agreed"))
                .rules())
        .contains("TSK-0008");
    staff.leaves(authority);
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
  }
}
