package org.glasnost.web.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that write, each by itself, but for one that was announced to read alone. */
final class ReadingApart implements TransactionOperations {
  private final ThreadLocal<Boolean> reads = ThreadLocal.withInitial(() -> false);
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  ReadingApart(PlatformTransactionManager transactions) {
    this.reading = alone(transactions);
    reading.setReadOnly(true);
    this.writing = alone(transactions);
  }

  private static TransactionTemplate alone(PlatformTransactionManager transactions) {
    TransactionTemplate alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return alone;
  }

  /** The next transaction of this thread only reads. */
  void nextReads() {
    reads.set(true);
  }

  @Override
  public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
    boolean onlyReads = reads.get();
    reads.remove();
    return (onlyReads ? reading : writing).execute(action);
  }
}
