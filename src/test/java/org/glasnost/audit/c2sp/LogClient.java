package org.glasnost.audit.c2sp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Reads a whole log below its prefix and believes nothing of it that it has not recomputed. */
public final class LogClient {
  private static final int TILE = 256;
  private static final int HASH = 32;

  /** What is served at a path below the prefix of the log, such as by HTTP. */
  public interface Resources {
    /** The bytes at a path, such as {@code tile/0/000.p/5}. */
    byte[] get(String path);
  }

  /** What a checkpoint says (C2SP tlog-checkpoint). */
  public record Checkpoint(String origin, long size, String root) {}

  private final Resources log;
  private final String vkey;

  /**
   * @param log what is read
   * @param vkey the log's verifier key, known from elsewhere
   */
  public LogClient(Resources log, String vkey) {
    this.log = log;
    this.vkey = vkey;
  }

  /** The log's checkpoint, signed by its key. */
  public Checkpoint checkpoint() {
    String[] lines = VerifiedNote.text(log.get("checkpoint"), vkey).split("\n", -1);
    if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]*")) {
      throw new ContraryToText("a checkpoint is an origin, a size and a root, each on its line");
    }
    if (Base64.getDecoder().decode(lines[2]).length != HASH) {
      throw new ContraryToText("a root is of 32 bytes");
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), lines[2]);
  }

  /**
   * Reads every entry and every tile of the tree that the checkpoint signs, and recomputes each
   * hash of them from the entries.
   *
   * @return the entries
   * @throws ContraryToText if one hash is another, or one resource has another form
   */
  public List<byte[]> readAll(Checkpoint checkpoint) {
    List<byte[]> entries = new ArrayList<>();
    for (String path : paths("entries", checkpoint.size())) {
      entries.addAll(bundle(log.get(path), width(path)));
    }
    List<byte[]> hashes = new ArrayList<>();
    entries.forEach(entry -> hashes.add(Tree.leaf(entry)));
    String root = Base64.getEncoder().encodeToString(Tree.hash(hashes));
    List<byte[]> level = hashes;
    for (int l = 0; !level.isEmpty(); l++) {
      int from = 0;
      for (String path : paths(Integer.toString(l), level.size())) {
        List<byte[]> tile = level.subList(from, from + width(path));
        if (!Arrays.equals(log.get(path), concatenated(tile))) {
          throw new ContraryToText(path + " has other hashes than its entries give");
        }
        from += tile.size();
      }
      level = above(level);
    }
    if (!root.equals(checkpoint.root())) {
      throw new ContraryToText("the entries have another root than the checkpoint");
    }
    return entries;
  }

  /** The hashes of the full tiles; a partial one is not hashed into the level above. */
  private static List<byte[]> above(List<byte[]> level) {
    List<byte[]> above = new ArrayList<>();
    for (int end = TILE; end <= level.size(); end += TILE) {
      above.add(Tree.hash(level.subList(end - TILE, end)));
    }
    return above;
  }

  /** The tiles of a level: {@code tile/<L>/<N>[.p/<W>]}; the last is partial, and never empty. */
  static List<String> paths(String level, long hashes) {
    List<String> paths = new ArrayList<>();
    for (long n = 0; n < hashes / TILE; n++) {
      paths.add("tile/" + level + "/" + index(n));
    }
    if (hashes % TILE > 0) {
      paths.add("tile/" + level + "/" + index(hashes / TILE) + ".p/" + hashes % TILE);
    }
    return paths;
  }

  /** Groups of three digits, all but the last with an x: 1234067 is {@code x001/x234/067}. */
  static String index(long n) {
    String path = "%03d".formatted(n % 1000);
    for (long left = n / 1000; left > 0; left /= 1000) {
      path = "x%03d/".formatted(left % 1000) + path;
    }
    return path;
  }

  private static int width(String path) {
    int partial = path.indexOf(".p/");
    return partial < 0 ? TILE : Integer.parseInt(path.substring(partial + 3));
  }

  /** Each entry has its length before it, in two bytes, the higher first. */
  private static List<byte[]> bundle(byte[] bytes, int width) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at + 2 <= bytes.length) {
      int length = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
      if (at + 2 + length > bytes.length) {
        break;
      }
      entries.add(Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
      at += 2 + length;
    }
    if (at != bytes.length || entries.size() != width) {
      throw new ContraryToText("a bundle holds as many entries as its tile has hashes");
    }
    return entries;
  }

  private static byte[] concatenated(List<byte[]> hashes) {
    byte[] all = new byte[hashes.size() * HASH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, all, i * HASH, HASH);
    }
    return all;
  }
}
