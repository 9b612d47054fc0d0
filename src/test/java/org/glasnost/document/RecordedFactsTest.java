package org.glasnost.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnost.declassification.Answer;
import org.glasnost.declassification.DateCalculus;
import org.glasnost.declassification.Effect;
import org.glasnost.declassification.NoDateReason;
import org.glasnost.declassification.Purpose;
import org.glasnost.declassification.Question;
import org.glasnost.declassification.SpecialContent;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Readers;
import org.glasnost.reading.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded of a document reaches the question about its dates, whole. */
class RecordedFactsTest {
  private static final LocalDate DAY = LocalDate.of(1985, 3, 25);
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
  private static final MarkingReader READER = Readers.marking();

  /** Every member of a question that a record can answer, with a record that answers it. */
  private static final Map<String, RecordedFacts> RECORDED =
      Map.of(
          "originDate", facts("SECRET", null, false, RecordStatus.PERMANENT, null, "STATE"),
          "level", facts("CONFIDENTIAL", null, false, RecordStatus.PERMANENT, DAY, "STATE"),
          "agency", facts("SECRET", null, false, RecordStatus.PERMANENT, DAY, "CIA"),
          "declassifyOn", facts("SECRET", "OADR", false, RecordStatus.PERMANENT, DAY, "STATE"),
          "contains",
              facts("SECRET RESTRICTED DATA", null, false, RecordStatus.PERMANENT, DAY, "STATE"),
          "permanent", facts("SECRET", null, false, RecordStatus.TEMPORARY, DAY, "STATE"),
          "unscheduled", facts("SECRET", null, false, RecordStatus.UNSCHEDULED, DAY, "STATE"),
          "exemptionApproved", facts("SECRET", null, true, RecordStatus.PERMANENT, DAY, "STATE"));

  /** What the question means, and what nobody can record here of a record that exists. */
  private static final Set<String> NOT_RECORDED =
      Set.of(
          "purpose",
          "frame",
          "asOf",
          "decisionDate",
          "eventOccurredOn",
          "extension",
          "sources",
          "humanSource",
          "wmdDesign",
          "scheduledOn",
          "fileBlockOldest",
          "fileBlockNewest",
          "exemptions",
          "fileSeriesExemption",
          "specialMedia",
          "newlyDiscoveredOn",
          "referral");

