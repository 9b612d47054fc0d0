package org.glasnost.bench;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalTree;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Sequencer;
import org.glasnost.audit.SequencerSignal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a line of the journal costs a business transaction, which reads a row by Hibernate and
 * changes it, with 1, 4 and 16 writers: without a journal, with ours and its running sequencer, and
 * with Hibernate Envers. The three take turns of some seconds, so that what else the machine does
 * hits them alike; the ratios are of the turns of one round.
 *
 * <p>Time passed is what a writer waits for; time of processors is what the whole costs, placing the
 * events among it, and says more on a machine that is not quiet.
 *
 * <p>{@code POSTGRESQL|H2 ROUNDS SECONDS DIRECTORY}.
 */
public final class AppendSpeed {
  private static final int ROWS = 2000;
  private static final int MOST_WRITERS = 16;

  private final ExecutorService writers = Executors.newFixedThreadPool(MOST_WRITERS);
  private final List<UUID> rows = new ArrayList<>();
  private final List<Variant> variants = new ArrayList<>();
  private final Sequencer sequencer;
  private final BenchDatabase database;

  /** One way to do the transaction of one row. */
  private record Variant(String name, TransactionTemplate transaction, RowWork work) {}

  private interface RowWork {
    void on(UUID row);
  }

  private AppendSpeed(BenchDatabase on) {
    this.database = on;
    DataSource database = on.pool();
    for (int i = 0; i < ROWS; i++) {
      rows.add(UUID.randomUUID());
    }
    EntityManagerFactory plain = factory(database, Paper.Plain.class, false);
    EntityManagerFactory envers = factory(database, Paper.Kept.class, true);
    JpaTransactionManager plainly = manager(plain, database);
    JpaTransactionManager kept = manager(envers, database);
    EntityManager papers = SharedEntityManagerCreator.createSharedEntityManager(plain);
    EntityManager keptPapers = SharedEntityManagerCreator.createSharedEntityManager(envers);
    new TransactionTemplate(plainly)
        .executeWithoutResult(open -> rows.forEach(id -> papers.persist(new Paper.Plain(id))));
    new TransactionTemplate(kept)
        .executeWithoutResult(open -> rows.forEach(id -> keptPapers.persist(new Paper.Kept(id))));

    JdbcClient jdbc = JdbcClient.create(database);
    SequencerSignal signal = new SequencerSignal();
    Journal journal = new Journal(new JdbcTemplate(database), plainly, Clock.systemUTC(), signal);
    this.sequencer = new Sequencer(jdbc, plainly, new JournalTree(jdbc), signal);
    variants.add(
        new Variant(
            "without",
            new TransactionTemplate(plainly),
            row -> papers.find(Paper.Plain.class, row).change()));
    variants.add(
        new Variant(
            "journal",
            new TransactionTemplate(plainly),
            row -> {
              Paper paper = papers.find(Paper.Plain.class, row);
              paper.change();
              journal.append(entry(paper));
            }));
    variants.add(
        new Variant(
            "Envers",
            new TransactionTemplate(kept),
            row -> keptPapers.find(Paper.Kept.class, row).change()));
  }

  private static JournalEntry entry(Paper paper) {
    Occasion occasion =
        new Occasion(
            new Actor(paper.registeredBy, "Classification reviewer, Department of State"),
            "REVIEWER",
            paper.text,
            "declassification-review:1",
            Occasion.ClientClass.PAGE,
            "2026.1");
    return JournalEntry.of(EventKind.TASK_COMPLETED, occasion)
        .document(paper.id, paper.label)
        .review(paper.registration)
        .before(Map.of("state", "PROTECTED"))
        .after(
            Map.of(
                "kind",
                "REVIEW",
                "state",
                paper.state,
                "determination",
                "RELEASE_IN_PART",
                "bases",
                List.of("1.4(b)", "1.4(d)")))
        .under("E.O. 13526, 3.5")
        .because("R07")
        .citing(List.of("32 CFR 2001.34"));
  }

