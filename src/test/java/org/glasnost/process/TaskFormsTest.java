package org.glasnost.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The forms admit the bodies that the HTTP contract shows, and nothing beside them. */
class TaskFormsTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final TaskForms forms = new TaskForms();

  @ParameterizedTest
  @EnumSource(TaskKind.class)
  void everyFormNamesItsMembersAndAdmitsNoOthers(TaskKind kind) {
    JsonNode form = forms.schema(kind);
    assertThat(form.get("$schema").asString()).endsWith("2020-12/schema");
    assertThat(form.get("additionalProperties").asBoolean()).isFalse();
    form.get("properties")
        .forEach(member -> assertThat(member.get("description").asString()).isNotBlank());
    assertThat(errors(kind, "{\"reason\":\"because\",\"unknown\":1}")).isNotEmpty();
    assertThat(errors(kind, "[]")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          MARKING_REVIEW | {"readings":[{"reading":"r1","accept":true}],"proposals":[{"proposal":"c1","accept":false}],"marking":{"level":"SECRET","verbatim":"SECRET"},"reason":"as read"}
          MARKING_REVIEW | {"readings":[],"proposals":[],"marking":null,"reason":"bears none"}
          EQUITY_IDENTIFICATION | {"equities":[],"reason":"nothing of others"}
          EQUITY_IDENTIFICATION | {"equities":[{"portion":"p4","agency":"CIA"}],"reason":"a source"}
          FIRST_REVIEW | {"determination":"DECLASSIFY_IN_FULL","reason":"no harm"}
          FIRST_REVIEW | {"determination":"DECLASSIFY_IN_PART","portions":[{"portion":"p4","decision":"PART","basis":null,"spans":[{"from":10,"to":42,"basis":"3.3(b)(1)","reason":"a source"}],"reason":null}],"instruction":null,"referrals":[{"agency":"CIA","portions":["p4"],"reason":"theirs"}],"reason":"in part"}
          SECOND_REVIEW | {"return":true,"reason":"p4 was not read"}
          SECOND_REVIEW | {"determination":"SUSTAIN","portions":[{"portion":"p1","decision":"WITHHOLD","basis":"3.3(b)(6)"}],"instruction":{"declassifyOn":"25X6, 20350324","panelApproval":{"on":"2009-11-02","reference":"2009-071"}},"reason":"still sensitive"}
          ADJUDICATION | {"determination":"REFER","referrals":[{"agency":"NSC","portions":["p2"],"reason":"theirs"}],"reason":"ask first"}
          REFERRAL_ANSWER | {"agency":"CIA","portions":[{"portion":"p4","decision":"RELEASE"}],"answeredOn":"2026-01-05","evidence":"letter of 5 January 2026","reason":"they agree"}
          SIGNATURE | {"sign":false,"reason":"the basis is wrong"}
          REDACTION | {"redactions":[{"portion":"p4","from":10,"to":42,"basis":"3.3(b)(1)"}],"reason":"as signed"}
          REDACTION_CHECK | {"accept":true,"reason":"compared"}
          RELEASE | {"release":true,"reason":"ready"}
          """)
  void admitsTheBodiesOfTheContract(TaskKind kind, String body) {
    assertThat(errors(kind, body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SECOND_REVIEW | {"return":true,"determination":"SUSTAIN","reason":"both at once"}
          SECOND_REVIEW | {"return":false,"reason":"neither"}
          SECOND_REVIEW | {"reason":"neither"}
          FIRST_REVIEW | {"return":true,"reason":"a first review returns nothing"}
          FIRST_REVIEW | {"determination":"DECLASSIFY","reason":"no such determination"}
          FIRST_REVIEW | {"determination":"DECLASSIFY_IN_PART","portions":[{"portion":"4","decision":"PART"}],"reason":"no such id"}
          FIRST_REVIEW | {"determination":"DECLASSIFY_IN_PART","portions":[{"portion":"p4","decision":"PART","spans":[{"from":-1,"to":2,"basis":"AEA"}]}],"reason":"before the start"}
          SIGNATURE | {"sign":"yes","reason":"not a boolean"}
          SIGNATURE | {"sign":true,"reason":""}
          SIGNATURE | {"sign":true}
          REDACTION | {"redactions":[],"reason":"nothing to redact is no redaction"}
          MARKING_REVIEW | {"readings":[],"proposals":[],"marking":{"level":"COSMIC"},"reason":"no such level"}
          """)
  void refusesTheRest(TaskKind kind, String body) {
    assertThat(errors(kind, body)).isNotEmpty();
  }

  @Test
  void aCallerCannotChangeTheForms() {
    JsonNode mine = forms.schema(TaskKind.SIGNATURE);
    ((tools.jackson.databind.node.ObjectNode) mine).removeAll();
    assertThat(forms.schema(TaskKind.SIGNATURE).has("properties")).isTrue();
  }

  private List<Error> errors(TaskKind kind, String body) {
    return SCHEMAS.getSchema(forms.schema(kind).toString()).validate(body, InputFormat.JSON);
  }
}