  @Test
  void everyMemberOfTheQuestionIsAskedOfTheRecordOrNamedAsRecordedNowhere() throws Exception {
    Question plain = facts("SECRET", null, false, RecordStatus.PERMANENT, DAY, "STATE").on(TODAY);
    List<String> members = new ArrayList<>();
    for (RecordComponent member : Question.class.getRecordComponents()) {
      members.add(member.getName());
      RecordedFacts other = RECORDED.get(member.getName());
      if (other != null) {
        assertThat(member.getAccessor().invoke(other.on(TODAY)))
            .as(member.getName())
            .isNotEqualTo(member.getAccessor().invoke(plain));
      }
    }
    assertThat(Stream.concat(RECORDED.keySet().stream(), NOT_RECORDED.stream()))
        .containsExactlyInAnyOrderElementsOf(members);
    assertThat(
            Arrays.stream(RecordedFacts.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactlyInAnyOrder(
            "documentDate",
            "originatingAgency",
            "recordStatus",
            "level",
            "instruction",
            "exemptionApproved",
            "contains");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SECRET//RD//NOFORN                       | RD",
        "SECRET RESTRICTED DATA                   | RD",
        "TOP SECRET//RD-CNWDI//NOFORN             | RD",
        "SECRET//RD-SIGMA 14//NOFORN              | RD",
        "SECRET//FRD//NOFORN                      | FRD",
        "SECRET FORMERLY RESTRICTED DATA          | FRD",
        "SECRET//TFNI//NOFORN                     | TFNI",
        "SECRET RESTR1CTED DATA                   | RD",
        "(S//RD)                                  | RD",
        "NATO SECRET                              | NATO",
        "COSMIC TOP SECRET                        | NATO",
        "//COSMIC TOP SECRET//ATOMAL              | NATO",
        "SECRET//FGI NATO//NOFORN                 | NATO",
        "//GBR SECRET                             | FGI",
        "SECRET//FGI GBR//NOFORN                  | FGI",
        "SECRET//FGI//NOFORN                      | FGI",
        "//JOINT SECRET GBR USA//REL TO USA, GBR  | FGI",
        "UK SECRET                                | FGI",
        "SECRET//NOFORN                           | ''",
        "SECRET/SENSITIVE EYES ONLY               | ''",
        "RESTRICTED                               | ''",
      })
  void whatFollowsRulesOfItsOwnIsSeenInEveryMannerOfWriting(String line, String contents) {
    Set<SpecialContent> expected =
        contents.isEmpty() ? Set.of() : Set.of(SpecialContent.valueOf(contents));

    assertThat(of(line, null, false, RecordStatus.PERMANENT, DAY, "STATE", null).contains())
        .isEqualTo(expected);
    // As a reading among others, which nobody has confirmed yet.
    assertThat(of("SECRET", null, false, RecordStatus.PERMANENT, DAY, "STATE", line).contains())
        .isEqualTo(expected);
  }

  @Test
  void restrictedDataHasNoDateAndIsEnergys() {
    Answer answer =
        answer(facts("SECRET//RD//NOFORN", null, false, RecordStatus.PERMANENT, DAY, "STATE"));

    assertThat(answer.effect()).isEqualTo(Effect.EXCLUDED);
    assertThat(answer.declassifyOn().reason()).isEqualTo(NoDateReason.RESTRICTED_DATA);
    assertThat(answer.automaticDeclassification().reason()).isEqualTo(NoDateReason.RESTRICTED_DATA);
  }

  @Test
  void aReadingThatSomebodyRejectedTellsNothing() {
    assertThat(contents(false)).isEmpty();
    assertThat(contents(true)).containsExactly(SpecialContent.RD);
    assertThat(contents(null)).containsExactly(SpecialContent.RD);
  }

  @Test
  void theLabelTellsWhatNoReadingDoes() {
    Protection held =
        Protection.of(
            ClassificationLevel.SECRET, reading("SECRET//FRD-SIGMA 14//NOFORN").marking());

    assertThat(
            RecordedFacts.of(
                    document(DAY, "STATE", RecordStatus.PERMANENT),
                    row("SECRET", null, false),
                    held,
                    new ReadDocument(List.of(), List.of()),
                    READER)
                .contains())
        .containsExactly(SpecialContent.FRD);
  }

  @Test
  void anApprovedExemptionRunsToItsDateAndAnUnapprovedOneDelaysNothing() {
    Answer approved =
        answer(facts("SECRET", "25X1, 20350324", true, RecordStatus.PERMANENT, DAY, "STATE"));
    Answer claimed =
        answer(facts("SECRET", "25X1, 20350324", false, RecordStatus.PERMANENT, DAY, "STATE"));

    assertThat(approved.automaticDeclassification().day()).isEqualTo(LocalDate.of(2035, 3, 24));
    assertThat(approved.effect()).isEqualTo(Effect.RUNNING);
    assertThat(approved.findings()).isEmpty();
    assertThat(claimed.automaticDeclassification().day()).isEqualTo(LocalDate.of(2010, 12, 31));
    assertThat(claimed.findings()).extracting(f -> f.rule().toString()).contains("DCL-0057");
  }

  @Test
  void theAnswerIsThatOfTheCalculatorForTheSameFacts() {
    RecordedFacts facts =
        facts("SECRET//RD//NOFORN", "25X1, 20350324", true, RecordStatus.PERMANENT, DAY, "STATE");

    assertThat(answer(facts))
        .isEqualTo(
            DateCalculus.compute(
                Question.of(Purpose.READ, TODAY)
                    .originDate(DAY)
                    .level(StatedLevel.SECRET)
                    .agency("STATE")
                    .declassifyOn("25X1, 20350324")
                    .contains(Set.of(SpecialContent.RD))
                    .permanent(true)
                    .exemptionApproved(true)
                    .build()));
  }

  @ParameterizedTest
  @CsvSource({
    "UNCLASSIFIED, SECRET, false, 2010-03-25",
    "LOU, TOP_SECRET, false, 2010-03-25",
    "UNCLASSIFIED, UNCLASSIFIED, false, ",
    "UNCLASSIFIED, SECRET, true, ",
    "NONE, SECRET, false, 2010-03-25",
  })
  void whatIsHeldAsClassifiedHasItsDatesUntilAPersonSaysThatItIsNot(
      StatedLevel level, ClassificationLevel held, boolean confirmed, @Nullable LocalDate day) {
    MarkingRow row = row("SECRET", null, false);
    MarkingRow found =
        new MarkingRow(
            row.id(),
            row.document(),
            level.name(),
            level,
            held,
            null,
            false,
            confirmed,
            row.label(),
            row.from(),
            null,
            row.recordedAt(),
            null,
            row.changedBy(),
            null,
            row.reasonCode(),
            List.of(),
            row.event());

    Answer answer =
        answer(
            RecordedFacts.of(
                document(DAY, "STATE", RecordStatus.PERMANENT),
                found,
                Protection.UNRESTRICTED,
                new ReadDocument(List.of(), List.of()),
                READER));

    assertThat(answer.declassifyOn().day()).isEqualTo(day);
    assertThat(answer.declassifyOn().reason())
        .isEqualTo(day == null ? NoDateReason.NOT_CLASSIFIED : null);
  }

  private static Answer answer(RecordedFacts facts) {
    return DateCalculus.compute(facts.on(TODAY));
  }

  private static Set<SpecialContent> contents(@Nullable Boolean accepted) {
    Reading reading = reading("SECRET//RD//NOFORN");
    return RecordedFacts.of(
            document(DAY, "STATE", RecordStatus.PERMANENT),
            row("SECRET", null, false),
            Protection.UNRESTRICTED,
            new ReadDocument(
                List.of(new ReadDocument.Found("r1", 0, 5, reading, accepted)), List.of()),
            READER)
        .contains();
  }

  private static RecordedFacts facts(
      String verbatim,
      @Nullable String instruction,
      boolean approved,
      RecordStatus status,
      @Nullable LocalDate date,
      String agency) {
    return of(verbatim, instruction, approved, status, date, agency, null);
  }

  private static RecordedFacts of(
      String verbatim,
      @Nullable String instruction,
      boolean approved,
      RecordStatus status,
      @Nullable LocalDate date,
      String agency,
      @Nullable String besides) {
    List<ReadDocument.Found> found =
        besides == null
            ? List.of()
            : List.of(new ReadDocument.Found("r1", 0, 5, reading(besides), null));
    return RecordedFacts.of(
        document(date, agency, status),
        row(verbatim, instruction, approved),
        Protection.UNRESTRICTED,
        new ReadDocument(found, List.of()),
        READER);
  }

  private static Reading reading(String line) {
    return READER.read(line, LineKind.SCAN, DAY);
  }

  private static MarkingRow row(String verbatim, @Nullable String instruction, boolean approved) {
    StatedLevel read = reading(verbatim).level();
    return new MarkingRow(
        UUID.randomUUID(),
        UUID.randomUUID(),
        verbatim,
        Objects.requireNonNullElse(read, StatedLevel.NONE),
        ClassificationLevel.SECRET,
        instruction,
        approved,
        true,
        1,
        DAY,
        null,
        Instant.EPOCH,
        null,
        UUID.randomUUID(),
        null,
        "REGISTERED",
        List.of(),
        UUID.randomUUID());
  }

  private static Document document(
      @Nullable LocalDate date, @Nullable String agency, RecordStatus status) {
    Document document =
        new Document(
            new Document.Intake(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                1,
                "NARA",
                null,
                status,
                Instant.EPOCH,
                UUID.randomUUID()));
    document.describe(date, agency, null, null);
    return document;
  }
}
