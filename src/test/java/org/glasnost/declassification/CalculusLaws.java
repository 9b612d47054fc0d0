package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

class CalculusLaws {
  private static final List<String> WORDS =
      List.of(
          "OADR",
          "DECL: OADR",
          "GDS",
          "XGDS-2",
          "GROUP 4",
          "GROUP 3",
          "RDS-3 1/30/99",
          "X1",
          "MR",
          "25X4, 20501001",
          "25X1",
          "50X1-HUM",
          "50X6",
          "75X2",
          "DCI Only",
          "1 Jan 1990",
          "20400101",
          "Completion of the operation",
          "N/A",
          "qwzx",
          "",
          "N/A to NATO portions",
          "ADS 1 Jan 1980",
          "Subject to treaty",
          "1991");

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1938, 1, 1).toEpochDay(), LocalDate.of(2025, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<Question> questions() {
    Arbitrary<QuestionBuilder> first =
        Combinators.combine(
                Arbitraries.of(Purpose.class),
                Arbitraries.of(Frame.class),
                days().injectNull(0.1),
                Arbitraries.of(StatedLevel.class).injectNull(0.1),
                Arbitraries.of(WORDS).injectNull(0.1),
                Arbitraries.of(Boolean.TRUE, Boolean.FALSE).injectNull(0.2),
                Arbitraries.of(SpecialContent.class).set().ofMaxSize(1),
                days().injectNull(0.7))
            .as(
                (purpose, frame, origin, level, words, permanent, contents, other) ->
                    Question.of(purpose, LocalDate.of(2026, 1, 1))
                        .frame(frame)
                        .originDate(origin)
                        .level(level)
                        .declassifyOn(words)
                        .permanent(permanent)
                        .contains(contents)
                        .scheduledOn(other)
                        .sources(
                            List.of(
                                new Source(other, words, contents),
                                new Source(origin, "OADR", Set.of()))));
    return Combinators.combine(
            first, Arbitraries.of(true, false), Arbitraries.of(true, false), days().injectNull(0.8))
        .as(
            (builder, approved, media, notified) ->
                builder
                    .exemptionApproved(approved)
                    .specialMedia(media)
                    .referral(media ? new Referral("Navy", null, notified) : null)
                    .build());
  }

  @Property(tries = 2000)
  void everyQuestionIsAnsweredAndEveryAnswerExplained(@ForAll("questions") Question question) {
    Answer answer = DateCalculus.compute(question);
    assertThat(answer.explanation()).isNotEmpty();
    assertThat(answer.schedule())
        .isSortedAccordingTo(java.util.Comparator.comparing(Downgrading::on));
    if (answer.declassifyOn().day() == null && answer.line() != null) {
      assertThat(answer.line()).doesNotMatch("\\d{8}");
    }
  }

  @Property(tries = 1000)
  void anExtensionNeverShortens(
      @ForAll("days") LocalDate origin,
      @ForAll("days") LocalDate to,
      @ForAll("days") LocalDate on) {
    QuestionBuilder question =
        Question.of(Purpose.READ, LocalDate.of(2026, 1, 1))
            .originDate(origin)
            .level(StatedLevel.SECRET)
            .declassifyOn(origin.plusYears(9).toString());
    LocalDate before = DateCalculus.compute(question.build()).declassifyOn().date().orElseThrow();
    LocalDate after =
        DateCalculus.compute(
                question.extension(new Extension(on.isBefore(origin) ? origin : on, to)).build())
            .declassifyOn()
            .date()
            .orElseThrow();
    assertThat(after).isAfterOrEqualTo(before);
    assertThat(after).isBeforeOrEqualTo(origin.plusYears(25));
  }

  @Property(tries = 1000)
  void aDayOfSectionThreeIsNeverBeforeItsFirstOnset(@ForAll("days") LocalDate origin) {
    Answer answer =
        DateCalculus.compute(
            Questions.read(
                origin, StatedLevel.SECRET, null, "OADR", true, LocalDate.of(2026, 1, 1)));
    assertThat(answer.automaticDeclassification().date().orElseThrow())
        .isAfterOrEqualTo(LocalDate.of(2006, 12, 31))
        .isAfterOrEqualTo(answer.declassifyOn().date().orElseThrow());
  }

  @Property(tries = 1000)
  void aDelayNeverBringsTheDayForward(@ForAll("questions") Question question) {
    LocalDate plain = DateCalculus.compute(question).automaticDeclassification().day();
    LocalDate delayed =
        DateCalculus.compute(
                Question.of(question.purpose(), question.asOf())
                    .frame(question.frame())
                    .originDate(question.originDate())
                    .level(question.level())
                    .declassifyOn(question.declassifyOn())
                    .permanent(question.permanent())
                    .contains(question.contains())
                    .scheduledOn(question.scheduledOn())
                    .sources(question.sources())
                    .exemptionApproved(question.exemptionApproved())
                    .specialMedia(true)
                    .referral(question.referral())
                    .newlyDiscoveredOn(LocalDate.of(2025, 1, 1))
                    .build())
            .automaticDeclassification()
            .day();
    if (plain != null && delayed != null) {
      assertThat(delayed).isAfterOrEqualTo(plain);
    }
  }

  @Property(tries = 2000)
  void aDateStandsOrItsAbsenceHasOneReasonAndTheEffectFollows(
      @ForAll("questions") Question question) {
    Answer answer = DateCalculus.compute(question);
    assertThat(answer).isEqualTo(DateCalculus.compute(question));
    LocalDate own = answer.declassifyOn().day();
    LocalDate automatic = answer.automaticDeclassification().day();
    assertThat(own == null).isEqualTo(answer.declassifyOn().reason() != null);
    assertThat(automatic == null).isEqualTo(answer.automaticDeclassification().reason() != null);
    boolean ownPassed = own != null && !own.isAfter(question.asOf());
    boolean automaticPassed = automatic != null && !automatic.isAfter(question.asOf());
    switch (answer.effect()) {
      case ENDED_BY_RULE -> {
        assertThat(ownPassed || automaticPassed).as("%s", answer).isTrue();
        assertThat(answer.nextActor()).isEqualTo(NextActor.DECLASSIFICATION_AUTHORITY);
      }
      case CONFIRM_WITH_ORIGINATOR -> {
        assertThat(ownPassed && !automaticPassed).as("%s", answer).isTrue();
        assertThat(answer.nextActor()).isNotNull();
      }
      case EXCLUDED ->
          assertThat(answer.declassifyOn().reason())
              .isIn(NoDateReason.RESTRICTED_DATA, NoDateReason.NATO);
      case RUNNING -> assertThat(automaticPassed).as("%s", answer).isFalse();
      case NONE -> assertThat(own == null && automatic == null).as("%s", answer).isTrue();
    }
    boolean contradictory = !Contradictions.in(question).isEmpty();
    assertThat(answer.cites().isEmpty()).as("%s", answer).isEqualTo(contradictory);
    assertThat(answer.explanation()).noneMatch(String::isBlank);
  }

  @Property(tries = 2000)
  void nothingIsDeclassifiedBeforeItIsWritten(@ForAll("questions") Question question) {
    // A derivative document may take a date that had passed when it was written.
    Answer answer = DateCalculus.compute(question);
    LocalDate automatic = answer.automaticDeclassification().day();
    if (automatic != null
        && question.originDate() != null
        && question.purpose() != Purpose.DERIVE) {
      assertThat(automatic).isAfterOrEqualTo(question.originDate());
    }
  }

  @Property(tries = 1000)
  void restrictedDataNeverYieldsADate(@ForAll("questions") Question question) {
    Set<SpecialContent> contents = EnumSet.of(SpecialContent.RD);
    contents.addAll(question.contains());
    Answer answer =
        DateCalculus.compute(
            Question.of(question.purpose(), question.asOf())
                .frame(question.frame())
                .originDate(question.originDate())
                .level(question.level())
                .declassifyOn(question.declassifyOn())
                .permanent(question.permanent())
                .sources(question.sources())
                .contains(contents)
                .build());
    assertThat(answer.declassifyOn().day()).isNull();
    assertThat(answer.automaticDeclassification().day()).isNull();
    assertThat(answer.schedule()).isEmpty();
  }

  @Property(tries = 1000)
  void aYoungerDocumentIsDeclassifiedNoEarlier(
      @ForAll("days") LocalDate one,
      @ForAll("days") LocalDate other,
      @ForAll("undated") String instruction) {
    LocalDate older = one.isBefore(other) ? one : other;
    LocalDate younger = one.isBefore(other) ? other : one;
    Answer first = permanent(older, instruction);
    Answer second = permanent(younger, instruction);
    if (first.declassifyOn().day() != null) {
      assertThat(second.declassifyOn().date().orElseThrow())
          .isAfterOrEqualTo(first.declassifyOn().day());
    }
    assertThat(second.automaticDeclassification().date().orElseThrow())
        .isAfterOrEqualTo(first.automaticDeclassification().date().orElseThrow());
  }

  @Provide
  Arbitrary<String> undated() {
    return Arbitraries.of(
        "OADR", "X1", "MR", "DCI Only", "XGDS-2", "GROUP 1", "25X1", "50X1-HUM", "RDS-3 1/30/99");
  }

  private static Answer permanent(LocalDate origin, @Nullable String instruction) {
    return DateCalculus.compute(
        Questions.read(
            origin, StatedLevel.SECRET, null, instruction, true, LocalDate.of(2026, 1, 1)));
  }

  @Property(tries = 1000)
  void theLineFromOneSourceIsTheOneThatReadingItGives(
      @ForAll("days") LocalDate date, @ForAll("anyWords") @Nullable String instruction) {
    Answer read = permanent(date, instruction);
    Answer derived =
        DateCalculus.compute(
            Question.of(Purpose.DERIVE, LocalDate.of(2026, 1, 1))
                .originDate(LocalDate.of(2026, 1, 1))
                .level(StatedLevel.SECRET)
                .permanent(true)
                .sources(List.of(new Source(date, instruction, Set.of())))
                .build());
    assertThat(derived.line()).isEqualTo(read.line());
    assertThat(derived.declassifyOn()).isEqualTo(read.declassifyOn());
  }

  @Provide
  Arbitrary<String> anyWords() {
    return Arbitraries.of(WORDS).injectNull(0.1);
  }

  @Property(tries = 1000)
  void anEventBeforeItsDocumentEndsNothing(
      @ForAll("days") LocalDate origin,
      @ForAll("days") LocalDate occurred,
      @ForAll Frame frame,
      @ForAll("eventful") String words) {
    Answer answer =
        DateCalculus.compute(
            Question.of(Purpose.READ, LocalDate.of(2026, 1, 1))
                .frame(frame)
                .originDate(origin)
                .level(StatedLevel.SECRET)
                .declassifyOn(words)
                .eventOccurredOn(occurred)
                .permanent(true)
                .build());
    if (answer.declassifyOn().day() != null) {
      assertThat(answer.declassifyOn().day()).isAfterOrEqualTo(origin);
    }
    if (answer.automaticDeclassification().day() != null) {
      assertThat(answer.automaticDeclassification().day()).isAfterOrEqualTo(origin);
    }
  }

  @Provide
  Arbitrary<String> eventful() {
    return Arbitraries.of(
        "Completion of the operation",
        "1 June 2020 or completion of the exercise, whichever is earlier",
        "25X4, completion of the deployment",
        "ADS upon completion of the visit");
  }

  @Property(tries = 1000)
  void whatHasEndedStaysEnded(
      @ForAll("questions") Question question, @ForAll @IntRange(max = 20_000) int days) {
    if (question.originDate() == null) {
      return;
    }
    Question later =
        Question.of(question.purpose(), question.asOf().plusDays(days))
            .frame(question.frame())
            .originDate(question.originDate())
            .level(question.level())
            .declassifyOn(question.declassifyOn())
            .permanent(question.permanent())
            .contains(question.contains())
            .scheduledOn(question.scheduledOn())
            .sources(question.sources())
            .exemptionApproved(question.exemptionApproved())
            .specialMedia(question.specialMedia())
            .referral(question.referral())
            .build();
    if (DateCalculus.compute(question).effect() == Effect.ENDED_BY_RULE) {
      assertThat(DateCalculus.compute(later).effect()).isEqualTo(Effect.ENDED_BY_RULE);
    }
  }
}
