package org.glasnost.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What travels in the jar may do so, and stands in the docs: as its two SBOMs tell it. */
class LicencesTest {
  private static final Path SBOMS = Path.of("target/classes/META-INF/sbom");
  private static final Path DOCS = Path.of("docs/licences.md");
  private static final Path FONTS = Path.of("target/classes/static/vendor/uswds/fonts");
  private static final String HEADING = "## In the jar";
  private static final Path CORRECTED = Path.of("src/build/licences-corrected.txt");
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A component of an SBOM.
   *
   * @param group of Maven, or the package registry, or the package that holds it
   * @param licences of which whoever takes it may choose one
   */
  private record Component(String group, String name, List<String> licences) {}

  @Test
  void everythingBearsAnAllowedLicence() throws IOException {
    assertThat(shipped()).hasSizeGreaterThan(150);
    assertThat(notAllowed(shipped())).isEmpty();
  }

  @Test
  void whatBearsNoneOrAnotherIsTold() throws IOException {
    assertThat(
            notAllowed(
                List.of(
                    new Component("org.a", "none", List.of()),
                    new Component("org.a", "another", List.of("AGPL-3.0-only")),
                    new Component("org.a", "either", List.of("GPL-2.0-only", "MIT")))))
        .containsExactly("org.a:none []", "org.a:another [AGPL-3.0-only]");
  }

  @Test
  void theDocsListEverythingAndNothingElse() throws IOException {
    List<String> lines = Files.readAllLines(DOCS);
    List<String> rows =
        lines.subList(lines.indexOf(HEADING) + 1, lines.size()).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(rows).as(DOCS + ", " + HEADING).isEqualTo(table(shipped()));
  }

  @Test
  void theFontsOfThePagesAreAmongThem() throws IOException {
    Set<String> held =
        shipped().stream().map(Component::name).collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> folders = Files.list(FONTS)) {
      assertThat(held)
          .containsAll(folders.map(folder -> folder.getFileName().toString()).toList())
          .contains("dejavu-fonts-ttf");
    }
  }

  private static List<String> notAllowed(List<Component> components) throws IOException {
    List<String> allowed =
        Files.readAllLines(Path.of("src/build/licences-allowed.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    return components.stream()
        .filter(component -> component.licences().stream().noneMatch(allowed::contains))
        .map(component -> component.group() + ":" + component.name() + " " + component.licences())
        .toList();
  }

  /** A row for all of one group that bear the same licence. */
  private static List<String> table(List<Component> components) {
    TreeMap<String, TreeSet<String>> rows = new TreeMap<>();
    for (Component component : components) {
      rows.computeIfAbsent(
              "| `" + component.group() + "` | %s | " + String.join(" or ", component.licences()),
              row -> new TreeSet<>())
          .add(component.name());
    }
    List<String> table = new ArrayList<>();
    rows.forEach((row, names) -> table.add(row.formatted(String.join(", ", names)) + " |"));
    return table;
  }

  private static List<Component> shipped() throws IOException {
    List<Component> components = new ArrayList<>();
    for (String sbom : List.of("application.cdx.json", "front-end.cdx.json")) {
      collect(JSON.readTree(Files.readAllBytes(SBOMS.resolve(sbom))), "npm", components);
    }
    return components;
  }

  /** By group, name and version: another version is asked anew. */
  private static Map<String, String> corrected() throws IOException {
    return Files.readAllLines(CORRECTED).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 3))
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  private static void collect(JsonNode holder, String group, List<Component> components)
      throws IOException {
    for (JsonNode node : holder.path("components")) {
      List<String> licences = new ArrayList<>();
      for (JsonNode choice : node.path("licenses")) {
        JsonNode licence = choice.path("license");
        licences.add(licence.path("id").asString(licence.path("name").asString("")));
      }
      String name = node.path("name").asString("");
      String known =
          corrected()
              .get(
                  node.path("group").asString("")
                      + ":"
                      + name
                      + ":"
                      + node.path("version").asString(""));
      if (known != null) {
        licences = List.of(known);
      }
      components.add(new Component(node.path("group").asString(group), name, licences));
      collect(node, "npm " + name, components);
    }
  }
}
