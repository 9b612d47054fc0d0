package org.glasnost.web.description;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Writes on each schema which record stands behind it, so that the record says which members may be
 * null and which are left out. Two records under one name would hide each other: that stops the
 * description. The note lies on the schema and not here: the library has one list of converters for
 * a whole process, so the converter asked may be another than this application context's.
 */
@Component
class RecordSchemas implements ModelConverter {
  private static final String COMPONENT = "#/components/schemas/";

  /** Under which the record is noted until {@link #taken} has read it. */
  private static final String RECORD = "x-record";

  /** The records by the names of their schemas, to find two under one name. */
  private final Map<String, Class<?>> names = new ConcurrentHashMap<>();

  RecordSchemas() {}

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
    if (JsonNode.class.isAssignableFrom(raw)) {
      return new JsonSchema().description("Any JSON.");
    }
    Schema<?> found = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    if (found != null && raw.isRecord()) {
      String reference = found.get$ref();
      String name = reference == null ? found.getName() : reference.substring(COMPONENT.length());
      Class<?> other = name == null ? null : names.putIfAbsent(name, raw);
      if (other != null && !other.equals(raw)) {
        throw new IllegalStateException(name + " is the name of " + other + " and of " + raw);
      }
      Schema<?> described = reference == null ? found : context.getDefinedModels().get(name);
      if (described != null) {
        described.addExtension(RECORD, raw);
      }
    }
    return found;
  }

  /** The record behind the schema, whose note is taken away so that nobody else reads it. */
  static Optional<Class<?>> taken(Schema<?> schema) {
    Map<String, Object> extensions = schema.getExtensions();
    Object type = extensions == null ? null : extensions.remove(RECORD);
    if (extensions != null && extensions.isEmpty()) {
      schema.setExtensions(null);
    }
    return type instanceof Class<?> record ? Optional.of(record) : Optional.empty();
  }

  /** The members that may be null, as they are written. */
  static Set<String> nullable(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(c -> c.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordSchemas::written)
        .collect(Collectors.toSet());
  }

  /** The members that are left out where there is nothing to say. */
  static Set<String> leftOut(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(
            c ->
                annotation(type, c, JsonInclude.class)
                    .filter(i -> i.value() != JsonInclude.Include.ALWAYS)
                    .isPresent())
        .map(RecordSchemas::written)
        .collect(Collectors.toSet());
  }

  /** Whether members that are not known are ignored, as calculators do. */
  static boolean ignoresUnknown(Class<?> type) {
    JsonIgnoreProperties ignored = type.getAnnotation(JsonIgnoreProperties.class);
    return ignored != null && ignored.ignoreUnknown();
  }

  private static String written(RecordComponent component) {
    return annotation(component.getDeclaringRecord(), component, JsonProperty.class)
        .map(JsonProperty::value)
        .orElse(component.getName());
  }

  private static <A extends Annotation> Optional<A> annotation(
      Class<?> type, RecordComponent component, Class<A> kind) {
    try {
      return Optional.ofNullable(type.getDeclaredField(component.getName()).getAnnotation(kind));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("every component has its field", e);
    }
  }
}
