package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An auditor's program that fetches checkpoints all the while from whichever node answers, keeps
 * each, and has each proved to continue the one before it. Proofs are checked here by RFC 9162,
 * section 2.1.4.2, and by nothing of the product.
 */
final class WatchingAuditor implements Runnable {
  private static final byte[] NODE = {1};
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Served glasnost;

  /** Notes by the size of their tree. */
  private final TreeMap<Long, String> kept = new TreeMap<>();

  private volatile boolean enough;
  private int unanswered;

  WatchingAuditor(Served glasnost) {
    this.glasnost = glasnost;
  }

  @Override
  public void run() {
    while (!enough) {
      try {
        look();
      } catch (UncheckedIOException killed) {
        // The node went away in the middle of it: the next one is asked.
        unanswered++;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
  }

  /** Ends the watch. */
  void enough() {
    enough = true;
  }

  /** How many statements it has. */
  int statements() {
    return kept.size();
  }

  /** How often a node went away before it answered. */
  int unanswered() {
    return unanswered;
  }

  private void look() {
    Caller.Answer answer = glasnost.as("auditor").get("/api/journal/checkpoint", "text/plain");
    if (answer.status() == 503) {
      // A node may have no place yet for what the killed one had taken; it never says JRN-0002.
      assertThat(answer.rules()).as(answer.body()).containsOnly("JRN-0004");
      return;
    }
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    String note = answer.body();
    long size = size(note);
    String before = kept.putIfAbsent(size, note);
    if (before != null) {
      assertThat(note).as("two nodes say the same of one size").isEqualTo(before);
      return;
    }
    Map.Entry<Long, String> smaller = kept.lowerEntry(size);
    if (smaller != null) {
      continues(smaller.getValue(), note);
    }
    Map.Entry<Long, String> larger = kept.higherEntry(size);
    if (larger != null) {
      continues(note, larger.getValue());
    }
  }

  /** Has every statement that it kept proved to be of the past of a last one. */
  void allAreOfThePastOf(String last) {
    kept.values().forEach(note -> continues(note, last));
  }

  private void continues(String earlier, String later) {
    long from = size(earlier);
    long to = size(later);
    Caller.Answer answer =
        glasnost.as("auditor").get("/api/journal/proofs/consistency?from=" + from + "&to=" + to);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<byte[]> proof =
        answer
            .json()
            .path("hashes")
            .valueStream()
            .map(hash -> Base64.getDecoder().decode(hash.asString()))
            .toList();
    assertThat(proves(from, to, root(earlier), root(later), proof))
        .as("the tree of %d leaves is the beginning of that of %d", from, to)
        .isTrue();
  }

  /** Writes each statement into a file of its own. */
  List<Path> filesIn(Path directory) {
    List<Path> files = new ArrayList<>();
    kept.forEach(
        (size, note) -> {
          try {
            files.add(Files.writeString(directory.resolve(size + ".checkpoint"), note));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return files;
  }

  private static long size(String note) {
    return Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
  }

  private static byte[] root(String note) {
    return Base64.getDecoder().decode(note.lines().skip(2).findFirst().orElseThrow());
  }

  static boolean proves(long from, long to, byte[] before, byte[] after, List<byte[]> proof) {
    if (from == to) {
      return proof.isEmpty() && Arrays.equals(before, after);
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(from) == 1) {
      path.add(0, before);
    }
    if (path.isEmpty()) {
      return false;
    }
    long first = from - 1;
    long last = to - 1;
    while (first % 2 == 1) {
      first >>= 1;
      last >>= 1;
    }
    byte[] old = path.get(0);
    byte[] now = path.get(0);
    for (byte[] hash : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if (first % 2 == 1 || first == last) {
        old = node(hash, old);
        now = node(hash, now);
        while (first % 2 == 0 && first != 0) {
          first >>= 1;
          last >>= 1;
        }
      } else {
        now = node(now, hash);
      }
      first >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(old, before) && Arrays.equals(now, after);
  }

  private static byte[] node(byte[] left, byte[] right) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(NODE);
      digest.update(left);
      return digest.digest(right);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name and keys of the journal, as an auditor notes them on the first day. */
  static Path keys(Caller auditor, Path directory) throws IOException {
    List<String> keys =
        auditor
            .get("/api/journal/keys")
            .json()
            .path("items")
            .valueStream()
            .map(key -> key.path("verifierKey").asString())
            .toList();
    assertThat(keys).isNotEmpty();
    return Files.writeString(
        directory.resolve("journal.keys"), String.join("\n", keys) + "\n", StandardCharsets.UTF_8);
  }
}
