package org.glasnost.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalTree;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Sequencer;
import org.glasnost.audit.SequencerSignal;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.history.EventFilter;
import org.glasnost.history.JournalEvent;
import org.glasnost.history.JournalQueries;
import org.glasnost.history.JournalQueries.Order;
import org.glasnost.history.Oversight;
import org.glasnost.history.SealingPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A page of fifty events by document, by actor, by time and by kind, oldest and newest first, from
 * the start and from a place deep within, for an auditor who may see nearly all labels and for one
 * who may see those alone that are open to everybody, as the journal grows.
 *
 * <p>{@code POSTGRESQL|H2 DRAWS DIRECTORY SIZE...}, sizes ascending.
 */
public final class QuerySpeed {
  private static final int PAGE = 50;
  private static final int LABELS = 50;
  private static final int ACTORS = 200;
  private static final int STEP = 1_000_000;

  /** H2 keeps what a statement would undo in its file: of a million rows, nine tenths of it. */
  private static final int H2_STEP = 10_000;

  private final JdbcClient jdbc;
  private final boolean h2;
  private final Set<Long> visible = new HashSet<>();
  private final JournalQueries queries;
  private final Random random = new Random(1);
  private long size;

  private QuerySpeed(HikariDataSource database, boolean h2) {
    this.jdbc = JdbcClient.create(database);
    this.h2 = h2;
    JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    Sequencer sequencer =
        new Sequencer(jdbc, transactions, new JournalTree(jdbc), new SequencerSignal());
    this.queries =
        new JournalQueries(
            jdbc,
            sequencer,
            new Oversight(new Seen(visible)),
            new Unrecorded(new JdbcTemplate(database), transactions),
            Clock.systemUTC());
  }

  private record Seen(Set<Long> visible) implements SealingPolicy {
    @Override
    public Set<Long> labelsVisibleTo(Person auditor) {
      return visible;
    }

    @Override
    public long labelOf(UUID document) {
      return JournalEntry.OPEN;
    }
  }

  /** What recording costs is measured by {@link AppendSpeed}; here the question alone is. */
  private static final class Unrecorded extends Journal {
    private Unrecorded(JdbcTemplate jdbc, JdbcTransactionManager transactions) {
      super(jdbc, transactions, Clock.systemUTC(), new SequencerSignal());
    }

    @Override
    public UUID appendAlone(JournalEntry entry) {
      return new UUID(0, 0);
    }
  }

  private static final Person AUDITOR =
      new Person(
          UUID.randomUUID(),
          "auditor",
          "Auditor",
          "Auditor",
          "ISOO",
          Set.of(Role.AUDITOR),
          null,
          Set.of(),
          Set.of(),
          null,
          List.of(),
          Map.of());

  private static final Occasion OCCASION =
      new Occasion(
          AUDITOR.actor(), "AUDITOR", null, null, Occasion.ClientClass.PROGRAM, "2026.1");

