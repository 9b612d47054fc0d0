package org.glasnost.web.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which members are always there, which may be null, and where no others are taken. In an answer
 * every member is there unless the record leaves it out; in a request null and absent are the same.
 */
@SuppressWarnings("rawtypes") // as the library has them
final class Members {
  private static final String COMPONENT = "#/components/schemas/";

  private Members() {}

  static void describe(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    Set<String> asked = new LinkedHashSet<>();
    operations(document)
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
        .forEach(media -> reach(media.getSchema(), schemas, asked));
    schemas.forEach(
        (name, schema) ->
            RecordSchemas.taken(schema)
                .ifPresent(type -> describe(schema, type, asked.contains(name))));
  }

  private static Stream<Operation> operations(OpenAPI document) {
    return document.getPaths().values().stream()
        .map(PathItem::readOperations)
        .flatMap(List::stream);
  }

  private static void reach(
      @Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> reached) {
    if (schema == null) {
      return;
    }
    if (schema.get$ref() != null) {
      String name = schema.get$ref().substring(COMPONENT.length());
      if (reached.add(name)) {
        reach(schemas.get(name), schemas, reached);
      }
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(p -> reach(p, schemas, reached));
    }
    if (schema.getAnyOf() != null) {
      schema.getAnyOf().forEach(p -> reach(p, schemas, reached));
    }
    reach(schema.getItems(), schemas, reached);
  }

  private static void describe(Schema<?> schema, Class<?> type, boolean asked) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties == null) {
      return;
    }
    Set<String> nullable = RecordSchemas.nullable(type);
    Set<String> leftOut = RecordSchemas.leftOut(type);
    Set<String> required = new TreeSet<>(properties.keySet());
    required.removeAll(leftOut);
    Map<String, Schema> described = new LinkedHashMap<>();
    properties.forEach(
        (name, member) ->
            described.put(
                name,
                nullable.contains(name) && (asked || !leftOut.contains(name))
                    ? orNull(member)
                    : member));
    schema.setProperties(described);
    if (asked) {
      required.removeAll(nullable);
      if (!RecordSchemas.ignoresUnknown(type)) {
        schema.setAdditionalProperties(false);
      }
    }
    schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
  }

  private static Schema<?> orNull(Schema<?> member) {
    Set<String> types = new LinkedHashSet<>();
    if (member.getTypes() != null) {
      types.addAll(member.getTypes());
    } else if (member.getType() != null) {
      types.add(member.getType());
    }
    if (member.get$ref() != null) {
      return new JsonSchema().anyOf(List.of(member, new JsonSchema().types(Set.of("null"))));
    }
    if (types.isEmpty()) {
      return member; // Whatever JSON there is, null among it.
    }
    types.add("null");
    member.setTypes(types);
    withNull(member);
    return member;
  }

  @SuppressWarnings("unchecked") // the values of an enumeration are texts
  private static void withNull(Schema<?> member) {
    if (member.getEnum() != null) {
      List<Object> values = new ArrayList<>(member.getEnum());
      values.add(null);
      ((Schema<Object>) member).setEnum(values);
    }
  }
}
