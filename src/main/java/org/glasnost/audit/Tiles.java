package org.glasnost.audit;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tree in pieces that can be fetched and kept: C2SP tlog-tiles. The entries of the log are the
 * commitments; a bundle tells nothing about an event.
 */
@Component
public class Tiles {
  /** {@code tile/<L>/<N>[.p/<W>]} without its beginning; {@code entries} stands for a bundle. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?<level>entries|[0-9]|[1-5][0-9]|6[0-3])/(?<index>(?:x[0-9]{3}/){0,4}[0-9]{3})"
              + "(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

  private static final int COUNT_LENGTH = 2;

  private final JournalTree tree;

  /**
   * @param tree what is served
   */
  public Tiles(JournalTree tree) {
    this.tree = tree;
  }

  /**
   * The bytes of one tile or entry bundle.
   *
   * @param path what follows {@code tile/}, such as {@code 0/x001/234.p/17}
   * @return empty if the path has another form or the tree is not that large
   */
  public Optional<byte[]> read(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<Long> index = index(parts.group("index"));
    int width = width(parts.group("width"));
    boolean entries = "entries".equals(parts.group("level"));
    int level = entries ? 0 : Integer.parseInt(parts.group("level"));
    if (index.isEmpty() || width == 0) {
      return Optional.empty();
    }
    long from = index.get() * MerkleTree.WIDTH;
    if (from + width > hashesAt(level)) {
      return Optional.empty();
    }
    return Optional.of(
        entries ? bundle(tree.entries(from, width)) : tile(tree.read(level, from, width)));
  }

  /** How many complete subtrees of 256^level leaves there are. */
  private long hashesAt(int level) {
    long count = tree.size();
    for (int i = 0; i < level && count > 0; i++) {
      count /= MerkleTree.WIDTH;
    }
    return count;
  }

  /** Groups of three digits, all but the last with an x; no leading group of zeros. */
  private static Optional<Long> index(String groups) {
    if (groups.startsWith("x000/")) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(groups.replace("x", "").replace("/", "")));
  }

  /** A partial tile is never full: a width of 256 is written by leaving it out. */
  private static int width(@Nullable String written) {
    if (written == null) {
      return MerkleTree.WIDTH;
    }
    int width = Integer.parseInt(written);
    return width < MerkleTree.WIDTH ? width : 0;
  }

  private static byte[] tile(List<byte[]> hashes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(hashes.size() * Hashes.LENGTH);
    hashes.forEach(out::writeBytes);
    return out.toByteArray();
  }

  /** Each entry with its length before it: two bytes, the higher first. */
  private static byte[] bundle(List<byte[]> entries) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(entries.size() * (COUNT_LENGTH + Hashes.LENGTH));
    for (byte[] entry : entries) {
      out.write(entry.length >> Byte.SIZE);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }
}
