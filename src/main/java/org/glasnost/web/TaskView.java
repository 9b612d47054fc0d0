package org.glasnost.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.process.TaskKind;
import org.glasnost.process.worklist.WorkItem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A task as answered over HTTP. */
public record TaskView(
    UUID id,
    TaskKind kind,
    String name,
    TaskDocumentView document,
    @Nullable UUID review,
    List<String> candidateRoles,
    @Nullable String assignee,
    Instant createdAt,
    @Nullable Instant completedAt,
    @Nullable LocalDate due,
    WorkItem.Timing state,
    @Nullable LocalDate followUp,
    JsonNode form) {

  /** The document of a task: no more than its title and marking. */
  public record TaskDocumentView(UUID id, String title, MarkingView marking) {}
}
