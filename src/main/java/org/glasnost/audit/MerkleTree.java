package org.glasnost.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, over stored hashes: roots, inclusion proofs and
 * consistency proofs of any size up to what is stored.
 *
 * <p>Reads the hashes of {@linkplain Nodes complete subtrees} of 1, 256, 65,536, … leaves, so that
 * no answer costs more than some hundred hashes per level.
 */
final class MerkleTree {
  /** Leaves under a node of the next level; C2SP tlog-tiles calls it the full tile's width. */
  static final int WIDTH = 256;

  private static final int HEIGHT = 8;

  /** Stored hashes. */
  interface Nodes {
    /**
     * Hashes of consecutive complete subtrees.
     *
     * @param level 0 for leaves, 1 for subtrees of 256 leaves, 2 for those of 65,536, …
     * @param from the index of the first, counted at that level
     * @param count how many
     * @return exactly so many
     */
    List<byte[]> read(int level, long from, int count);
  }

  private final Nodes nodes;

  MerkleTree(Nodes nodes) {
    this.nodes = nodes;
  }

  /** The root of the first {@code size} leaves; of none, the hash of nothing. */
  byte[] root(long size) {
    return size == 0 ? Hashes.sha256() : range(0, size);
  }

  /** The audit path of a leaf in the tree of the first {@code size} leaves, lowest first. */
  List<byte[]> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " among " + size);
    }
    List<byte[]> path = new ArrayList<>();
    path(index, 0, size, path);
    return path;
  }

  /** The proof that the tree of {@code from} leaves is the beginning of that of {@code to}. */
  List<byte[]> consistency(long from, long to) {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException(from + " is no beginning of " + to);
    }
    List<byte[]> proof = new ArrayList<>();
    if (from > 0 && from < to) {
      subproof(from, 0, to, true, proof);
    }
    return proof;
  }

  /** The root of a complete tree: the number of hashes is a power of two. */
  static byte[] fold(List<byte[]> hashes) {
    List<byte[]> row = hashes;
    while (row.size() > 1) {
      List<byte[]> above = new ArrayList<>(row.size() / 2);
      for (int i = 0; i < row.size(); i += 2) {
        above.add(Hashes.node(row.get(i), row.get(i + 1)));
      }
      row = above;
    }
    return row.get(0);
  }

  private void path(long index, long from, long to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(range(middle, to));
    } else {
      path(index, middle, to, path);
      path.add(range(from, middle));
    }
  }

  /** SUBPROOF of RFC 9162, 2.1.4.1, over the leaves from {@code from} to {@code to}. */
  private void subproof(long old, long from, long to, boolean known, List<byte[]> proof) {
    if (old == to) {
      if (!known) {
        proof.add(range(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (old <= middle) {
      subproof(old, from, middle, known, proof);
      proof.add(range(middle, to));
    } else {
      subproof(old, middle, to, false, proof);
      proof.add(range(from, middle));
    }
  }

  private byte[] range(long from, long to) {
    long leaves = to - from;
    if (Long.bitCount(leaves) == 1) {
      return complete(Long.numberOfTrailingZeros(leaves), from / leaves);
    }
    long middle = from + split(leaves);
    return Hashes.node(range(from, middle), range(middle, to));
  }

  /** The root of a complete subtree of 2^height leaves, the {@code index}-th of its kind. */
  private byte[] complete(int height, long index) {
    int count = 1 << (height % HEIGHT);
    return fold(nodes.read(height / HEIGHT, index * count, count));
  }

  /** The largest power of two smaller than the number of leaves. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
