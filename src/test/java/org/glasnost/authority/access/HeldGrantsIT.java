package org.glasnost.authority.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Journal;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.SequencerSignal;
import org.glasnost.fixtures.Databases;
import org.glasnost.policy.OfficeDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who had a need to know on any day, by what was recorded at any instant, is what comes out when
 * every giving and ending up to that instant is done over again in plain memory.
 */
class HeldGrantsIT {
  private static final Instant BEGIN = Instant.parse("2026-01-01T05:00:00Z");
  private static final int HISTORIES = 40;
  private static final int QUESTIONS = 60;
  private static final int DEEDS = 14;
  private static final long LABEL = 0;
  private static final Occasion OCCASION =
      new Occasion(
          new Actor(UUID.fromString("11111111-1111-4111-8111-111111111111"), "Officer, NARA"),
          "SECURITY_OFFICER",
          null,
          null,
          Occasion.ClientClass.PROGRAM,
          "2026.1");

  private final Random random = new Random(20_000_725);
  private final Moved clock = new Moved();
  private final OfficeDay officeDay = new OfficeDay(clock, ZoneId.of("America/New_York"));

  /** A clock that goes on when it is told. */
  private static final class Moved extends Clock {
    private Instant now = BEGIN;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** One grant as it was given, and as it was ended if it was. */
  private static final class Given {
    private final UUID account;
    private final @Nullable UUID task;
    private final LocalDate from;
    private final @Nullable LocalDate until;
    private final Instant at;
    private @Nullable LocalDate endedOn;
    private @Nullable Instant endedAt;

    private Given(
        UUID account, @Nullable UUID task, LocalDate from, @Nullable LocalDate until, Instant at) {
      this.account = account;
      this.task = task;
      this.from = from;
      this.until = until;
      this.at = at;
    }

    private boolean runs(LocalDate today) {
      return endedAt == null && (until == null || until.isAfter(today));
    }

    private boolean held(LocalDate day, Instant known) {
      boolean ended = endedAt != null && !endedAt.isAfter(known);
      LocalDate end = ended ? endedOn : until;
      return !at.isAfter(known) && !day.isBefore(from) && (end == null || day.isBefore(end));
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersInBothTimesAsAReplayDoes(Databases database) throws SQLException {
    DataSource source =
        new SingleConnectionDataSource(database.migratedTo("0605").getConnection(), true);
    JdbcClient jdbc = JdbcClient.create(source);
    JdbcTransactionManager transactions = new JdbcTransactionManager(source);
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    Grants grants =
        new Grants(
            jdbc,
            new Journal(
                new JdbcTemplate(source), transactions, Clock.systemUTC(), new SequencerSignal()),
            new Labels(jdbc, transactions),
            officeDay,
            new NeedsInForce(jdbc));
    HeldGrants held = new HeldGrants(jdbc);
    int found = 0;
    for (int i = 0; i < HISTORIES; i++) {
      clock.now = BEGIN;
      UUID document = document(jdbc);
      Map<UUID, Given> given = new HashMap<>();
      for (int deed = 0; deed < DEEDS; deed++) {
        clock.now = clock.now.plus(Duration.ofHours(1 + random.nextInt(40)));
        transaction.executeWithoutResult(open -> act(grants, document, given));
      }
      long seconds = Duration.between(BEGIN, clock.now).toSeconds();
      for (int question = 0; question < QUESTIONS; question++) {
        Instant known = BEGIN.plusSeconds((long) (random.nextDouble() * seconds));
        if (random.nextInt(4) == 0) {
          known = new ArrayList<>(given.values()).get(random.nextInt(given.size())).at;
        }
        LocalDate day = LocalDate.of(2025, 12, 30).plusDays(random.nextInt(40));
        List<UUID> told =
            held.on(document, day, known).stream().map(HeldGrant::account).sorted().toList();
        Instant by = known;
        List<UUID> replayed =
            given.values().stream()
                .filter(grant -> grant.held(day, by))
                .map(grant -> grant.account)
                .sorted()
                .toList();
        assertThat(told).as("on %s by %s", day, known).isEqualTo(replayed);
        found += told.size();
      }
    }
    assertThat(found).isGreaterThan(HISTORIES * QUESTIONS / 2);
  }

  /** Gives a need to know, or ends one, those of a task, or those of a person. */
  private void act(Grants grants, UUID document, Map<UUID, Given> given) {
    int choice = given.isEmpty() ? 0 : random.nextInt(6);
    LocalDate today = officeDay.today();
    if (choice <= 2) {
      UUID account = UUID.randomUUID();
      UUID task = random.nextBoolean() ? UUID.randomUUID() : null;
      LocalDate from = today.plusDays(random.nextInt(4));
      LocalDate until = random.nextBoolean() ? null : from.plusDays(1L + random.nextInt(10));
      UUID id =
          grants.give(
              NeedToKnow.person(document, GrantSource.NAMED, GrantScope.TEXT, account, task),
              from,
              until,
              null,
              LABEL,
              OCCASION);
      given.put(id, new Given(account, task, from, until, clock.now));
      return;
    }
    List<Map.Entry<UUID, Given>> running =
        given.entrySet().stream().filter(grant -> grant.getValue().runs(today)).toList();
    if (running.isEmpty()) {
      return;
    }
    Map.Entry<UUID, Given> one = running.get(random.nextInt(running.size()));
    UUID task = one.getValue().task;
    if (choice == 3 && task != null) {
      grants.endForTask(task, LABEL, OCCASION);
    } else if (choice == 4) {
      grants.endOnDocument(document, GrantSource.NAMED, LABEL, OCCASION);
      running.forEach(grant -> end(grant.getValue(), today));
      return;
    } else {
      grants.end(one.getKey(), LABEL, OCCASION);
    }
    end(one.getValue(), today);
  }

  private void end(Given grant, LocalDate today) {
    grant.endedOn = grant.from.isAfter(today) ? grant.from : today;
    grant.endedAt = Objects.requireNonNull(clock.now);
  }

  private static UUID document(JdbcClient jdbc) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into document (id, version, state, label, registration, text_item, reading,"
                + " text_length, portion_count, holding_agency, record_status, registered_at,"
                + " registered_by) values (?, 0, 'PROTECTED', 0, ?, ?, ?, 0, 0, 'NARA',"
                + " 'PERMANENT', ?, ?)")
        .params(id, id, id, id, Timestamp.from(BEGIN), id)
        .update();
    return id;
  }
}
