package org.glasnost.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as the journal's format uses it (docs/spec/journal.md; RFC 9162, 2.1). */
final class Hashes {
  /** Bytes of a hash, and of a salt. */
  static final int LENGTH = 32;

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Hashes() {}

  /** SHA-256 over the parts, one after the other. */
  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What binds an event's body without telling it. */
  static byte[] commitment(byte[] salt, byte[] canonical) {
    return sha256(salt, canonical);
  }

  /** A leaf of the tree. */
  static byte[] leaf(byte[] entry) {
    return sha256(LEAF, entry);
  }

  /** An inner node of the tree. */
  static byte[] node(byte[] left, byte[] right) {
    return sha256(NODE, left, right);
  }
}
