package org.glasnost.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms admit the bodies that the HTTP contract shows, and nothing beside them. */
class TaskFormsTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final JsonMapper JSON = new JsonMapper();

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

  /** What the use cases judge by their own rules, or strict reading, or nobody needs to judge. */
  private static final Set<String> JUDGED_ELSEWHERE =
      Set.of(
          "type",
          "enum",
          "const",
          "required",
          "minLength",
          "minItems",
          "minimum",
          "pattern",
          "format",
          "additionalProperties",
          "oneOf",
          "anyOf",
          "not");

  private static final Set<String> JUDGED_HERE = Set.of("maxLength", "uniqueItems");

  private static final Set<String> STRUCTURE =
      Set.of(
          "$schema",
          "$id",
          "$ref",
          "$defs",
          "title",
          "description",
          "properties",
          "items",
          "if",
          "then",
          "else",
          "allOf");

  @ParameterizedTest
  @EnumSource(TaskKind.class)
  void noFormSaysWhatNobodyHoldsItTo(TaskKind kind) {
    Set<String> said = new TreeSet<>();
    keywords(forms.schema(kind), said);
    said.removeAll(JUDGED_ELSEWHERE);
    said.removeAll(JUDGED_HERE);
    said.removeAll(STRUCTURE);
    assertThat(said).isEmpty();
  }

  private static void keywords(JsonNode schema, Set<String> said) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      said.add(keyword.getKey());
      if (Set.of("properties", "$defs").contains(keyword.getKey())) {
        keyword.getValue().forEach(member -> keywords(member, said));
      } else if (keyword.getValue().isObject() && !keyword.getKey().equals("const")) {
        keywords(keyword.getValue(), said);
      } else if (keyword.getValue().isArray()) {
        keyword.getValue().forEach(one -> keywords(one, said));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TaskKind.class)
  void everyKindRefusesAReasonLongerThanItsFormOrNotPlain(TaskKind kind) {
    assertThatCode(() -> forms.requireRoomFor(kind, reason("x".repeat(4000))))
        .doesNotThrowAnyException();
    assertThatCode(() -> forms.requireRoomFor(kind, reason("two\nlines,\tand 𝄞")))
        .doesNotThrowAnyException();
    assertThat(refusals(kind, reason("x".repeat(4001)))).containsExactly("TSK-0015 /reason");
    assertThat(refusals(kind, reason("a\u0000b"))).containsExactly("TSK-0017 /reason");
    assertThat(refusals(kind, reason("a\ud800b"))).containsExactly("TSK-0017 /reason");
  }

  @Test
  void saysAtWhichMemberThereIsNoRoom() {
    JsonNode body =
        JSON.readTree(
            """
            {"determination":"REFER","reason":null,"portions":[
              {"portion":"p1","decision":"PART","spans":[{"from":0,"to":1,"basis":"AEA","reason":"%s"}]}],
             "referrals":[{"agency":"CIA","portions":["p1","p1"],"reason":"theirs"}]}
            """
                .formatted("x".repeat(4001)));
    assertThat(refusals(TaskKind.FIRST_REVIEW, body))
        .containsExactlyInAnyOrder(
            "TSK-0015 /portions/0/spans/0/reason", "TSK-0016 /referrals/0/portions");
  }

  private static JsonNode reason(String reason) {
    return JSON.createObjectNode().put("reason", reason);
  }

  private List<String> refusals(TaskKind kind, JsonNode body) {
    try {
      forms.requireRoomFor(kind, body);
      return List.of();
    } catch (Refused refused) {
      return refused.findings().stream()
          .map(f -> f.rule().value() + " " + Objects.requireNonNull(f.at()).member())
          .toList();
    }
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
