package org.glasnost.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glasnost.marking.MarkingRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the registers are refused for, each fault with file and line, and all of them at once. */
class RegisterCompilerTest {
  private static final Path SHIPPED = Path.of("config/registers");
  private static final String FILE = "r/1/a.yaml";
  private static final String WORD = "- {token: A, forms: [A], cite: x, standing: READ}";

  /**
   * A faulty file.
   *
   * @param name what is wrong
   * @param text the file
   * @param says what the checker says, in order; each begins with the line
   * @param schema the line that the schema refuses, or why it does not
   */
  record Faulty(String name, String text, List<String> says, Object schema) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Faulty> faulty() {
    try (InputStream in = RegisterCompilerTest.class.getResourceAsStream("register-faults.yaml")) {
      Map<String, List<Map<String, Object>>> rows =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return rows.getOrDefault("faults", List.of()).stream().map(RegisterCompilerTest::faulty);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Faulty faulty(Map<String, Object> row) {
    String category = String.valueOf(row.getOrDefault("category", "CONTROL"));
    List<String> says =
        ((List<?>) row.getOrDefault("says", List.of())).stream().map(String::valueOf).toList();
    return new Faulty(
        String.valueOf(row.get("name")),
        file(category, String.valueOf(row.get("entries"))),
        says,
        row.getOrDefault("schema", ""));
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void refusesWithFileAndLine(Faulty faulty) {
    List<String> faults = faults(Map.of(FILE, faulty.text()));

    assertThat(faults).hasSameSizeAs(faulty.says());
    for (int i = 0; i < faults.size(); i++) {
      assertThat(faults.get(i)).startsWith(FILE + ":" + faulty.says().get(i));
    }
  }

  @Test
  void namesTheFaultsOfAllFilesInOrder() {
    assertThat(
            faults(
                Map.of(
                    "r/1/b.yaml",
                    file("CODEWORD", WORD),
                    "r/1/a.yaml",
                    file("CONTROL", WORD + "\n" + WORD),
                    "q/1/a.yaml",
                    file("CONTROL", WORD),
                    "r/2/c.yaml",
                    "register: r\nedition: \"2\"\ncategory: AEA\nentries: [\n",
                    "r/2/d.yaml",
                    "",
                    "r/2/e.yaml",
                    "register: r\nedition: \"2\"\nentries:\n" + WORD,
                    "r/2/f.yaml",
                    "register: r\nedition: \"2\"\ncategory: AEA\nyear: 1950\nentries:\n"
                        + WORD.replace("A,", "F,").replace("[A]", "[F]"))))
        .containsExactly(
            "q/1/a.yaml:1: stands in another folder than r/1",
            "r/1/a.yaml:5: form A is that of the word at q/1/a.yaml:5",
            "r/1/a.yaml:5: token A stands already at q/1/a.yaml:5",
            "r/1/a.yaml:6: form A is that of the word at q/1/a.yaml:5",
            "r/1/a.yaml:6: token A stands already at q/1/a.yaml:5",
            "r/1/b.yaml:5: token A stands already at q/1/a.yaml:5",
            "r/2/c.yaml:5: is not YAML: expected the node content, but found '<stream end>'",
            "r/2/d.yaml:1: is empty",
            "r/2/e.yaml:1: category is missing",
            "r/2/f.yaml:4: unknown key year");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin =
        file("CONTROL", WORD.replace("x", "\u00c9")).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(thrown(Map.of(FILE, latin)).faults()).containsExactly(FILE + ":1: is not UTF-8");
  }

  @Test
  void twoEditionsMayHoldOneToken() {
    String second = file("CONTROL", WORD).replace("\"1\"", "\"2\"");

    assertThat(compile(Map.of(FILE, file("CONTROL", WORD), "r/2/a.yaml", second)))
        .containsOnlyKeys("r/1", "r/2");
  }

  @Test
  void writesOneLinePerWordThatTheReaderTakes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, file("CONTROL", WORD));

    RegisterCompiler.compile(folder, folder.resolve("out"));

    assertThat(Files.readAllLines(folder.resolve("out/r-1.register")))
        .singleElement()
        .asString()
        .isEqualTo("A\tCONTROL\tA\t\t\t\t\tSAME\t\t\t\t\t\t0\t\tREAD\tx")
        .satisfies(line -> assertThat(line.split("\t", -1)).hasSize(MarkingRegister.COLUMNS));
  }

  @Test
  void takesTheRegistersThatShip() throws IOException {
    assertThat(RegisterCompiler.compile(RegisterCompiler.files(SHIPPED)))
        .containsOnlyKeys("us-cnsi/2016", "us-cui/2019", "us-historic/1");
  }

  static String file(String category, String entries) {
    return "register: r\nedition: \"1\"\ncategory: " + category + "\nentries:\n" + entries + "\n";
  }

  private static List<String> faults(Map<String, String> files) {
    return thrown(bytes(files)).faults();
  }

  private static RegisterFaults thrown(Map<String, byte[]> files) {
    return catchThrowableOfType(RegisterFaults.class, () -> RegisterCompiler.compile(files));
  }

  private static Map<String, List<String>> compile(Map<String, String> files) {
    return RegisterCompiler.compile(bytes(files));
  }

  private static Map<String, byte[]> bytes(Map<String, String> files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }
}
