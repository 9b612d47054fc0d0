package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonLaws {
  private static final JsonMapper OTHER_READER = JsonMapper.shared();

  @Property(tries = 2000)
  void everyDoubleIsReadBackAsItself(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      double read = Double.parseDouble(CanonicalJson.text(value));
      assertThat(read == value).as("%s", value).isTrue();
    }
  }

  @Property(tries = 500)
  void everyTextIsReadBackAsItself(@ForAll int[] codePoints) {
    StringBuilder text = new StringBuilder();
    for (int code : codePoints) {
      int point = Math.floorMod(code, Character.MAX_CODE_POINT + 1);
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        text.appendCodePoint(point);
      }
    }
    assertThat(OTHER_READER.readValue(CanonicalJson.bytes(text.toString()), String.class))
        .isEqualTo(text.toString());
  }

  @Property(tries = 200)
  void theOrderInWhichMembersWereGivenIsNotSeen(
      @ForAll @Size(max = 10) List<@AlphaChars String> names) {
    List<String> reversed = new ArrayList<>(names);
    Collections.reverse(reversed);
    assertThat(CanonicalJson.text(numbered(names)))
        .isEqualTo(CanonicalJson.text(numbered(reversed)));
  }

  private static Map<String, Object> numbered(List<String> names) {
    Map<String, Object> members = new LinkedHashMap<>();
    names.forEach(name -> members.put(name, name.length()));
    return members;
  }
}
