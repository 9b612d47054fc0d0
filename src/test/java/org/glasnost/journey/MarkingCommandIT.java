package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.glasnost.command.CommandLine;
import org.glasnost.declassification.Examples;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line answers as HTTP does, member by member and in the same words. */
class MarkingCommandIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path EXAMPLES = Path.of("src/test/resources/org/glasnost/reading/examples");

  private static Caller caller;

  @TempDir Path directory = Path.of("");

  @BeforeAll
  static void start() {
    caller = RunningGlasnost.on(Databases.H2).as("auditor");
  }

  private static List<String> answers(List<String> lines, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandLine.run(
        Stream.concat(Stream.of("marking"), Stream.of(words)).toArray(String[]::new),
        property -> Optional.empty(),
        new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        System.err);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** The examples of a file, as lines of a request. */
  private static List<Map<String, Object>> lines(Path file) throws IOException {
    Map<String, List<Map<String, Object>>> document =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Map<String, Object> example : Objects.requireNonNull(document.get("examples"))) {
      if (example.get("text") instanceof String text) {
        Map<String, Object> line = new LinkedHashMap<>(Map.of("text", text));
        Object kind = example.get("kind");
        line.put("kind", kind == null ? "AUTO" : kind.toString());
        lines.add(line);
      }
    }
    return lines;
  }

  @Test
  void everyExampleIsReadAlike() throws IOException {
    List<Map<String, Object>> asked = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.sorted().toList()) {
        asked.addAll(lines(file));
      }
    }
    assertThat(asked).hasSizeGreaterThan(300);
    for (int from = 0; from < asked.size(); from += 1000) {
      List<Map<String, Object>> part = asked.subList(from, Math.min(asked.size(), from + 1000));
      String body = JSON.writeValueAsString(Map.of("lines", part));
      String overHttp = caller.post("/api/markings/parse", body).body();
      assertThat(answers(List.of(body), "parse")).containsExactly(overHttp);
      List<String> single = answers(part.stream().map(JSON::writeValueAsString).toList(), "parse");
      List<JsonNode> readings = JSON.readTree(overHttp).path("readings").valueStream().toList();
      assertThat(single.stream().map(JSON::readTree)).isEqualTo(readings);
    }
  }

  @Test
  void portionsAreRolledUpAlike() {
    List<String> portions = List.of("(S//REL TO USA, GBR)", "(S//NF)", "(C//FGI GBR)", "(U//FOUO)");
    String body = JSON.writeValueAsString(Map.of("portions", portions, "context", "IC_PRODUCT"));
    String overHttp = caller.post("/api/markings/rollup", body).body();
    assertThat(answers(List.of(body), "rollup")).containsExactly(overHttp);
    assertThat(answers(portions, "rollup", "--context", "IC_PRODUCT")).containsExactly(overHttp);
  }

  @Test
  void everyQuestionOfDatesIsAnsweredOrRefusedAlike() {
    List<Examples.Example> examples =
        Stream.of("answers", "contradictions").flatMap(of -> Examples.about(of).stream()).toList();
    // Every third is enough here: that all of them are asked alike is told without HTTP.
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < examples.size(); i += 3) {
      bodies.add(JSON.writeValueAsString(examples.get(i).ask()));
    }
    List<String> answers = answers(bodies, "date");
    assertThat(answers).hasSameSizeAs(bodies);
    for (int i = 0; i < bodies.size(); i++) {
      Caller.Answer overHttp = caller.post("/api/declassification/compute", bodies.get(i));
      if (overHttp.status() == 200) {
        assertThat(answers.get(i)).as(bodies.get(i)).isEqualTo(overHttp.body());
      } else {
        JsonNode error = JSON.readTree(answers.get(i)).path("error");
        assertThat(error.path("findings")).isEqualTo(overHttp.json().path("findings"));
        assertThat(error.path("detail")).isEqualTo(overHttp.json().path("detail"));
        assertThat(error.path("line").asInt()).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void whatIsMalformedIsRefusedInTheSameWords() {
    for (String body :
        List.of("{", "{\"lines\":3}", "{\"lines\":[null]}", "{\"lines\":[{\"text\":1}]}", "{}")) {
      JsonNode overHttp = caller.post("/api/markings/parse", body).json();
      JsonNode error = JSON.readTree(answers(List.of(body), "parse").get(0)).path("error");
      assertThat(error.path("findings")).as(body).isEqualTo(overHttp.path("findings"));
    }
  }

  @Test
  void asAProcessItNeedsNoSettings() throws IOException, InterruptedException {
    Path input = Files.writeString(directory.resolve("lines"), "Top Secret; Eyes Only.\n{\n");
    Path output = directory.resolve("answers");
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                GlasnostProcess.classPath(),
                "org.glasnost.setup.Glasnost",
                "marking",
                "parse")
            .directory(directory.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .start();
    String told = new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(command.waitFor()).as(told).isEqualTo(1);
    List<String> answers = Files.readAllLines(output);
    assertThat(answers).hasSize(2);
    assertThat(JSON.readTree(answers.get(0)).path("level").asString()).isEqualTo("TOP_SECRET");
    assertThat(JSON.readTree(answers.get(1)).at("/error/line").asInt()).isEqualTo(2);
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactlyInAnyOrder(input, output);
    }
  }
}
