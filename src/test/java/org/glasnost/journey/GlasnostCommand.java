package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command of {@code java -jar glasnost.jar}, run as a process of its own with an environment. */
final class GlasnostCommand {
  private GlasnostCommand() {}

  /** What it wrote, after it ended with 0. */
  static String succeeds(Path directory, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> call =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                GlasnostProcess.classPath(),
                "org.glasnost.setup.Glasnost"));
    call.addAll(List.of(arguments));
    ProcessBuilder command =
        new ProcessBuilder(call).directory(directory.toFile()).redirectErrorStream(true);
    command.environment().putAll(environment);
    Process running = command.start();
    running.getOutputStream().close();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(said).isZero();
    return said;
  }
}
