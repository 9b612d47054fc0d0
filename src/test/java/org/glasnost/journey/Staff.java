package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.OpenAccount;
import org.glasnost.authority.OpeningAccount;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** New people for a test, and what two security officers do for them, said in a line. */
final class Staff {
  private final RunningGlasnost glasnost;

  Staff(RunningGlasnost glasnost) {
    this.glasnost = glasnost;
  }

  /** Somebody with an account: its id and the name that it is signed in to with. */
  record Hired(String id, String name) {
    String path() {
      return "/api/people/" + id;
    }
  }

  /** A new account whose name is its password and the person's name. */
  Hired hired(
      Role role,
      String agency,
      @Nullable ClassificationLevel clearance,
      OpenAccount.Scope... delegations) {
    String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return hired(name, name, role, agency, clearance, delegations);
  }

  /** A new account of somebody of a given name. */
  Hired hired(
      String name,
      String displayName,
      Role role,
      String agency,
      @Nullable ClassificationLevel clearance,
      OpenAccount.Scope... delegations) {
    UUID id =
        glasnost
            .part(OpeningAccount.class)
            .open(
                new OpenAccount(
                    name,
                    name,
                    displayName,
                    "Notional " + role,
                    agency,
                    Set.of(role),
                    clearance,
                    List.of(delegations),
                    Set.of(),
                    true),
                new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, "test"));
    return new Hired(id.toString(), name);
  }

  /** The body of a proposal: kind and particulars of the grant, then a reason. */
  static Map<String, Object> proposal(Map<String, Object> grant) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("grant", grant);
    body.put("reason", "needed for notional work");
    return body;
  }

  /** One officer proposes. */
  JsonNode proposed(Hired subject, Map<String, Object> proposal) {
    Caller.Answer answer = glasnost.as("security").post(subject.path() + "/grants", proposal);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("state").asString()).isEqualTo("PROPOSED");
    assertThat(answer.header("Location"))
        .isEqualTo("/api/grants/" + answer.json().path("id").asString());
    return answer.json();
  }

  /** One officer proposes and the other approves. */
  JsonNode given(Hired subject, Map<String, Object> proposal) {
    String order = proposed(subject, proposal).path("id").asString();
    Caller.Answer answer = glasnost.as("security2").post("/api/grants/" + order + "/approve");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("state").asString()).isEqualTo("APPROVED");
    return answer.json();
  }

  /** The officers record that somebody has done a training today. */
  void trained(Hired subject, TrainingKind kind) {
    given(subject, training(kind, glasnost.part(OfficeDay.class).today()));
  }

  /** The body of a proposal to record a training. */
  static Map<String, Object> training(TrainingKind kind, LocalDate completedOn) {
    return proposal(
        Map.of("kind", "TRAINING", "training", kind.name(), "completedOn", completedOn.toString()));
  }

  /** Somebody leaves. */
  void leaves(Hired subject) {
    Caller.Answer answer =
        glasnost.as("security").post(subject.path() + "/leave", Map.of("reason", "has left"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("state").asString()).isEqualTo("LEFT");
  }

  /** The account as officers see it today. */
  JsonNode seen(Hired subject) {
    Caller.Answer answer = glasnost.as("security2").get(subject.path());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** Everything the record ever said that the person holds. */
  List<JsonNode> rights(Hired subject) {
    return glasnost
        .as("security2")
        .get(subject.path() + "/rights")
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  /** The id of the running right of a kind. */
  String running(Hired subject, String kind) {
    List<JsonNode> found =
        rights(subject).stream()
            .filter(right -> right.path("kind").asString().equals(kind))
            .filter(right -> right.path("supersededAt").isNull() && right.path("to").isNull())
            .toList();
    assertThat(found).as("running %s of %s", kind, subject).hasSize(1);
    return found.get(0).path("id").asString();
  }

  /** The journal's lines of a kind that tell of a thing by its id, oldest first. */
  List<JsonNode> lines(String kind, String id) {
    List<JsonNode> lines = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          glasnost.as("auditor").get("/api/journal/events?limit=200&kind=" + kind + after).json();
      page.path("items")
          .valueStream()
          .filter(line -> line.toString().contains(id))
          .forEach(lines::add);
      after = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());
    return lines;
  }

  /** That the last refusal of somebody bears that rule. */
  void refusedLast(String userName, String kind, String rule) {
    JsonNode page =
        glasnost
            .as("auditor")
            .get("/api/journal/events?limit=1&order=desc&kind=" + kind + "&actor=" + id(userName))
            .json();
    JsonNode last = page.path("items").get(0);
    assertThat(last.path("after").path("rules").valueStream().map(JsonNode::asString))
        .as(page.toString())
        .contains(rule);
  }

  /** The account of a user name. */
  String id(String userName) {
    return id(glasnost, userName);
  }

  /** The same, of any application. */
  static String id(Served glasnost, String userName) {
    String after = "";
    do {
      JsonNode page = glasnost.as("security").get("/api/people?limit=200" + after).json();
      for (JsonNode person : page.path("items")) {
        if (person.path("name").asString().equals(userName)) {
          return person.path("id").asString();
        }
      }
      after = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());
    throw new AssertionError("nobody is called " + userName);
  }
}
