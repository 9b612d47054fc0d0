package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** What an office may say of the trainings it asks for, and with what it does not start. */
class TrainingsAtStartTest {
  private static final String OFF = "trainings:\n- {id: DECLASSIFICATION, required: false}\n";

  @TempDir Path folder;

  @Test
  void whatShipsIsTaken() {
    assertThat(TrainingsAtStart.check(new MockEnvironment())).isEmpty();
  }

  @Test
  void theFileThatIsNamedIsTakenInItsPlace() throws IOException {
    MockEnvironment environment = said(OFF);

    assertThat(TrainingsAtStart.check(environment)).isEmpty();
    assertThat(TrainingsAtStart.bytes(environment)).asString().isEqualTo(OFF);
    assertThat(TrainingsAtStart.bytes(new MockEnvironment())).asString().contains("required: true");
  }

  @Test
  void whatTheLawAsksForIsNotSwitchedOff() throws IOException {
    MockEnvironment environment =
        said(OFF + "- {id: DERIVATIVE_CLASSIFICATION, required: false}\n");

    assertThat(TrainingsAtStart.check(environment))
        .singleElement()
        .asString()
        .contains(folder.toString(), "and of no other training");
  }

  @Test
  void whatDoesNotReadIsToldInPlainWords() throws IOException {
    for (String wrong :
        new String[] {
          "trainings: [",
          "trainings: []\n",
          "training: []\n",
          "trainings:\n- {id: DECLASSIFICATION, required: \"no\"}\n",
          "trainings:\n- {id: DECLASSIFICATION, require: false}\n",
          OFF + "- {id: DECLASSIFICATION, required: true}\n"
        }) {
      assertThat(TrainingsAtStart.check(said(wrong)))
          .as(wrong)
          .singleElement()
          .asString()
          .startsWith("The trainings that the office asks for cannot be taken from " + folder);
    }
  }

  @Test
  void aFileThatIsNotThereIsNoOther() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("glasnost.trainings", folder.resolve("absent.yaml").toString());

    assertThat(TrainingsAtStart.check(environment))
        .singleElement()
        .asString()
        .startsWith("glasnost.trainings names no file that can be read");
  }

  private MockEnvironment said(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("trainings.yaml"), yaml);
    return new MockEnvironment().withProperty("glasnost.trainings", file.toString());
  }
}
