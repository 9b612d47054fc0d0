package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/** The calculus and the slow evaluator come to the same, day by day. */
class SlowCalculusLaws {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private static Arbitrary<LocalDate> between(LocalDate first, LocalDate last) {
    return Arbitraries.longs()
        .between(first.toEpochDay(), last.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<LocalDate> of11652() {
    return between(LocalDate.of(1972, 6, 1), LocalDate.of(1978, 11, 30));
  }

  @Provide
  Arbitrary<LocalDate> before1972() {
    return between(LocalDate.of(1955, 1, 1), LocalDate.of(1972, 5, 31));
  }

  @Provide
  Arbitrary<LocalDate> ofOadr() {
    return between(LocalDate.of(1982, 8, 1), LocalDate.of(1995, 10, 13));
  }

  @Provide
  Arbitrary<LocalDate> recent() {
    return between(LocalDate.of(1996, 1, 1), TODAY);
  }

  @Provide
  Arbitrary<StatedLevel> levels() {
    return Arbitraries.of(StatedLevel.TOP_SECRET, StatedLevel.SECRET, StatedLevel.CONFIDENTIAL);
  }

  private static ClassificationLevel level(StatedLevel stated) {
    return OrderSchedules.classified(stated).orElseThrow();
  }

  private static Answer read(
      Frame frame, LocalDate origin, StatedLevel level, @Nullable String words) {
    return DateCalculus.compute(
        Question.of(Purpose.READ, TODAY)
            .frame(frame)
            .originDate(origin)
            .level(level)
            .declassifyOn(words)
            .permanent(true)
            .build());
  }

  /** The level that the answer's schedule gives on a day. */
  private static ClassificationLevel on(LocalDate day, Answer answer, StatedLevel stated) {
    ClassificationLevel level = level(stated);
    for (Downgrading step : answer.schedule()) {
      if (!step.on().isAfter(day)) {
        level = step.level();
      }
    }
    return level;
  }

  @Property(tries = 60)
  void theGeneralScheduleLowersOnTheSameDays(
      @ForAll("of11652") LocalDate origin,
      @ForAll("levels") StatedLevel level,
      @ForAll Frame frame,
      @ForAll boolean stamped) {
    Answer answer = read(frame, origin, level, stamped ? "GDS" : null);
    for (LocalDate day = origin; day.isBefore(origin.plusYears(12)); day = day.plusDays(1)) {
      assertThat(on(day, answer, level))
          .as("%s of %s", day, answer)
          .isEqualTo(SlowCalculus.generalScheduleOn(day, origin, level(level)));
    }
  }

  @Property(tries = 60)
  void theGroupsLowerOnTheSameDaysUnderTheirOwnOrder(
      @ForAll("before1972") LocalDate origin,
      @ForAll("levels") StatedLevel level,
      @ForAll boolean four) {
    Answer answer = read(Frame.AS_ISSUED, origin, level, four ? "GROUP 4" : "GROUP 3");
    for (LocalDate day = origin; day.isBefore(origin.plusYears(27)); day = day.plusDays(1)) {
      assertThat(on(day, answer, level))
          .as("%s of %s", day, answer)
          .isEqualTo(SlowCalculus.groupOn(day, origin, level(level), four ? 3 : 12, four ? 12 : 0));
    }
  }

  @Property(tries = 200)
  void sectionThreeActsOnTheSameDay(
      @ForAll("ofOadr") LocalDate origin,
      @ForAll boolean block,
      @ForAll("recent") LocalDate other,
      @ForAll boolean scheduled,
      @ForAll boolean media,
      @ForAll boolean discovered,
      @ForAll("recent") LocalDate third,
      @ForAll @Nullable Boolean referredByNdc) {
    LocalDate newest = block ? origin.plusYears(6) : origin;
    QuestionBuilder question =
        Question.of(Purpose.READ, TODAY)
            .originDate(origin)
            .level(StatedLevel.SECRET)
            .declassifyOn("OADR")
            .permanent(true)
            .fileBlockNewest(block ? newest : null)
            .scheduledOn(scheduled ? other : null)
            .specialMedia(media)
            .newlyDiscoveredOn(discovered ? third : null);
    if (referredByNdc != null) {
      question.referral(
          new Referral(
              "Navy",
              referredByNdc ? Referral.Course.NDC : Referral.Course.AGENCY_FACILITY,
              other));
    }
    SlowCalculus.Delays delays =
        new SlowCalculus.Delays(
            origin,
            newest,
            scheduled ? other : null,
            media,
            discovered ? third : null,
            referredByNdc == null ? null : other,
            Boolean.TRUE.equals(referredByNdc) ? 1 : 3);
    assertThat(DateCalculus.compute(question.build()).automaticDeclassification().day())
        .isEqualTo(SlowCalculus.section33(delays));
  }

  @Property(tries = 200)
  void whatIsObsoleteComesToTheDayTwentyFiveYearsOn(@ForAll("ofOadr") LocalDate origin) {
    LocalDate day = read(Frame.TODAY, origin, StatedLevel.SECRET, "OADR").declassifyOn().day();
    LocalDate counted = origin;
    int years = 0;
    while (years < 25) {
      counted = counted.plusDays(1);
      boolean anniversary =
          counted.getMonth() == origin.getMonth()
              && counted.getDayOfMonth()
                  == Math.min(origin.getDayOfMonth(), counted.lengthOfMonth());
      years += anniversary ? 1 : 0;
    }
    assertThat(day).isEqualTo(counted);
  }
}
