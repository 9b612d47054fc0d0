package org.glasnost.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.glasnost.audit.verifier.MarkingHistories.Comparison;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the events say of a document's marking, against what is said to hold. */
class MarkingHistoriesTest {
  private static final String SECRET = "{\"level\":\"SECRET\"}";
  private static final String OPEN = "{\"level\":\"UNCLASSIFIED\"}";

  private final MarkingHistories histories = new MarkingHistories(2);

  @Test
  void followsADocumentFromItsRegistration() throws FormException {
    assertThat(histories.replay(0, event("DOCUMENT_REGISTERED", null, SECRET))).isNull();
    assertThat(histories.replay(1, event("MARKING_CHANGED", SECRET, OPEN))).isNull();
    assertThat(histories.compare("d", OPEN)).isEqualTo(Comparison.AGREES);
    assertThat(histories.compare("d", SECRET)).isEqualTo(Comparison.DIFFERS);
    assertThat(histories.compare("d", "null")).isEqualTo(Comparison.DIFFERS);
    assertThat(histories.compare("d", null)).isEqualTo(Comparison.DIFFERS);
    assertThat(histories.compare("other", OPEN)).isEqualTo(Comparison.DIFFERS);
  }

  @Test
  void findsAChangeThatDoesNotBeginWhereTheOneBeforeEnded() throws FormException {
    assertThat(histories.replay(0, event("DOCUMENT_REGISTERED", null, SECRET))).isNull();
    Flaw flaw = histories.replay(1, event("MARKING_CHANGED", OPEN, SECRET));
    assertThat(Objects.requireNonNull(flaw).rule()).isEqualTo("JRN-0109");
  }

  @Test
  void agreesWithEitherMarkingWhereOneWasRecordedWhileTheyWereRead() throws FormException {
    assertThat(histories.replay(0, event("DOCUMENT_REGISTERED", null, SECRET))).isNull();
    assertThat(histories.replay(2, event("MARKING_CHANGED", SECRET, OPEN))).isNull();
    assertThat(histories.compare("d", OPEN)).isEqualTo(Comparison.AGREES);
    assertThat(histories.compare("d", SECRET)).isEqualTo(Comparison.AGREES);
    assertThat(histories.compare("d", null)).isEqualTo(Comparison.DIFFERS);
  }

  @Test
  void doesNotTellWhereAChangeIsSealed() throws FormException {
    assertThat(histories.replay(0, event("DOCUMENT_REGISTERED", null, SECRET))).isNull();
    histories.sealed(1, "MARKING_CHANGED");
    assertThat(histories.compare("d", OPEN)).isEqualTo(Comparison.NOT_KNOWN);
    assertThat(histories.compare("d", SECRET)).isEqualTo(Comparison.AGREES);
  }

  /** A kind within what an event changed is not the kind of the event. */
  @Test
  void isNotDeceivedByAKindWithin() throws FormException {
    String body =
        "{\"after\":{\"kind\":\"MARKING_CHANGED\"},\"document\":\"d\",\"kind\":\"TASK_COMPLETED\"}";
    assertThat(histories.replay(0, body)).isNull();
    assertThat(histories.compare("d", "{\"kind\":\"MARKING_CHANGED\"}"))
        .isEqualTo(Comparison.DIFFERS);
  }

  private static String event(String kind, @Nullable String before, String after) {
    return "{\"after\":"
        + after
        + (before == null ? "" : ",\"before\":" + before)
        + ",\"document\":\"d\",\"kind\":\""
        + kind
        + "\"}";
  }
}
