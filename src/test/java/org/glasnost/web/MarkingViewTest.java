package org.glasnost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.document.MarkingRow;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.Readers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Today's form of a document's marking is never wider than each of its lines. */
class MarkingViewTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      textBlock =
          """
          SECRET//REL TO USA, GBR; SECRET//REL TO USA, GBR
          SECRET//REL TO USA, GBR|(S//REL TO USA, GBR); SECRET//REL TO USA, GBR
          SECRET//REL TO USA, GBR|(S//REL); SECRET//REL TO USA, GBR
          SECRET//REL TO USA, GBR|(S//DISPLAY ONLY CAN); none
          SECRET//REL TO USA, GBR|(S//NF); none
          SECRET|(S//REL TO USA, GBR); none
          SECRET//NOFORN; SECRET//NOFORN
          """)
  void oneLineThatReleasesLessLeavesItToAPerson(String lines, String banner) {
    MarkingRow row =
        new MarkingRow(
            UUID.randomUUID(),
            UUID.randomUUID(),
            lines.replace('|', '\n'),
            StatedLevel.SECRET,
            ClassificationLevel.SECRET,
            null,
            false,
            true,
            1,
            LocalDate.of(2015, 3, 2),
            null,
            Instant.EPOCH,
            null,
            UUID.randomUUID(),
            null,
            "REGISTERED",
            List.of(),
            UUID.randomUUID());
    MarkingView view = MarkingView.of(row, LocalDate.of(2015, 3, 2), Readers.marking());
    assertThat(view.canonical() == null ? null : view.canonical().banner()).isEqualTo(banner);
  }
}
