package org.glasnost.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Whether the signature lines of a kept statement are those that were written. */
final class NoteSignatures {
  /** What stands before an Ed25519 key in the form that the platform reads (RFC 8410). */
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int ID = 4;
  private static final int KEY = 32;
  private static final int PARTS = 3;

  private NoteSignatures() {}

  /**
   * Every line must be a signature of one of the keys.
   *
   * @param text what is signed
   * @param lines the signature lines, each with its end
   * @param keys in C2SP verifier-key form
   */
  static boolean verify(String text, String lines, List<String> keys) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    // Split to the last empty line: a note without a signature line is not signed, whatever is true
    // of every line of none, and nothing but signature lines stands there.
    return lines.endsWith("\n")
        && Arrays.stream(lines.substring(0, lines.length() - 1).split("\n", -1))
            .allMatch(line -> keys.stream().anyMatch(key -> signs(signed, line, key)));
  }

  private static boolean signs(byte[] text, String line, String key) {
    String[] parts = key.split("\\+", PARTS);
    String beginning = "— " + parts[0] + " ";
    if (parts.length != PARTS || !line.startsWith(beginning)) {
      return false;
    }
    try {
      byte[] typed = Base64.getDecoder().decode(parts[2]);
      byte[] value = exactly(line.substring(beginning.length()));
      if (typed.length != KEY + 1
          || value.length <= ID
          || !HexFormat.of().formatHex(value, 0, ID).equals(parts[1])) {
        return false;
      }
      byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + KEY);
      System.arraycopy(typed, 1, encoded, SPKI.length, KEY);
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(text);
      return verifier.verify(Arrays.copyOfRange(value, ID, value.length));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Base64 in its one form: unused bits of the last letter are bits that can be flipped. */
  private static byte[] exactly(String written) {
    byte[] bytes = Base64.getDecoder().decode(written);
    if (!Base64.getEncoder().encodeToString(bytes).equals(written)) {
      throw new IllegalArgumentException("another form of base64");
    }
    return bytes;
  }
}
