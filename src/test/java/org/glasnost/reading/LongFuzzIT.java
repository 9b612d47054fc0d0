package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The long fuzz: Jazzer looks for bytes that reach new branches of the pure rooms, for as long as
 * the property {@code glasnost.fuzz.duration} says (an hour). A find stops it; what it asked stands
 * in the output behind the word FIND and belongs into fuzz-finds.yaml. Inputs that reached
 * something new are kept in target/fuzz and are where the next run begins.
 */
@Tag("long")
class LongFuzzIT {
  private static final Duration DURATION =
      Duration.parse(System.getProperty("glasnost.fuzz.duration", "PT1H"));
  private static final Path HOME = Path.of("target", "fuzz");

  @Test
  void noInputFoundByCoverageMakesAnythingThrowOrBreaksALaw()
      throws IOException, InterruptedException {
    Files.createDirectories(HOME.resolve("corpus"));
    Path log = HOME.resolve("log");
    int status =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    Objects.requireNonNull(System.getProperty("java.class.path")),
                    "com.code_intelligence.jazzer.Jazzer",
                    "--target_class=" + FuzzTarget.class.getName(),
                    "--instrumentation_includes=org.glasnost.reading.**:org.glasnost.marking.**"
                        + ":org.glasnost.declassification.**",
                    "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.*",
                    "--reproducer_path=" + HOME,
                    "-artifact_prefix=" + HOME + "/",
                    "-max_total_time=" + DURATION.toSeconds(),
                    "-max_len=200",
                    "-print_final_stats=1",
                    HOME.resolve("corpus").toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();

    assertThat(status).as(() -> "Jazzer found something; see " + log.toAbsolutePath()).isZero();
    assertThat(log).content().contains("stat::number_of_executed_units");
  }
}
