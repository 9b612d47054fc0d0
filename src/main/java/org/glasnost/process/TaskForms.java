package org.glasnost.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The forms of task bodies: JSON Schema 2020-12, as they lie beside the processes. Read once at
 * start; a kind of task without its form stops the start.
 */
@Component
public class TaskForms {
  private static final String FORMS = "classpath*:processes/*/forms/%s.schema.json";

  private final Map<TaskKind, JsonNode> schemas = new EnumMap<>(TaskKind.class);

  /** For Spring. */
  TaskForms() {
    JsonMapper mapper = new JsonMapper();
    for (TaskKind kind : TaskKind.values()) {
      schemas.put(kind, read(mapper, kind));
    }
  }

  /** The schema of the body with which a task of this kind is completed; a copy of the caller's. */
  public JsonNode schema(TaskKind kind) {
    JsonNode schema = schemas.get(kind);
    if (schema == null) {
      throw new IllegalStateException("read at start: " + kind);
    }
    return schema.deepCopy();
  }

  private static JsonNode read(JsonMapper mapper, TaskKind kind) {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver().getResources(FORMS.formatted(kind));
      if (found.length != 1) {
        throw new IllegalStateException(found.length + " forms for " + kind);
      }
      try (InputStream in = found[0].getInputStream()) {
        return mapper.readTree(in);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the form for " + kind + " cannot be read", e);
    }
  }
}
