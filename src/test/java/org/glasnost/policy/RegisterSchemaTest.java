package org.glasnost.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.glasnost.marking.Era;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.rule.Citation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors use says the same as the checker, as far as a schema can. */
class RegisterSchemaTest {
  private static final Path FILE = Path.of("config/registers/register.schema.json");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TEXT = read(FILE);
  private static final JsonNode TREE = JSON.readTree(TEXT);
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

  static Stream<RegisterCompilerTest.Faulty> faulty() {
    return RegisterCompilerTest.faulty();
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(FILE.getParent())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void refusesTheLineThatTheTableNames(RegisterCompilerTest.Faulty faulty) {
    Set<Object> lines = new TreeSet<>(refused(faulty.text()));

    if (faulty.schema() instanceof Integer line) {
      assertThat(lines).contains(line);
    } else {
      assertThat(faulty.schema()).isEqualTo("beyond");
      assertThat(lines).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void takesTheFilesThatShipAndEachNamesIt(Path file) {
    String text = read(file);

    assertThat(refused(text)).isEmpty();
    assertThat(text).startsWith("# yaml-language-server: $schema=../../register.schema.json\n");
  }

  @Test
  void knowsTheWordsThatTheCodeKnows() {
    assertThat(words("/properties/category/enum")).isEqualTo(names(RegisterCategory.values()));
    assertThat(words("/$defs/order/enum")).isEqualTo(names(Era.values()));
    String entry = "/$defs/entry/properties";
    assertThat(words(entry + "/levels/items/enum")).isEqualTo(names(StatedLevel.values()));
    assertThat(words(entry + "/reuse/enum")).isEqualTo(names(RegisterEntry.Reuse.values()));
    assertThat(words(entry + "/standing/enum")).isEqualTo(names(Citation.Standing.values()));
    assertThat(TREE.at(entry).propertyNames())
        .containsExactlyInAnyOrderElementsOf(RegisterKey.names());
    assertThat(words("/$defs/entry/required"))
        .isEqualTo(
            RegisterKey.REQUIRED.stream()
                .map(RegisterKey::yaml)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void explainsEveryKey() {
    TREE.at("/$defs/entry/properties")
        .forEach(key -> assertThat(key.get("description").asString()).isNotBlank());
  }

  private static Set<Integer> refused(String text) {
    Object loaded = new Yaml(new SafeConstructor(options())).load(text);
    Node root = new Yaml(new SafeConstructor(options())).compose(new StringReader(text));
    Set<Integer> lines = new TreeSet<>();
    for (Error error : SCHEMA.validate(JSON.writeValueAsString(loaded), InputFormat.JSON)) {
      lines.add(line(root, error.getInstanceLocation().toString()));
    }
    return lines;
  }

  /** The line of the value at a JSON pointer. */
  private static int line(Node root, String pointer) {
    Node node = root;
    for (String step : pointer.split("/", -1)) {
      if (step.isEmpty()) {
        continue;
      }
      node =
          node instanceof SequenceNode list
              ? list.getValue().get(Integer.parseInt(step))
              : member(node, step);
    }
    return node.getStartMark().getLine() + 1;
  }

  private static Node member(Node node, String key) {
    return ((MappingNode) node)
        .getValue().stream()
            .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals(key))
            .map(NodeTuple::getValueNode)
            .findFirst()
            .orElseThrow();
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(true);
    return options;
  }

  private static Set<String> words(String pointer) {
    return StreamSupport.stream(TREE.at(pointer).spliterator(), false)
        .map(JsonNode::asString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
