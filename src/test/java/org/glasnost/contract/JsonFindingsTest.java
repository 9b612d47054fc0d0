package org.glasnost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is said of a body that is not the JSON asked for: which member, and what is taken there. */
class JsonFindingsTest {
  record Body(@Nullable List<UUID> documents, @Nullable Integer to, @Nullable String reason) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"documents":[3]}   | WEB-0003 | /documents/0 | an id, as a text
          {"documents":"x"}   | WEB-0003 | /documents   | a list
          {"to":2147483648}   | WEB-0003 | /to          | a whole number
          {"to":1.5}          | WEB-0003 | /to          | a number
          {"reason":3}        | WEB-0003 | /reason      | a text
          {"other":3}         | WEB-0002 | /other       | documents, reason, to
          """)
  void namesTheMemberAndWhatIsTakenThere(String body, String rule, String at, String words) {
    JsonMapper.Builder mapper = JsonMapper.builder();
    StrictJson.applyTo(mapper);

    JacksonException met =
        catchThrowableOfType(
            JacksonException.class, () -> mapper.build().readValue(body, Body.class));

    Refused refused = JsonFindings.refusal(Objects.requireNonNull(met));
    assertThat(refused.ground()).isEqualTo(Refused.Ground.MALFORMED);
    Finding finding = refused.findings().get(0);
    assertThat(finding.rule().value()).isEqualTo(rule);
    assertThat(String.valueOf(finding.at())).isEqualTo(at);
    assertThat(finding.message()).contains(words);
  }

  private enum Few {
    ONE,
    TWO
  }

  private record Words(@Nullable Few few, @Nullable EventKind kind) {}

  /** A few words are part of the sentence; many are told once, as what could stand there. */
  @Test
  void tellsTheWordsThatAreTakenOnce() {
    JsonMapper.Builder mapper = JsonMapper.builder();
    StrictJson.applyTo(mapper);
    Finding few = found(mapper.build(), "{\"few\":\"THREE\"}");
    assertThat(few.message()).endsWith("one of ONE, TWO.");
    assertThat(few.suggestion()).isNull();
    for (String wrong : List.of("{\"kind\":\"X\"}", "{\"kind\":{}}", "{\"kind\":[1]}")) {
      Finding many = found(mapper.build(), wrong);
      assertThat(many.message())
          .contains("one of the " + EventKind.values().length + " words")
          .doesNotContain("MARKING_CHANGED");
      assertThat(many.suggestion()).contains("MARKING_CHANGED, ");
    }
  }

  private static Finding found(JsonMapper mapper, String body) {
    JacksonException met =
        catchThrowableOfType(JacksonException.class, () -> mapper.readValue(body, Words.class));
    return JsonFindings.refusal(Objects.requireNonNull(met)).findings().get(0);
  }
}
