package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A scanner of Debian's, run to its end in a directory that is its home. */
final class ScannerProgram {
  private static final Duration MOST = Duration.ofMinutes(15);

  private ScannerProgram() {}

  /** Where the program lies; a test that needs it fails where it is missing. */
  static Path of(String name) {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(":", -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    name
                        + " is missing, and nothing is passed over without it. On Debian: apt-get"
                        + " install -y --no-install-recommends sqlmap wapiti"));
  }

  /** The interpreter that a program of Python's names in its first line. */
  static String interpreterOf(Path program) throws IOException {
    try (Stream<String> lines = Files.lines(program, StandardCharsets.UTF_8)) {
      String first = lines.findFirst().orElse("");
      assertThat(first).as(program.toString()).startsWith("#!");
      return first.substring(2).strip();
    }
  }

  /** What it wrote, when it has ended by itself and well. */
  static String run(Path home, List<String> call) throws IOException, InterruptedException {
    Files.createDirectories(home);
    Path output = home.resolve("output.txt");
    ProcessBuilder starts =
        new ProcessBuilder(call)
            .directory(home.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // What it keeps between its runs stays here, and it talks to no proxy of the machine.
    starts.environment().put("HOME", home.toString());
    starts.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
    starts.environment().put("LC_ALL", "C.UTF-8");
    starts
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    Process process = starts.start();
    try {
      assertThat(process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)).as("ends: %s", call).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String written = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as("%s%n%s", call, written).isZero();
    return written;
  }
}
