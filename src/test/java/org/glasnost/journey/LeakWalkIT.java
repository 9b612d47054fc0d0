package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.fixtures.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the OpenAPI document, as every account of the demonstration, over records of
 * thirty markings: what an account may not know shows in no body, header, count or cursor, and
 * asking for it is answered like asking for what is not there, with the same statements to the
 * database.
 */
class LeakWalkIT {
  private static final List<String> ACCOUNTS =
      List.of(
          "intake.nara",
          "classifier.state",
          "oca.state",
          "reviewer.state",
          "reviewer2.state",
          "senior.state",
          "supervisor.state",
          "reviewer.nsc",
          "reviewer.cia",
          "coordinator.nara",
          "authority.state",
          "authority.nara",
          "redactor.nara",
          "redactor2.nara",
          "records.nara",
          "admin",
          "admin2",
          "security",
          "security2",
          "auditor",
          "reviewer.confidential");

  /** Date and marking of the records. */
  private static final List<List<String>> MARKINGS =
      List.of(
          List.of("1985-03-25", "SECRET/SENSITIVE EYES ONLY"),
          List.of("1985-03-25", "SECRET/SENSITIVE EYES ONLY FOR THE SECRETARY"),
          List.of("1985-03-25", "TOP SECRET"),
          List.of("1985-03-25", "SECRET"),
          List.of("1985-03-25", "CONFIDENTIAL"),
          List.of("1985-03-25", "UNCLASSIFIED"),
          List.of("1985-03-25", "SECRET/NODIS"),
          List.of("1985-03-25", "SECRET/EXDIS"),
          List.of("1985-03-25", "CONFIDENTIAL/LIMDIS"),
          List.of("1985-03-25", "SECRET NOFORN"),
          List.of("1985-03-25", "TOP SECRET UMBRA"),
          List.of("1985-03-25", "SECRET RESTRICTED DATA"),
          List.of("1975-06-02", "TOP SECRET/NODIS/CHEROKEE"),
          List.of("1975-06-02", "SECRET XGDS"),
          List.of("1975-06-02", "CONFIDENTIAL GDS"),
          List.of("1966-02-11", "SECRET NO FOREIGN DISSEM"),
          List.of("1951-10-01", "RESTRICTED"),
          List.of("1962-10-22", "TOP SECRET EIDER"),
          List.of("2018-05-04", "SECRET//NOFORN"),
          List.of("2018-05-04", "SECRET//REL TO USA, GBR"),
          List.of("2018-05-04", "CONFIDENTIAL//REL TO USA, FVEY"),
          List.of("2018-05-04", "TOP SECRET//SI//NOFORN"),
          List.of("2018-05-04", "TOP SECRET//TK//NOFORN"),
          List.of("2018-05-04", "SECRET//HCS-P//NOFORN"),
          List.of("2018-05-04", "SECRET//RD//NOFORN"),
          List.of("2018-05-04", "SECRET//SAR-BP//NOFORN"),
          List.of("2018-05-04", "SECRET//FGI GBR//REL TO USA, GBR"),
          List.of("2018-05-04", "SECRET//ORCON/NOFORN"),
          List.of("2018-05-04", "SECRET//NOFORN//EXDIS"),
          List.of("2018-05-04", "CONFIDENTIAL//NOFORN"));

  private static final Set<String> SAME_ANYWAY =
      Set.of("date", "connection", "keep-alive", "x-request-id");

  /** A record of the walk, and the ids of what hangs on it. */
  private record Paper(String marking, String word, String id, Map<String, String> tasks) {}

  private record Operation(String method, String path, String example) {}

  @Test
  void nothingTellsOfWhatMayNotBeKnown() {
    walk(Databases.H2);
  }

  @Test
  @Tag("long")
  void nothingTellsOfWhatMayNotBeKnownOnPostgresql() {
    walk(Databases.POSTGRESQL);
  }

  private static void walk(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    List<Paper> papers = papers(glasnost);
    List<Operation> operations = operations(glasnost);
    assertThat(operations).hasSizeGreaterThan(60);
    Map<String, Integer> forbiddenTo = new TreeMap<>();
    Set<String> differences = new TreeSet<>();
    for (String account : ACCOUNTS) {
      Caller caller = glasnost.as(account);
      List<Paper> forbidden =
          papers.stream()
              .filter(p -> caller.get("/api/documents/" + p.id()).status() == 404)
              .toList();
      forbiddenTo.put(account, forbidden.size());
      List<Paper> asked = new ArrayList<>(ofEachState(forbidden, caller));
      asked.addAll(papers.stream().filter(p -> !forbidden.contains(p)).limit(3).toList());
      for (Operation operation : operations) {
        if (operation.method().equals("GET")) {
          showsNothing(caller, operation, asked, forbidden);
        }
        if (!forbidden.isEmpty()) {
          answersAsIfAbsent(glasnost, caller, operation, forbidden, differences);
        }
      }
    }
    assertThat(differences).isEmpty();
    // No account has a read-in, and each sees something of its own or of the whole.
    assertThat(forbiddenTo.values()).allMatch(count -> count >= 6);
    assertThat(forbiddenTo).containsEntry("admin", papers.size());
    assertThat(forbiddenTo.get("intake.nara")).isLessThan(papers.size() / 2);
    assertThat(forbiddenTo.get("reviewer.confidential"))
        .isGreaterThan(forbiddenTo.get("reviewer.state"));
  }

