package org.glasnost.web.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"rawtypes", "unchecked"}) // as the library has them
class MembersTest {
  record Answer(String always, @Nullable String sometimes, @Nullable Inner inner) {}

  record Inner(@Nullable Integer number) {}

  static class Elsewhere {
    record Inner(String other) {}
  }

  @Test
  void whatMayBeNullIsSaidWhicheverContextsConverterWasAsked() {
    ModelConverters library = new ModelConverters(true);
    library.addConverter(new RecordSchemas());
    library.addConverter(new RecordSchemas());

    Map<String, Schema> described = described(library, Answer.class);

    assertThat(types(described, "Answer", "always")).containsExactly("string");
    assertThat(types(described, "Answer", "sometimes")).containsExactly("string", "null");
    assertThat(types(described, "Inner", "number")).containsExactly("integer", "null");
    assertThat(Objects.requireNonNull(described.get("Answer")).getRequired())
        .containsExactly("always", "inner", "sometimes");
    assertThat(described.values()).allMatch(schema -> schema.getExtensions() == null);
  }

  @Test
  void twoRecordsUnderOneNameStopTheDescription() {
    ModelConverters library = new ModelConverters(true);
    library.addConverter(new RecordSchemas());
    described(library, Answer.class);

    assertThatThrownBy(() -> described(library, Elsewhere.Inner.class))
        .hasMessageContaining("Inner is the name of");
  }

  private static Map<String, Schema> described(ModelConverters library, Class<?> type) {
    Map<String, Schema> schemas =
        library.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true))
            .referencedSchemas;
    OpenAPI document =
        new OpenAPI().components(new Components().schemas(schemas)).paths(new Paths());
    Members.describe(document);
    return schemas;
  }

  private static Set<String> types(
      Map<String, ? extends Schema> schemas, String schema, String member) {
    Schema<?> described = Objects.requireNonNull(schemas.get(schema));
    return Objects.requireNonNull(described.getProperties().get(member)).getTypes();
  }
}
