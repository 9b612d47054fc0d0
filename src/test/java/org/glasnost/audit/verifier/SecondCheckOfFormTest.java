package org.glasnost.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both programs hold to the same form. Whoever has the keys can sign a body in any spelling, so
 * that only the form is wrong; and any export can be spelt otherwise on its way.
 */
class SecondCheckOfFormTest {
  private static final Path GIVEN = Path.of("src/test/resources/journal");
  private static final List<Path> NONE = List.of();

  @TempDir Path directory;

  private BothChecks.Said agree(String what, String export)
      throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("export"), export);
    return BothChecks.agree(what, file, NONE, NONE);
  }

  private static String signed(String body) {
    MadeLog.Key key = MadeLog.key();
    return MadeLog.of(2).add(body).export(List.of(key), key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":[0,-1,1.5,1e+21,123456789012345680000,1e-7,0.000001,5e-324,-2.5e+21]}",
        "{\"a\":[9007199254740992,5.684341886080802e-14,9.5367431640625e-7,1.7976931348623157e+308]}",
        "{\"a\":[2.2250738585072014e-308,4.4501477170144023e-308,333333333.3333333,4.35,0.002]}",
        "{\"a\":\"\\b\\f\\n\\r\\t\\u0000\\u001f\\\"\\\\\u007f\u00e9\u20ac\",\"\u20ac\":null,\"\ud83d\ude00\":{},\"\ufb33\":[]}"
      })
  void acceptsWhatIsCanonical(String body) throws Exception {
    assertThat(agree(body, signed(body))).isEqualTo(new BothChecks.Said(0, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":1,\"a\":1}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"\ufb33\":1,\"\ud83d\ude00\":1}",
        "{\"a\": 1}",
        "{ }",
        "{\"a\":1 }",
        "{\"a\":[1, 2]}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":\"\\u001F\"}",
        "{\"a\":\"\\u000a\"}",
        "{\"a\":\"\\u00e9\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\/\"}",
        "{\"a\":\"\t\"}",
        "{\"\\u0061\":1}",
        "{\"a\":-0}",
        "{\"a\":1.0}",
        "{\"a\":1.50}",
        "{\"a\":10e0}",
        "{\"a\":1E+21}",
        "{\"a\":1e21}",
        "{\"a\":1e+20}",
        "{\"a\":1e400}",
        "{\"a\":0.0000001}",
        "{\"a\":0.10000000000000001}",
        "{\"a\":9007199254740993}",
        "{\"a\":5.6843418860808015e-14}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":NaN}",
        "{\"a\":True}",
        "{\"a\":[1,]}",
        "{a:1}",
        "[]",
        "7",
        "null",
        "\"a\""
      })
  void findsABodyThatIsNotCanonical(String body) throws Exception {
    BothChecks.Said said = agree(body, signed(body));
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.rules()).as(body).contains("JRN-0101");
  }

  @Test
  void nestsNoDeeperThanAnyEvent() throws Exception {
    assertThat(agree("60", signed("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")).status())
        .isZero();
    for (int depth = 61; depth < 68; depth++) {
      String nested = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
      agree("nested " + depth, signed(nested));
    }
  }

  /** In the export that is given: a text, what stands in its place, and the file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "export.ndjson | \"size\":6 | \"size\":6.0",
        "export.ndjson | \"size\":6 | \"size\": 6",
        "export.ndjson | \"size\":6 | \"size\":7",
        "export.ndjson | \"size\":6 | \"size\":1000000000000000",
        "export.ndjson | \"size\":6 | \"extra\":1,\"size\":6",
        "export.ndjson | export/1\",\"markings | export/2\",\"markings",
        "export.ndjson | \"origin\":\"records | \"origin\":\"\\u0072ecords",
        "export.ndjson | \"type\":\"key\" | \"fromSize\":0,\"type\":\"key\"",
        "export.ndjson | \"type\":\"key\" | \"type\":\"key\",\"untilSize\":9",
        "export.ndjson | \"type\":\"key\" | \"type\":\"kez\"",
        "export.ndjson | +20ce1d8d+ | +20CE1D8D+",
        "export.ndjson | Qpf3yY | Qpf3yZ",
        "export.ndjson | \\n6\\nkKft | \\n06\\nkKft",
        "export.ndjson | \\n6\\nkKft | \\n66666666666666666\\nkKft",
        "export.ndjson | 1eF88=\\n\\n | 1eF88=\\nmore\\n\\n",
        "export.ndjson | eF88= | eF89=",
        "export.ndjson | N/bGQs= | N/bGQs",
        "export.ndjson | \\n— rec | \\n- rec",
        "export.ndjson | a2f6ecfda04c IM4djR | a2f6ecfda04c  IM4djR",
        "export.ndjson | 3f86a3be | 3F86A3BE",
        "export.ndjson | 3f86a3be | 3f86a3b",
        "export.ndjson | \"index\":0, | \"index\":0.0,",
        "export.ndjson | \"index\":0, | \"index\":-0,",
        "export.ndjson | \"role\":\"REVIEWER\"},\"comm | \"role\":\"REVIEWER\",\"sale\":1},\"comm",
        "export.ndjson | \"cites\":[] | \"cites\":[ ]",
        "export.ndjson | \"kind\":\"CONTENT_READ\",\"type | \"type",
        "export.ndjson | \"markings\":1 | \"markings\":2",
        "export.ndjson | \"leaves\":6 | \"leaves\":7",
        "export.ndjson | {\"leaves | {\"leaver\":1,\"leaves",
        "export.csv | type,index | type,Index",
        "export.csv | type,index | Type,index",
        "export.csv | export,,,,,,, | export,0,,,,,,",
        "export.csv | export,,,,,,, | key,,,,,,,",
        "export.csv | event,0, | leaf,0,",
        "export.csv | event,0, | event,00,",
        "export.csv | event,0, | event,,",
        "export.csv | ,SIGNED_IN, | ,SIGNED_IM,",
        "export.csv | ,SIGNED_IN, | ,\"SIGNED_IN\",",
        "export.csv | ,SIGNED_IN, | ,SIGNED_IN,,",
        "export.csv | ,CONTENT_READ, | ,CONTENT\\READ,",
        "export.csv | ,CONTENT_READ, | ,CONTENT\"READ,",
        "export.csv | ,CONTENT_READ, | ,,",
        "export.csv | \"{\"\"actor | x\"{\"\"actor",
        "export.csv | \"{\"\"actor | \"{\"actor",
        "export.csv | \"\"REVIEWER\"\"}\" | \"\"REVIEWER\"\"} \"",
        "export.csv | \"\"REVIEWER\"\"}\" | \"\"REVIEWER\"\"}\"x"
      })
  void saysTheSameOfAnotherSpelling(String name, String text, String instead) throws Exception {
    String export = Files.readString(GIVEN.resolve(name));
    assertThat(export).contains(text);
    BothChecks.Said said =
        agree(instead, export.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(instead)));
    assertThat(said.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"export.ndjson", "export.csv"})
  void saysTheSameOfBytesThatAreNoText(String name) throws Exception {
    byte[] export = Files.readAllBytes(GIVEN.resolve(name));
    String text = new String(export, StandardCharsets.UTF_8);
    int at = text.indexOf("SIGNED_IN");
    byte[] torn = export.clone();
    torn[at] = (byte) 0xc3;
    Path file = Files.write(directory.resolve("torn"), torn);
    assertThat(BothChecks.agree("torn", file, NONE, NONE).rules()).contains("JRN-0101");
    assertThat(agree("byte-order mark", "\ufeff" + text).rules()).contains("JRN-0101");
    assertThat(agree("empty", "").rules()).containsExactly("JRN-0104", "JRN-0106");
    assertThat(agree("carriage returns", text.replace("\r", "").replace("\n", "\r\n")).status())
        .isEqualTo(name.endsWith("csv") ? 0 : 1);
    assertThat(agree("line feeds", text.replace("\r", "")).status())
        .isEqualTo(name.endsWith("csv") ? 1 : 0);
    assertThat(agree("a blank line", text + "\n").rules()).contains("JRN-0101");
    assertThat(agree("no end", text.stripTrailing()).rules()).contains("JRN-0101");
    assertThat(agree("too long", "{\"a\":\"" + "x".repeat(4 * 1024 * 1024) + "\"}\n").rules())
        .contains("JRN-0101");
  }
}
