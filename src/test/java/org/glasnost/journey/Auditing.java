package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glasnost.command.CommandLine;

/** What an auditor does: takes an export and checks it with the offline verifier. */
final class Auditing {
  private Auditing() {}

  /**
   * Exports the journal into a directory and verifies it.
   *
   * @param options of the verifier, such as a checkpoint kept elsewhere
   */
  static void verifies(Caller auditor, Path directory, String... options) {
    Caller.Answer export = auditor.get("/api/journal/export", "application/x-ndjson");
    assertThat(export.status()).as(export.body()).isEqualTo(200);
    Path file = directory.resolve("export.ndjson");
    try {
      Files.writeString(file, export.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> call = new ArrayList<>(List.of("journal", "verify", file.toString()));
    call.addAll(List.of(options));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status =
        CommandLine.run(call.toArray(String[]::new), property -> Optional.empty(), out, out);
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  /** How many lines of a kind the journal holds; at most 200 are counted. */
  static int lines(Caller auditor, String kind) {
    return auditor.get("/api/journal/events?limit=200&kind=" + kind).json().path("items").size();
  }
}
