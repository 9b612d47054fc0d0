package org.glasnost.history.retention;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.RecordedBodies;
import org.glasnost.audit.verifier.Report;
import org.glasnost.audit.verifier.Verification;
import org.glasnost.fixtures.Databases;
import org.glasnost.history.EventFilter;
import org.glasnost.history.ExportFormat;
import org.glasnost.history.JournalFixture;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.PolicyRelease;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A journal on a database of its own with all that lets bodies lapse; the application is absent.
 */
final class LapsingJournal implements AutoCloseable {
  static final String AUTHORITY = "a notional schedule, item 1";
  static final Occasion SYSTEM =
      new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, "2026.1");
  static final Act SOMEBODY = new Act(UUID.randomUUID(), "records.nara", Instant.EPOCH);

  final JournalFixture journal;
  final JournalOnDatabase on;
  final DueBodies due;
  final JournalHolds holds;
  final LapseRuns runs;
  final HoldGuard guard;
  final LapsedOutside outside;
  final LettingLapse letting;
  final LapsingAnew anew;
  final Path lapsed;
  private final OfficeDay officeDay = new OfficeDay(Clock.systemUTC(), ZoneOffset.UTC);

  LapsingJournal(Databases database, Path directory) {
    this(database.migratedTo("0899"), directory);
  }

  /** On a database that is there, as after a start. */
  LapsingJournal(DataSource database, Path directory) {
    this(new JournalOnDatabase(database, directory), directory);
  }

  /** On a journal with keys of its own. */
  LapsingJournal(JournalOnDatabase journalOn, Path directory) {
    journal = new JournalFixture(journalOn);
    on = journal.on;
    lapsed = directory.resolve("lapsed");
    due = new DueBodies(on.jdbc);
    holds = new JournalHolds(on.jdbc);
    runs = new LapseRuns(on.jdbc);
    guard = new HoldGuard(on.jdbc);
    outside = new LapsedOutside(directory, on.checkpoints, on.origin);
    letting = new LettingLapse(due, outside, on.journal, on.origin, officeDay);
    anew =
        new LapsingAnew(
            due, holds, letting, outside, new RecordedBodies(on.jdbc), on.origin, on.transactions);
  }

  /** What carries orders out, so many bodies in a transaction. */
  CarryingOutLapse carriedOutBy(int batch) {
    return new CarryingOutLapse(
        due,
        letting,
        holds,
        guard,
        runs,
        on.journal,
        officeDay,
        new PolicyRelease("2026.1"),
        on.transactions,
        batch);
  }

  /** Records events of a kind about a document. */
  List<UUID> record(EventKind kind, int count, @Nullable UUID document, @Nullable UUID review) {
    List<UUID> events = new ArrayList<>();
    on.transaction.executeWithoutResult(
        open -> {
          for (int i = 0; i < count; i++) {
            JournalEntry entry = JournalEntry.of(kind, JournalOnDatabase.OCCASION).because("N" + i);
            events.add(
                on.journal.append(
                    (document == null ? entry : entry.document(document, JournalFixture.SECRET))
                        .review(review)));
          }
        });
    on.sequencer.settle();
    return events;
  }

  /** An order on which two agreed: everything of that kind that there is. */
  UUID agreedOn(EventKind kind) {
    Instant before = Instant.now().plus(Duration.ofDays(1));
    DueBodies.Count count = DueBodies.Count.sum(due.count(kind, before).values());
    LapseRun run =
        new LapseRun(
            UUID.randomUUID(),
            LapseState.ORDERED,
            List.of(
                new LapseRun.Part(kind, AUTHORITY, "P1D", before, count.due(), count.held(), 0)),
            SOMEBODY,
            null,
            null);
    on.transaction.executeWithoutResult(
        open -> {
          runs.add(run);
          runs.decide(run.id(), LapseState.RUNNING, SOMEBODY);
        });
    return run.id();
  }

  LapseRun run(UUID id) {
    return runs.byId(id).orElseThrow();
  }

  UUID hold(JournalHold.Covers covers) {
    UUID id = UUID.randomUUID();
    JournalHold hold = new JournalHold(id, covers, "Doe v. Department", SOMEBODY, null, null);
    on.transaction.executeWithoutResult(
        open -> {
          holds.still();
          holds.add(hold);
          tell(EventKind.JOURNAL_HOLD_PLACED, hold);
        });
    return id;
  }

  void proposeLift(UUID hold) {
    on.transaction.executeWithoutResult(
        open -> {
          holds.still();
          tell(EventKind.JOURNAL_HOLD_LIFT_PROPOSED, holds.byId(hold).orElseThrow());
          holds.propose(hold, SOMEBODY);
        });
  }

  void keep(UUID hold) {
    on.transaction.executeWithoutResult(
        open -> {
          holds.still();
          tell(EventKind.JOURNAL_HOLD_LIFT_REJECTED, holds.byId(hold).orElseThrow());
          holds.propose(hold, null);
        });
  }

  void lift(UUID hold) {
    on.transaction.executeWithoutResult(
        open -> {
          holds.still();
          tell(EventKind.JOURNAL_HOLD_LIFTED, holds.byId(hold).orElseThrow());
          holds.lift(hold, SOMEBODY);
        });
  }

  private void tell(EventKind kind, JournalHold hold) {
    Occasion occasion =
        new Occasion(
            new Actor(SOMEBODY.by(), "Records, NARA"),
            "RECORDS_MANAGER",
            null,
            null,
            Occasion.ClientClass.PROGRAM,
            "2026.1");
    on.journal.append(HoldLines.of(kind, hold, JournalFixture.SECRET, occasion));
  }

  /** A document of which nothing else is known, and a review of it. */
  UUID reviewOf(UUID document) {
    UUID review = UUID.randomUUID();
    on.jdbc
        .sql(
            "insert into document (id, version, state, label, registration, text_item, reading,"
                + " text_length, portion_count, holding_agency, record_status, registered_at,"
                + " registered_by) values (:id, 0, 'PROTECTED', 7, :id, :id, :id, 1, 1, 'NARA',"
                + " 'TEMPORARY', current_timestamp, :id)")
        .param("id", document)
        .update();
    on.jdbc
        .sql(
            "insert into review (id, kind, state, ordered_on, ordered_at, ordered_by,"
                + " holding_agency, particulars) values (:id, 'OADR', 'CLOSED', current_date,"
                + " current_timestamp, :id, 'NARA', :id)")
        .param("id", review)
        .update();
    on.jdbc
        .sql(
            "insert into review_document (review, document, position, state) values (?, ?, 0, 'X')")
        .params(review, document)
        .update();
    return review;
  }

  UUID documentHold(UUID document) {
    UUID id = UUID.randomUUID();
    on.jdbc
        .sql(
            "insert into document_hold (id, document, authority, placed_by, placed_by_name,"
                + " placed_at) values (?, ?, 'Doe', ?, 'records.nara', ?)")
        .params(id, document, SOMEBODY.by(), Timestamp.from(Instant.now()))
        .update();
    return id;
  }

  List<UUID> withBody(List<UUID> events) {
    return on.jdbc
        .sql("select event from journal_body where event in (:events)")
        .param("events", events)
        .query(UUID.class)
        .list();
  }

  /** Salt and body of an event, while it has them. */
  List<byte[]> secretsOf(UUID event) {
    return on.jdbc
        .sql("select salt, canonical from journal_body where event = ?")
        .param(event)
        .query((row, n) -> List.of(row.getBytes(1), row.getBytes(2)))
        .single();
  }

  /** The columns of all tables in which some bytes stand, as they are or in writing. */
  List<String> whereStands(byte[] sought) {
    String hex = HexFormat.of().formatHex(sought);
    String base64 = Base64.getEncoder().encodeToString(sought);
    String text = new String(sought, StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    for (String table :
        on.jdbc
            .sql(
                "select table_name from information_schema.tables where lower(table_schema) ="
                    + " 'public' and table_type = 'BASE TABLE'")
            .query(String.class)
            .list()) {
      for (Map<String, Object> row :
          on.jdbc.sql("select * from \"" + table + "\"").query().listOfRows()) {
        row.forEach(
            (column, value) -> {
              if (value instanceof byte[] bytes
                  ? HexFormat.of().formatHex(bytes).contains(hex)
                  : value != null && holdsAny(value.toString(), hex, base64, text)) {
                found.add(table + "." + column);
              }
            });
      }
    }
    return found;
  }

  private static boolean holdsAny(String where, String... sought) {
    for (String each : sought) {
      if (where.contains(each)) {
        return true;
      }
    }
    return false;
  }

  /** What the rows say otherwise than the tree, as an export tells it: table, place and columns. */
  List<String> differences() {
    return new String(journal.export(ExportFormat.NDJSON, EventFilter.ALL), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("\"type\":\"difference\""))
        .map(
            line -> {
              JsonNode difference = JsonMapper.shared().readTree(line);
              return difference.path("table").asString()
                  + " "
                  + difference.path("at").asString()
                  + " "
                  + difference.path("columns").path(0).asString();
            })
        .toList();
  }

  Report verified(ExportFormat format) {
    try {
      return Verification.of(
          new ByteArrayInputStream(journal.export(format, EventFilter.ALL)),
          List.of(),
          List.of(journal.key()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
