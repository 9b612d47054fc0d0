package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** With what schedules of events an office does not start. */
class RetentionAtStartTest {
  @TempDir Path folder;

  @Test
  void whatShipsIsTaken() {
    assertThat(RetentionAtStart.check(new MockEnvironment())).isEmpty();
  }

  @Test
  void theFileThatIsNamedIsTakenInItsPlace() throws IOException {
    String shipped = Files.readString(Path.of("config/retention.yaml"));
    String sooner =
        shipped.replace(
            "  - id: SIGN_IN\n    authority: \"no schedule approved: kept\"\n    keep: PERMANENT",
            "  - id: SIGN_IN\n    authority: \"a notional schedule\"\n    keep: P6Y");
    assertThat(sooner).isNotEqualTo(shipped);
    MockEnvironment environment = said(sooner);

    assertThat(RetentionAtStart.check(environment)).isEmpty();
    assertThat(RetentionAtStart.bytes(environment)).asString().isEqualTo(sooner);
  }

  @Test
  void aKindThatNobodyHasScheduledKeepsItFromStarting() throws IOException {
    String shipped = Files.readString(Path.of("config/retention.yaml"));

    assertThat(RetentionAtStart.check(said(shipped.replace("      - SIGNED_IN\n", ""))))
        .singleElement()
        .asString()
        .startsWith("How long events are kept cannot be taken from " + folder)
        .contains("names no schedule for SIGNED_IN: add each to the kinds of one schedule");
  }

  @Test
  void theLineIsNamed() throws IOException {
    assertThat(RetentionAtStart.check(said("schedules:\n  - id: A\n    keep: -P3Y\n")))
        .singleElement()
        .asString()
        .contains("line 2: authority is missing");
  }

  @Test
  void aFileThatIsNotThereIsNoOther() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("glasnost.retention", folder.resolve("absent.yaml").toString());

    assertThat(RetentionAtStart.check(environment))
        .singleElement()
        .asString()
        .startsWith("glasnost.retention names no file that can be read");
  }

  private MockEnvironment said(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("retention.yaml"), yaml);
    return new MockEnvironment().withProperty("glasnost.retention", file.toString());
  }
}
