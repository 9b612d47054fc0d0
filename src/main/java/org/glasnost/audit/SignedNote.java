package org.glasnost.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The written form of signed statements and of keys: C2SP signed-note, Ed25519. */
final class SignedNote {
  private static final byte ED25519 = 1;
  private static final byte[] TYPE = {ED25519};
  private static final byte[] NEWLINE = {'\n'};
  private static final int KEY_ID_LENGTH = 4;

  private SignedNote() {}

  /**
   * A text with a signature line by each key, the oldest first.
   *
   * @param text ends with a newline
   * @param name the keys' name
   */
  static String sign(String text, String name, SigningKeys keys) {
    StringBuilder note = new StringBuilder(text).append("\n");
    for (CheckpointSigner signer : keys.all()) {
      byte[] id = keyId(name, signer.publicKey());
      byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
      byte[] signed = Arrays.copyOf(id, id.length + signature.length);
      System.arraycopy(signature, 0, signed, id.length, signature.length);
      note.append("— ").append(name).append(" ");
      note.append(Base64.getEncoder().encodeToString(signed)).append("\n");
    }
    return note.toString();
  }

  /** A verifier key: name, key id, algorithm and public key. */
  static String verifierKey(String name, byte[] publicKey) {
    byte[] typed = Arrays.copyOf(TYPE, 1 + publicKey.length);
    System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
    return name
        + "+"
        + HexFormat.of().formatHex(keyId(name, publicKey))
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  private static byte[] keyId(String name, byte[] publicKey) {
    byte[] hash = Hashes.sha256(name.getBytes(StandardCharsets.UTF_8), NEWLINE, TYPE, publicKey);
    return Arrays.copyOf(hash, KEY_ID_LENGTH);
  }
}
