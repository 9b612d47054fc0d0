package org.glasnost.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.process.decision.DecisionShape;
import org.glasnost.process.decision.Domain;
import org.glasnost.process.decision.KnownDecision;
import org.glasnost.process.engine.ProcessVariable;
import org.glasnost.process.engine.StartMessage;
import org.glasnost.process.engine.TaskResult;
import org.junit.jupiter.api.Test;

/** The vocabulary in {@code processes/README.md}, the code and the definitions say the same. */
class VocabularyTest {
  private static final Path PROCESSES = Path.of("processes");
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  @Test
  void theVariablesWrittenDownAreThoseOfTheCode() {
    Map<String, String> written = new TreeMap<>();
    table("## Variables")
        .forEach(
            row -> written.put(words(row[0]).get(0), row[1].strip() + row[2].strip().isEmpty()));
    Map<String, String> coded = new TreeMap<>();
    for (ProcessVariable variable : ProcessVariable.values()) {
      coded.put(variable.variable(), variable.kind().toString() + variable.words().isEmpty());
    }
    assertThat(written).isEqualTo(coded);
    for (String[] row : table("## Variables").toList()) {
      ProcessVariable variable = ProcessVariable.named(words(row[0]).get(0)).orElseThrow();
      assertThat(words(row[2])).containsExactlyInAnyOrderElementsOf(variable.words());
    }
  }

  @Test
  void theMessagesWrittenDownAreThoseOfTheCode() {
    assertThat(table("## Messages").map(row -> words(row[0]).get(0)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(StartMessage.values()).map(StartMessage::messageName).toList());
  }

  @Test
  void theTasksWrittenDownAreThoseOfTheCode() {
    Set<TaskKind> seen = new LinkedHashSet<>();
    table("## Tasks")
        .forEach(
            row -> {
              TaskKind kind = TaskKind.valueOf(words(row[0]).get(0));
              seen.add(kind);
              assertThat(words(row[1]))
                  .containsExactlyInAnyOrderElementsOf(
                      kind.candidateRoles().stream().map(Enum::name).toList());
              assertThat(words(row[2]).stream().filter(word -> !word.equals("true")))
                  .containsExactlyInAnyOrderElementsOf(
                      TaskResult.sets(kind, true).stream().map(ProcessVariable::variable).toList());
            });
    assertThat(seen).containsExactly(TaskKind.values());
  }

  @Test
  void theDecisionsWrittenDownAreThoseOfTheCode() {
    List<String> written = new ArrayList<>();
    table("## Decisions")
        .forEach(
            row ->
                written.add(
                    String.join(
                        " ",
                        words(row[0]).get(0),
                        row[1].strip(),
                        words(row[2]).get(0),
                        row[3].strip(),
                        words(row[4]).toString())));
    List<String> coded = new ArrayList<>();
    for (KnownDecision decision : KnownDecision.values()) {
      decision
          .shape()
          .inputs()
          .forEach(field -> coded.add(decision.key() + " input " + told(field)));
      decision
          .shape()
          .outputs()
          .forEach(field -> coded.add(decision.key() + " output " + told(field)));
    }
    assertThat(written).isEqualTo(coded);
  }

  private static String told(DecisionShape.Field field) {
    if (field.domain() instanceof Domain.Words words) {
      return field.name() + " word " + words.words();
    }
    if (field.domain() instanceof Domain.Numbers numbers) {
      return field.name() + " number " + List.of(numbers.least(), numbers.most());
    }
    return field.name() + " truth [true, false]";
  }

  @Test
  void everyProcessHasItsPageAndIsListed() throws IOException {
    for (String key : keys()) {
      assertThat(PROCESSES.resolve(key).resolve(key + ".md")).exists();
      assertThat(readme()).contains("(%s/%s.md)".formatted(key, key));
    }
  }

  @Test
  void thePageOfAProcessNamesEveryTaskOfItsDiagram() throws IOException {
    Pattern userTask = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"");
    Set<TaskKind> drawn = new TreeSet<>();
    for (String key : keys()) {
      String page = Files.readString(PROCESSES.resolve(key).resolve(key + ".md"));
      String diagram = Files.readString(PROCESSES.resolve(key).resolve(key + ".bpmn"));
      Matcher task = userTask.matcher(diagram);
      while (task.find()) {
        assertThat(page).contains("`" + task.group(1) + "`");
        drawn.add(TaskKind.ofElement(task.group(1)).orElseThrow());
      }
    }
    assertThat(drawn).containsExactly(TaskKind.values());
  }

  @Test
  void everyDefinitionUsesOnlyVariablesOfTheListAndEveryVariableIsUsed() throws IOException {
    Pattern used = Pattern.compile("\\$\\{(\\w+)[ }]|source=\"(\\w+)\"|target=\"(\\w+)\"");
    Set<String> found = new TreeSet<>();
    for (String key : keys()) {
      Matcher matcher =
          used.matcher(Files.readString(PROCESSES.resolve(key).resolve(key + ".bpmn")));
      while (matcher.find()) {
        Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
            .filter(name -> name != null)
            .forEach(found::add);
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ProcessVariable.values()).map(ProcessVariable::variable).toList());
  }

  private static List<String> keys() throws IOException {
    try (Stream<Path> directories = Files.list(PROCESSES)) {
      List<String> keys =
          directories.filter(Files::isDirectory).map(d -> d.getFileName().toString()).toList();
      assertThat(keys).hasSizeGreaterThanOrEqualTo(3);
      return keys;
    }
  }

  private static String readme() throws IOException {
    return Files.readString(PROCESSES.resolve("README.md"));
  }

  /** The rows of the first table under the heading, without its head. */
  private static Stream<String[]> table(String heading) {
    try {
      List<String[]> rows =
          readme()
              .substring(readme().indexOf(heading + "\n"))
              .lines()
              .skip(1)
              .takeWhile(line -> !line.startsWith("## "))
              .filter(line -> line.startsWith("|"))
              .skip(2)
              .map(line -> line.substring(1).split("\\|", -1))
              .toList();
      assertThat(rows).isNotEmpty();
      return rows.stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> words(String cell) {
    return WORD.matcher(cell).results().map(match -> match.group(1)).collect(Collectors.toList());
  }
}