  /**
   * Documents have some ten to ten thousand events, the first actor every sixth of all. Label 0 is
   * rare with that actor: the auditor who may see nothing else finds little among much.
   */
  private void growTo(long to) {
    String uuid = h2 ? "cast(substring(cast(%s as varchar), 1, 36) as uuid)" : "cast(%s as uuid)";
    String number =
        h2 ? "lpad(cast(cast(%s as bigint) as varchar), 12, '0')" : "lpad((%s)::bigint::text, 12, '0')";
    String document = "'00000000-0000-4000-8000-' || " + number.formatted("x.d");
    String actor = "'00000000-0000-4000-9000-' || " + number.formatted("x.a");
    String review = "'00000000-0000-4000-a000-' || " + number.formatted("x.d");
    // As the journal makes them (UUIDs of version 7): they begin with the millisecond.
    String millis = "(1577836800 + i) * 1000";
    String hex =
        h2
            ? "lower(substring(rawtohex(cast(cast(" + millis + " as bigint) as varbinary)), 5))"
            : "lpad(to_hex((" + millis + ")::bigint), 12, '0')";
    String any = h2 ? "cast(random_uuid() as varchar)" : "gen_random_uuid()::text";
    String id =
        "cast(substring(%1$s, 1, 8) || '-' || substring(%1$s, 9) || '-7' || substring(%2$s, 16) as uuid)"
            .formatted(hex, any);
    String series = h2 ? "system_range(%d, %d) g(i)" : "generate_series(%d, %d) g(i)";
    String hash = h2 ? "secure_rand(32)" : "sha256(x.i::text::bytea)";
    String rand = h2 ? "rand()" : "random()";
    String text = h2 ? "cast(%s as varchar)" : "(%s)::text";
    String at =
        h2
            ? "dateadd(second, x.i, timestamp with time zone '2020-01-01 00:00:00+00')"
            : "(timestamp with time zone '2020-01-01 00:00:00+00' + x.i * interval '1 second')";
    String written =
        h2
            ? "formatdatetime(" + at + ", 'yyyy-MM-dd''T''HH:mm:ss''.000000Z''', 'en', 'UTC')"
            : "to_char(" + at + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
    String kind =
        "case when mod(x.i, 1000) = 0 then 'MARKING_CHANGED' when mod(x.i, 3) = 0 then"
            + " 'TASK_COMPLETED' else 'CONTENT_READ' end";
    // What the columns say, the body says too: a row of which that is not so is not told.
    String body =
        "'{\"actor\":{\"id\":\"' || " + actor + " || '\",\"office\":\"Reviewer, STATE\"},\"at\":\"' || "
            + written + " || '\",\"cites\":[\"32 CFR 2001.34\"],\"client\":\"PAGE\",\"document\":\"' || "
            + document + " || '\",\"form\":1,\"id\":\"' || " + text.formatted("x.id")
            + " || '\",\"kind\":\"' || " + kind + " || '\",\"label\":' || " + text.formatted("x.l")
            + " || ',\"policyRelease\":\"2026.1\",\"review\":\"' || " + review
            + " || '\",\"role\":\"REVIEWER\"}'";
    String bytes = h2 ? "stringtoutf8(" + body + ")" : "convert_to(" + body + ", 'UTF8')";
    String salt =
        h2 ? "hash('SHA-256', stringtoutf8(" + text.formatted("x.i") + "))" : hash;
    String commitment =
        h2
            ? "hash('SHA-256', " + salt + " || " + bytes + ")"
            : "sha256(" + salt + " || " + bytes + ")";
    long documents = Math.max(100, to / 100);
    jdbc.sql("create table if not exists bench_x (i bigint, id uuid, d bigint, a bigint, l bigint)")
        .update();
    int step = h2 ? H2_STEP : STEP;
    for (long from = size; from < to; from += step) {
      long last = Math.min(to, from + step) - 1;
      jdbc.sql("truncate table bench_x").update();
      jdbc.sql(
              ("insert into bench_x (i, id, d, a, l) select i, " + id + ", floor(" + documents
                      + " * power(" + rand + ", 2)), floor(" + ACTORS + " * power(" + rand
                      + ", 3)), floor(" + LABELS + " * power(" + rand + ", 2)) from " + series)
                  .formatted(from, last))
          .update();
      jdbc.sql("update bench_x set l = 1 where a = 0 and l = 0 and mod(i, 1000) <> 0").update();
      jdbc.sql(
              "insert into journal_event (id, recorded_at, kind, label, commitment) select x.id, "
                  + at + ", " + kind + ", x.l, " + commitment + " from bench_x x")
          .update();
      jdbc.sql(
              "insert into journal_body (event, recorded_at, actor, document, review, canonical,"
                  + " salt) select x.id, " + at + ", " + uuid.formatted(actor) + ", "
                  + uuid.formatted(document) + ", " + uuid.formatted(review) + ", " + bytes + ", "
                  + salt + " from bench_x x")
          .update();
      jdbc.sql(
              "insert into journal_leaf (leaf_index, event, leaf_hash, epoch) select x.i, x.id, "
                  + hash
                  + ", 1 from bench_x x")
          .update();
      jdbc.sql(
              "insert into journal_search (event, recorded_at, kind, label, actor, document)"
                  + " select x.id, " + at + ", " + kind + ", x.l, " + uuid.formatted(actor) + ", "
                  + uuid.formatted(document) + " from bench_x x")
          .update();
    }
    size = to;
    jdbc.sql(h2 ? "analyze" : "vacuum analyze").update();
  }

