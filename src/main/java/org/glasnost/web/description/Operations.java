package org.glasnost.web.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.process.TaskKind;
import org.glasnost.process.worklist.TaskBody;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said of each operation beside its signature: from the file {@code api/operations.json}
 * its id, summary and examples; by rule its refusals and the parameters that all have in common. An
 * operation that is not in the file stops the description, and so does an entry without operation.
 */
@Component
@SuppressWarnings({"rawtypes", "unchecked"}) // as the library has its schemas
class Operations {
  private static final String FILE = "api/operations.json";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String RESPONSES = "#/components/responses/";
  private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
  private static final String PROBLEM =
      org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
  private static final String FORM = org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
  private static final String HEALTH = "application/vnd.spring-boot.actuator.v3+json";
  private static final String ENGINE = "/engine-rest/";

  /** What any call may be refused with. */
  private static final List<HttpStatus> READING =
      List.of(
          HttpStatus.BAD_REQUEST,
          HttpStatus.UNAUTHORIZED,
          HttpStatus.FORBIDDEN,
          HttpStatus.NOT_FOUND,
          HttpStatus.METHOD_NOT_ALLOWED,
          HttpStatus.NOT_ACCEPTABLE,
          HttpStatus.UNPROCESSABLE_CONTENT,
          HttpStatus.TOO_MANY_REQUESTS,
          HttpStatus.INTERNAL_SERVER_ERROR,
          HttpStatus.SERVICE_UNAVAILABLE);

  /** What a call that changes something may be refused with besides. */
  private static final List<HttpStatus> CHANGING =
      List.of(
          HttpStatus.REQUEST_TIMEOUT,
          HttpStatus.CONFLICT,
          HttpStatus.PRECONDITION_FAILED,
          HttpStatus.CONTENT_TOO_LARGE,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE);

  private final JsonNode said;

