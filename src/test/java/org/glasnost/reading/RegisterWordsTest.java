package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of the historic register where they stand, and the same words in common prose. */
class RegisterWordsTest {
  private static final MarkingReader READER = Readers.marking();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SOURCE_NOTE | 1967-12-01 | Secret; Immediate; Nodis; Buttercup; Exclusive; Via CAS Channels.       | SECRET       | NODIS EXCLUSIVE VIA_CAS_CHANNELS          | BUTTERCUP
          SOURCE_NOTE | 1968-11-12 | Secret; Flash; Immediate; Nodis/HARVAN Double Plus.                     | SECRET       | NODIS                                     | HARVAN, DOUBLE PLUS
          SOURCE_NOTE | 1972-05-01 | Secret; Nodis; Cedar Double Plus. Drafted by Sterner.                   | SECRET       | NODIS                                     | CEDAR, DOUBLE PLUS
          SOURCE_NOTE | 1955-05-07 | Top Secret; Niact; Absolutely No Distribution.                          | TOP_SECRET   | NODIS                                     |
          SOURCE_NOTE | 1955-03-30 | Confidential; Official–Informal. Copies were sent to C. Tyler Wood.     | CONFIDENTIAL | OFFICIAL_INFORMAL                         |
          SOURCE_NOTE | 1973-01-20 | Top Secret; Operational Immediate; Sensitive; Exclusively Eyes Only.    | TOP_SECRET   | SENSITIVE EYES_ONLY                       |
          SOURCE_NOTE | 1968-11-30 | Secret; Sensitive; Limdis; Controlled Dissem.                           | SECRET       | SENSITIVE LIMDIS CONTROLLED_DISSEM        |
          SOURCE_NOTE | 1962-03-23 | Confidential; Limit Distribution.                                       | CONFIDENTIAL | LIMIT_DISTRIBUTION                        |
          SOURCE_NOTE | 1958-05-02 | Secret; Personal and Private. Drafted by Secretary Dulles.              | SECRET       | PERSONAL_AND_PRIVATE                      |
          SOURCE_NOTE | 1968-04-23 | Secret; Flash; Exdis; Crocodile; Nodis.                                 | SECRET       | EXDIS NODIS                               | CROCODILE
          SOURCE_NOTE | 1965-05-18 | Top Secret; Flash; Exdis; Mayflower.                                    | TOP_SECRET   | EXDIS                                     | MAYFLOWER
          BANNER      | 1966-08-15 | TOP SECRET HANDLE VIA TALENT-KEYHOLE CONTROL SYSTEM ONLY                | TOP_SECRET   |                                           | TALENT-KEYHOLE
          BANNER      | 1970-08-15 | TOP SECRET/HANDLE VIA BYEMAN-TALENT-KEYHOLE-COMINT CONTROL SYSTEMS JOINTLY | TOP_SECRET | HANDLE_VIA_CHANNELS                      | BYEMAN, TALENT-KEYHOLE, COMINT
          BANNER      | 1953-08-15 | SECRET/CONTROL - U.S. OFFICIALS ONLY                                    | SECRET       | US_OFFICIALS_ONLY                         |
          BANNER      | 1972-10-01 | SECRET/EXCLUSIVELY EYES ONLY/HAKTO                                      | SECRET       | EYES_ONLY                                 | HAKTO
          """)
  void areReadWhereTheyStand(
      LineKind kind,
      LocalDate date,
      String text,
      String level,
      @Nullable String controls,
      @Nullable String codewords) {
    Reading reading = READER.read(text, kind, date);

    assertThat(String.valueOf(reading.level())).isEqualTo(level);
    assertThat(reading.marking().controls()).containsExactlyElementsOf(words(controls, " "));
    assertThat(reading.marking().codewords()).containsExactlyElementsOf(words(codewords, ", "));
    assertThat(reading.needsReview()).isFalse();
  }

  /** Each begins with a word of the register. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pennsylvania Avenue, N.W.",
        "Ohio",
        "Cedar trees of Lebanon",
        "CEDAR RAPIDS, IOWA",
        "Adam Smith",
        "Homer Smith",
        "Aspen Institute",
        "Summit meeting",
        "Magic words are needed",
        "Ultra-high frequency receivers",
        "Pinta, Santa Maria and Nina",
        "Handle via the usual channels.",
        "Channels only open in the spring",
        "Dissent Channel message",
        "Official informal discussions with the Ministry",
        "Personal letter from Dulles",
        "Exclusive interview",
        "Immediate action is required.",
        "Priority",
        "US officials only rarely meet",
        "No distribution was made.",
        "Double plus the interest",
        "The talent of the officer is great."
      })
  void areNoMarkingInProse(String text) {
    Reading reading = READER.read(text, LineKind.SCAN, null);

    assertThat(String.valueOf(reading.level())).isEqualTo("NONE");
    assertThat(reading.marking().controls()).isEmpty();
    assertThat(reading.marking().codewords()).isEmpty();
    assertThat(reading.precedence()).isEmpty();
    assertThat(reading.needsReview()).isFalse();
  }

  private static List<String> words(@Nullable String list, String separator) {
    return list == null ? List.of() : new ArrayList<>(List.of(list.split(separator, -1)));
  }
}
