package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What people do at their tasks, said in a line. */
public final class Work {
  private final Served glasnost;

  /** On behalf of the people of a running application. */
  public Work(Served glasnost) {
    this.glasnost = glasnost;
  }

  /** The id of the open task of a kind on a document, as somebody sees it. */
  public String open(String userName, String kind, String document) {
    JsonNode items =
        glasnost
            .as(userName)
            .get("/api/tasks?kind=" + kind + "&document=" + document)
            .json()
            .path("items");
    assertThat(items.size()).as("%s sees one %s on %s", userName, kind, document).isEqualTo(1);
    return items.get(0).path("id").asString();
  }

  /** Claims the open task of a kind on a document. */
  public String claim(String userName, String kind, String document) {
    String task = open(userName, kind, document);
    Caller.Answer claimed = glasnost.as(userName).post("/api/tasks/" + task + "/claim");
    assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
    assertThat(claimed.json().path("assignee").asString()).isEqualTo(userName);
    return task;
  }

  /** Claims and completes the open task of a kind on a document. */
  public JsonNode does(String userName, String kind, String document, Object body) {
    String task = claim(userName, kind, document);
    Caller.Answer done = glasnost.as(userName).post("/api/tasks/" + task + "/complete", body);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.json().path("completedAt").isNull()).isFalse();
    return done.json();
  }

  /** Accepts everything that was read in a document. */
  public void acceptsAll(String userName, String document) {
    JsonNode seen = glasnost.as(userName).get("/api/documents/" + document).json();
    does(userName, "MARKING_REVIEW", document, acceptance(seen, null));
  }

  /** The body that accepts everything, with a marking of one's own if there is none. */
  public static Map<String, Object> acceptance(
      JsonNode document, @Nullable Map<String, String> marking) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "readings",
        document
            .path("readings")
            .valueStream()
            .map(r -> Map.of("reading", r.path("id").asString(), "accept", true))
            .toList());
    body.put(
        "proposals",
        document
            .path("proposals")
            .valueStream()
            .map(p -> Map.of("proposal", p.path("id").asString(), "accept", true))
            .toList());
    if (marking != null) {
      body.put("marking", marking);
    }
    body.put("reason", "as it stands on the page");
    return body;
  }

  /** Registers a text. */
  public String registers(String text, Map<String, Object> fields) {
    Map<String, Object> body = new LinkedHashMap<>(fields);
    body.put("text", text);
    body.putIfAbsent("title", "A fictitious memorandum");
    Caller.Answer registered = glasnost.as("intake.nara").post("/api/documents", body);
    assertThat(registered.status()).as(registered.body()).isEqualTo(201);
    return registered.json().path("id").asString();
  }

  /** Orders a review of documents. */
  public String orders(String kind, List<String> documents) {
    Caller.Answer ordered =
        glasnost
            .as("records.nara")
            .post("/api/reviews", Map.of("kind", kind, "documents", documents));
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
    return ordered.json().path("id").asString();
  }

  /** Registers a text and confirms all that was read: it is protected. */
  public String atRest(String text, Map<String, Object> fields) {
    String document = registers(text, fields);
    acceptsAll("classifier.state", document);
    return document;
  }

  /** Registers a text, protects it and orders its review; no other agency has a part in it. */
  public String underReview(String text, Map<String, Object> fields) {
    String document = atRest(text, fields);
    beginsReview(document);
    return document;
  }

  /** Orders a review of a document in which no other agency has a part. */
  public void beginsReview(String document) {
    orders("SYSTEMATIC", List.of(document));
    does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        document,
        Map.of("equities", List.of(), "reason", "the Department's own"));
  }

  /** Two reviewers decide alike and the authority signs. */
  public void decides(String document, Map<String, Object> decision) {
    does("reviewer.state", "FIRST_REVIEW", document, decision);
    does("reviewer2.state", "SECOND_REVIEW", document, decision);
    does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
  }

  /** The ids of a document's portions. */
  public List<String> portions(String userName, String document) {
    return glasnost
        .as(userName)
        .get("/api/documents/" + document)
        .json()
        .path("portions")
        .valueStream()
        .map(p -> p.path("id").asString())
        .collect(Collectors.toList());
  }
}
