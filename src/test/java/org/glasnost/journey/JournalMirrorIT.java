package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.glasnost.audit.verifier.BothChecks;
import org.glasnost.command.CommandLine;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else than the operator keeps a copy of the log, and brings it up to date. */
class JournalMirrorIT {
  @TempDir Path directory;

  private record Said(int status, String words) {}

  private Said mirror(RunningGlasnost glasnost, String user) {
    Map<String, String> settings =
        Map.of(
            "glasnost.url", glasnost.address(), "glasnost.user", user, "glasnost.password", user);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status =
        CommandLine.run(
            new String[] {"journal", "mirror", directory.toString()},
            name -> Optional.ofNullable(settings.get(name)),
            out,
            out);
    return new Said(status, said.toString(StandardCharsets.UTF_8));
  }

  /** Somebody who believes neither the operator nor the product asks the second program. */
  private void secondCheck(int status) throws IOException, InterruptedException {
    List<Path> kept;
    try (Stream<Path> files = Files.list(directory.resolve("checkpoints"))) {
      kept = files.sorted().toList();
    }
    List<Path> keys = List.of(directory.resolve("keys"));
    assertThat(BothChecks.agree("mirror", directory, kept, keys).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource
  void growsWithTheJournalAndFindsAnotherPast(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Said first = mirror(glasnost, "auditor");
    assertThat(first.status()).as(first.words()).isZero();
    assertThat(Files.readString(directory.resolve("keys"))).matches("\\S+ (0|[1-9]\\d*)\n");
    secondCheck(0);
    for (int i = 0; i < 300; i++) {
      glasnost.as("auditor").get("/api/journal/events?limit=1");
    }
    Said second = mirror(glasnost, "auditor");
    assertThat(second.status()).as(second.words()).isZero();
    assertThat(second.words()).startsWith("verified").contains("checkpoints from elsewhere 2");
    secondCheck(0);
    try (Stream<Path> entries = Files.list(directory.resolve("tile/entries"))) {
      assertThat(entries.filter(Files::isDirectory)).as("partial bundles").hasSizeLessThan(2);
    }

    Path kept;
    try (Stream<Path> files = Files.list(directory.resolve("checkpoints"))) {
      kept = files.sorted().findFirst().orElseThrow();
    }
    String[] lines = Files.readString(kept).split("\n", 4);
    lines[2] = lines[2].startsWith("A") ? "B" + lines[2].substring(1) : "A" + lines[2].substring(1);
    Files.writeString(kept, String.join("\n", lines));
    Said contradicted = mirror(glasnost, "auditor");
    assertThat(contradicted.status()).isEqualTo(1);
    assertThat(contradicted.words()).contains("JRN-0108").contains("NOT VERIFIED");
    secondCheck(1);
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void saysWhoIsNotAnswered(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Said refused = mirror(glasnost, "records.nara");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.words()).contains("403").contains("JRN-0010");
    assertThat(mirror(glasnost, "nobody").words()).contains("401");
    assertThat(Files.exists(directory.resolve("checkpoint"))).isFalse();
  }
}