  Operations(JsonMapper json) {
    try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
      said = json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  void describe(OpenAPI document) {
    refusals(document);
    taskBodies(document);
    Set<String> left = new TreeSet<>(said.propertyNames());
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          String name = method + " " + path;
                          if (!left.remove(name)) {
                            throw new IllegalStateException(name + " is not in " + FILE);
                          }
                          describe(path, method, operation, said.get(name));
                        }));
    if (!left.isEmpty()) {
      throw new IllegalStateException("there is no " + left + ", as " + FILE + " says");
    }
    uploads(document);
    open(document);
  }

  /** The body of a task is one of a kind for each kind of task. */
  private static void taskBodies(OpenAPI document) {
    List<Schema> kinds = new ArrayList<>();
    Arrays.stream(TaskKind.values())
        .map(TaskBody::of)
        .distinct()
        .forEach(
            body ->
                kinds.add(
                    SpringDocAnnotationsUtils.resolveSchemaFromType(
                        body, document.getComponents(), null, null, SpecVersion.V31)));
    PathItem task = there(document.getPaths().get("/api/tasks/{id}/draft"));
    for (Operation operation :
        List.of(
            task.getPut(), there(document.getPaths().get("/api/tasks/{id}/complete")).getPost())) {
      there(operation.getRequestBody().getContent().get(JSON))
          .setSchema(new JsonSchema().anyOf(kinds));
    }
  }

  private static void refusals(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    Schema<?> at = new JsonSchema().description("A position in code points, or a JSON pointer.");
    at.setTypes(Set.of("integer", "string", "null"));
    there(schemas.get("FindingView")).getProperties().put("at", at);
    Schema<?> problem = object("type", "title", "detail", "instance");
    problem.getProperties().put("status", typed("integer"));
    problem
        .getProperties()
        .put("findings", typed("array").items(new JsonSchema().$ref(SCHEMAS + "FindingView")));
    problem.setRequired(List.of("type", "title", "status", "detail", "instance"));
    schemas.put("Problem", problem);
    Schema<?> engineError = object("type", "message");
    engineError.setRequired(List.of("type", "message"));
    schemas.put("EngineError", engineError);
    List<HttpStatus> all = new ArrayList<>(READING);
    all.addAll(CHANGING);
    for (HttpStatus status : all) {
      ApiResponse refused = answer(status.getReasonPhrase(), PROBLEM, "Problem");
      ApiResponse engine = answer(status.getReasonPhrase(), JSON, "EngineError");
      if (status == HttpStatus.UNAUTHORIZED) {
        Header challenge = new Header().schema(typed("string"));
        refused.addHeaderObject("WWW-Authenticate", challenge);
        engine.addHeaderObject("WWW-Authenticate", challenge);
      }
      if (status == HttpStatus.TOO_MANY_REQUESTS) {
        Header wait = new Header().description("In seconds.").schema(typed("integer"));
        refused.addHeaderObject("Retry-After", wait);
        engine.addHeaderObject("Retry-After", wait);
      }
      document.getComponents().addResponses("Problem" + status.value(), refused);
      document.getComponents().addResponses("EngineError" + status.value(), engine);
    }
  }

  private static void describe(
      String path, HttpMethod method, Operation operation, JsonNode words) {
    operation.setOperationId(words.path("id").stringValue());
    operation.setSummary(words.path("summary").stringValue());
    operation.setTags(List.of(words.path("tag").stringValue()));
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(Operations::bound);
    }
    if (method == HttpMethod.POST && !path.startsWith(ENGINE)) {
      operation.addParametersItem(
          new HeaderParameter()
              .name("Idempotency-Key")
              .description("The same call under the same key is done once.")
              .schema(typed("string").minLength(1).maxLength(255)));
    }
    ApiResponses responses = operation.getResponses();
    produced(responses, words);
    Content content = content(responses);
    if (words.has("schema") && content != null) {
      there(content.get(JSON))
          .setSchema(new JsonSchema().$ref(SCHEMAS + words.get("schema").stringValue()));
    }
    if (words.has("answer") && content != null) {
      there(content.get(JSON)).setExample(plain(words.get("answer")));
    }
    if (words.has("request")) {
      there(operation.getRequestBody().getContent().get(JSON))
          .setExample(plain(words.get("request")));
    }
    String kind = path.startsWith(ENGINE) ? "EngineError" : "Problem";
    List<HttpStatus> refusals = new ArrayList<>(READING);
    if (method != HttpMethod.GET) {
      refusals.addAll(CHANGING);
    }
    refusals.forEach(
        status ->
            responses.addApiResponse(
                String.valueOf(status.value()),
                new ApiResponse().$ref(RESPONSES + kind + status.value())));
    if (words.path("tagged").asBoolean(false)) {
      there(responses.get("200")).addHeaderObject("ETag", new Header().schema(typed("string")));
      responses.addApiResponse("304", new ApiResponse().description("It is as it was seen."));
    }
    ApiResponse created = responses.get("201");
    if (created != null) {
      created.addHeaderObject("Location", new Header().schema(typed("string")));
    }
  }

  private static void produced(ApiResponses responses, JsonNode words) {
    if (words.has("produces")) {
      Content content = new Content();
      words
          .get("produces")
          .forEach(
              type ->
                  content.addMediaType(
                      type.stringValue(), new MediaType().schema(typed("string"))));
      there(responses.get("200")).setContent(content);
    }
  }

  /** What a successful answer says; null where it says nothing. */
  private static @Nullable Content content(ApiResponses responses) {
    ApiResponse answered =
        responses.containsKey("201") ? responses.get("201") : responses.get("200");
    return answered == null ? null : answered.getContent();
  }

  private static void bound(Parameter parameter) {
    switch (parameter.getName()) {
      case "limit" ->
          parameter.getSchema().minimum(BigDecimal.ONE).maximum(new BigDecimal(200))._default(50);
      case "after" -> parameter.description("What an earlier page gave as 'next'.");
      case "If-Match" -> parameter.description("The ETag of what was seen; 412 where it changed.");
      default -> {
        // The others say by their type what they take.
      }
    }
  }

  private static void uploads(OpenAPI document) {
    Schema<?> metadata = new JsonSchema();
    Map<String, Schema> members =
        new LinkedHashMap<>(
            there(document.getComponents().getSchemas().get("NewDocument")).getProperties());
    members.remove("text");
    metadata.setTypes(Set.of("object"));
    metadata.setProperties(members);
    metadata.setAdditionalProperties(false);
    Schema<?> upload = object();
    upload.getProperties().put("metadata", metadata);
    upload.getProperties().put("file", binary());
    upload.setRequired(List.of("metadata", "file"));
    upload.setAdditionalProperties(false);
    RequestBody registration =
        there(document.getPaths().get("/api/documents")).getPost().getRequestBody();
    registration.getContent().addMediaType(FORM, new MediaType().schema(upload));
    for (String path : List.of("/api/deployments", ENGINE + "deployment/create")) {
      Schema<?> deployment =
          object("deployment-name", "deployment-source", "enable-duplicate-filtering");
      deployment.getProperties().put("deploy-changed-only", typed("string"));
      deployment.getProperties().put("tenant-id", typed("string"));
      deployment.setAdditionalProperties(binary().description("A file, under any name."));
      PathItem item = there(document.getPaths().get(path));
      item.getPost()
          .setRequestBody(
              new RequestBody()
                  .required(true)
                  .content(new Content().addMediaType(FORM, new MediaType().schema(deployment))));
    }
  }

  /** What is answered by others than our controllers, to callers who need not say who they are. */
  private static void open(OpenAPI document) {
    document.path(
        "/api/openapi",
        new PathItem().get(openly("openApi", "This document.", JSON, typed("object"))));
    document.path(
        "/api/docs",
        new PathItem()
            .get(openly("docs", "This document as a page.", "text/html", typed("string"))));
    Schema<?> health = object("status");
    health.getProperties().put("groups", typed("array").items(typed("string")));
    for (String path :
        List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
      Operation operation =
          openly(
              "health" + path.substring(16).replace("/", "-"), "Whether it works.", HEALTH, health);
      operation.getResponses().addApiResponse("503", new ApiResponse().description("It does not."));
      document.path(path, new PathItem().get(operation));
    }
    Operation figures = openly("prometheus", "Figures.", "text/plain", typed("string"));
    figures.setSecurity(null);
    refused(figures, 401, 406);
    document.path("/actuator/prometheus", new PathItem().get(figures));
  }

  private static void refused(Operation operation, int... statuses) {
    for (int status : statuses) {
      operation
          .getResponses()
          .addApiResponse(
              String.valueOf(status), new ApiResponse().$ref(RESPONSES + "Problem" + status));
    }
  }

  private static Operation openly(String id, String summary, String type, Schema<?> schema) {
    Operation operation = answered(id, summary, type, schema);
    // Over plain HTTP, and where it is called too often.
    refused(operation, 403, 429);
    return operation;
  }

  private static Operation answered(String id, String summary, String type, Schema<?> schema) {
    return new Operation()
        .operationId(id)
        .summary(summary)
        .tags(List.of("Operations"))
        .security(List.of())
        .responses(
            new ApiResponses()
                .addApiResponse(
                    "200",
                    new ApiResponse()
                        .description("OK")
                        .content(
                            new Content().addMediaType(type, new MediaType().schema(schema)))));
  }

  /** What the document has by what was said of it before; anything else is a bug of ours. */
  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value, "the description lacks what the controllers have");
  }

  private static ApiResponse answer(String description, String type, String schema) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(
                    type, new MediaType().schema(new JsonSchema().$ref(SCHEMAS + schema))));
  }

  private static Schema<?> object(String... texts) {
    Schema<?> object = typed("object");
    object.setProperties(new LinkedHashMap<>());
    for (String text : texts) {
      object.getProperties().put(text, typed("string"));
    }
    return object;
  }

  private static Schema<?> binary() {
    return typed("string").format("binary");
  }

  private static Schema<?> typed(String type) {
    Schema<?> schema = new JsonSchema();
    schema.setTypes(Set.of(type));
    return schema;
  }

  /** As the document's own writer takes it. */
  private static Object plain(JsonNode example) {
    try {
      return Json31.mapper().readTree(example.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON is JSON", e);
    }
  }
}
