package org.glasnost.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verifier reads is canonical JSON (RFC 8785) and nothing else. */
class JsonTest {
  @Test
  void tellsTheMembersAsTheyStandThere() throws FormException {
    assertThat(
            Json.members(
                "{\"a\":{\"b\":[1,-2.5e+21,0,true,false,null],\"c\":{}},\"d\":\"\\u001f\\n\\\"\","
                    + "\"é\":[]}"))
        .isEqualTo(
            Map.of(
                "a",
                "{\"b\":[1,-2.5e+21,0,true,false,null],\"c\":{}}",
                "d",
                "\"\\u001f\\n\\\"\"",
                "é",
                "[]"));
    assertThat(Json.string("\"\\u001f\\n\\\"\\\\é\"")).isEqualTo("\u001f\n\"\\é");
    assertThat(Json.string("7")).isNull();
    assertThat(Json.string(null)).isNull();
    assertThat(Json.members("{}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\":1",
        "{\"a\":1}}",
        "{\"a\":1}x",
        "{\"a\":1,}",
        "{\"a\" :1}",
        "{ \"a\":1}",
        "{\"a\":1}\r",
        "{\"a\":1,\"a\":1}",
        "{\"b\":1,\"a\":1}",
        "{\"a\":{\"a\":1,\"a\":1}}",
        "{\"a\":[{\"b\":1,\"a\":1}]}",
        "{\"a\":01}",
        "{\"a\":-}",
        "{\"a\":+1}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":1e1000}",
        "{\"a\":-0}",
        "{\"a\":1.0}",
        "{\"a\":10e0}",
        "{\"a\":1E21}",
        "{\"a\":1e21}",
        "{\"a\":1e+20}",
        "{\"a\":0.0000001}",
        "{\"a\":0.10000000000000001}",
        "{\"a\":9007199254740993}",
        "{\"a\":NaN}",
        "{\"a\":tru}",
        "{\"a\":nul}",
        "{\"a\":[1,]}",
        "{\"a\":[1 ]}",
        "{\"a\":\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u00\"}",
        "{\"a\":\"\\u001F\"}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":\"\\u000a\"}",
        "{\"a\":\"\\/\"}",
        "{\"a\":'b'}",
        "{a:1}",
        "{\"\\u0061\":1}"
      })
  void refusesWhatIsNotCanonical(String text) {
    assertThatThrownBy(() -> Json.members(text)).isInstanceOf(FormException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"a", "\"a\"b", "\"\\u0041\"", "\"a\n\""})
  void refusesATextThatIsNotOne(String text) {
    assertThatThrownBy(() -> Json.string(text)).isInstanceOf(FormException.class);
  }

  @Test
  void refusesToNestDeeperThanAnyEvent() throws FormException {
    assertThat(Json.members("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")).hasSize(1);
    assertThatThrownBy(() -> Json.members("{\"a\":" + "[".repeat(70) + "]".repeat(70) + "}"))
        .isInstanceOf(FormException.class);
  }
}
