package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  /** RFC 8785, 3.2.2 and 3.2.3: the sample of the text. */
  @Test
  void writesTheSampleOfTheStandard() {
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("numbers", List.of(333333333.3333333, 1E30, 4.50, 2e-3, 1e-27));
    sample.put("string", "€$\017\nA'B\"\\\\\"/");
    sample.put("literals", Arrays.asList(null, true, false));
    assertThat(CanonicalJson.text(sample))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** RFC 8785, 3.2.3: order by UTF-16 code units, so that U+1F600 stands before U+FB33. */
  @Test
  void ordersMembersByUtf16CodeUnits() {
    Map<String, Object> members = new HashMap<>();
    members.put("\u20ac", "Euro Sign");
    members.put("\r", "Carriage Return");
    members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    members.put("1", "One");
    members.put("\ud83d\ude00", "Emoji: Grinning Face");
    members.put("\u0080", "Control");
    members.put("\u00f6", "Latin Small Letter O With Diaeresis");
    assertThat(CanonicalJson.text(members))
        .containsSubsequence("Carriage", "One", "Control", "Diaeresis", "Euro", "Emoji", "Hebrew");
  }

  /** RFC 8785, appendix B: bits of the double, and how it is written. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void writesNumbersAsEcmaScriptDoes(String bits, String written) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(CanonicalJson.text(value)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(value));
  }

  @Test
  void refusesAWholeNumberThatADoubleCannotHold() {
    assertThat(CanonicalJson.text(9_007_199_254_740_991L)).isEqualTo("9007199254740991");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.text(9_007_199_254_740_993L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\ude00", "\ude00\ud83d"})
  void refusesALoneSurrogate(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(text));
  }

  @Test
  void refusesATypeThatJsonDoesNotHave() {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(new Object()));
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(Map.of(1, "one")));
  }

  @Test
  void copiesDeeplySoThatLaterChangesDoNotReachTheEntry() {
    List<Object> controls = new ArrayList<>(List.of("NODIS"));
    Map<String, Object> marking = new HashMap<>(Map.of("level", "SECRET", "controls", controls));
    Map<String, ?> copy = CanonicalJson.copyOf(marking);
    controls.add("EXDIS");
    marking.put("level", "CONFIDENTIAL");
    assertThat(CanonicalJson.text(copy))
        .isEqualTo("{\"controls\":[\"NODIS\"],\"level\":\"SECRET\"}");
  }
}
