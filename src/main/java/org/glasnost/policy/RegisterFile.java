package org.glasnost.policy;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.glasnost.marking.RegisterCategory;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads one register file into words, with the place of each value. What is wrong within the file
 * is collected; what words say of each other is {@link RegisterChecks}.
 */
final class RegisterFile {
  private static final Set<String> KEYS = Set.of("register", "edition", "category", "entries");
  private static final Set<Tag> DAY_TAGS = Set.of(Tag.STR, Tag.TIMESTAMP);

  /** Part the fields of a compiled line; control characters have no business in any. */
  private static final String RESERVED = "|";

  private final String name;
  private final List<RegisterFault> faults;
  private final List<RegisterWord> words = new ArrayList<>();

  private RegisterFile(String name, List<RegisterFault> faults) {
    this.name = name;
    this.faults = faults;
  }

  /**
   * The words of a file.
   *
   * @param name how messages name it; its last two folders are register and edition
   * @param bytes UTF-8
   * @param faults to which is added what is wrong
   */
  static List<RegisterWord> words(String name, byte[] bytes, List<RegisterFault> faults) {
    RegisterFile file = new RegisterFile(name, faults);
    Node root = file.parse(bytes);
    if (root != null) {
      file.read(root);
    }
    return file.words;
  }

  private @Nullable Node parse(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Node root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      if (root == null) {
        fault(1, "is empty");
      }
      return root;
    } catch (CharacterCodingException e) {
      fault(1, "is not UTF-8");
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      fault(mark == null ? 1 : mark.getLine() + 1, "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      fault(1, "is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    return null;
  }

  private void read(Node root) {
    Map<String, Node> members = members(root, KEYS);
    String register = top(root, members, "register");
    String edition = top(root, members, "edition");
    String category = top(root, members, "category");
    Path folder = Path.of(name).getParent();
    if (!register.isEmpty()
        && !edition.isEmpty()
        && (folder == null || !folder.endsWith(Path.of(register, edition)))) {
      fault(line(root), "stands in another folder than " + register + "/" + edition);
    }
    List<String> categories =
        Arrays.stream(RegisterCategory.values()).map(RegisterCategory::name).toList();
    Node named = members.get("category");
    if (named != null && !category.isEmpty() && !categories.contains(category)) {
      fault(line(named), "category " + category + " is none of " + categories);
    }
    if (members.get("entries") instanceof SequenceNode entries && !entries.getValue().isEmpty()) {
      for (Node entry : entries.getValue()) {
        word(register + "/" + edition, category, entry);
      }
    } else {
      Node entries = members.get("entries");
      fault(line(entries == null ? root : entries), "has no entries");
    }
  }

  private String top(Node root, Map<String, Node> members, String key) {
    Node node = members.get(key);
    if (node == null) {
      fault(line(root), key + " is missing");
      return "";
    }
    String text = text(key, node, Set.of(Tag.STR));
    return text == null ? "" : text;
  }

  private void word(String edition, String category, Node node) {
    Map<String, Node> members = members(node, RegisterKey.names());
    Map<RegisterKey, RegisterWord.Value> values = new EnumMap<>(RegisterKey.class);
    members.forEach(
        (name, value) -> {
          RegisterKey key = RegisterKey.named(name);
          if (key != null) {
            List<String> elements = elements(key, value);
            if (!elements.isEmpty()) {
              values.put(key, new RegisterWord.Value(line(value), elements));
            }
          }
        });
    if (node instanceof MappingNode) {
      for (RegisterKey key : RegisterKey.REQUIRED) {
        if (!members.containsKey(key.yaml())) {
          fault(line(node), key.yaml() + " is missing");
        }
      }
    }
    words.add(new RegisterWord(name, line(node), edition, category, values));
  }

  private List<String> elements(RegisterKey key, Node node) {
    return switch (key.kind()) {
      case TEXTS -> texts(key.yaml(), node);
      case TEXT -> single(text(key.yaml(), node, Set.of(Tag.STR)));
      case DAY -> {
        String day = text(key.yaml(), node, DAY_TAGS);
        yield day != null && isDay(key.yaml(), day, node) ? List.of(day) : List.of();
      }
      case NUMBER -> {
        String number = text(key.yaml(), node, Set.of(Tag.INT));
        if (number != null && !number.matches("\\d{1,6}")) {
          fault(line(node), key.yaml() + " " + number + " is no whole number from 0 to 999999");
          number = null;
        }
        yield single(number);
      }
    };
  }

  private List<String> texts(String key, Node node) {
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      fault(line(node), key + " is not a list");
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (Node element : list.getValue()) {
      String text = text(key, element, Set.of(Tag.STR));
      if (text != null && values.contains(text)) {
        fault(line(element), key + " names " + text + " twice");
      } else if (text != null) {
        values.add(text);
      }
    }
    return values;
  }

  private @Nullable String text(String key, Node node, Set<Tag> tags) {
    if (!(node instanceof ScalarNode scalar)) {
      fault(line(node), key + " is not a plain value");
      return null;
    }
    String text = scalar.getValue();
    if (text.isBlank()) {
      fault(line(node), key + " is empty");
      return null;
    }
    if (!tags.contains(scalar.getTag())) {
      fault(
          line(node),
          tags.contains(Tag.INT)
              ? key + " " + text + " is no whole number"
              : key + " " + text + " is not a text to YAML; put it in quotation marks");
      return null;
    }
    if (!text.equals(text.strip())
        || text.contains(RESERVED)
        || text.chars().anyMatch(Character::isISOControl)) {
      fault(line(node), key + " holds a |, a control character, or blanks at its ends");
      return null;
    }
    return text;
  }

  private boolean isDay(String key, String text, Node node) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      fault(line(node), key + " " + text + " is no day such as 1953-12-14");
      return false;
    }
  }

  private Map<String, Node> members(Node node, Set<String> known) {
    Map<String, Node> members = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      fault(line(node), "is not a list of keys and values");
      return members;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Node named = tuple.getKeyNode();
      String key = named instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!known.contains(key)) {
        fault(line(named), "unknown key " + key);
      } else if (members.putIfAbsent(key, tuple.getValueNode()) != null) {
        fault(line(named), "key " + key + " twice");
      }
    }
    return members;
  }

  private static List<String> single(@Nullable String text) {
    return Stream.ofNullable(text).toList();
  }

  private void fault(int line, String message) {
    faults.add(new RegisterFault(name, line, message));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
