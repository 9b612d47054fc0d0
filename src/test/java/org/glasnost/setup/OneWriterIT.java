package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.glasnost.fixtures.Databases;
import org.glasnost.journey.RunningGlasnost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * ADR 0020: the embedded database has one writer at a time; PostgreSQL has as many as there are.
 */
class OneWriterIT {
  private static final int LONG_ENOUGH_TO_BE_LET_IN = 300;

  private final ExecutorService others = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    others.shutdownNow();
  }

  @Test
  void secondWriterWaitsForTheFirst() throws Exception {
    TransactionTemplate writing = writing(Databases.H2);
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> second =
        writing.execute(
            open -> {
              Future<?> waiting = begin(writing, begun);
              assertThat(letIn(begun)).isFalse();
              return waiting;
            });
    second.get(1, TimeUnit.MINUTES);
    assertThat(begun.getCount()).isZero();
  }

  @Test
  void writersOfPostgresqlDoNotWait() {
    TransactionTemplate writing = writing(Databases.POSTGRESQL);
    writing.executeWithoutResult(open -> assertThat(waitsAMinuteFor(begin(writing))).isTrue());
  }

  @Test
  void whoReadsDoesNotWait() {
    TransactionTemplate reading = writing(Databases.H2);
    reading.setReadOnly(true);
    writing(Databases.H2)
        .executeWithoutResult(open -> assertThat(waitsAMinuteFor(begin(reading))).isTrue());
  }

  @Test
  void transactionInsideAnotherDoesNotWaitForItAndLetsNobodyIn() throws Exception {
    TransactionTemplate writing = writing(Databases.H2);
    TransactionTemplate inside = writing(Databases.H2);
    inside.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> second =
        writing.execute(
            open -> {
              inside.executeWithoutResult(again -> assertThat(again.isNewTransaction()).isTrue());
              Future<?> waiting = begin(writing, begun);
              assertThat(letIn(begun)).isFalse();
              return waiting;
            });
    second.get(1, TimeUnit.MINUTES);
  }

  @Test
  void whatFailsLetsTheNextIn() throws Exception {
    TransactionTemplate writing = writing(Databases.H2);
    assertThatThrownBy(
            () ->
                writing.executeWithoutResult(
                    open -> {
                      throw new IllegalStateException("notional");
                    }))
        .hasMessage("notional");
    begin(writing, new CountDownLatch(1)).get(1, TimeUnit.MINUTES);
    assertThat(waitsAMinuteFor(begin(writing))).isTrue();
  }

  private CountDownLatch begin(TransactionTemplate transaction) {
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> unused = begin(transaction, begun);
    return begun;
  }

  private Future<?> begin(TransactionTemplate transaction, CountDownLatch begun) {
    return others.submit(() -> transaction.executeWithoutResult(open -> begun.countDown()));
  }

  private static boolean letIn(CountDownLatch begun) {
    return within(begun, LONG_ENOUGH_TO_BE_LET_IN);
  }

  private static boolean waitsAMinuteFor(CountDownLatch begun) {
    return within(begun, TimeUnit.MINUTES.toMillis(1));
  }

  private static boolean within(CountDownLatch begun, long millis) {
    try {
      return begun.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static TransactionTemplate writing(Databases database) {
    return new TransactionTemplate(
        RunningGlasnost.on(database).part(PlatformTransactionManager.class));
  }
}
