package org.glasnost.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.glasnost.audit.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long events are kept: what ships, what is refused of a file, and when a day is due. */
class RetentionSchedulesTest {
  private static final Path SHIPPED = Path.of("config/retention.yaml");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @EnumSource
  void asDeliveredEveryKindIsNamedAndKept(EventKind kind) throws IOException {
    RetentionSchedule schedule =
        RetentionSchedules.read("retention.yaml", Files.readAllBytes(SHIPPED)).of(kind);

    assertThat(schedule.written()).isEqualTo("PERMANENT");
    assertThat(schedule.authority()).isEqualTo("no schedule approved: kept");
    assertThatIllegalStateException().isThrownBy(() -> schedule.keptFrom(LocalDate.EPOCH));
  }

  @Test
  void aKindThatIsInNoScheduleIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(permanentBut(EventKind.SIGNED_IN, EventKind.TOKEN_ISSUED)))
        .withMessageStartingWith("retention.yaml names no schedule for SIGNED_IN, TOKEN_ISSUED:")
        .withMessageContaining("PERMANENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P3Y", "P18M", "P1D", "P1Y2M3D", "P4W", "P1000Y"})
  void aPeriodIsTaken(String keep) {
    assertThat(signedInFor(keep).keep()).isEqualTo(Period.parse(keep));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-P3Y",
        "P-3Y",
        "P1Y-1D",
        "P0D",
        "P",
        "3Y",
        "P3",
        "PT24H",
        "P1001Y",
        "P999999999D",
        "permanent",
        "FOREVER",
        "''",
        "~",
        "three years",
        "Ρ3Y"
      })
  void whatIsNoPeriodIsRefusedWithItsLine(String keep) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signedInFor(keep))
        .withMessageStartingWith("retention.yaml line 4: ")
        .withMessageEndingWith("write PERMANENT, or a period from P1D to P1000Y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DOCUMENT_REGISTERED",
        "MARKING_CHANGED",
        "DETERMINATION_SIGNED",
        "HISTORIC_ACTION_RECORDED",
        "RELEASED",
        "POLICY_IN_FORCE",
        "EXPORTED",
        "BACKED_UP",
        "HOLD_PLACED",
        "DOCUMENT_DESTROYED",
        "JOURNAL_HOLD_LIFTED",
        "LAPSE_APPROVED",
        "BODIES_LAPSED",
        "LAPSE_ENDED"
      })
  void whatTheRebuildingOfThePastNeedsNeverLapses(EventKind kind) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(schedule(kind.name(), "P30Y") + permanentBut(kind)))
        .withMessage(
            "retention.yaml line 5: "
                + kind
                + " is kept for good, whatever an authority says: put it under PERMANENT");
  }

  @Test
  void whatDoesNotReadIsToldWithItsLine() {
    String rest = permanentBut(EventKind.SIGNED_IN);
    String good = schedule("SIGNED_IN", "P3Y");
    told("", "retention.yaml is empty");
    told("- a\n", "line 1: here stand named entries");
    told("schedules: [\n", "line 2: does not read as YAML");
    told("schedules: {}\n", "line 1: here stands a list");
    told("plans: []\n", "line 1: 'plans' is none of schedules");
    told(good + rest + "more: []\n", "'more' is none of schedules");
    told(good + rest + "schedules: []\n", "'schedules' stands here twice");
    told(good.replace("keep", "kept") + rest, "line 4: 'kept' is none of");
    told(good.replace("    keep: P3Y\n", "") + rest, "line 2: keep is missing: write it");
    told(good.replace("SIGNED_IN", "SIGNED_ON") + rest, "line 5: 'SIGNED_ON' is no kind of event");
    told(good.replace("SIGNED_IN", "SIGNED_IN, SIGNED_IN") + rest, "line 5 already: leave one");
    told(good + permanentBut(), "SIGNED_IN stands in line 5 already: leave one of the two");
    told(good.replace("[SIGNED_IN]", "[]") + permanentBut(), "line 2: a schedule is for one kind");
    told(good.replace("[SIGNED_IN]", "SIGNED_IN") + rest, "line 5: here stands a list");
    told(good.replace("P3Y", "[P3Y]") + rest, "line 4: here stands one word");
    told(good.replace("a notional item", "") + rest, "line 3: an authority is one line");
    told(good.replace("a notional item", "x".repeat(201)) + rest, "line 3: an authority is");
    told(good.replace("a notional item", "a\\nb") + rest, "line 3: an authority is one line");
    told(good + rest.replace("id: B", "id: A"), "the schedule A stands in line 2 already");
    told(good + good.replace("schedules:\n", "").replace("id: A", "id: C") + rest, "line 9: ");
  }

  private static void told(String yaml, String what) {
    assertThatIllegalArgumentException()
        .as(yaml)
        .isThrownBy(() -> read(yaml))
        .withMessageStartingWith("retention.yaml")
        .withMessageContaining(what);
  }

  @ParameterizedTest
  @CsvSource({
    "P3Y,  2026-03-10, 2029-03-11",
    "P1D,  2026-03-10, 2026-03-12",
    "P90D, 2026-01-01, 2026-04-02",
    "P1M,  2026-01-31, 2026-03-01",
    "P1M,  2024-01-31, 2024-03-01",
    "P1Y,  2024-02-29, 2025-03-01",
    "P4Y,  2024-02-29, 2028-03-01",
    "P1Y,  2023-02-28, 2024-02-29",
    "P1Y,  2023-12-31, 2025-01-01",
    "P1Y1M1D, 2024-01-30, 2025-03-02"
  })
  void theLastDayOfThePeriodBelongsToIt(String keep, LocalDate recordedOn, LocalDate lapsesFrom) {
    RetentionSchedule schedule = signedInFor(keep);

    assertThat(schedule.lapsesFrom(recordedOn)).isEqualTo(lapsesFrom);
    assertThat(schedule.keptFrom(lapsesFrom)).isAfter(recordedOn);
    assertThat(schedule.keptFrom(lapsesFrom.minusDays(1))).isBeforeOrEqualTo(recordedOn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1D", "P30D", "P1M", "P1Y", "P4Y", "P1Y1M1D", "P11M29D"})
  void oneDayDividesWhatIsDueFromWhatIsNotOnEveryDay(String keep) {
    RetentionSchedule schedule = signedInFor(keep);
    for (LocalDate today = LocalDate.of(2027, 12, 1);
        today.isBefore(LocalDate.of(2029, 4, 1));
        today = today.plusDays(1)) {
      LocalDate divide = schedule.keptFrom(today);
      for (int days = -70; days <= 70; days++) {
        LocalDate recordedOn = divide.plusDays(days);
        assertThat(!schedule.lapsesFrom(recordedOn).isAfter(today))
            .as("%s of %s on %s", keep, recordedOn, today)
            .isEqualTo(days < 0);
      }
    }
  }

  /** An instant is due by its day in the office, on days that are 23 and 25 hours long too. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-10T03:59:59.999999Z, true",
    "2026-03-10T04:00:00Z,        false",
    "2026-03-09T23:00:00Z,        true",
    "2026-03-10T12:00:00Z,        false"
  })
  void theDayIsThatOfTheOffice(Instant recordedAt, boolean due) {
    OfficeDay office =
        new OfficeDay(Clock.fixed(Instant.parse("2029-03-10T20:00:00Z"), NEW_YORK), NEW_YORK);
    LocalDate divide = signedInFor("P3Y").keptFrom(office.today());

    assertThat(recordedAt.isBefore(office.startOf(divide))).isEqualTo(due);
    assertThat(office.dayOf(recordedAt).isBefore(divide)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-09T04:00:00Z, 2026-03-08T04:59:59Z, 2026-03-08T05:00:00Z",
    "2026-11-02T05:00:00Z, 2026-11-01T03:59:59Z, 2026-11-01T04:00:00Z"
  })
  void daysOfAnotherLengthAreDaysAllTheSame(Instant now, Instant due, Instant kept) {
    // The clocks were put forward on 8 March and back on 1 November.
    OfficeDay office = new OfficeDay(Clock.fixed(now, NEW_YORK), NEW_YORK);
    Instant divide = office.startOf(signedInFor("P1D").keptFrom(office.today()));

    assertThat(due).isBefore(divide);
    assertThat(kept).isAfterOrEqualTo(divide);
  }

  private static RetentionSchedule signedInFor(String keep) {
    return read(schedule("SIGNED_IN", keep) + permanentBut(EventKind.SIGNED_IN))
        .of(EventKind.SIGNED_IN);
  }

  private static String schedule(String kinds, String keep) {
    return "schedules:\n  - id: A\n    authority: \"a notional item\"\n    keep: "
        + keep
        + "\n    kinds: ["
        + kinds
        + "]\n";
  }

  private static String permanentBut(EventKind... others) {
    String kinds =
        Arrays.stream(EventKind.values())
            .filter(kind -> !List.of(others).contains(kind))
            .map(EventKind::name)
            .collect(Collectors.joining(", "));
    return "  - {id: B, authority: kept, keep: PERMANENT, kinds: [" + kinds + "]}\n";
  }

  private static RetentionSchedules read(String yaml) {
    String whole = yaml.startsWith("  - {id: B") ? "schedules:\n" + yaml : yaml;
    return RetentionSchedules.read("retention.yaml", whole.getBytes(StandardCharsets.UTF_8));
  }
}
