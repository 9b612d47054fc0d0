package org.glasnost.authority.openid;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.glasnost.authority.Role;
import org.glasnost.authority.ShownWords;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.policy.Agencies;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the mapping strictly and as it is written: {@code NO} is a text and no denial. An entry
 * that is missing, there twice or not known is noted with its line, and reading goes on, so that
 * everything is told at once.
 */
final class MappingReader {
  private static final String REGISTRATIONS = "registrations";
  private static final String CLAIM = "claim";
  private static final String CONSTANT = "constant";
  private static final String VALUES = "values";
  private static final String STRENGTHS = "acr";
  private static final ClaimPath NONE = new ClaimPath("");

  private final String name;
  private final Agencies agencies;
  private final List<String> wrong = new ArrayList<>();

  MappingReader(String name, Agencies agencies) {
    this.name = name;
    this.agencies = agencies;
  }

  /** What is wrong with what was read. */
  List<String> wrong() {
    return wrong;
  }

  Map<String, OpenIdMapping> read(byte[] bytes) {
    Node top;
    try {
      top =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .compose(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    } catch (YAMLException e) {
      wrong.add(name + " does not read as YAML.");
      return Map.of();
    }
    if (top == null) {
      wrong.add(name + " is empty: write 'registrations: {}' where there is no provider.");
      return Map.of();
    }
    Map<String, Node> file = entries(top, "the file", Set.of(REGISTRATIONS), Set.of());
    Map<String, OpenIdMapping> read = new LinkedHashMap<>();
    Node registrations = file.get(REGISTRATIONS);
    if (registrations != null) {
      entries(registrations, REGISTRATIONS, Set.of(), null)
          .forEach((id, node) -> read.put(id, registration(id, node)));
    }
    return read;
  }

  private OpenIdMapping registration(String id, Node node) {
    Map<String, Node> of =
        entries(
            node,
            id,
            Set.of("userName", "displayName", "position", "agency"),
            Set.of(
                "algorithm",
                STRENGTHS,
                "roles",
                "clearance",
                "citizenship",
                "nondisclosureAgreement"));
    Node algorithm = of.get("algorithm");
    return new OpenIdMapping(
        algorithm == null
            ? TokenAlgorithm.RS256
            : Objects.requireNonNullElse(
                word(algorithm, TokenAlgorithm.values()), TokenAlgorithm.RS256),
        strengths(of.get(STRENGTHS)),
        path(of.get("userName")),
        path(of.get("displayName")),
        position(of.get("position")),
        values(of.get("agency"), this::agency),
        optional(of.get("roles"), value -> word(value, Role.values())),
        optional(of.get("clearance"), this::level),
        optional(of.get("citizenship"), this::country),
        agreement(of.get("nondisclosureAgreement")));
  }

  private List<String> strengths(@Nullable Node node) {
    List<String> strengths = new ArrayList<>();
    if (node == null) {
      return strengths;
    }
    if (!(node instanceof SequenceNode several) || several.getValue().isEmpty()) {
      wrong(node, "acr is a list of one or more values, such as [phr, phrh]");
      return strengths;
    }
    for (Node each : several.getValue()) {
      String strength = text(each);
      if (strength != null && strength.contains(" ")) {
        wrong(each, "a value of acr has no blanks");
      } else if (strength != null) {
        strengths.add(strength);
      }
    }
    return strengths;
  }

  private OpenIdMapping.Position position(@Nullable Node node) {
    Map<String, Node> of =
        node == null ? Map.of() : entries(node, "position", Set.of(), Set.of(CLAIM, CONSTANT));
    Node claim = of.get(CLAIM);
    Node constant = of.get(CONSTANT);
    if (node != null && (claim == null) == (constant == null)) {
      wrong(node, "position is of one claim, or one constant");
    }
    String words = constant == null ? null : text(constant);
    if (constant != null && words != null && !ShownWords.areLine(words)) {
      wrong(constant, "position is between one and two hundred characters that show");
    }
    return new OpenIdMapping.Position(words, claim == null ? null : path(claim));
  }

  private @Nullable ClaimPath agreement(@Nullable Node node) {
    return node == null
        ? null
        : path(entries(node, "nondisclosureAgreement", Set.of(CLAIM), Set.of()).get(CLAIM));
  }

  private <T> @Nullable ClaimValues<T> optional(
      @Nullable Node node, Function<Node, @Nullable T> meaning) {
    return node == null ? null : values(node, meaning);
  }

  private <T> ClaimValues<T> values(@Nullable Node node, Function<Node, @Nullable T> meaning) {
    Map<String, T> byValue = new LinkedHashMap<>();
    if (node == null) {
      return new ClaimValues<>(NONE, byValue);
    }
    Map<String, Node> of = entries(node, "this entry", Set.of(CLAIM, VALUES), Set.of());
    Node values = of.get(VALUES);
    if (values != null) {
      entries(values, VALUES, Set.of(), null)
          .forEach(
              (value, means) -> {
                T meant = meaning.apply(means);
                if (meant != null) {
                  byValue.put(value, meant);
                }
              });
    }
    return new ClaimValues<>(path(of.get(CLAIM)), byValue);
  }

  private @Nullable String agency(Node node) {
    String id = text(node);
    if (id == null || agencies.known(id)) {
      return id;
    }
    wrong(node, "there is no agency of the id " + id + "; config/equity-holders.yaml lists them");
    return null;
  }

  private @Nullable String country(Node node) {
    String id = text(node);
    if (id == null || MarkingRegister.cnsi().token(RegisterCategory.COUNTRY, id) != null) {
      return id;
    }
    wrong(node, "no register has the country " + id + "; name its trigraph, such as USA");
    return null;
  }

  private @Nullable ClassificationLevel level(Node node) {
    ClassificationLevel level = word(node, ClassificationLevel.values());
    if (level == ClassificationLevel.UNCLASSIFIED) {
      wrong(node, "nobody is cleared for UNCLASSIFIED: leave the value out");
      return null;
    }
    return level;
  }

  private <E extends Enum<E>> @Nullable E word(Node node, E[] words) {
    String text = text(node);
    for (E word : words) {
      if (word.name().equals(text)) {
        return word;
      }
    }
    if (text != null) {
      wrong(node, text + " is none of " + Arrays.toString(words));
    }
    return null;
  }

  private ClaimPath path(@Nullable Node node) {
    String text = node == null ? null : text(node);
    return text == null ? NONE : new ClaimPath(text);
  }

  private @Nullable String text(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    wrong(node, "a text is needed here");
    return null;
  }

  /**
   * The entries of a node, each once.
   *
   * @param needed which must be there
   * @param besides which may be there too; null where the names are free
   */
  private Map<String, Node> entries(
      Node node, String what, Set<String> needed, @Nullable Set<String> besides) {
    Map<String, Node> found = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      wrong(node, what + " holds named entries");
      return found;
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = text(entry.getKeyNode());
      if (key == null) {
        continue;
      }
      if (besides != null && !needed.contains(key) && !besides.contains(key)) {
        Set<String> all = new TreeSet<>(needed);
        all.addAll(besides);
        wrong(entry.getKeyNode(), what + " has no entry " + key + "; it has " + all);
      } else if (found.put(key, entry.getValueNode()) != null) {
        wrong(entry.getKeyNode(), key + " is there twice");
      }
    }
    for (String name : new TreeSet<>(needed)) {
      if (!found.containsKey(name)) {
        wrong(node, what + " needs an entry " + name);
      }
    }
    return found;
  }

  private void wrong(Node node, String what) {
    wrong.add(name + ", line " + (node.getStartMark().getLine() + 1) + ": " + what + ".");
  }
}
