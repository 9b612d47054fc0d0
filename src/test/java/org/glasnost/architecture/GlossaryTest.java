package org.glasnost.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary lists the words of the enums that it names: all of them, and no others. */
class GlossaryTest {
  private static final Pattern CLASS =
      Pattern.compile("`([a-z]+(?:\\.[a-z]+)*\\.[A-Z][A-Za-z.]*)`");
  private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| .+ \\|");

  @Test
  void hasEveryWordOfTheEnumsItNames() throws IOException, ClassNotFoundException {
    Map<String, List<String>> tables = tables();
    assertThat(tables).hasSizeGreaterThan(15);
    for (Map.Entry<String, List<String>> table : tables.entrySet()) {
      assertThat(table.getValue()).as(table.getKey()).isEqualTo(words(table.getKey()));
    }
  }

  private static List<String> words(String name) throws ClassNotFoundException {
    String nested = name.replaceAll("([A-Z][A-Za-z]*)\\.([A-Z])", "$1\\$$2");
    Object[] constants = Class.forName("org.glasnost." + nested).getEnumConstants();
    assertThat(constants).as(name + " is an enum").isNotNull();
    return Stream.of(constants).map(constant -> ((Enum<?>) constant).name()).toList();
  }

  private static Map<String, List<String>> tables() throws IOException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/glossary.md"))) {
      Matcher owner = CLASS.matcher(line);
      Matcher row = ROW.matcher(line);
      if (owner.matches()) {
        rows = new ArrayList<>();
        tables.put(owner.group(1), rows);
      } else if (row.matches()) {
        rows.add(row.group(1));
      }
    }
    return tables;
  }
}
