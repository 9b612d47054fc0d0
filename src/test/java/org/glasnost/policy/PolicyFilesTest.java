package org.glasnost.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.glasnost.authority.Role;
import org.junit.jupiter.api.Test;

/** The files of policy that ship, and what is refused of one that does not read. */
class PolicyFilesTest {
  private static final String HOLDERS = "config/equity-holders.yaml";
  private static final String ROLES = "config/roles.yaml";
  private static final String OFFICE = "config/office.yaml";

  @Test
  void everyRoleHasItsWords() throws IOException {
    assertThat(shipped().roleWords().ids())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values()).map(Role::name).toList());
  }

  @Test
  void anAgencyIsFoundByAnySpellingOnTheListAndByNoOther() throws IOException {
    Agencies agencies = shipped().agencies();

    for (String spelling :
        new String[] {"STATE", "state", "Department of State", "dept. of  State"}) {
      assertThat(agencies.spelled(spelling).map(Agency::id)).as(spelling).hasValue("STATE");
    }
    assertThat(agencies.spelled("air force").map(Agency::id)).hasValue("AIR_FORCE");
    assertThat(agencies.spelled("Stat")).isEmpty();
    assertThat(agencies.byId("state")).isEmpty();
    assertThat(agencies.byId("AEC").orElseThrow().successors()).containsExactly("DOE", "NRC");
  }

  @Test
  void theOfficeAsksForItsTrainingUnlessItSaysOtherwise() throws IOException {
    assertThat(shipped().officePolicy().trainings().askedFor()).containsExactly("DECLASSIFICATION");
    assertThat(shipped().officePolicy().twoPersons()).isTrue();
    assertThat(trainings("required: false").askedFor()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainings("required: \"false\""))
        .withMessageContaining("DECLASSIFICATION: required is true or false");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainings("required: true}\n- {id: DECLASSIFICATION, required: false"))
        .withMessageContaining("twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainings("required: true").asksFor("DERIVATIVE_CLASSIFICATION"));
  }

  @Test
  void theReleaseChangesWithEachByteAndEachName() {
    PolicyRelease one = release("config/a.yaml", "x");

    assertThat(release("config/a.yaml", "x")).isEqualTo(one);
    assertThat(release("config/a.yaml", "y")).isNotEqualTo(one);
    assertThat(release("config/b.yaml", "x")).isNotEqualTo(one);
    assertThat(one.id()).matches("[0-9a-f]{16}");
  }

  @Test
  void aSpellingOfTwoAgenciesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                holders(
                        """
                        agencies:
                        - {id: A, name: One, aliases: [Same]}
                        - {id: B, name: Two, aliases: [same]}
                        """)
                    .agencies())
        .withMessageContaining("same");
  }

  @Test
  void anEntryThatIsMissingIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holders("agencies:\n- {id: A}\n").agencies())
        .withMessageContaining("name is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holders("agency: []\n").agencies())
        .withMessageContaining("agencies");
  }

  private static OfficeTrainings trainings(String said) {
    String yaml =
        "reviews:\n- {id: TWO_PERSONS, required: false}\ntrainings:\n- {id: DECLASSIFICATION, "
            + said
            + "}\n";
    return new PolicyFiles(Map.of(OFFICE, yaml.getBytes(StandardCharsets.UTF_8)))
        .officePolicy()
        .trainings();
  }

  private static PolicyFiles holders(String yaml) {
    return new PolicyFiles(Map.of(HOLDERS, yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static PolicyRelease release(String path, String bytes) {
    return new PolicyFiles(Map.of(path, bytes.getBytes(StandardCharsets.UTF_8))).release();
  }

  private static PolicyFiles shipped() throws IOException {
    return new PolicyFiles(
        Map.of(
            HOLDERS, Files.readAllBytes(Path.of(HOLDERS)),
            ROLES, Files.readAllBytes(Path.of(ROLES)),
            OFFICE, Files.readAllBytes(Path.of(OFFICE))));
  }
}
