package org.glasnost.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the record answers about any day, by what was known at any instant, is what comes out when
 * everything recorded up to that instant is done over again, one after the other, on a calendar of
 * single days.
 */
class MarkingHistoryIT {
  private static final LocalDate FIRST = LocalDate.of(1985, 3, 25);
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int DAYS = 40;
  private static final int HISTORIES = 60;
  private static final int QUESTIONS = 60;

  private final Random random = new Random(19_850_325);

  /** What may be recorded. */
  private enum Kind {
    FIRST,
    CHANGE,
    BEGINNING
  }

  /**
   * Something recorded.
   *
   * @param says the marking's words, another one each time; nothing where only a day is corrected
   */
  private record Deed(Kind kind, int day, @Nullable String says, Instant at, UUID event) {}

  @ParameterizedTest
  @EnumSource
  void answersInBothTimesAsAReplayDoes(Databases database) throws SQLException {
    DataSource source =
        new SingleConnectionDataSource(database.migratedTo("0501").getConnection(), true);
    JdbcClient jdbc = JdbcClient.create(source);
    MarkingHistory history = new MarkingHistory(jdbc);
    long label = label(jdbc);
    int held = 0;
    for (int i = 0; i < HISTORIES; i++) {
      UUID document = document(jdbc, label);
      List<Deed> deeds = record(history, document, label);
      assertThat(stored(history.all(document), deeds))
          .as("made over again from %s", deeds)
          .containsExactlyInAnyOrderElementsOf(MarkingReplay.of(steps(deeds)));
      for (int question = 0; question < QUESTIONS; question++) {
        int day = random.nextInt(DAYS + 2) - 1;
        Instant known = BEGIN.plusSeconds(random.nextInt(2 * deeds.size() + 3) - 1L);
        Optional<String> told =
            history.asOf(document, FIRST.plusDays(day), known).map(MarkingRow::verbatim);
        assertThat(told)
            .as("day %d by %s of %s", day, known, deeds)
            .isEqualTo(replay(deeds, day, known));
        held += told.isPresent() ? 1 : 0;
      }
      String now = replay(deeds, DAYS, Instant.MAX).orElseThrow();
      assertThat(history.current(document).verbatim()).isEqualTo(now);
    }
    assertThat(held).isBetween(HISTORIES * QUESTIONS / 4, HISTORIES * QUESTIONS - HISTORIES);
  }

  private static List<MarkingReplay.Step> steps(List<Deed> deeds) {
    return deeds.stream()
        .map(
            deed ->
                new MarkingReplay.Step(
                    deed.event(),
                    switch (deed.kind()) {
                      case FIRST -> MarkingReplay.Way.FIRST;
                      case CHANGE -> MarkingReplay.Way.CHANGES;
                      case BEGINNING -> MarkingReplay.Way.BEGINS;
                    },
                    FIRST.plusDays(deed.day())))
        .toList();
  }

  private static List<MarkingReplay.Row> stored(List<MarkingRow> rows, List<Deed> deeds) {
    return rows.stream()
        .map(
            row ->
                new MarkingReplay.Row(
                    row.event(),
                    deeds.stream()
                        .filter(deed -> Objects.equals(deed.says(), row.verbatim()))
                        .findFirst()
                        .orElseThrow()
                        .event(),
                    row.from(),
                    row.to(),
                    step(deeds, row.recordedAt()),
                    row.supersededAt() == null ? null : step(deeds, row.supersededAt())))
        .toList();
  }

  private static int step(List<Deed> deeds, Instant at) {
    return deeds.stream().map(Deed::at).toList().indexOf(at);
  }

  private List<Deed> record(MarkingHistory history, UUID document, long label) {
    List<Deed> deeds = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      Kind kind = i == 0 ? Kind.FIRST : Kind.values()[random.nextInt(Kind.values().length)];
      int day = random.nextInt(DAYS);
      String says = kind == Kind.BEGINNING ? null : "MARKING " + i;
      // Every second one falls between two questions' instants, and every other one on one.
      Deed deed = new Deed(kind, day, says, BEGIN.plusSeconds(2L * i), UUID.randomUUID());
      deeds.add(deed);
      LocalDate from = FIRST.plusDays(day);
      switch (kind) {
        case FIRST -> history.recordFirst(row(document, label, deed, from));
        case CHANGE -> history.record(row(document, label, deed, from));
        case BEGINNING ->
            history.beginFrom(
                document,
                from,
                new MarkingHistory.Correction(
                    deed.at(), UUID.randomUUID(), "CORRECTED", deed.event()));
      }
    }
    return deeds;
  }

  /** Day by day, deed by deed. */
  private static Optional<String> replay(List<Deed> deeds, int day, Instant known) {
    @Nullable String[] calendar = new String[DAYS + 1];
    for (Deed deed : deeds) {
      if (deed.at().isAfter(known)) {
        break;
      }
      switch (deed.kind()) {
        case FIRST -> {
          Arrays.fill(calendar, null);
          Arrays.fill(calendar, deed.day(), calendar.length, deed.says());
        }
        case CHANGE -> Arrays.fill(calendar, deed.day(), calendar.length, deed.says());
        case BEGINNING -> {
          String begins = null;
          for (int d = deed.day(); begins == null; d++) {
            begins = calendar[d];
          }
          for (int d = 0; d < deed.day(); d++) {
            calendar[d] = null;
          }
          for (int d = deed.day(); calendar[d] == null; d++) {
            calendar[d] = begins;
          }
        }
      }
    }
    return day < 0 ? Optional.empty() : Optional.ofNullable(calendar[Math.min(day, DAYS)]);
  }

  private static MarkingRow row(UUID document, long label, Deed deed, LocalDate from) {
    return new MarkingRow(
        UUID.randomUUID(),
        document,
        deed.says(),
        StatedLevel.SECRET,
        ClassificationLevel.SECRET,
        null,
        false,
        true,
        label,
        from,
        null,
        deed.at(),
        null,
        UUID.randomUUID(),
        null,
        "AS_FOUND",
        List.of(),
        deed.event());
  }

  private static long label(JdbcClient jdbc) {
    jdbc.sql("insert into label (digest, protection, level) values ('notional', '{}', 'SECRET')")
        .update();
    return jdbc.sql("select id from label where digest = 'notional'").query(Long.class).single();
  }

  private static UUID document(JdbcClient jdbc, long label) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into document (id, version, state, label, registration, text_item, reading,"
                + " text_length, portion_count, holding_agency, record_status, registered_at,"
                + " registered_by) values (?, 0, 'PROTECTED', ?, ?, ?, ?, 0, 0, 'NARA',"
                + " 'PERMANENT', ?, ?)")
        .params(id, label, id, id, id, Timestamp.from(BEGIN), id)
        .update();
    return id;
  }
}
