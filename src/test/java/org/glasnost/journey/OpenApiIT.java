package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.audit.EventKind;
import org.glasnost.document.DocumentState;
import org.glasnost.fixtures.Databases;
import org.glasnost.fixtures.PublishedApi;
import org.glasnost.marking.StatedLevel;
import org.glasnost.process.TaskForms;
import org.glasnost.process.TaskKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * The OpenAPI document is well-formed, whole, and says of each operation what it takes and gives.
 */
class OpenApiIT {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final Set<String> OPEN =
      Set.of(
          "/api/openapi",
          "/api/docs",
          "/actuator/health",
          "/actuator/health/liveness",
          "/actuator/health/readiness",
          "/actuator/prometheus");

  private static RunningGlasnost glasnost;
  private static JsonNode document;

  @BeforeAll
  static void read() {
    glasnost = RunningGlasnost.on(Databases.H2);
    document = glasnost.as("auditor").get("/api/openapi").json();
  }

  private record Described(String path, String method, JsonNode operation) {
    String name() {
      return method + " " + path;
    }

    JsonNode content(String status) {
      return operation.path("responses").path(status).path("content");
    }
  }

  private static List<Described> operations() {
    List<Described> operations = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        operations.add(new Described(path.getKey(), method.getKey(), method.getValue()));
      }
    }
    return operations;
  }

  @Test
  void itIsOpenApi31WithBothWaysToSignIn() {
    assertThat(document.path("openapi").asString()).startsWith("3.1.");
    JsonNode schemes = document.path("components").path("securitySchemes");
    assertThat(schemes.at("/basic/scheme").asString()).isEqualTo("basic");
    assertThat(schemes.at("/bearer/scheme").asString()).isEqualTo("bearer");
    assertThat(document.path("security").valueStream().flatMap(s -> s.propertyNames().stream()))
        .containsExactlyInAnyOrder("basic", "bearer");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void everySchemaIsJsonSchema() {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    JsonNode schemas = document.path("components").path("schemas");
    assertThat(schemas.size()).isGreaterThan(50);
    schemas
        .properties()
        .forEach(
            schema ->
                assertThat(meta.validate(schema.getValue().toString(), InputFormat.JSON))
                    .as(schema.getKey())
                    .isEmpty());
  }

  @Test
  void everyHandlerIsDescribed() {
    Set<String> handled = new HashSet<>();
    ((RequestMappingHandlerMapping) glasnost.named("requestMappingHandlerMapping"))
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              boolean ours = handler.getBeanType().isAnnotationPresent(RestController.class);
              if (ours
                  && handler.getBeanType().getName().startsWith("org.glasnost.")
                  && !handler.hasMethodAnnotation(Hidden.class)) {
                mapping
                    .getPatternValues()
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(
                                    method ->
                                        handled.add(
                                            method.name().toLowerCase(Locale.ROOT)
                                                + " "
                                                + path.replace("{*", "{"))));
              }
            });
    assertThat(handled).hasSizeGreaterThan(40);
    assertThat(operations().stream().filter(o -> !OPEN.contains(o.path())).map(Described::name))
        .containsExactlyInAnyOrderElementsOf(handled);
  }

  @Test
  void everyOperationHasANameItsParametersAndItsRefusals() {
    Set<String> ids = new HashSet<>();
    for (Described described : operations()) {
      JsonNode operation = described.operation();
      assertThat(ids.add(operation.path("operationId").asString())).as(described.name()).isTrue();
      assertThat(operation.path("summary").asString()).as(described.name()).isNotBlank();
      Matcher parameter = PARAMETER.matcher(described.path());
      while (parameter.find()) {
        String name = parameter.group(1);
        assertThat(operation.path("parameters").valueStream())
            .as(described.name())
            .anyMatch(
                p -> p.path("name").asString().equals(name) && p.path("required").asBoolean());
      }
      if (!OPEN.contains(described.path())) {
        String form =
            described.path().startsWith("/engine-rest/")
                ? "application/json"
                : "application/problem+json";
        List<String> refusals = new ArrayList<>(List.of("400", "401", "403", "404", "406", "422"));
        if (!described.method().equals("get")) {
          refusals.addAll(List.of("409", "412", "413", "415"));
        }
        for (String status : refusals) {
          JsonNode refusal = operation.path("responses").path(status);
          assertThat(document.at(refusal.path("$ref").asString("#").substring(1)).path("content"))
              .as("%s %s", described.name(), status)
              .anySatisfy(content -> assertThat(content.has("schema")).isTrue());
          assertThat(
                  document
                      .at(refusal.path("$ref").asString("#").substring(1))
                      .path("content")
                      .propertyNames())
              .containsExactly(form);
        }
      }
    }
  }

  @Test
  void everyBodyHasAnExampleThatIsValid() {
    PublishedApi api = new PublishedApi(document);
    int examples = 0;
    for (Described described : operations()) {
      JsonNode asked = described.operation().at("/requestBody/content/application~1json");
      if (!asked.isMissingNode()) {
        assertThat(asked.has("example")).as(described.name()).isTrue();
        assertThat(api.errors(asked.path("schema"), asked.path("example").toString()))
            .as(described.name())
            .isEmpty();
        examples++;
      }
      for (String status : List.of("200", "201")) {
        JsonNode given = described.content(status).path("application/json");
        if (given.has("example")) {
          assertThat(api.errors(given.path("schema"), given.path("example").toString()))
              .as(described.name())
              .isEmpty();
        }
      }
    }
    assertThat(examples).isGreaterThan(8);
  }

  @Test
  void aRequestIsClosedWhereUnknownMembersAreRefused() {
    JsonNode schemas = document.path("components").path("schemas");
    assertThat(schemas.at("/NewDocument/additionalProperties").asBoolean(true)).isFalse();
    assertThat(schemas.at("/NewReview/additionalProperties").asBoolean(true)).isFalse();
    assertThat(schemas.path("ParseRequest").has("additionalProperties")).isFalse();
    assertThat(schemas.path("DeclassificationQuestion").has("additionalProperties")).isFalse();
  }

  @Test
  void theClosedSetsAreWrittenOut() {
    JsonNode schemas = document.path("components").path("schemas");
    assertEnum(schemas.at("/DocumentView/properties/state"), DocumentState.values());
    assertEnum(schemas.at("/MarkingView/properties/level"), StatedLevel.values());
    assertEnum(schemas.at("/TaskView/properties/kind"), TaskKind.values());
    assertEnum(schemas.at("/JournalEvent/properties/kind"), EventKind.values());
  }

  private static void assertEnum(JsonNode schema, Enum<?>[] values) {
    assertThat(schema.path("enum").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(values).map(Enum::name).toList());
  }

  @Test
  void theFormOfATaskAndTheDescriptionKnowTheSameMembers() {
    Map<TaskKind, String> described =
        Map.of(
            TaskKind.MARKING_REVIEW, "MarkingReview",
            TaskKind.EQUITY_IDENTIFICATION, "Equities",
            TaskKind.FIRST_REVIEW, "Decided",
            TaskKind.SECOND_REVIEW, "DecidedOrReturned",
            TaskKind.ADJUDICATION, "Decided",
            TaskKind.REFERRAL_ANSWER, "Answered",
            TaskKind.SIGNATURE, "Signature",
            TaskKind.REDACTION, "Redactions",
            TaskKind.REDACTION_CHECK, "Check",
            TaskKind.RELEASE, "Release");
    assertThat(described.keySet()).containsExactlyInAnyOrder(TaskKind.values());
    TaskForms forms = glasnost.part(TaskForms.class);
    described.forEach(
        (kind, schema) ->
            assertThat(document.at("/components/schemas/" + schema + "/properties").propertyNames())
                .as(kind.name())
                .containsExactlyInAnyOrderElementsOf(
                    forms.schema(kind).path("properties").propertyNames()));
  }

  @Test
  void thePageShowsItWithoutAnythingFromElsewhere() {
    Caller.Answer page = glasnost.as("auditor").get("/api/docs", "text/html");
    assertThat(page.status()).isEqualTo(200);
    operations().forEach(o -> assertThat(page.body()).contains(o.path()));
    document
        .at("/components/schemas")
        .propertyNames()
        .forEach(schema -> assertThat(page.body()).contains("id=\"schema-" + schema + "\""));
    assertThat(page.body()).doesNotContain("<script>", " style=");
    assertThat(page.body()).doesNotContainPattern("(src|href)=\"(https?:)?//");
    assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe");
  }
}
