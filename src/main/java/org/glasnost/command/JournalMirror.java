package org.glasnost.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.audit.verifier.Report;
import org.glasnost.audit.verifier.TileVerification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code journal mirror}: keeps a copy of the log's tiles and of every checkpoint seen, and checks
 * that the log has only grown since the last time. Run by somebody else than the operator, now and
 * then, it is what finds a journal whose past was replaced.
 */
final class JournalMirror {
  static final String USAGE =
      """
      java -jar glasnost.jar journal mirror DIR
        DIR  where the tiles of the journal are kept, with every checkpoint that was ever seen; made
             at the first time, brought up to date and checked whole at each
        GLASNOST_USER and GLASNOST_PASSWORD name an auditor, GLASNOST_URL the address,
        http://127.0.0.1:8080 where it is not set
      Exit status: 0 verified, 1 not verified, 2 wrong call or no answer""";

  private static final int WIDTH = 256;
  private static final long THOUSAND = 1000;
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final String CHECKPOINT = "checkpoint";
  private static final String KEYS = "keys";

  private final Path directory;
  private final String address;
  private final String credentials;
  private final HttpClient client = HttpClient.newHttpClient();

  private JournalMirror(Path directory, String address, String credentials) {
    this.directory = directory;
    this.address = address;
    this.credentials = credentials;
  }

  static ExitStatus run(String directory, Settings settings, PrintStream out, PrintStream err) {
    try {
      String pair =
          required(settings, "glasnost.user") + ":" + required(settings, "glasnost.password");
      JournalMirror mirror =
          new JournalMirror(
              Path.of(directory),
              settings.of("glasnost.url").orElse("http://127.0.0.1:8080"),
              Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
      return mirror.bringUpToDate(out);
    } catch (CommandFailed e) {
      err.println(e.getMessage());
      return ExitStatus.MISUSED;
    } catch (IOException e) {
      err.println("The copy in " + directory + " cannot be kept: " + e.getMessage());
      return ExitStatus.MISUSED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.MISUSED;
    }
  }

  private static String required(Settings settings, String property) throws CommandFailed {
    return settings
        .of(property)
        .orElseThrow(
            () ->
                new CommandFailed(
                    "An auditor is needed: set GLASNOST_USER and GLASNOST_PASSWORD."));
  }

  private ExitStatus bringUpToDate(PrintStream out)
      throws CommandFailed, IOException, InterruptedException {
    Files.createDirectories(directory.resolve("checkpoints"));
    byte[] note = get(CHECKPOINT);
    long size = size(note);
    for (long n = 0; n * WIDTH < size; n++) {
      fetch("entries", n, width(size, n));
    }
    long hashes = size;
    for (int level = 0; hashes > 0; level++) {
      for (long n = 0; n * WIDTH < hashes; n++) {
        fetch(String.valueOf(level), n, width(hashes, n));
      }
      hashes /= WIDTH;
    }
    keepKeysOfTheFirstTime();
    write(directory.resolve(CHECKPOINT), note);
    Path kept = directory.resolve("checkpoints").resolve("%015d".formatted(size));
    if (!Files.exists(kept)) {
      write(kept, note);
    }
    List<String> seen = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory.resolve("checkpoints"))) {
      for (Path file : files.sorted().toList()) {
        seen.add(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    Report report =
        TileVerification.of(directory, seen, Files.readAllLines(directory.resolve(KEYS)));
    return JournalVerify.tell(report, seen.size(), out);
  }

  private static int width(long hashes, long n) {
    return (int) Math.min(WIDTH, hashes - n * WIDTH);
  }

  private static long size(byte[] note) throws CommandFailed {
    List<String> lines = new String(note, StandardCharsets.UTF_8).lines().toList();
    if (lines.size() < 2 || !lines.get(1).matches("0|[1-9][0-9]{0,14}")) {
      throw new CommandFailed("What answers is no journal: it has no checkpoint.");
    }
    return Long.parseLong(lines.get(1));
  }

  /** A full tile never changes; of a partial one, what was kept before is taken away. */
  private void fetch(String level, long index, int width)
      throws CommandFailed, IOException, InterruptedException {
    String path = "tile/" + level + "/" + path(index);
    Path full = directory.resolve(path);
    if (Files.exists(full)) {
      return;
    }
    Path partial = directory.resolve(path + ".p");
    if (width == WIDTH) {
      write(full, get(path));
      forget(partial);
      return;
    }
    Path file = partial.resolve(String.valueOf(width));
    if (!Files.exists(file)) {
      byte[] bytes = get(path + ".p/" + width);
      forget(partial);
      write(file, bytes);
    }
  }

  private static void forget(Path partial) throws IOException {
    if (Files.isDirectory(partial)) {
      try (Stream<Path> files = Files.list(partial)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(partial);
    }
  }

  /**
   * Whoever follows the log believes the keys of the first time; later ones they add themselves.
   */
  private void keepKeysOfTheFirstTime() throws CommandFailed, IOException, InterruptedException {
    Path file = directory.resolve(KEYS);
    if (Files.exists(file)) {
      return;
    }
    StringBuilder keys = new StringBuilder();
    try {
      for (JsonNode item : JsonMapper.shared().readTree(get(KEYS)).required("items")) {
        keys.append(item.required("verifierKey").stringValue())
            .append(' ')
            .append(item.required("fromSize").longValue());
        if (item.hasNonNull("untilSize")) {
          keys.append(' ').append(item.required("untilSize").longValue());
        }
        keys.append('\n');
      }
    } catch (JacksonException e) {
      throw new CommandFailed("What answers is no journal: it tells no keys.", e);
    }
    write(file, keys.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String path(long index) {
    StringBuilder path = new StringBuilder("%03d".formatted(index % THOUSAND));
    for (long rest = index / THOUSAND; rest > 0; rest /= THOUSAND) {
      path.insert(0, "x%03d/".formatted(rest % THOUSAND));
    }
    return path.toString();
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path written = file.resolveSibling(file.getFileName() + ".new");
    Files.write(written, bytes);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] get(String path) throws CommandFailed, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api/journal/" + path))
            .header("Authorization", "Basic " + credentials)
            .timeout(Duration.ofMinutes(1))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      while (answer.statusCode() == TOO_MANY) {
        Thread.sleep(
            Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1))
                .toMillis());
        answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      }
      if (answer.statusCode() != OK) {
        throw new CommandFailed(
            "The journal at %s does not tell its %s: %d %s"
                .formatted(
                    address,
                    path,
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8)));
      }
      return answer.body();
    } catch (IOException e) {
      throw CommandFailed.unanswered("The journal", address, e);
    }
  }
}
