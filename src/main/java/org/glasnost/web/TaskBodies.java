package org.glasnost.web;

import org.glasnost.contract.JsonFindings;
import org.glasnost.process.TaskKind;
import org.glasnost.process.worklist.TaskBody;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is said when a task is completed, by program or by form, as strictly for either. */
@Component
public class TaskBodies {
  private final JsonMapper json;

  TaskBodies(JsonMapper json) {
    this.json = json;
  }

  /**
   * The body of a kind of task.
   *
   * @throws org.glasnost.rule.Refused on ground MALFORMED, with a finding at the member
   */
  public TaskBody read(TaskKind kind, JsonNode body) {
    if (!body.isObject()) {
      throw JsonFindings.notAnObject();
    }
    try {
      return json.treeToValue(body, TaskBody.of(kind));
    } catch (JacksonException e) {
      throw JsonFindings.refusal(e);
    }
  }
}
