package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Proofs against the verifying algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2, step by step. */
class MerkleTreeLaws {
  private static final int MOST = 600;

  private final List<byte[]> leaves = leaves();
  private final MerkleTree tree = new MerkleTree(this::nodes);

  @Property(tries = 200)
  void everyLeafIsProvedToBeInEveryTreeThatHasIt(
      @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST) int any) {
    int index = any % size;
    List<byte[]> path = tree.inclusion(index, size);
    assertThat(included(index, size, leaves.get(index), path, tree.root(size))).isTrue();
    byte[] forged = leaves.get(index).clone();
    forged[any % 32] ^= 1;
    assertThat(included(index, size, forged, path, tree.root(size))).isFalse();
  }

  @Property(tries = 200)
  void everyTreeIsProvedToBeginEveryLargerOne(
      @ForAll @IntRange(min = 2, max = MOST) int to, @ForAll @IntRange(max = MOST) int any) {
    int from = 1 + any % (to - 1);
    List<byte[]> proof = tree.consistency(from, to);
    assertThat(consistent(from, to, tree.root(from), tree.root(to), proof)).isTrue();
    byte[] forged = tree.root(from).clone();
    forged[any % 32] ^= 1;
    assertThat(consistent(from, to, forged, tree.root(to), proof)).isFalse();
  }

  private static boolean included(
      long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
    long fn = index;
    long sn = size - 1;
    byte[] r = leaf;
    for (byte[] p : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = Hashes.node(p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = Hashes.node(r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(r, root);
  }

  private static boolean consistent(
      long first, long second, byte[] firstHash, byte[] secondHash, List<byte[]> proof) {
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(first) == 1) {
      path.add(0, firstHash);
    }
    long fn = first - 1;
    long sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] fr = path.get(0);
    byte[] sr = path.get(0);
    for (byte[] c : path.subList(1, path.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = Hashes.node(c, fr);
        sr = Hashes.node(c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = Hashes.node(sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(fr, firstHash) && Arrays.equals(sr, secondHash);
  }

  private static List<byte[]> leaves() {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      leaves.add(Hashes.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
    }
    return leaves;
  }

  private List<byte[]> nodes(int level, long from, int count) {
    int width = level == 0 ? 1 : MerkleTree.WIDTH;
    List<byte[]> nodes = new ArrayList<>();
    for (int n = (int) from; n < from + count; n++) {
      nodes.add(MerkleTree.fold(leaves.subList(n * width, (n + 1) * width)));
    }
    return nodes;
  }
}
