package org.glasnost.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The jar of the pure rooms works in a virtual machine that has nothing else, and what the
 * documentation says of it compiles and prints what it says.
 */
class LibraryJarTest {
  /** Made by the build just before the tests. */
  private static final Path JAR = Path.of("target", "glasnost-lib.jar").toAbsolutePath();

  private static final Path CLASSES = Path.of("target", "classes");
  private static final Set<String> ROOMS = Set.of("rule", "marking", "declassification", "reading");
  private static final String MODULE = "org.glasnost.markings";

  @TempDir Path directory = Path.of("");

  /**
   * A sample of the documentation.
   *
   * @param page where it stands
   * @param title the heading above it
   * @param code the code
   * @param prints what stands under it as its output
   */
  record Sample(String page, String title, String code, List<String> prints) {
    @Override
    public String toString() {
      return page + ": " + title;
    }
  }

  static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String page : List.of("docs/library.md", "README.md")) {
      String title = "";
      List<String> lines = Files.readAllLines(Path.of(page));
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("## ")) {
          title = lines.get(i).substring(3);
        }
        if (lines.get(i).equals("```java")) {
          int end = end(lines, i);
          int text = lines.subList(end, lines.size()).indexOf("```text") + end;
          samples.add(
              new Sample(
                  page,
                  title,
                  String.join("\n", lines.subList(i + 1, end)),
                  lines.subList(text + 1, end(lines, text))));
          i = end;
        }
      }
    }
    return samples;
  }

  private static int end(List<String> lines, int begin) {
    int end = begin + 1;
    while (!lines.get(end).equals("```")) {
      end++;
    }
    return end;
  }

  @Test
  void everySampleIsFound() throws IOException {
    assertThat(samples()).extracting(Sample::page).contains("docs/library.md", "README.md");
    assertThat(samples()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSamplePrintsWhatItSaysWithNothingElseOnTheClassPath(Sample sample)
      throws IOException, InterruptedException {
    compile(sample);
    assertThat(run("-cp", JAR + java.io.File.pathSeparator + directory, "Sample"))
        .isEqualTo(sample.prints());
  }

  @Test
  void itIsAModule() throws IOException, InterruptedException {
    ModuleDescriptor descriptor = ModuleFinder.of(JAR).find(MODULE).orElseThrow().descriptor();
    assertThat(descriptor.packages()).contains("org.glasnost.reading", "org.glasnost.marking");
    Sample sample = samples().get(0);
    compile(sample);
    assertThat(
            run(
                "--module-path",
                JAR.toString(),
                "--add-modules",
                MODULE,
                "-cp",
                directory.toString(),
                "Sample"))
        .isEqualTo(sample.prints());
  }

  @Test
  void itHoldsThePureRoomsTheirRegistersAndItsLicence() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Set<String> found =
          jar.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> expected = new TreeSet<>(Set.of("META-INF/MANIFEST.MF", "META-INF/LICENSE.txt"));
      for (String room : ROOMS) {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/glasnost").resolve(room))) {
          files
              .filter(Files::isRegularFile)
              .map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
              .forEach(expected::add);
        }
      }
      assertThat(found).as("run the build before: ./test.sh -Dtest=…").isEqualTo(expected);
      assertThat(found).anyMatch(name -> name.endsWith(".register"));
      assertThat(found).allMatch(name -> name.matches("META-INF/.*|.*\\.(class|register)"));
    }
  }

  @Test
  void itSaysWhatItIs() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Manifest manifest = Objects.requireNonNull(jar.getManifest());
      assertThat(manifest.getMainAttributes().getValue("Automatic-Module-Name")).isEqualTo(MODULE);
      assertThat(manifest.getMainAttributes().getValue("Bundle-License")).startsWith("Apache-2.0");
      assertThat(manifest.getMainAttributes().getValue("Implementation-Version")).isNotBlank();
    }
  }

  /** The sample as the body of a program, compiled against the jar and nothing else. */
  private void compile(Sample sample) throws IOException {
    String imports = lines(sample, true);
    String body = lines(sample, false);
    Path source =
        Files.writeString(
            directory.resolve("Sample.java"),
            imports
                + "\npublic class Sample {\n  public static void main(String[] arguments) {\n"
                + body
                + "\n  }\n}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      StringWriter said = new StringWriter();
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-proc:none",
                      "--release",
                      "17",
                      "-cp",
                      JAR.toString(),
                      "-d",
                      directory.toString()),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  private static String lines(Sample sample, boolean imports) {
    return sample
        .code()
        .lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n"));
  }

  private List<String> run(String... arguments) throws IOException, InterruptedException {
    List<String> call = new ArrayList<>();
    call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    call.add("-XX:TieredStopAtLevel=1");
    call.addAll(List.of(arguments));
    Process program =
        new ProcessBuilder(call).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}