  private static List<Paper> papers(RunningGlasnost glasnost) {
    List<Paper> papers = new ArrayList<>();
    Work work = new Work(glasnost);
    for (int i = 0; i < MARKINGS.size(); i++) {
      String marking = MARKINGS.get(i).get(1);
      String word = "Quizzelbrand" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
      String id =
          work.registers(
              "This text is fictitious.\n\n" + marking + "\n\nA sentence on " + word + ".\n",
              Map.of(
                  "title",
                  "A fictitious paper on " + word,
                  "documentDate",
                  MARKINGS.get(i).get(0),
                  "originatingAgency",
                  "STATE",
                  "controlNumber",
                  "CN " + word,
                  "addressee",
                  "The desk of " + word,
                  "recordStatus",
                  "PERMANENT"));
      Caller classifier = glasnost.as("classifier.state");
      if (i % 3 != 0 && task(classifier, id) != null) {
        work.acceptsAll("classifier.state", id);
      }
      if (i % 3 == 1 && state(glasnost, id).equals("PROTECTED")) {
        if (i % 2 == 0) {
          work.orders("SYSTEMATIC", List.of(id));
        } else {
          work.beginsReview(id);
        }
      }
      papers.add(new Paper(marking, word, id, tasks(glasnost, id)));
    }
    return papers;
  }

  private static String state(RunningGlasnost glasnost, String id) {
    return glasnost.as("intake.nara").get("/api/documents/" + id).json().path("state").asString("");
  }

  private static @Nullable String task(Caller caller, String document) {
    JsonNode items = caller.get("/api/tasks?document=" + document).json().path("items");
    return items.isEmpty() ? null : items.get(0).path("id").asString();
  }

