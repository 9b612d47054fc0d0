package org.glasnost.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the operations of the OpenAPI document as a page to browse. */
@Controller
class ApiDocsPage {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final OpenApiWebMvcResource openApi;
  private final JsonMapper json;

  ApiDocsPage(OpenApiWebMvcResource openApi, JsonMapper json) {
    this.openApi = openApi;
    this.json = json;
  }

  /** One operation of the API. */
  record Operation(
      String method, String path, String summary, List<String> parameters, List<String> answers) {}

  @GetMapping("/api/docs")
  String show(HttpServletRequest request, Model model, Locale locale) throws Exception {
    JsonNode document = json.readTree(openApi.openapiJson(request, "/api/openapi", locale));
    List<Operation> operations = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    model.addAttribute("operations", operations);
    model.addAttribute("title", document.path("info").path("title").asString());
    return "api-docs";
  }

  private static Operation operation(String path, String method, JsonNode described) {
    List<String> parameters = new ArrayList<>();
    described
        .path("parameters")
        .forEach(
            parameter ->
                parameters.add(
                    parameter.path("name").asString()
                        + " ("
                        + parameter.path("in").asString()
                        + ")"));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        described.path("summary").asString(described.path("operationId").asString()),
        parameters,
        described.path("responses").propertyNames().stream().toList());
  }
}
