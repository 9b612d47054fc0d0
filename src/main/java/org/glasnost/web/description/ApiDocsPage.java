package org.glasnost.web.description;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the OpenAPI document as a page to browse: its operations by subject, and its schemas. */
@Controller
class ApiDocsPage {
  private final OpenApiWebMvcResource openApi;
  private final JsonMapper json;

  ApiDocsPage(OpenApiWebMvcResource openApi, JsonMapper json) {
    this.openApi = openApi;
    this.json = json;
  }

  /**
   * One operation.
   *
   * @param request an example of the body, or null
   * @param schemas the names of the schemas of what is sent and answered
   */
  record Operation(
      String id,
      String method,
      String path,
      String summary,
      List<Parameter> parameters,
      @Nullable String request,
      List<String> schemas,
      List<Answer> answers) {}

  /** One parameter. */
  record Parameter(String name, String in, boolean required, String takes) {}

  /**
   * One answer.
   *
   * @param types its media types
   * @param example an example of the body, or null
   */
  record Answer(String status, String types, @Nullable String example) {}

  @GetMapping("/api/docs")
  String show(HttpServletRequest request, Model model, Locale locale) throws Exception {
    JsonNode document = json.readTree(openApi.openapiJson(request, "/api/openapi", locale));
    Map<String, List<Operation>> subjects = new TreeMap<>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        subjects
            .computeIfAbsent(
                method.getValue().path("tags").path(0).asString(), subject -> new ArrayList<>())
            .add(operation(path.getKey(), method.getKey(), method.getValue(), document));
      }
    }
    Map<String, String> schemas = new TreeMap<>();
    document
        .path("components")
        .path("schemas")
        .properties()
        .forEach(schema -> schemas.put(schema.getKey(), written(schema.getValue())));
    model.addAttribute("subjects", subjects);
    model.addAttribute("schemas", schemas);
    return "api-docs";
  }

  private Operation operation(String path, String method, JsonNode described, JsonNode document) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : described.path("parameters")) {
      parameters.add(
          new Parameter(
              parameter.path("name").asString(),
              parameter.path("in").asString(),
              parameter.path("required").asBoolean(false),
              parameter.path("schema").toString()));
    }
    JsonNode example = described.at("/requestBody/content/application~1json/example");
    List<String> schemas =
        described.findValuesAsString("$ref").stream()
            .filter(ref -> ref.startsWith("#/components/schemas/"))
            .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
            .distinct()
            .toList();
    List<Answer> answers = new ArrayList<>();
    for (var answer : described.path("responses").properties()) {
      JsonNode content = resolved(answer.getValue(), document).path("content");
      JsonNode shown = content.path("application/json").path("example");
      answers.add(
          new Answer(
              answer.getKey(),
              String.join(", ", content.propertyNames()),
              shown.isMissingNode() ? null : written(shown)));
    }
    return new Operation(
        described.path("operationId").asString(),
        method.toUpperCase(Locale.ROOT),
        path,
        described.path("summary").asString(),
        parameters,
        example.isMissingNode() ? null : written(example),
        schemas,
        answers);
  }

  private static JsonNode resolved(JsonNode answer, JsonNode document) {
    String reference = answer.path("$ref").asString("");
    return reference.isEmpty() ? answer : document.at(reference.substring(1));
  }

  private String written(JsonNode node) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }
}