  private static EntityManagerFactory factory(
      DataSource database, Class<?> entity, boolean envers) {
    LocalContainerEntityManagerFactoryBean made = new LocalContainerEntityManagerFactoryBean();
    made.setDataSource(database);
    made.setPersistenceUnitName(entity.getSimpleName());
    made.setManagedTypes(PersistenceManagedTypes.of(Paper.class.getName(), entity.getName()));
    made.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
    made.getJpaPropertyMap()
        .putAll(
            Map.of(
                "hibernate.hbm2ddl.auto", "update", "hibernate.integration.envers.enabled", envers));
    made.afterPropertiesSet();
    return made.getObject();
  }

  private static JpaTransactionManager manager(EntityManagerFactory of, DataSource database) {
    JpaTransactionManager manager = new JpaTransactionManager(of);
    manager.setDataSource(database);
    manager.setJpaDialect(new HibernateJpaDialect());
    manager.afterPropertiesSet();
    return manager;
  }

  /**
   * What a transaction took.
   *
   * @param passed microseconds, as a writer sees them
   * @param worked microseconds of processors, the database's and those of whoever places events
   */
  private record Took(double passed, double worked) {}

  private Took turn(Variant variant, int count, double seconds) throws Exception {
    long until = System.nanoTime() + (long) (seconds * 1e9);
    long begun = System.nanoTime();
    Duration worked = database.processorTime();
    List<Future<Long>> done = new ArrayList<>();
    for (int writer = 0; writer < count; writer++) {
      int share = ROWS / count;
      int first = writer * share;
      done.add(
          writers.submit(
              () -> {
                long transactions = 0;
                while (System.nanoTime() < until) {
                  UUID row = rows.get(first + (int) (transactions++ % share));
                  variant.transaction().executeWithoutResult(open -> variant.work().on(row));
                }
                return transactions;
              }));
    }
    long transactions = 0;
    for (Future<Long> writer : done) {
      transactions += writer.get();
    }
    double passed = (System.nanoTime() - begun) / 1e3 * count / transactions;
    settled();
    return new Took(
        passed, database.processorTime().minus(worked).toNanos() / 1e3 / transactions);
  }

  private void measure(String database, int rounds, double seconds) throws Exception {
    sequencer.start();
    for (Variant variant : variants) {
      turn(variant, 4, 2 * seconds);
    }
    for (int count : new int[] {1, 4, MOST_WRITERS}) {
      double[][] took = new double[variants.size()][rounds];
      double[][] worked = new double[variants.size()][rounds];
      double[][] ratio = new double[variants.size()][rounds];
      double[][] work = new double[variants.size()][rounds];
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < variants.size(); i++) {
          int turn = (i + round) % variants.size();
          Took turned = turn(variants.get(turn), count, seconds);
          took[turn][round] = turned.passed();
          worked[turn][round] = turned.worked();
        }
        for (int i = 0; i < variants.size(); i++) {
          ratio[i][round] = took[i][round] / took[0][round];
          work[i][round] = worked[i][round] / worked[0][round];
        }
      }
      for (int i = 0; i < variants.size(); i++) {
        System.out.printf(
            "%s, %2d writers, %-8s %,8.0f us a transaction, %.2f times (%.2f to %.2f);"
                + " %,6.0f us of processors, %.2f times (%.2f to %.2f)%n",
            database,
            count,
            variants.get(i).name(),
            Quantiles.of(took[i], 0.5),
            Quantiles.of(ratio[i], 0.5),
            Quantiles.of(ratio[i], 0),
            Quantiles.of(ratio[i], 1),
            Quantiles.of(worked[i], 0.5),
            Quantiles.of(work[i], 0.5),
            Quantiles.of(work[i], 0),
            Quantiles.of(work[i], 1));
      }
    }
    sequencer.stop();
    writers.shutdown();
  }

  /** What the turn left to place belongs to no other turn. */
  private void settled() {
    Supplier<Boolean> settle = sequencer::settle;
    while (!settle.get()) {
      System.out.println("the sequencer is behind");
    }
  }

  /** See above. */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory(Path.of(args[3]), "append");
    try (BenchDatabase database = BenchDatabase.in(directory, args[0])) {
      new AppendSpeed(database)
          .measure(args[0], Integer.parseInt(args[1]), Double.parseDouble(args[2]));
    }
  }
}
