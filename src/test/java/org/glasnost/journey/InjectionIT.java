package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words that another language would carry out (SQL, expressions, templates, headers, markup), in
 * every text field and every parameter of the API: they stay words.
 */
class InjectionIT {
  /** What the products in the words come to; it stands nowhere unless somebody computed it. */
  private static final String COMPUTED = "1409009";

  private static final List<String> WORDS =
      List.of(
          "' or '1'='1' -- ",
          "x'); delete from api_token; --",
          "\" union select user_name, password from account --",
          "${1187*1187+40}",
          "#{1187*1187+40}",
          "*{T(java.lang.Runtime).getRuntime().exec('id')}",
          "__${1187*1187+40}__::.x",
          "[[${1187*1187+40}]] [(${1187*1187+40})] {{1187*1187+40}} <%=1187*1187+40%>",
          "${jndi:ldap://127.0.0.1:1/a}",
          "<script>alert(1)</script><img src=x onerror=alert(1)>",
          "x\r\nX-Injected: yes\r\n\r\n<p>",
          "x%0d%0aX-Injected:%20yes",
          "../../../../etc/passwd",
          "classpath:config/application.yml",
          "file:///etc/passwd",
          "http://127.0.0.1:1/",
          "=cmd|' /C calc'!A0",
          "(|(uid=*))",
          "%n%n%s%x",
          "a".repeat(5_000));

  private static final List<String> ACCOUNTS =
      List.of("intake.nara", "records.nara", "reviewer.state", "security", "admin", "auditor");

  private record Operation(String method, String path, List<String> parameters, JsonNode example) {}

