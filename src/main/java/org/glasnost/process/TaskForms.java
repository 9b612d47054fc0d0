package org.glasnost.process;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.glasnost.document.Findings;
import org.glasnost.document.PlainText;
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

  /** In the forms, what the use cases do not judge: how long, how many, whether twice. */
  private static final String LENGTH = "maxLength";

  private static final String TWICE = "uniqueItems";

  private final Map<TaskKind, JsonNode> schemas = new EnumMap<>(TaskKind.class);
  private final Map<TaskKind, Schema> compiled = new EnumMap<>(TaskKind.class);

  /** For Spring. */
  TaskForms() {
    JsonMapper mapper = new JsonMapper();
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (TaskKind kind : TaskKind.values()) {
      JsonNode schema = read(mapper, kind);
      schemas.put(kind, schema);
      compiled.put(kind, registry.getSchema(schema.toString()));
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

  /**
   * Refuses what the form of the kind has no room for. What is missing, of another type or against
   * a rule of the field is left to the use case, which says why.
   *
   * @throws org.glasnost.rule.Refused on ground RULE, with every member that is too long, given
   *     twice or not plain
   */
  public void requireRoomFor(TaskKind kind, JsonNode body) {
    Schema schema = compiled.get(kind);
    if (schema == null) {
      throw new IllegalStateException("read at start: " + kind);
    }
    Findings findings = new Findings();
    for (Error error : schema.validate(body.toString(), InputFormat.JSON)) {
      String at = error.getInstanceLocation().toString();
      if (LENGTH.equals(error.getKeyword())) {
        findings.error(
            "TSK-0015",
            at,
            "At most " + error.getSchemaNode().asInt() + " characters are taken here.");
      } else if (TWICE.equals(error.getKeyword())) {
        findings.error("TSK-0016", at, "Something is named twice here.");
      }
    }
    plain(body, "", findings);
    findings.refuseIfAny();
  }

  private static void plain(JsonNode node, String at, Findings findings) {
    if (node.isString() && !PlainText.isProse(node.asString())) {
      findings.error(
          "TSK-0017", at, "Control characters and broken characters are not taken here.");
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        plain(node.get(i), at + "/" + i, findings);
      }
    }
    node.properties().forEach(m -> plain(m.getValue(), at + "/" + m.getKey(), findings));
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
