package org.glasnost.process.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.process.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A work list as short as one can be: what the observer was told, in memory. The engine's own
 * threads tell it too.
 */
public final class OpenTasks implements TaskObserver {
  private final Map<String, OpenedTask> open = new LinkedHashMap<>();
  private final Map<String, String> moved = new LinkedHashMap<>();
  private final List<String> cancelled = new ArrayList<>();

  @Override
  public synchronized void opened(OpenedTask task) {
    open.put(task.engineTaskId(), task);
    ifRolledBack(() -> open.remove(task.engineTaskId()));
  }

  @Override
  public synchronized void moved(String engineTaskId, String process) {
    if (!open.containsKey(engineTaskId)) {
      throw new IllegalStateException("moved without having opened: " + engineTaskId);
    }
    moved.put(engineTaskId, process);
  }

  @Override
  public synchronized void ended(String engineTaskId, boolean wasCancelled) {
    OpenedTask ended = open.remove(engineTaskId);
    if (ended == null) {
      throw new IllegalStateException("ended without having opened: " + engineTaskId);
    }
    ifRolledBack(() -> open.put(engineTaskId, ended));
    if (wasCancelled) {
      cancelled.add(engineTaskId);
    }
  }

  /** What was told in a transaction that came to nothing is taken back, as in a table. */
  private void ifRolledBack(Runnable takingBack) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              if (status == STATUS_ROLLED_BACK) {
                synchronized (OpenTasks.this) {
                  takingBack.run();
                }
              }
            }
          });
    }
  }

  /** The open tasks on a document. */
  public synchronized List<OpenedTask> of(UUID document) {
    return open.values().stream().filter(task -> task.document().equals(document)).toList();
  }

  /** Their kinds. */
  public List<TaskKind> kindsOf(UUID document) {
    return of(document).stream().map(OpenedTask::kind).toList();
  }

  /** Key and version that a task was told to go on in; null where it was not. */
  public synchronized @Nullable String movedTo(String engineTaskId) {
    return moved.get(engineTaskId);
  }

  synchronized boolean wasCancelled(String engineTaskId) {
    return cancelled.contains(engineTaskId);
  }
}
