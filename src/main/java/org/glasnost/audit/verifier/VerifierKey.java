package org.glasnost.audit.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A C2SP verifier key for Ed25519: {@code name+id+key}. */
final class VerifierKey {
  /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410, 4). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int RAW_LENGTH = 32;
  private static final int ID_LENGTH = 4;

  private final String written;
  private final String name;
  private final byte[] id;
  private final PublicKey key;

  private VerifierKey(String written, String name, byte[] id, PublicKey key) {
    this.written = written;
    this.name = name;
    this.id = id;
    this.key = key;
  }

  static VerifierKey parse(String written) throws FormException {
    String[] parts = written.split("\\+", 3);
    if (parts.length != 3 || parts[0].isEmpty() || parts[0].contains(" ")) {
      throw new FormException("not a verifier key");
    }
    byte[] typed = Note.base64(parts[2]);
    if (typed.length != 1 + RAW_LENGTH || typed[0] != 1) {
      throw new FormException("not an Ed25519 verifier key");
    }
    byte[] id =
        Arrays.copyOf(
            TreeHash.sha256((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), ID_LENGTH);
    if (!HexFormat.of().formatHex(id).equals(parts[1])) {
      throw new FormException("a verifier key whose id is not its own");
    }
    byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + RAW_LENGTH);
    System.arraycopy(typed, 1, x509, X509_PREFIX.length, RAW_LENGTH);
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
      return new VerifierKey(written, parts[0], id, key);
    } catch (GeneralSecurityException e) {
      throw new FormException("not an Ed25519 verifier key");
    }
  }

  String written() {
    return written;
  }

  /** Whether this key made the signature, given with the key's id before it. */
  boolean verifies(String signerName, byte[] idAndSignature, byte[] message) {
    if (!signerName.equals(name)
        || idAndSignature.length <= ID_LENGTH
        || !Arrays.equals(id, Arrays.copyOf(idAndSignature, ID_LENGTH))) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(Arrays.copyOfRange(idAndSignature, ID_LENGTH, idAndSignature.length));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
