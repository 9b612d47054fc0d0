package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every body of the OpenAPI document with every member that some answer has and the body has not:
 * none is taken, and none is passed over in silence.
 */
class MassAssignmentIT {

  /** One operation that takes a closed body. */
  private record Operation(String method, String path, ObjectNode example, Set<String> taken) {}

  @Test
  void noMemberIsTakenThatIsNotAskedFor() {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    JsonNode api = glasnost.as("auditor").get("/api/openapi").json();
    Set<String> answered = answered(api);
    assertThat(answered).contains("id", "state", "version", "roles", "proposedBy", "clearance");
    List<Operation> operations = operations(api);
    assertThat(operations).hasSizeGreaterThan(15);
    Caller caller = glasnost.as("security");
    Set<String> passed = new TreeSet<>();
    for (Operation operation : operations) {
      for (String member : answered) {
        if (operation.taken().contains(member)) {
          continue;
        }
        ObjectNode body = operation.example().deepCopy();
        body.put(member, "notional");
        Caller.Answer answer = send(caller, operation, body.toString());
        if (answer.status() != 400 || !answer.body().contains(member)) {
          passed.add(
              operation.method() + " " + operation.path() + " " + member + " " + answer.status());
        }
      }
    }
    assertThat(passed).isEmpty();
  }

  private static Caller.Answer send(Caller caller, Operation operation, String body) {
    String path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    return switch (operation.method()) {
      case "POST" -> caller.post(path, body);
      case "PUT" -> caller.put(path, body);
      case "PATCH" -> caller.patch(path, body);
      default -> throw new IllegalStateException("no body with " + operation.method());
    };
  }

  /** The members of what one thing is answered as. */
  private static Set<String> answered(JsonNode api) {
    Set<String> members = new TreeSet<>();
    for (String view :
        List.of(
            "AccountOrderView",
            "DocumentView",
            "OrderView",
            "PersonView",
            "ReviewView",
            "RightView",
            "TaskView")) {
      JsonNode schema = api.at("/components/schemas/" + view + "/properties");
      assertThat(schema.size()).as(view).isPositive();
      members.addAll(schema.propertyNames());
    }
    members.add("version");
    return members;
  }

  private static List<Operation> operations(JsonNode api) {
    List<Operation> operations = new ArrayList<>();
    for (var path : api.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        JsonNode json = method.getValue().at("/requestBody/content/application~1json");
        JsonNode schema = resolved(api, json.path("schema"));
        if (json.path("example") instanceof ObjectNode example
            && !schema.path("additionalProperties").asBoolean(true)) {
          operations.add(
              new Operation(
                  method.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  example,
                  Set.copyOf(schema.path("properties").propertyNames())));
        }
      }
    }
    return operations;
  }

  private static JsonNode resolved(JsonNode api, JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : api.at(reference.substring(1));
  }
}
