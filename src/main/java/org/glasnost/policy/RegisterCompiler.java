package org.glasnost.policy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Checks the registers that people edit and writes each edition as the plain resource that {@link
 * org.glasnost.marking.MarkingRegister} reads, so that the pure rooms work without any framework.
 *
 * <p>Refuses an unknown key, a missing or unknown value, a token twice in one register, a successor
 * that no register holds: with file and line.
 */
public final class RegisterCompiler {
  private static final Set<String> FILE_KEYS = Set.of("register", "edition", "category", "entries");
  private static final List<String> ENTRY_KEYS =
      List.of(
          "token",
          "forms",
          "abbreviations",
          "portion",
          "from",
          "to",
          "order",
          "reuse",
          "successors",
          "levels",
          "requires",
          "excludes",
          "members",
          "rank",
          "ism",
          "standing",
          "cite");

  private final List<String> faults = new ArrayList<>();
  private final Map<String, List<String>> lines = new TreeMap<>();
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final Map<String, String> successors = new LinkedHashMap<>();

  /** Use {@link #compile}. */
  private RegisterCompiler() {}

  /**
   * Compiles all registers.
   *
   * @param arguments the folder of the registers, and the folder to write to
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    compile(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /**
   * Compiles all registers below a folder.
   *
   * @param source holds {@code <id>/<edition>/*.yaml}
   * @param target where one resource per edition is written
   * @throws IllegalStateException naming every fault by file and line
   * @throws IOException if a file cannot be read or written
   */
  public static void compile(Path source, Path target) throws IOException {
    RegisterCompiler compiler = new RegisterCompiler();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        compiler.read(source.relativize(file).toString(), file);
      }
    }
    compiler.successors.forEach(
        (successor, place) -> {
          if (!compiler.tokens.containsKey(successor)) {
            compiler.faults.add(place + ": successor " + successor + " is in no register");
          }
        });
    if (!compiler.faults.isEmpty()) {
      throw new IllegalStateException(String.join("\n", compiler.faults));
    }
    Files.createDirectories(target);
    for (Map.Entry<String, List<String>> edition : compiler.lines.entrySet()) {
      Files.write(target.resolve(edition.getKey() + ".register"), edition.getValue());
    }
  }

  private void read(String name, Path file) throws IOException {
    Node root;
    try (Reader reader = Files.newBufferedReader(file)) {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
    }
    Map<String, Node> members = members(name, root, FILE_KEYS);
    String register = scalar(name, root, members, "register");
    String edition = scalar(name, root, members, "edition");
    String category = scalar(name, root, members, "category");
    Path folder = Path.of(name).getParent();
    if (folder == null || !folder.equals(Path.of(register, edition))) {
      fault(name, root, "stands in another folder than " + register + "/" + edition);
    }
    oneOf(name, root, "category", category, names(RegisterCategory.values()));
    if (members.get("entries") instanceof SequenceNode entries) {
      for (Node entry : entries.getValue()) {
        lines
            .computeIfAbsent(register + "-" + edition, key -> new ArrayList<>())
            .add(entry(name, register, category, entry));
      }
    } else {
      fault(name, root, "has no entries");
    }
  }

  private String entry(String file, String register, String category, Node node) {
    Map<String, Node> members = members(file, node, Set.copyOf(ENTRY_KEYS));
    String token = scalar(file, node, members, "token");
    String place = tokens.putIfAbsent(register + ":" + token, at(file, node));
    if (place != null) {
      fault(file, node, "token " + token + " stands already at " + place);
    }
    if (!members.containsKey("forms")) {
      fault(file, node, "forms is missing");
    }
    String standing = scalar(file, node, members, "standing");
    oneOf(file, node, "standing", standing, names(Citation.Standing.values()));
    String reuse = members.containsKey("reuse") ? scalar(file, node, members, "reuse") : "SAME";
    oneOf(file, node, "reuse", reuse, names(RegisterEntry.Reuse.values()));
    list(file, members.get("levels"))
        .forEach(level -> oneOf(file, node, "level", level, names(StatedLevel.values())));
    list(file, members.get("successors")).forEach(s -> successors.put(s, at(file, node)));
    return String.join(
        "\t",
        token,
        category,
        joined(file, members, "forms"),
        joined(file, members, "abbreviations"),
        joined(file, members, "portion"),
        joined(file, members, "from"),
        joined(file, members, "to"),
        reuse,
        joined(file, members, "successors"),
        joined(file, members, "levels"),
        joined(file, members, "requires"),
        joined(file, members, "excludes"),
        joined(file, members, "members"),
        members.containsKey("rank") ? joined(file, members, "rank") : "0",
        joined(file, members, "ism"),
        standing,
        scalar(file, node, members, "cite"));
  }

  private Map<String, Node> members(String file, Node node, Set<String> known) {
    Map<String, Node> members = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      fault(file, node, "is not a mapping");
      return members;
    }
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!known.contains(key)) {
        fault(file, tuple.getKeyNode(), "unknown key " + key);
      } else if (!seen.add(key)) {
        fault(file, tuple.getKeyNode(), "key " + key + " twice");
      } else {
        members.put(key, tuple.getValueNode());
      }
    }
    return members;
  }

  private String scalar(String file, Node owner, Map<String, Node> members, String key) {
    if (members.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    fault(file, owner, key + " is missing");
    return "";
  }

  private String joined(String file, Map<String, Node> members, String key) {
    return String.join("|", list(file, members.get(key)));
  }

  private List<String> list(String file, @Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    List<Node> elements = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    List<String> values = new ArrayList<>();
    for (Node element : elements) {
      if (element instanceof ScalarNode scalar
          && !scalar.getValue().isBlank()
          && scalar.getValue().indexOf('\t') < 0
          && scalar.getValue().indexOf('|') < 0) {
        values.add(scalar.getValue());
      } else {
        fault(file, element, "is not a plain value");
      }
    }
    return values;
  }

  private void oneOf(String file, Node node, String key, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      fault(file, node, key + " " + value + " is none of " + allowed);
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }

  private void fault(String file, @Nullable Node node, String message) {
    faults.add((node == null ? file : at(file, node)) + ": " + message);
  }

  private static String at(String file, Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }
}
