package org.glasnost.setup;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A program that writes with several threads, each transaction one row into every table, until it
 * is killed.
 */
final class ManyWriters {
  static final int TABLES = 6;
  private static final int WRITERS = 4;
  private static final int COLUMN = 300;

  private ManyWriters() {}

  /**
   * Says {@code ready} when a transaction is committed and the writers are started.
   *
   * @param arguments the address of the database
   */
  public static void main(String[] arguments) {
    var database = DataSourceBuilder.create().url(arguments[0]).username("sa").password("").build();
    JdbcClient jdbc = JdbcClient.create(database);
    IntStream.range(0, TABLES)
        .forEach(
            n -> {
              jdbc.sql("create table t" + n + " (id uuid primary key, k int, v varchar)").update();
              jdbc.sql("create index i" + n + " on t" + n + " (k, id)").update();
            });
    LocalContainerEntityManagerFactoryBean entities = new LocalContainerEntityManagerFactoryBean();
    entities.setDataSource(database);
    entities.setPackagesToScan("org.glasnost.nothing");
    entities.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
    entities.afterPropertiesSet();
    OneWriter transactions = new OneWriter(Objects.requireNonNull(entities.getObject()));
    transactions.afterPropertiesSet();
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    write(jdbc, transaction);
    for (int writer = 0; writer < WRITERS; writer++) {
      new Thread(() -> writeForEver(jdbc, transaction)).start();
    }
    System.out.println("ready");
  }

  private static void writeForEver(JdbcClient jdbc, TransactionTemplate transaction) {
    while (true) {
      write(jdbc, transaction);
    }
  }

  private static void write(JdbcClient jdbc, TransactionTemplate transaction) {
    transaction.executeWithoutResult(
        open ->
            IntStream.range(0, TABLES)
                .forEach(
                    n ->
                        jdbc.sql("insert into t" + n + " values (?, 1, ?)")
                            .params(UUID.randomUUID(), "v".repeat(COLUMN))
                            .update()));
  }
}
