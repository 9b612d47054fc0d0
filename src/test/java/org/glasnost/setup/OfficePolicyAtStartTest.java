package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** What an office may decide for itself, and with what it does not start. */
class OfficePolicyAtStartTest {
  private static final String REVIEWS = "reviews:\n- {id: TWO_PERSONS, required: true}\n";
  private static final String OFF =
      REVIEWS + "trainings:\n- {id: DECLASSIFICATION, required: false}\n";

  @TempDir Path folder;

  @Test
  void whatShipsIsTaken() {
    assertThat(OfficePolicyAtStart.check(new MockEnvironment())).isEmpty();
  }

  @Test
  void theFileThatIsNamedIsTakenInItsPlace() throws IOException {
    MockEnvironment environment = said(OFF);

    assertThat(OfficePolicyAtStart.check(environment)).isEmpty();
    assertThat(OfficePolicyAtStart.bytes(environment)).asString().isEqualTo(OFF);
    assertThat(OfficePolicyAtStart.bytes(new MockEnvironment()))
        .asString()
        .contains("required: true");
  }

  @Test
  void whatTheLawAsksForIsNotSwitchedOff() throws IOException {
    MockEnvironment environment =
        said(OFF + "- {id: DERIVATIVE_CLASSIFICATION, required: false}\n");

    assertThat(OfficePolicyAtStart.check(environment))
        .singleElement()
        .asString()
        .contains(folder.toString(), "and of no other training");
  }

  @Test
  void whatDoesNotReadIsToldInPlainWords() throws IOException {
    for (String wrong :
        new String[] {
          "trainings: [",
          REVIEWS + "trainings: []\n",
          REVIEWS + "training: []\n",
          OFF.replace(REVIEWS, ""),
          OFF.replace(REVIEWS, "reviews: []\n"),
          OFF.replace("TWO_PERSONS", "TWO_PERSON"),
          OFF.replace("required: true", "required: 2"),
          OFF + "more: []\n",
          REVIEWS + "trainings:\n- {id: DECLASSIFICATION, required: \"no\"}\n",
          REVIEWS + "trainings:\n- {id: DECLASSIFICATION, require: false}\n",
          OFF + "- {id: DECLASSIFICATION, required: true}\n"
        }) {
      assertThat(OfficePolicyAtStart.check(said(wrong)))
          .as(wrong)
          .singleElement()
          .asString()
          .startsWith("What the office decides for itself cannot be taken from " + folder);
    }
  }

  @Test
  void aFileThatIsNotThereIsNoOther() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("glasnost.office", folder.resolve("absent.yaml").toString());

    assertThat(OfficePolicyAtStart.check(environment))
        .singleElement()
        .asString()
        .startsWith("glasnost.office names no file that can be read");
  }

  private MockEnvironment said(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("office.yaml"), yaml);
    return new MockEnvironment().withProperty("glasnost.office", file.toString());
  }
}