  /** The open tasks on a record and its review, from whoever sees them. */
  private static Map<String, String> tasks(RunningGlasnost glasnost, String document) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String account : List.of("classifier.state", "coordinator.nara", "reviewer.state")) {
      String task = task(glasnost.as(account), document);
      if (task != null) {
        found.put("task", task);
      }
    }
    JsonNode review =
        glasnost.as("intake.nara").get("/api/documents/" + document).json().path("review");
    if (review.isString()) {
      found.put("review", review.asString());
    }
    return found;
  }

  private static List<Operation> operations(RunningGlasnost glasnost) {
    List<Operation> operations = new ArrayList<>();
    JsonNode api = glasnost.as("auditor").get("/api/openapi").json();
    for (var path : api.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        operations.add(
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                method.getValue().at("/requestBody/content/application~1json/example").toString()));
      }
    }
    return operations;
  }

  /** With every id that may be put in, and with none, no word of a forbidden record comes back. */
  private static void showsNothing(
      Caller caller, Operation operation, List<Paper> papers, List<Paper> forbidden) {
    for (String path : asked(operation, papers)) {
      Caller.Answer answer = caller.get(path);
      assertThat(answer.status()).as(caller.userName() + " " + path).isLessThan(500);
      String told = answer.body() + answer.raw().headers().map();
      for (Paper paper : forbidden) {
        assertThat(told)
            .as("%s asks %s; forbidden is %s", caller.userName(), path, paper.marking())
            .doesNotContain(paper.word());
        if (!path.contains(paper.id())) {
          assertThat(told).as(caller.userName() + " " + path).doesNotContain(paper.id());
        }
      }
    }
  }

  private static List<String> asked(Operation operation, List<Paper> papers) {
    String path = operation.path();
    if (path.startsWith("/actuator") || path.equals("/api/docs")) {
      return List.of();
    }
    if (!path.contains("{")) {
      List<String> paths = new ArrayList<>(List.of(path));
      switch (path) {
        case "/api/documents" -> {
          paths.add(path + "?limit=200");
          paths.add(path + "?limit=1");
          papers.forEach(p -> paths.add(path + "?q=" + p.word()));
        }
        case "/api/tasks" -> {
          paths.add(path + "?limit=200");
          papers.forEach(p -> paths.add(path + "?document=" + p.id()));
        }
        case "/api/journal/events" -> {
          paths.add(path + "?order=desc&limit=200");
          papers.forEach(p -> paths.add(path + "?document=" + p.id()));
        }
        // What an auditor exported is on record, with the id that they typed: asked for whole here.
        case "/api/policy/bases" -> papers.forEach(p -> paths.add(path + "?document=" + p.id()));
        default -> {
          // Asked as it is.
        }
      }
      return paths;
    }
    return papers.stream().map(p -> filled(path, p)).distinct().toList();
  }

  /**
   * The path with the ids of a record in it; of what hangs on no record, ids that are not there.
   */
  private static String filled(String path, Paper paper) {
    String id =
        path.startsWith("/api/documents/")
            ? paper.id()
            : path.startsWith("/api/tasks/")
                ? paper.tasks().getOrDefault("task", ABSENT)
                : path.startsWith("/api/reviews/")
                    ? paper.tasks().getOrDefault("review", ABSENT)
                    : ABSENT;
    return path.replace("{id}", id).replaceAll("\\{[^}]+}", ABSENT);
  }

  private static final String ABSENT = "0b5c1f0e-7a52-4c52-9a6e-3f1e55b6a001";

  /** A forbidden record and one that is not there are answered alike, with the same work. */
  private static void answersAsIfAbsent(
      RunningGlasnost glasnost,
      Caller caller,
      Operation operation,
      List<Paper> forbidden,
      Set<String> told) {
    for (Paper paper : ofEachState(forbidden, caller)) {
      String path = filled(operation.path(), paper);
      if (path.contains(ABSENT) || path.equals(operation.path())) {
        continue;
      }
      String id = path.startsWith("/api/documents/") ? paper.id() : idIn(path, paper);
      String absent = UUID.randomUUID().toString();
      long signIns = signIns(glasnost);
      Seen one = seen(glasnost, caller, operation, path, id);
      Seen other = seen(glasnost, caller, operation, path.replace(id, absent), absent);
      if (signIns(glasnost) != signIns) {
        // Each minute a sign-in is verified and journalled anew: by the clock, not by the id.
        one = seen(glasnost, caller, operation, path, id);
        other = seen(glasnost, caller, operation, path.replace(id, absent), absent);
      }
      if (!one.equals(other)) {
        told.add(
            "%s %s as %s: %s"
                .formatted(
                    operation.method(), operation.path(), caller.userName(), one.against(other)));
      }
    }
  }

  private static long signIns(RunningGlasnost glasnost) {
    return glasnost
        .part(JdbcClient.class)
        .sql("select count(*) from journal_event where kind = 'SIGNED_IN'")
        .query(Long.class)
        .single();
  }

  /** A few of them, others for every account: with a task, with a review, with neither. */
  private static List<Paper> ofEachState(List<Paper> forbidden, Caller caller) {
    List<Paper> turned = new ArrayList<>(forbidden);
    Collections.rotate(turned, ACCOUNTS.indexOf(caller.userName()));
    return List.copyOf(
        turned.stream()
            .collect(Collectors.toMap(p -> p.tasks().keySet(), p -> p, (a, b) -> a))
            .values());
  }

  private static String idIn(String path, Paper paper) {
    return paper.tasks().values().stream().filter(path::contains).findFirst().orElseThrow();
  }

  private record Seen(
      int status, String body, Map<String, List<String>> headers, List<String> sent) {
    /** In which the two differ, in brief. */
    String against(Seen absent) {
      if (status != absent.status || !body.equals(absent.body)) {
        return status + " " + body + " and not " + absent.status + " " + absent.body;
      }
      if (!headers.equals(absent.headers)) {
        return headers + " and not " + absent.headers;
      }
      int same = 0;
      while (same < sent.size()
          && same < absent.sent.size()
          && sent.get(same).equals(absent.sent.get(same))) {
        same++;
      }
      return "the work goes on with "
          + sent.subList(same, sent.size())
          + " and not with "
          + absent.sent.subList(same, absent.sent.size());
    }
  }

  private static Seen seen(
      RunningGlasnost glasnost, Caller caller, Operation operation, String path, String id) {
    glasnost.statements();
    HttpRequest.Builder request = caller.request(path);
    if (operation.method().equals("GET")) {
      request.GET();
    } else {
      boolean body = !operation.example().isEmpty();
      request
          .header("Content-Type", "application/json")
          .method(
              operation.method(),
              body ? BodyPublishers.ofString(operation.example()) : BodyPublishers.noBody());
    }
    Caller.Answer answer = caller.send(request);
    assertThat(answer.status()).as(path).isBetween(400, 499);
    Map<String, List<String>> headers =
        answer.raw().headers().map().entrySet().stream()
            .filter(header -> !SAME_ANYWAY.contains(header.getKey().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Seen(
        answer.status(), answer.body().replace(id, "ID"), headers, glasnost.statements());
  }
}
