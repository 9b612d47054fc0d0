package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.policy.RegisterCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/**
 * The application does not start with registers that are faulty, and reads by those it was given.
 */
class RegistersAtStartTest {
  private static final Path SHIPPED = Path.of("config/registers");
  private static final String HOUSE_RULE =
      """
          - token: "HOUSE_RULE"
            forms: ["HOUSE RULE"]
            cite: "local instruction 12"
            standing: READ
        """;
  private static final String CONTROLS = "us-historic/1/controls.yaml";

  @TempDir Path folder;

  @Test
  void theRegistersThatShipAreTaken() {
    assertThat(RegistersAtStart.check(new MockEnvironment())).isEmpty();
  }

  @Test
  void theApplicationRefusesToStartAndNamesEveryFileAndLine() throws IOException {
    copy();
    int before = lines(CONTROLS);
    append(
        CONTROLS,
        """
          - token: "NODIS"
            forms: ["NODIS AGAIN"]
            reuse: "SUCCESSOR"
            successors: ["us-cnsi:NODISS"]
            colour: "red"
            standing: READ
        """);
    replace("us-cnsi/2016/levels.yaml", "edition: \"2016\"", "edition: \"2017\"");

    CannotStart refused =
        catchThrowableOfType(
            CannotStart.class,
            () ->
                SpringApplication.run(
                    Glasnost.class,
                    "--spring.profiles.active=demo",
                    "--spring.main.banner-mode=off",
                    "--glasnost.registers=" + folder));

    String file = folder.resolve(CONTROLS).toString();
    assertThat(refused.reasons().get(0))
        .isEqualTo(
            "The registers of markings in "
                + folder
                + " cannot be used; docs/spec/registers.md says what an entry means. Faults: 5.");
    assertThat(refused.reasons().subList(1, refused.reasons().size()))
        .contains(
            folder.resolve("us-cnsi/2016/levels.yaml")
                + ":3: stands in another folder than us-cnsi/2017",
            file + ":" + (before + 1) + ": cite is missing",
            file + ":" + (before + 4) + ": successor us-cnsi:NODISS is in no register",
            file + ":" + (before + 5) + ": unknown key colour")
        .anyMatch(fault -> fault.startsWith(file + ":" + (before + 1) + ": token NODIS stands"))
        .hasSize(5);
    assertThat(new CannotStartAnalyzer().analyze(refused, refused).getDescription())
        .contains("unknown key colour");
  }

  @Test
  void aWordThatRulesRestOnIsMissed() throws IOException {
    copy();
    replace("us-cnsi/2016/dissemination.yaml", "token: \"REL_TO\"", "token: \"RELTO\"");
    replaceAll("us-cnsi/2016", "\"REL_TO\"", "\"RELTO\"");
    replaceAll("us-cnsi/2016", "us-cnsi:REL_TO", "us-cnsi:RELTO");

    assertThat(check())
        .hasSize(2)
        .last()
        .isEqualTo(
            folder
                + ": us-cnsi/2016 lacks the word REL_TO in category DISSEM; a word that is no longer"
                + " used keeps its entry, with a last day (to)");
  }

  @Test
  void anEditionIsMissed() throws IOException {
    copy();
    for (String file : List.of("categories.yaml", "dissemination.yaml")) {
      Files.delete(folder.resolve("us-cui/2019").resolve(file));
    }

    assertThat(check()).last().isEqualTo(folder + ": the register us-cui/2019 is missing");
  }

  @Test
  void aFolderThatIsNoneIsRefused() {
    assertThat(
            RegistersAtStart.check(
                new MockEnvironment()
                    .withProperty("glasnost.registers", folder.resolve("absent").toString())))
        .singleElement()
        .asString()
        .startsWith("glasnost.registers names no directory that can be read");
  }

  @Test
  void thePolicyReleaseIsThatOfTheRegistersInForce() throws IOException {
    copy();
    Map<String, byte[]> same = RegistersAtStart.files(environment());
    assertThat(same.keySet())
        .containsExactlyElementsOf(RegistersAtStart.files(new MockEnvironment()).keySet())
        .contains("config/registers/" + CONTROLS);

    append(CONTROLS, "# a remark\n");
    assertThat(RegistersAtStart.files(environment()).get("config/registers/" + CONTROLS))
        .isNotEqualTo(same.get("config/registers/" + CONTROLS));
  }

  /** In a process of its own: registers are put in force once. */
  @Test
  void aWordThatAnInstallationAddsIsRead() throws IOException, InterruptedException {
    copy();
    append(CONTROLS, HOUSE_RULE);
    Process process = started(Printing.class, folder.toString());
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed.strip()).isEqualTo("local instruction 12");
  }

  @Test
  void theCommandLineReadsByTheSameRegisters() throws IOException, InterruptedException {
    copy();
    append(CONTROLS, HOUSE_RULE);
    Process process = started(Glasnost.class, "marking", "parse", "--kind", "BANNER");
    process.getOutputStream().write("SECRET/HOUSE RULE\n".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).contains("\"controls\":[\"HOUSE_RULE\"]");
  }

  @Test
  void theCommandLineRefusesFaultyRegisters() throws IOException, InterruptedException {
    copy();
    append(CONTROLS, "colour: red\n");
    Process process = started(Glasnost.class, "marking", "parse");
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isEqualTo(2);
    assertThat(printed).contains(CONTROLS + ":" + lines(CONTROLS));
  }

  private Process started(Class<?> type, String... arguments) throws IOException {
    List<String> call =
        new ArrayList<>(
            List.of(
                Path.of(property("java.home"), "bin", "java").toString(),
                "-cp",
                property("java.class.path"),
                type.getName()));
    call.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(call).redirectErrorStream(true);
    builder.environment().put("GLASNOST_REGISTERS", folder.toString());
    return builder.start();
  }

  /** Puts the registers of a folder in force and prints what the added word rests on. */
  static final class Printing {
    private Printing() {}

    public static void main(String[] arguments) {
      List<String> reasons =
          RegistersAtStart.check(
              new MockEnvironment().withProperty("glasnost.registers", arguments[0]));
      RegisterEntry added =
          MarkingRegister.historic().token(RegisterCategory.CONTROL, "HOUSE_RULE");
      System.out.println(added == null ? reasons.toString() : added.cite().shown());
    }
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name));
  }

  private List<String> check() {
    return RegistersAtStart.check(environment());
  }

  private MockEnvironment environment() {
    return new MockEnvironment().withProperty("glasnost.registers", folder.toString());
  }

  private void copy() throws IOException {
    for (Map.Entry<String, byte[]> file : RegisterCompiler.files(SHIPPED).entrySet()) {
      Path copy = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.write(copy, file.getValue());
    }
  }

  private int lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).size();
  }

  private void append(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path) + text);
  }

  private void replace(String file, String one, String other) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(one);
    Files.writeString(path, text.replace(one, other));
  }

  private void replaceAll(String edition, String one, String other) throws IOException {
    for (String name : RegisterCompiler.files(folder).keySet()) {
      Path path = folder.resolve(name);
      if (name.startsWith(edition)) {
        Files.writeString(path, Files.readString(path).replace(one, other));
      }
    }
  }
}
