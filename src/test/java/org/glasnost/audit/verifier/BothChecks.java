package org.glasnost.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One file, or copy of tiles, checked by the product's verifier and by the one in Node. */
public final class BothChecks {
  private static final Path SECOND = Path.of("src/verifier/journal-verify.mjs");

  private BothChecks() {}

  /** What a check comes to: its exit status, and the rules that it finds broken. */
  public record Said(int status, Set<String> rules) {}

  /**
   * What both say.
   *
   * @param what the situation
   * @param checked an export, or a directory with a copy of tiles
   * @param checkpoints files of checkpoints kept elsewhere
   * @param keys files of keys
   */
  public static Said agree(String what, Path checked, List<Path> checkpoints, List<Path> keys)
      throws IOException, InterruptedException {
    Said first = first(checked, checkpoints, keys);
    assertThat(second(checked, checkpoints, keys)).as(what).isEqualTo(first);
    return first;
  }

  /** What the product's verifier says. */
  public static Said first(Path checked, List<Path> checkpoints, List<Path> keys)
      throws IOException {
    List<String> notes = new ArrayList<>();
    for (Path checkpoint : checkpoints) {
      notes.add(Files.readString(checkpoint));
    }
    List<String> lines = new ArrayList<>();
    for (Path key : keys) {
      Files.readString(key).lines().filter(line -> !line.isBlank()).forEach(lines::add);
    }
    Report report;
    if (Files.isDirectory(checked)) {
      report = TileVerification.of(checked, notes, lines);
    } else {
      try (InputStream in = Files.newInputStream(checked)) {
        report = Verification.of(in, notes, lines);
      }
    }
    Set<String> rules = report.flaws().stream().map(Flaw::rule).collect(Collectors.toSet());
    int passed = report.undecided() > 0 ? 3 : 0;
    return new Said(report.verified() ? passed : 1, new TreeSet<>(rules));
  }

  /** What the one in Node says. */
  public static Said second(Path checked, List<Path> checkpoints, List<Path> keys)
      throws IOException, InterruptedException {
    List<String> call = new ArrayList<>(List.of("node", SECOND.toString(), checked.toString()));
    checkpoints.forEach(checkpoint -> call.addAll(List.of("--checkpoint", checkpoint.toString())));
    keys.forEach(key -> call.addAll(List.of("--key", key.toString())));
    Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertThat(status).as(said).isIn(0, 1, 3);
    Set<String> rules =
        said.lines()
            .filter(line -> line.startsWith("JRN-"))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Said(status, rules);
  }
}
