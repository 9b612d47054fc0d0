package org.glasnost.audit.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A log whose maker has the keys and may say with them whatever they like: what a verifier finds
 * then, it finds by itself.
 */
final class MadeLog {
  static final String ORIGIN = "records.example.gov/made";
  private static final int WIDTH = 256;
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SALT = new byte[32];

  private final List<String> bodies = new ArrayList<>();

  /** A key of the log, and what its line says of its range. */
  record Key(KeyPair pair, String written, @Nullable Long from, @Nullable Long until) {
    Key from(long size) {
      return new Key(pair, written, size, until);
    }

    Key until(long size) {
      return new Key(pair, written, from, size);
    }

    private String line() {
      return "{"
          + (from == null ? "" : "\"fromSize\":" + from + ",")
          + "\"key\":\""
          + written
          + "\",\"type\":\"key\""
          + (until == null ? "" : ",\"untilSize\":" + until)
          + "}\n";
    }
  }

  static Key key() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] typed = new byte[33];
      typed[0] = 1;
      System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
      return new Key(
          pair,
          ORIGIN + "+" + HEX.formatHex(id(typed)) + "+" + Base64.getEncoder().encodeToString(typed),
          null,
          null);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] id(byte[] typed) {
    return Arrays.copyOf(
        TreeHash.sha256((ORIGIN + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
  }

  /** A log with so many events that say nothing. */
  static MadeLog of(int size) {
    MadeLog log = new MadeLog();
    for (int i = 0; i < size; i++) {
      log.add("{\"id\":\"" + i + "\",\"kind\":\"SIGNED_IN\"}");
    }
    return log;
  }

  /** An event with that text as its body, bound by its commitment. */
  MadeLog add(String body) {
    bodies.add(body);
    return this;
  }

  private byte[] commitment(int index) {
    return TreeHash.sha256(SALT, bodies.get(index).getBytes(StandardCharsets.UTF_8));
  }

  /** The checkpoint of the first leaves, signed by those keys. */
  String checkpoint(int size, Key... keys) {
    TreeHash tree = new TreeHash();
    for (int i = 0; i < size; i++) {
      tree.add(commitment(i));
    }
    return note(ORIGIN + "\n" + size + "\n" + tree.rootInBase64() + "\n", keys);
  }

  static String note(String text, Key... keys) {
    StringBuilder note = new StringBuilder(text).append("\n");
    for (Key key : keys) {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key.pair().getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(id(Base64.getDecoder().decode(key.written().split("\\+", 3)[2])));
        line.writeBytes(signature.sign());
        note.append("— ")
            .append(ORIGIN)
            .append(' ')
            .append(Base64.getEncoder().encodeToString(line.toByteArray()))
            .append("\n");
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
    return note.toString();
  }

  /** The whole export, in which those keys are named, signed by one of them. */
  String export(List<Key> named, Key signer) {
    int size = bodies.size();
    StringBuilder out = new StringBuilder();
    out.append(
        ("{\"exportedAt\":\"2026-11-28T00:00:00.000000Z\",\"format\":\"glasnost-journal-export/1\","
                + "\"markingsFrom\":%d,\"origin\":\"%s\",\"size\":%d,\"type\":\"export\"}\n")
            .formatted(size, ORIGIN, size));
    named.forEach(key -> out.append(key.line()));
    out.append("{\"note\":")
        .append(quoted(checkpoint(size, signer)))
        .append(",\"type\":\"checkpoint\"}\n");
    for (int i = 0; i < size; i++) {
      out.append(
          "{\"body\":%s,\"commitment\":\"%s\",\"index\":%d,\"salt\":\"%s\",\"type\":\"event\"}\n"
              .formatted(bodies.get(i), HEX.formatHex(commitment(i)), i, HEX.formatHex(SALT)));
    }
    String digest = HEX.formatHex(TreeHash.sha256(out.toString().getBytes(StandardCharsets.UTF_8)));
    String said = "glasnost-journal-export/1\n" + ORIGIN + "\n" + size + "\n" + digest + "\n";
    return out
        + "{\"leaves\":%d,\"markings\":0,\"signature\":%s,\"type\":\"end\"}\n"
            .formatted(size, quoted(note(said, signer)));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\n", "\\n") + '"';
  }

  /** A copy of the tiles with a checkpoint and a file of keys, as {@code journal mirror} keeps. */
  void copyTo(Path directory, String keys, Key signer) throws IOException {
    int size = bodies.size();
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("checkpoint"), checkpoint(size, signer));
    Files.writeString(directory.resolve("keys"), keys);
    TreeHash tree = new TreeHash();
    List<byte[]> level = new ArrayList<>();
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      level.add(tree.add(commitment(i)));
      byte[] entry = new byte[34];
      entry[1] = 32;
      System.arraycopy(commitment(i), 0, entry, 2, 32);
      entries.add(entry);
    }
    write(directory.resolve("tile/entries"), entries);
    for (int l = 0; !level.isEmpty(); l++) {
      write(directory.resolve("tile/" + l), level);
      List<byte[]> above = new ArrayList<>();
      for (int end = WIDTH; end <= level.size(); end += WIDTH) {
        above.add(tree.fold(level.subList(end - WIDTH, end)));
      }
      level = above;
    }
  }

  private static void write(Path level, List<byte[]> pieces) throws IOException {
    TreeMap<String, ByteArrayOutputStream> files = new TreeMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      int width = Math.min(WIDTH, pieces.size() - i / WIDTH * WIDTH);
      String name = "%03d".formatted(i / WIDTH) + (width < WIDTH ? ".p/" + width : "");
      files.computeIfAbsent(name, none -> new ByteArrayOutputStream()).writeBytes(pieces.get(i));
    }
    for (String name : files.keySet()) {
      Path file = level.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, files.get(name).toByteArray());
    }
  }
}
