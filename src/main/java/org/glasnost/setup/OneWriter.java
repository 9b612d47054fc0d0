package org.glasnost.setup;

import jakarta.persistence.EntityManagerFactory;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * The transactions of the embedded database: one that writes at a time, while any number read.
 *
 * <p>H2 stores at every commit what all its maps hold at that moment, one map after the other. What
 * another transaction writes meanwhile can get into the file by half, its record of what to undo
 * not among it, and stays by half if the process is killed, or a copy taken, before the next
 * commit: measured once in sixty kills with four writers (ADR 0020). With one writer there is no
 * other.
 *
 * <p>Whoever writes must do so in a transaction of this manager that is not declared read-only. The
 * lock is taken before a connection is, so that who waits holds none, and is the thread's: a second
 * transaction inside the first does not wait for it.
 */
class OneWriter extends JpaTransactionManager {
  private static final long serialVersionUID = 1L;
  private static final long SECONDS_TO_WAIT = 60;

  private final transient ReentrantLock writing = new ReentrantLock(true);
  private final transient Set<Object> writers =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  OneWriter(EntityManagerFactory entities) {
    super(entities);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    if (definition.isReadOnly()) {
      super.doBegin(transaction, definition);
      return;
    }
    await();
    boolean begun = false;
    try {
      super.doBegin(transaction, definition);
      writers.add(transaction);
      begun = true;
    } finally {
      if (!begun) {
        writing.unlock();
      }
    }
  }

  private void await() {
    try {
      if (writing.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new CannotCreateTransactionException("another transaction has not ended its writing");
  }

  @Override
  protected void doCleanupAfterCompletion(Object transaction) {
    try {
      super.doCleanupAfterCompletion(transaction);
    } finally {
      if (writers.remove(transaction)) {
        writing.unlock();
      }
    }
  }
}
