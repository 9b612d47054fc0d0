package org.glasnost.audit.c2sp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** RFC 6962, section 2.1: the hash of a list of entries. */
final class Tree {
  private Tree() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** MTH({d(0)}) = SHA-256(0x00 || d(0)). */
  static byte[] leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update((byte) 0);
    return digest.digest(entry);
  }

  /**
   * MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n])), k the largest power of two smaller
   * than n, over hashes that stand for subtrees of one size; MTH({}) = SHA-256().
   */
  static byte[] hash(List<byte[]> subtrees) {
    int n = subtrees.size();
    if (n == 0) {
      return sha256().digest();
    }
    if (n == 1) {
      return subtrees.get(0);
    }
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    MessageDigest digest = sha256();
    digest.update((byte) 1);
    digest.update(hash(subtrees.subList(0, k)));
    digest.update(hash(subtrees.subList(k, n)));
    return digest.digest();
  }
}
