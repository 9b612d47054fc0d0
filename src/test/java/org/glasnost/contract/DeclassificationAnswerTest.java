package org.glasnost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.glasnost.reading.MarkingReader;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The members of the HTTP contract, name by name. */
class DeclassificationAnswerTest {
  private final JsonMapper json = JsonMapper.builder().build();
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private final Calculators calculators =
      new Calculators(MarkingReader.standard(() -> TODAY), () -> TODAY);

  private JsonNode compute(String body) {
    return json.valueToTree(
        calculators.compute(json.readValue(body, DeclassificationQuestion.class)));
  }

  @Test
  void answersThePrintedExampleMemberByMember() {
    JsonNode answer =
        compute(
            """
            {"purpose":"READ", "frame":"TODAY", "asOf":"2026-01-01",
             "originDate":"1985-03-25", "decisionDate":null, "level":"SECRET", "agency":"State",
             "declassifyOn":"DECL: OADR", "eventOccurredOn":null, "extension":null, "sources":[],
             "contains":[], "humanSource":false, "wmdDesign":false,
             "permanent":true, "unscheduled":false, "scheduledOn":null, "fileBlockOldest":null,
             "fileBlockNewest":null, "exemptions":[], "exemptionApproved":null,
             "specialMedia":false, "newlyDiscoveredOn":null, "referral":null}
            """);
    assertThat(answer.propertyNames())
        .containsExactlyInAnyOrder(
            "declassifyOn",
            "automaticDeclassification",
            "noDateReason",
            "effect",
            "line",
            "schedule",
            "governingOrder",
            "rule",
            "cites",
            "nextActor",
            "explanation",
            "findings");
    assertThat(answer.get("declassifyOn").asString()).isEqualTo("2010-03-25");
    assertThat(answer.get("automaticDeclassification").asString()).isEqualTo("2010-12-31");
    assertThat(answer.get("noDateReason").toString())
        .isEqualTo("{\"declassifyOn\":null,\"automaticDeclassification\":null}");
    assertThat(answer.get("schedule").toString())
        .isEqualTo("[{\"on\":\"2010-12-31\",\"level\":\"UNCLASSIFIED\"}]");
    assertThat(answer.get("cites").toString()).isEqualTo("[\"32 CFR 2001.22(e)(3)\"]");
    assertThat(answer.get("effect").asString()).isEqualTo("ENDED_BY_RULE");
    assertThat(answer.get("line").asString()).isEqualTo("20100325");
    assertThat(answer.get("nextActor").asString()).isEqualTo("DECLASSIFICATION_AUTHORITY");
  }

  @Test
  void everyMemberMayBeAbsentOrNullAndUnknownOnesAreIgnored() {
    assertThat(compute("{}").get("declassifyOn").asString()).isEqualTo("2051-01-01");
    assertThat(
            compute(
                    """
                    {"purpose":null,"frame":null,"humanSource":null,"unscheduled":null,
                     "sources":null,"contains":null,"exemptions":null,"somethingElse":1,
                     "referral":{"agency":null,"by":null,"other":2},
                     "originDate":"1985-03-25","permanent":true}
                    """)
                .get("noDateReason")
                .get("automaticDeclassification")
                .asString())
        .isEqualTo("REFERRAL_PENDING");
  }

  @Test
  void aContradictionIsRefusedByRule() {
    assertThatThrownBy(() -> compute("{\"unscheduled\":true,\"scheduledOn\":\"2000-01-01\"}"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.ground()).isEqualTo(Refused.Ground.RULE));
  }

  @Test
  void anUnknownDesignatorIsMalformed() {
    assertThatThrownBy(() -> compute("{\"exemptions\":[\"25X12\"]}"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.ground()).isEqualTo(Refused.Ground.MALFORMED));
  }
}
