package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each of the field's 45 checkable examples stands among ours, by its number. */
class DomainRowsTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/org/glasnost");
  private static final Pattern ROW = Pattern.compile("(?:domain(?:\\.md)? 6,? )row (\\d+)");

  @Test
  void noRowIsMissing() throws IOException {
    Set<Integer> rows = new TreeSet<>();
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        List<String> found =
            ROW.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
        found.forEach(row -> rows.add(Integer.parseInt(row.replaceAll(".*row ", ""))));
      }
    }

    assertThat(rows)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 45).boxed().collect(Collectors.toList()));
  }
}
