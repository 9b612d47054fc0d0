package org.glasnost.audit.verifier;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a copy of the log's tiles (C2SP tlog-tiles): that the entries make the tree whose root is
 * signed, that every tile holds what they make, and that every checkpoint kept elsewhere is of the
 * same tree. Tells nothing of what the entries bind: that is in an export.
 */
public final class TileVerification {
  private static final int WIDTH = 256;
  private static final int HASH_LENGTH = 32;
  private static final int LENGTH_BYTES = 2;
  private static final long THOUSAND = 1000;

  /** Beyond this many there is nothing new to learn. */
  private static final int MOST_FLAWS = 100;

  private final Path directory;
  private final List<Flaw> flaws = new ArrayList<>();
  private final Statements statements;
  private final TreeHash tree = new TreeHash();
  private final List<List<byte[]>> open = new ArrayList<>();
  private final List<Long> complete = new ArrayList<>();

  private TileVerification(Path directory, List<String> checkpoints, List<String> keys) {
    this.directory = directory;
    this.statements = new Statements(checkpoints, keys, this::flaw);
  }

  /**
   * Checks a copy.
   *
   * @param directory with the signed note, the tiles, and perhaps verifier keys, one a line, in
   *     files named as they are served
   * @param checkpoints texts of checkpoints kept elsewhere
   * @param keys verifier keys held independently; if empty, those in the copy are believed
   * @return what was found
   * @throws IOException if a file cannot be read; never for what stands in it or for one that is
   *     not there
   */
  public static Report of(Path directory, List<String> checkpoints, List<String> keys)
      throws IOException {
    return new TileVerification(directory, checkpoints, keys).run();
  }

  private Report run() throws IOException {
    String origin = "";
    try {
      if (Files.exists(directory.resolve("keys"))) {
        for (String key : List.of(text("keys").split("\n", -1))) {
          if (!key.isBlank()) {
            statements.state(RangedKey.parse(key));
          }
        }
      }
      SignedTree signed = SignedTree.parse(text("checkpoint"));
      origin = signed.origin();
      statements.requireSignature(signed, origin, "JRN-0105", "the checkpoint of the copy");
      grow(signed.size());
      if (!signed.root().equals(tree.rootInBase64())) {
        flaw("JRN-0104", "the entries do not make the tree that was signed");
      }
      statements.conclude(origin, tree.size());
    } catch (FormException e) {
      flaw("JRN-0101", String.valueOf(e.getMessage()));
    }
    return new Report(
        flaws,
        tree.size(),
        0,
        0,
        0,
        0,
        origin,
        HexFormat.of().formatHex(tree.root()),
        statements.believed().stream().map(RangedKey::written).toList(),
        statements.keysHeld());
  }

  private void grow(long size) throws IOException, FormException {
    statements.compare(tree);
    for (long bundle = 0; bundle * WIDTH < size; bundle++) {
      int width = (int) Math.min(WIDTH, size - bundle * WIDTH);
      byte[] entries = piece("entries", bundle, width);
      if (entries == null) {
        return;
      }
      for (byte[] entry : entries(entries, width)) {
        add(0, tree.add(entry));
        statements.compare(tree);
      }
    }
    for (int level = 0; level < open.size(); level++) {
      compare(level, complete.get(level), open.get(level));
    }
  }

  /** Each entry has its length before it in two bytes; those of this log are commitments. */
  private static List<byte[]> entries(byte[] bundle, int width) throws FormException {
    int step = LENGTH_BYTES + HASH_LENGTH;
    if (bundle.length < width * step) {
      throw new FormException("a bundle of entries that breaks off");
    }
    List<byte[]> entries = new ArrayList<>();
    for (int at = 0; at < width * step; at += step) {
      if (bundle[at] != 0 || bundle[at + 1] != HASH_LENGTH) {
        throw new FormException("an entry that is no commitment");
      }
      entries.add(Arrays.copyOfRange(bundle, at + LENGTH_BYTES, at + step));
    }
    return entries;
  }

  /**
   * A hash more at a level; a tile that is complete by it is compared, and is a hash of the next.
   */
  private void add(int level, byte[] hash) throws IOException {
    if (open.size() == level) {
      open.add(new ArrayList<>());
      complete.add(0L);
    }
    List<byte[]> tile = open.get(level);
    tile.add(hash);
    if (tile.size() == WIDTH) {
      compare(level, complete.get(level), tile);
      add(level + 1, tree.fold(tile));
      complete.set(level, complete.get(level) + 1);
      tile.clear();
    }
  }

  private void compare(int level, long index, List<byte[]> hashes) throws IOException {
    if (hashes.isEmpty()) {
      return;
    }
    byte[] tile = piece(String.valueOf(level), index, hashes.size());
    if (tile == null) {
      return;
    }
    byte[] expected = new byte[hashes.size() * HASH_LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, expected, i * HASH_LENGTH, HASH_LENGTH);
    }
    if (tile.length < expected.length
        || !Arrays.equals(expected, Arrays.copyOf(tile, expected.length))) {
      flaw("JRN-0112", "tile %d of level %d is not what the entries make".formatted(index, level));
    }
  }

  /** A tile or bundle; where a partial one is asked for, the full one serves too. */
  private byte @Nullable [] piece(String level, long index, int width) throws IOException {
    String path = "tile/" + level + "/" + path(index);
    Path full = directory.resolve(path);
    Path partial = directory.resolve(path + ".p").resolve(String.valueOf(width));
    if (width < WIDTH && Files.isRegularFile(partial)) {
      return Files.readAllBytes(partial);
    }
    if (Files.isRegularFile(full)) {
      return Files.readAllBytes(full);
    }
    flaw("JRN-0112", "there is no " + path + (width < WIDTH ? ".p/" + width : ""));
    return null;
  }

  /** Groups of three digits, all but the last with an x before them. */
  static String path(long index) {
    StringBuilder path = new StringBuilder("%03d".formatted(index % THOUSAND));
    for (long rest = index / THOUSAND; rest > 0; rest /= THOUSAND) {
      path.insert(0, "x%03d/".formatted(rest % THOUSAND));
    }
    return path.toString();
  }

  private String text(String name) throws IOException, FormException {
    Path file = directory.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new FormException("there is no " + name);
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new FormException(name + " is not UTF-8");
    }
  }

  private void flaw(String rule, String message) {
    if (flaws.size() < MOST_FLAWS) {
      flaws.add(new Flaw(rule, message));
    }
  }
}
