package org.glasnost.process.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decision is asked with and what it says.
 *
 * @param key its id in the table's file
 * @param inputs at least one, of which a table may leave some out
 * @param outputs at least one, of which a table leaves none out
 */
public record DecisionShape(String key, List<Field> inputs, List<Field> outputs) {

  /** Copies the lists. */
  public DecisionShape {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * An input or output.
   *
   * @param name as it stands in a table
   * @param domain what it may be
   */
  public record Field(String name, Domain domain) {}

  Optional<Field> input(String name) {
    return inputs.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  Optional<Field> output(String name) {
    return outputs.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Why these are not the inputs of a case; empty if they are. */
  Optional<String> notInputs(Map<?, ?> given) {
    return not("input", inputs, given);
  }

  /** Why these are not the outputs of a case; empty if they are. */
  Optional<String> notOutputs(Map<?, ?> given) {
    return not("output", outputs, given);
  }

  private Optional<String> not(String what, List<Field> fields, Map<?, ?> given) {
    for (Object name : given.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        return Optional.of("'" + name + "' is no " + what + " of " + key);
      }
    }
    for (Field field : fields) {
      Object value = given.get(field.name());
      if (value == null || !field.domain().admits(value)) {
        return Optional.of("the %s %s is %s".formatted(what, field.name(), field.domain().told()));
      }
    }
    return Optional.empty();
  }
}
