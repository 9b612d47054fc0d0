package org.glasnost.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Set;
import org.glasnost.authority.access.Labels;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.policy.Accreditation;
import org.glasnost.reading.DocumentReader;
import org.glasnost.reading.PlacedReading;
import org.glasnost.reading.Readers;
import org.glasnost.reading.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A portion whose release marking names nobody is released as the banner says, or to nobody. */
class BareReleaseTest {
  private static final DocumentReader READER = new DocumentReader(Readers.marking());
  private static final Protecting PROTECTING =
      new Protecting(
          new Accreditation(ClassificationLevel.TOP_SECRET),
          mock(Labels.class),
          mock(Documents.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SECRET//REL TO USA, GBR | (S//REL)                 | GBR USA
          SECRET//REL TO USA, GBR | (S//REL TO USA, CAN, GBR) | GBR USA
          SECRET                  | (S//REL)                 | USA
          SECRET//NOFORN          | (S//REL)                 | USA
          SECRET//REL TO USA, GBR | (S//NF)                  | USA
          SECRET                  | (S//REL TO USA, GBR) | USA
          SECRET                  | (S//DISPLAY ONLY)        | USA
          UNCLASSIFIED            | (U//REL)                 | USA
          """)
  void isReleasedToThoseOfTheBanner(String banner, String portion, String released) {
    String text = "%s\n\n%s This text is fictitious and tells of nothing.\n\n%s\n";
    List<Reading> readings =
        READER.read(text.formatted(banner, portion, banner), null).readings().stream()
            .map(PlacedReading::reading)
            .toList();
    Protection held = PROTECTING.asked(readings).protection();
    assertThat(held.releasableTo()).containsExactlyInAnyOrder(released.split(" "));
    // A word without its list, for which there is no test, would shut everybody out.
    assertThat(held.controls()).doesNotContainAnyElementsOf(Set.of("REL_TO", "DISPLAY_ONLY"));
  }
}
