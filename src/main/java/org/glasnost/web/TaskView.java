package org.glasnost.web;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    JsonNode form,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

  /**
   * The same task with the reason why it was sent back, for who may read the document's text.
   *
   * @param reason or null where it was not sent back, or the caller may not read the text
   */
  TaskView sentBackBecause(@Nullable String reason) {
    return new TaskView(
        id,
        kind,
        name,
        document,
        review,
        candidateRoles,
        assignee,
        createdAt,
        completedAt,
        due,
        state,
        followUp,
        form,
        reason);
  }

  /** The document of a task: no more than its title and marking. */
  public record TaskDocumentView(UUID id, String title, MarkingView marking) {}
}
