package org.glasnost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.glasnost.declassification.DateCalculus;
import org.glasnost.declassification.Examples;
import org.glasnost.declassification.Examples.Example;
import org.glasnost.reading.MarkingReader;
import org.glasnost.rule.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the calculus, asked in the words of the HTTP contract. */
class ComputeExamplesTest {
  private static final JsonMapper JSON = strict();
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final Calculators CALCULATORS =
      new Calculators(MarkingReader.standard(() -> TODAY), () -> TODAY);

  private static JsonMapper strict() {
    JsonMapper.Builder builder = JsonMapper.builder();
    StrictJson.applyTo(builder);
    return builder.build();
  }

  static List<Example> answers() {
    return Examples.about("answers");
  }

  static List<Example> contradictions() {
    return Examples.about("contradictions");
  }

  private DeclassificationAnswer compute(String body) {
    return CALCULATORS.compute(JSON.readValue(body, DeclassificationQuestion.class));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theContractAsksTheSameQuestion(Example example) {
    assertThat(compute(JSON.writeValueAsString(example.ask())))
        .isEqualTo(
            DeclassificationAnswer.of(DateCalculus.compute(Examples.question(example.ask()))));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void onlyAContradictionIsRefused(Example example) {
    String body = JSON.writeValueAsString(example.ask());
    if (example.ids("refused").isEmpty()) {
      assertThat(compute(body)).isNotNull();
    } else {
      assertThatThrownBy(() -> compute(body))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.ground()).isEqualTo(Refused.Ground.RULE));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"OADR\"",
        "{\"purpose\":\"read\"}",
        "{\"purpose\":\"\"}",
        "{\"frame\":\"LATER\"}",
        "{\"asOf\":\"\"}",
        "{\"asOf\":\"20260101\"}",
        "{\"originDate\":\"1985-02-30\"}",
        "{\"originDate\":\"1985-3-25\"}",
        "{\"originDate\":\"1985-03-25T00:00:00Z\"}",
        "{\"originDate\":19850325}",
        "{\"level\":\"S\"}",
        "{\"level\":3}",
        "{\"declassifyOn\":20300101}",
        "{\"declassifyOn\":[\"OADR\"]}",
        "{\"agency\":1}",
        "{\"extension\":\"2030-01-01\"}",
        "{\"extension\":[]}",
        "{\"extension\":{\"to\":2030}}",
        "{\"sources\":{}}",
        "{\"sources\":[\"OADR\"]}",
        "{\"sources\":[{\"contains\":\"RD\"}]}",
        "{\"contains\":\"RD\"}",
        "{\"contains\":[\"SECRET\"]}",
        "{\"humanSource\":\"true\"}",
        "{\"wmdDesign\":1}",
        "{\"permanent\":\"yes\"}",
        "{\"permanent\":0}",
        "{\"unscheduled\":[]}",
        "{\"exemptions\":\"25X6\"}",
        "{\"exemptions\":[25]}",
        "{\"exemptionApproved\":\"false\"}",
        "{\"referral\":\"Navy\"}",
        "{\"referral\":{\"by\":\"ISOO\"}}",
        "{\"referral\":{\"by\":\"NDC\",\"notifiedOn\":\"yesterday\"}}",
        "{\"originDate\":\"1985-03-25\"",
        ""
      })
  void aWrongTypeIsMalformed(String body) {
    assertThatThrownBy(() -> compute(body)).isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"25X", "25X0", "25X10", "25X6, 20350324", "100X1", "X1", "file_series", ""})
  void whatIsNoDesignatorIsMalformed(String designator) {
    String body = JSON.writeValueAsString(Map.of("exemptions", List.of(designator)));
    assertThatThrownBy(() -> compute(body))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.ground()).isEqualTo(Refused.Ground.MALFORMED));
  }
}
