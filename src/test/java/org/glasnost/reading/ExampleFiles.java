package org.glasnost.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Examples kept as YAML beside the tests. */
final class ExampleFiles {
  /**
   * One example.
   *
   * @param name file and number, as a failed test names it
   * @param members its members as written
   */
  record Example(String name, Map<String, Object> members) {
    @Nullable String text(String key) {
      Object value = members.get(key);
      return value == null ? null : value.toString();
    }

    String required(String key) {
      return Objects.requireNonNull(text(key), name + " lacks " + key);
    }

    List<String> list(String key) {
      Object value = members.get(key);
      if (value == null) {
        return List.of();
      }
      List<String> list = new ArrayList<>();
      ((List<?>) value).forEach(element -> list.add(String.valueOf(element)));
      return list;
    }

    boolean has(String key) {
      return members.containsKey(key);
    }

    @Override
    public String toString() {
      return name + ": " + members.getOrDefault("text", members.get("portions"));
    }
  }

  private ExampleFiles() {}

  /** The examples of a file in this folder, each with known members only. */
  static List<Example> read(String file, List<String> known) {
    try (InputStream in = ExampleFiles.class.getResourceAsStream("examples/" + file)) {
      Map<String, List<Map<String, Object>>> document =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(Objects.requireNonNull(in, "no examples " + file));
      List<Example> examples = new ArrayList<>();
      for (Map<String, Object> members :
          Objects.requireNonNull(document.get("examples"), file + " has no examples")) {
        Example example = new Example(file + " " + (examples.size() + 1), new TreeMap<>(members));
        for (String key : members.keySet()) {
          if (!known.contains(key)) {
            throw new IllegalArgumentException(example + " has an unknown member " + key);
          }
        }
        examples.add(example);
      }
      return examples;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
