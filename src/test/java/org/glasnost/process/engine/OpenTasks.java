package org.glasnost.process.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.process.TaskKind;

/** A work list as short as one can be: what the observer was told, in memory. */
final class OpenTasks implements TaskObserver {
  private final Map<String, OpenedTask> open = new LinkedHashMap<>();
  private final List<String> cancelled = new ArrayList<>();

  @Override
  public void opened(OpenedTask task) {
    open.put(task.engineTaskId(), task);
  }

  @Override
  public void ended(String engineTaskId, boolean wasCancelled) {
    if (open.remove(engineTaskId) == null) {
      throw new IllegalStateException("ended without having opened: " + engineTaskId);
    }
    if (wasCancelled) {
      cancelled.add(engineTaskId);
    }
  }

  List<OpenedTask> of(UUID document) {
    return open.values().stream().filter(task -> task.document().equals(document)).toList();
  }

  List<TaskKind> kindsOf(UUID document) {
    return of(document).stream().map(OpenedTask::kind).toList();
  }

  boolean wasCancelled(String engineTaskId) {
    return cancelled.contains(engineTaskId);
  }
}