  private static UUID actor(long number) {
    return UUID.fromString("00000000-0000-4000-9000-%012d".formatted(number));
  }

  private UUID document() {
    long documents = Math.max(100, size / 100);
    long number = (long) (documents * Math.pow(random.nextDouble(), 2));
    return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
  }

  private OffsetDateTime anyTime() {
    return OffsetDateTime.parse("2020-01-01T00:00:00Z")
        .plusSeconds((long) (random.nextDouble() * size));
  }

  private interface Filter {
    EventFilter draw();
  }

  private void measure(int draws) {
    Map<String, Filter> filters =
        Map.of(
            "1 document", () -> new EventFilter(document(), null, null, null, null),
            "2 actor", () -> new EventFilter(null, actor(1 + random.nextInt(ACTORS - 1)), null, null, null),
            "3 first actor", () -> new EventFilter(null, actor(0), null, null, null),
            "4 time", () -> EventFilter.ALL,
            "5 rare kind", () -> new EventFilter(null, null, EventKind.MARKING_CHANGED, null, null),
            "6 actor, kind", () -> new EventFilter(null, actor(0), EventKind.MARKING_CHANGED, null, null));
    for (boolean much : new boolean[] {true, false}) {
      visible.clear();
      visible.addAll(
          much ? LongStream.range(0, LABELS - 5).boxed().collect(Collectors.toSet()) : Set.of());
      for (String name : filters.keySet().stream().sorted().toList()) {
        for (Order order : Order.values()) {
          for (boolean deep : new boolean[] {false, true}) {
            ask(draws / 10, filters.get(name), order, deep);
            double[] took = ask(draws, filters.get(name), order, deep);
            System.out.printf(
                "%s, %,d events, sees %s, by %s, %s, %s: p50 %.1f ms, p99 %.1f ms%n",
                h2 ? "H2" : "PostgreSQL",
                size,
                much ? "most" : "little",
                name.substring(2),
                order,
                deep ? "deep" : "first page",
                Quantiles.of(took, 0.5),
                Quantiles.of(took, 0.99));
          }
        }
      }
    }
  }

  /** Milliseconds of each; a question that takes a second is asked no more than a few times. */
  private double[] ask(int draws, Filter filter, Order order, boolean deep) {
    List<Double> took = new ArrayList<>();
    double all = 0;
    while (took.size() < draws && all < 3_000) {
      EventFilter asked = filter.draw();
      JournalEvent.@Nullable Position after =
          deep ? new JournalEvent.Position(anyTime().toInstant(), new UUID(0, 0)) : null;
      long begun = System.nanoTime();
      queries.events(AUDITOR, OCCASION, asked, order, after, PAGE);
      took.add((System.nanoTime() - begun) / 1e6);
      all += took.get(took.size() - 1);
    }
    return took.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** See above. */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory(Path.of(args[2]), "query");
    try (BenchDatabase database = BenchDatabase.in(directory, args[0])) {
      QuerySpeed speed = new QuerySpeed(database.pool(), args[0].equals("H2"));
      for (int i = 3; i < args.length; i++) {
        speed.growTo(Long.parseLong(args[i]));
        database.settle();
        speed.measure(Integer.parseInt(args[1]));
      }
    }
  }
}
