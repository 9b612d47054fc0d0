package org.glasnost.process.decision;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.glasnost.process.decision.DecisionTable.Rule;
import org.glasnost.process.engine.DecisionEngine;
import org.glasnost.process.engine.DecisionEngine.RuleHit;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Cases with the answer that people expect, written beside the table and asked of it before anybody
 * may approve it. Rules DPL-0057 to DPL-0059.
 */
public final class Examples {
  private static final int LARGEST = 64 * 1024;
  private static final int MOST = 500;
  private static final int LONGEST_NAME = 200;
  private static final int DEEPEST = 10;

  private final List<Example> examples;

  private Examples(List<Example> examples) {
    this.examples = List.copyOf(examples);
  }

  private record Example(String name, Map<String, Object> inputs, Map<String, Object> outputs) {}

  /** What keeps a file from being read. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * Reads the examples of a table.
   *
   * @param decision whose they are
   * @param bytes of the file, YAML in UTF-8
   * @param told is given what keeps it from being read
   */
  public static Optional<Examples> read(
      KnownDecision decision, byte[] bytes, Consumer<DecisionFinding> told) {
    try {
      return Optional.of(new Examples(examples(decision.shape(), parsed(bytes))));
    } catch (Unreadable why) {
      told.accept(new DecisionFinding("DPL-0057", null, String.valueOf(why.getMessage())));
      return Optional.empty();
    }
  }

  private static Map<?, ?> parsed(byte[] bytes) throws Unreadable {
    if (bytes.length > LARGEST) {
      throw new Unreadable("The examples have at most " + LARGEST + " bytes.");
    }
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(LARGEST);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (new Yaml(new SafeConstructor(options)).load(text) instanceof Map<?, ?> map) {
        return map;
      }
    } catch (CharacterCodingException | YAMLException e) {
      throw new Unreadable("The examples do not read as YAML in UTF-8.");
    }
    throw new Unreadable("The examples are a mapping of 'decision' and 'examples'.");
  }

  private static List<Example> examples(DecisionShape shape, Map<?, ?> file) throws Unreadable {
    require(
        file.keySet().equals(Set.of("decision", "examples")),
        "The examples hold 'decision' and 'examples', and nothing else.");
    require(
        shape.key().equals(file.get("decision")),
        "The examples are not of the decision '" + shape.key() + "'.");
    if (!(file.get("examples") instanceof List<?> rows)) {
      throw new Unreadable("'examples' is a list.");
    }
    require(rows.size() <= MOST, "There are at most " + MOST + " examples.");
    List<Example> examples = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Object row : rows) {
      Example example = example(shape, row, examples.size() + 1);
      require(names.add(example.name()), "Two examples have the name '" + example.name() + "'.");
      examples.add(example);
    }
    return examples;
  }

  private static Example example(DecisionShape shape, Object row, int number) throws Unreadable {
    if (!(row instanceof Map<?, ?> map)
        || !map.keySet().equals(Set.of("name", "inputs", "outputs"))
        || !(map.get("name") instanceof String name)
        || !(map.get("inputs") instanceof Map<?, ?> inputs)
        || !(map.get("outputs") instanceof Map<?, ?> outputs)) {
      throw new Unreadable("Example " + number + " has a name, inputs and outputs.");
    }
    require(
        !name.isBlank() && name.length() <= LONGEST_NAME,
        "The name of example " + number + " has 1 to " + LONGEST_NAME + " characters.");
    Optional<String> wrong = shape.notInputs(inputs).or(() -> shape.notOutputs(outputs));
    if (wrong.isPresent()) {
      throw new Unreadable("In the example '" + name + "': " + wrong.get() + ".");
    }
    return new Example(name, byName(inputs), byName(outputs));
  }

  private static Map<String, Object> byName(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }

  private static void require(boolean holds, String otherwise) throws Unreadable {
    if (!holds) {
      throw new Unreadable(otherwise);
    }
  }

  /**
   * Asks the table each example, as the library will run it.
   *
   * @param ofExamples is given the examples that fail
   * @param ofTable is given the rules that no example hits
   */
  public void run(
      DecisionTable table,
      DecisionEngine.Table runs,
      Consumer<DecisionFinding> ofExamples,
      Consumer<DecisionFinding> ofTable) {
    Set<String> hit = new HashSet<>();
    for (Example example : examples) {
      List<RuleHit> hits = runs.ask(example.inputs());
      hits.forEach(each -> hit.add(each.rule()));
      if (hits.isEmpty() || !hits.get(0).outputs().equals(example.outputs())) {
        ofExamples.accept(
            new DecisionFinding(
                "DPL-0058",
                hits.isEmpty() ? null : hits.get(0).rule(),
                "The example '%s' expects %s; the table says %s."
                    .formatted(
                        example.name(),
                        told(example.outputs()),
                        hits.isEmpty() ? "nothing" : told(hits.get(0).outputs()))));
      }
    }
    for (Rule rule : table.rules()) {
      if (!hit.contains(rule.id())) {
        ofTable.accept(
            new DecisionFinding(
                "DPL-0059", rule.id(), "No example hits the rule " + rule.id() + "."));
      }
    }
  }

  private static String told(Map<String, Object> outputs) {
    List<String> told = new ArrayList<>();
    outputs.forEach((name, value) -> told.add(name + " " + value));
    told.sort(null);
    return String.join(", ", told);
  }
}
