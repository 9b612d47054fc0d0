package org.glasnost.audit.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The root of a growing tree (RFC 9162, 2.1.1), leaf by leaf, in memory that grows with the
 * logarithm of their number: the roots of the complete subtrees, largest first.
 */
final class TreeHash {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final MessageDigest sha256 = digest();
  private final List<byte[]> complete = new ArrayList<>();
  private long size;

  /** SHA-256 over the parts, one after the other. */
  static byte[] sha256(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Adds a leaf.
   *
   * @return its hash
   */
  byte[] add(byte[] entry) {
    sha256.update(LEAF);
    byte[] leaf = sha256.digest(entry);
    byte[] hash = leaf;
    for (long left = size; (left & 1) == 1; left >>= 1) {
      hash = node(complete.remove(complete.size() - 1), hash);
    }
    complete.add(hash);
    size++;
    return leaf;
  }

  /** The root of a complete subtree of which these are the hashes, a power of two. */
  byte[] fold(List<byte[]> hashes) {
    List<byte[]> level = hashes;
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        above.add(node(level.get(i), level.get(i + 1)));
      }
      level = above;
    }
    return level.get(0);
  }

  long size() {
    return size;
  }

  byte[] root() {
    if (complete.isEmpty()) {
      return sha256();
    }
    byte[] root = complete.get(complete.size() - 1);
    for (int i = complete.size() - 2; i >= 0; i--) {
      root = node(complete.get(i), root);
    }
    return root;
  }

  /** The root as checkpoints write it. */
  String rootInBase64() {
    return Base64.getEncoder().encodeToString(root());
  }

  private byte[] node(byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }
}
