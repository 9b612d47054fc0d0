package org.glasnost.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFactsTest {

  @Test
  void whatIsNestedStandsUnderTheNameOfWhatHoldsIt() {
    assertThat(
            EventFacts.of(
                Map.of(
                    "marking",
                    Map.of("protectedAs", "TOP_SECRET", "controls", List.of("EYES_ONLY", "NODIS")),
                    "confirmed",
                    true)))
        .extracting(fact -> fact.name() + " = " + fact.value())
        .containsExactly(
            "Confirmed = yes",
            "Marking, controls = Eyes only, NODIS",
            "Marking, protected as = Top secret");
  }

  @Test
  void aListOfThingsIsNumbered() {
    assertThat(EventFacts.of(Map.of("files", List.of(Map.of("name", "a.bpmn", "size", 3), "x"))))
        .extracting(fact -> fact.name() + " = " + fact.value())
        .containsExactly("Files 1, name = a.bpmn", "Files 1, size = 3", "Files 2 = x");
  }

  @Test
  void whatIsEmptySaysSo() {
    assertThat(EventFacts.of(Map.of("rules", List.of(), "reason", "", "before", Map.of())))
        .extracting(fact -> fact.name() + " = " + fact.value())
        .containsExactly("Before = none", "Reason = nothing", "Rules = none");
    assertThat(EventFacts.of(null)).isEmpty();
  }

  @Test
  void whatSomebodyWroteStaysAsItIs() {
    assertThat(EventFacts.of(Map.of("verbatim", "SECRET/SENSITIVE <b>")))
        .extracting(EventFacts.Fact::value)
        .containsExactly("SECRET/SENSITIVE <b>");
  }
}
