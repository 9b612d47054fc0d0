package org.glasnost.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * One file of policy, read strictly: an entry that is missing, of another kind or not asked for is
 * an error that names file and entry.
 *
 * @param name for messages, such as {@code equity-holders.yaml}
 * @param entries the top level of the file
 */
record PolicyFile(String name, Map<?, ?> entries) {

  /**
   * Reads YAML.
   *
   * @throws IllegalArgumentException if it is none, or not a mapping
   */
  static PolicyFile parse(String name, byte[] bytes) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object top;
    try {
      top = new Yaml(new SafeConstructor(options)).load(new String(bytes, StandardCharsets.UTF_8));
    } catch (YAMLException e) {
      throw new IllegalArgumentException(name + " does not read as YAML", e);
    }
    if (top instanceof Map<?, ?> map) {
      return new PolicyFile(name, map);
    }
    throw new IllegalArgumentException(name + " is not a list of named entries");
  }

  /** The rows under the only entry. */
  List<Row> list(String entry) {
    return list(entry, Set.of(entry));
  }

  /** The rows under one of the entries, of which each must be there and no other. */
  List<Row> list(String entry, Set<String> all) {
    if (!entries.keySet().equals(all)) {
      throw new IllegalArgumentException(
          name + " holds '" + String.join("' and '", new TreeSet<>(all)) + "' alone");
    }
    if (entries.get(entry) instanceof List<?> rows) {
      return rows.stream()
          .map(
              row -> {
                if (row instanceof Map<?, ?> map) {
                  return new Row(name + " " + map.get("id"), map);
                }
                throw new IllegalArgumentException(name + ": " + entry + " are named entries");
              })
          .toList();
    }
    throw new IllegalArgumentException(name + ": " + entry + " is a list");
  }

  /** One row of a list. */
  record Row(String where, Map<?, ?> entries) {

    String text(String entry) {
      String text = optionalText(entry);
      if (text == null || text.isBlank()) {
        throw new IllegalArgumentException(where + ": " + entry + " is missing");
      }
      return text;
    }

    @Nullable String optionalText(String entry) {
      Object value = entries.get(entry);
      if (value == null || value instanceof String) {
        return (String) value;
      }
      throw new IllegalArgumentException(where + ": " + entry + " is a text");
    }

    boolean flag(String entry) {
      if (entries.get(entry) instanceof Boolean flag) {
        return flag;
      }
      throw new IllegalArgumentException(where + ": " + entry + " is true or false");
    }

    List<String> texts(String entry) {
      Object value = entries.get(entry);
      if (value == null) {
        return List.of();
      }
      if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
        return list.stream().map(String.class::cast).toList();
      }
      throw new IllegalArgumentException(where + ": " + entry + " is a list of texts");
    }
  }
}