  @ParameterizedTest
  @EnumSource(Databases.class)
  void staysWordsInEveryFieldAndParameter(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller keeps = glasnost.as("auditor");
    assertThat(
            keeps
                .post(
                    "/api/me/tokens",
                    "{\"name\":\"kept\",\"scopes\":[\"read\"],\"expiresOn\":\""
                        + LocalDate.now(ZoneOffset.UTC).plusDays(9)
                        + "\"}")
                .status())
        .isEqualTo(201);
    long accounts = count(glasnost, "account");
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations(glasnost)) {
      for (String words : WORDS) {
        String account =
            ACCOUNTS.get(
                Math.floorMod(words.hashCode() + operation.path().hashCode(), ACCOUNTS.size()));
        Caller caller = glasnost.as(account);
        for (JsonNode body : bodies(operation.example(), words)) {
          judge(operation, words, send(caller, operation, body.toString()), wrong);
        }
        for (String parameter : operation.parameters()) {
          String path =
              path(operation)
                  + "?"
                  + parameter
                  + "="
                  + URLEncoder.encode(words, StandardCharsets.UTF_8);
          judge(operation, words, caller.get(path), wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count(glasnost, "account")).isEqualTo(accounts);
    assertThat(count(glasnost, "api_token")).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void staysWordsOnThePages(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    SignedInPages intake = new SignedInPages(glasnost).as("intake.nara");
    SignedInPages classifier = new SignedInPages(glasnost).as("classifier.state");
    for (String words : WORDS.subList(0, WORDS.size() - 1)) {
      String title = words.replaceAll("[\\r\\n]+", " ") + " " + UUID.randomUUID();
      String document =
          work.registers(
              "SECRET\n\n" + words + "\n\nA notional text.\n",
              Map.of(
                  "title",
                  title,
                  "originatingAgency",
                  "STATE",
                  "author",
                  words.replaceAll("[\\r\\n]+", " "),
                  "controlNumber",
                  "CN 1"));
      String task = work.claim("classifier.state", "MARKING_REVIEW", document);
      for (String page :
          List.of(
              intake.reads("/documents/" + document).body(),
              classifier.reads("/tasks/" + task).body())) {
        assertThat(page)
            .as(words)
            .contains(title.substring(title.length() - 36))
            .doesNotContain(COMPUTED, "<script>alert", "<img src=x", "org.thymeleaf", "uid=0");
      }
    }
    String path =
        "/documents?q=" + URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8);
    assertThat(intake.reads(path).body()).doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsPackedIsNotUnpacked(Databases database) throws IOException {
    Caller caller = RunningGlasnost.on(database).as("intake.nara");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[8 * 1024 * 1024]);
    }
    Caller.Answer encoded =
        caller.send(
            caller
                .request("/api/documents")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
    assertThat(encoded.status()).as("a packed body").isIn(400, 415);
    byte[] head =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail =
        "\r\n--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n{\"title\":\"x\"}\r\n--b--\r\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] whole =
        ByteBuffer.allocate(head.length + packed.size() + tail.length)
            .put(head)
            .put(packed.toByteArray())
            .put(tail)
            .array();
    Caller.Answer uploaded =
        caller.send(
            caller
                .request("/api/documents")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(whole)));
    assertThat(uploaded.status()).as("a packed file: " + uploaded.body()).isEqualTo(422);
  }

  private static void judge(
      Operation operation, String words, Caller.Answer answer, List<String> wrong) {
    String told = answer.body() + answer.raw().headers().map();
    String name = operation.method() + " " + operation.path() + " with " + words;
    if (answer.status() >= 500) {
      wrong.add(answer.status() + " " + name);
    }
    for (String sign :
        List.of(COMPUTED, "SQLException", "syntax error", "org.h2.", "org.postgresql", "uid=0(")) {
      if (told.contains(sign)) {
        wrong.add(sign + " " + name);
      }
    }
    if (answer.header("X-Injected") != null) {
      wrong.add("a header of the caller's " + name);
    }
  }

  private static long count(RunningGlasnost glasnost, String table) {
    return glasnost
        .part(JdbcClient.class)
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  private static Caller.Answer send(Caller caller, Operation operation, String body) {
    String path = path(operation);
    return switch (operation.method()) {
      case "POST" -> caller.post(path, body);
      case "PUT" -> caller.put(path, body);
      case "PATCH" -> caller.patch(path, body);
      default -> throw new IllegalStateException("no body with " + operation.method());
    };
  }

  private static String path(Operation operation) {
    return operation.path().replaceAll("\\{[^}]+}", "0b5c1f0e-7a52-4c52-9a6e-3f1e55b6a001");
  }

  /** The example once for each of its texts, with the words in the place of that text. */
  private static List<JsonNode> bodies(JsonNode example, String words) {
    List<JsonNode> bodies = new ArrayList<>();
    for (String pointer : texts(example, "")) {
      JsonNode body = example.deepCopy();
      int end = pointer.lastIndexOf('/');
      JsonNode holder = body.at(pointer.substring(0, end));
      String last = pointer.substring(end + 1);
      if (holder instanceof ObjectNode object) {
        object.put(last, words);
      } else if (holder instanceof ArrayNode array) {
        array.set(Integer.parseInt(last), words);
      }
      bodies.add(body);
    }
    return bodies;
  }

  private static List<String> texts(JsonNode node, String at) {
    List<String> found = new ArrayList<>();
    if (node.isString()) {
      found.add(at);
    } else if (node instanceof ObjectNode object) {
      object.properties().forEach(m -> found.addAll(texts(m.getValue(), at + "/" + m.getKey())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        found.addAll(texts(array.get(i), at + "/" + i));
      }
    }
    return found;
  }

  private static List<Operation> operations(RunningGlasnost glasnost) {
    List<Operation> operations = new ArrayList<>();
    JsonNode api = glasnost.as("auditor").get("/api/openapi").json();
    for (var path : api.path("paths").properties()) {
      if (path.getKey().startsWith("/engine-rest") || path.getKey().endsWith("/backup")) {
        continue; // files, which the gate's own corpus is about
      }
      for (var method : path.getValue().properties()) {
        List<String> parameters = new ArrayList<>();
        if (method.getKey().equals("get")) {
          for (JsonNode parameter : method.getValue().path("parameters")) {
            if (parameter.path("in").asString("").equals("query")) {
              parameters.add(parameter.path("name").asString());
            }
          }
        }
        operations.add(
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                parameters,
                method.getValue().at("/requestBody/content/application~1json/example")));
      }
    }
    assertThat(operations).hasSizeGreaterThan(60);
    return operations;
  }
}
