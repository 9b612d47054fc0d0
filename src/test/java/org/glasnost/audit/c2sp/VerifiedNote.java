package org.glasnost.audit.c2sp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** C2SP signed-note: a text and the Ed25519 signatures below it. */
final class VerifiedNote {
  private static final HexFormat HEX = HexFormat.of();

  private VerifiedNote() {}

  /**
   * The text of a note.
   *
   * @param note text, empty line, signature lines; UTF-8
   * @param vkey {@code <key name>+<hex of key id>+<base64 of type and key>}
   * @return the text with its last newline
   * @throws ContraryToText if the note has another form or that key did not sign it
   */
  static String text(byte[] note, String vkey) {
    String written = new String(note, StandardCharsets.UTF_8);
    if (!Arrays.equals(written.getBytes(StandardCharsets.UTF_8), note)) {
      throw new ContraryToText("a note is UTF-8");
    }
    if (written.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new ContraryToText("a note has no control characters but newlines");
    }
    int split = written.lastIndexOf("\n\n");
    if (split < 0 || !written.endsWith("\n")) {
      throw new ContraryToText("a note is a text, an empty line and signatures");
    }
    String text = written.substring(0, split + 1);
    String[] key = vkey.split("\\+", 3);
    byte[] typed = Base64.getDecoder().decode(key[2]);
    byte[] id = keyId(key[0], typed);
    if (!HEX.formatHex(id).equals(key[1]) || typed[0] != 1 || typed.length != 33) {
      throw new ContraryToText("a vkey bears its own key id and an Ed25519 key");
    }
    boolean signed = false;
    for (String line : written.substring(split + 2).split("\n", 0)) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3 || !parts[0].equals("\u2014") || parts[1].isEmpty()) {
        throw new ContraryToText("a signature line is an em dash, a key name and base64");
      }
      byte[] signature = Base64.getDecoder().decode(parts[2]);
      if (parts[1].equals(key[0]) && Arrays.equals(id, Arrays.copyOf(signature, 4))) {
        if (!verifies(typed, text, Arrays.copyOfRange(signature, 4, signature.length))) {
          throw new ContraryToText("a signature by a known key that does not verify");
        }
        signed = true;
      }
    }
    if (!signed) {
      throw new ContraryToText("no signature by the known key");
    }
    return text;
  }

  /** SHA-256 of key name, newline, signature type and public key, of which four bytes are taken. */
  private static byte[] keyId(String name, byte[] typed) {
    MessageDigest digest = Tree.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest.digest(typed), 4);
  }

  private static boolean verifies(byte[] typed, String text, byte[] signature) {
    byte[] x509 = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(typed, 1, 33));
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
