package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the test vectors published with RFC 6962, whose tree RFC 9162 keeps. */
class MerkleTreeTest {
  private static final List<String> LEAF_INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final String A =
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
  private static final String B =
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
  private static final String C =
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
  private static final String D =
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
  private static final String E =
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
  private static final String F =
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
  private static final String ONE =
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
  private static final String TWO =
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
  private static final String FOUR =
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";

  private final List<byte[]> leaves =
      LEAF_INPUTS.stream().map(HexFormat.of()::parseHex).map(Hashes::leaf).toList();
  private final MerkleTree tree =
      new MerkleTree((level, from, count) -> leaves.subList((int) from, (int) from + count));

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void hasTheRootsOfTheStandard(long size, String root) {
    assertThat(HexFormat.of().formatHex(tree.root(size))).isEqualTo(root);
  }

  @Test
  void hasTheAuditPathsOfTheStandard() {
    assertThat(hex(tree.inclusion(0, 1))).isEmpty();
    assertThat(hex(tree.inclusion(0, 8))).containsExactly(A, B, C);
    assertThat(hex(tree.inclusion(5, 8))).containsExactly(D, E, FOUR);
    assertThat(hex(tree.inclusion(2, 3))).containsExactly(TWO);
    assertThat(hex(tree.inclusion(1, 5))).containsExactly(ONE, B, D);
  }

  @Test
  void hasTheConsistencyProofsOfTheStandard() {
    assertThat(hex(tree.consistency(1, 1))).isEmpty();
    assertThat(hex(tree.consistency(1, 8))).containsExactly(A, B, C);
    assertThat(hex(tree.consistency(6, 8))).containsExactly(F, E, FOUR);
    assertThat(hex(tree.consistency(2, 5))).containsExactly(B, D);
  }

  /** The tree of seven leaves in RFC 6962, section 2.1.3, with the names of its figure. */
  @Test
  void hasTheProofsOfTheExampleInTheStandard() {
    byte[] a = leaves.get(0);
    byte[] b = leaves.get(1);
    byte[] c = leaves.get(2);
    byte[] d = leaves.get(3);
    byte[] e = leaves.get(4);
    byte[] f = leaves.get(5);
    byte[] g = Hashes.node(a, b);
    byte[] h = Hashes.node(c, d);
    byte[] i = Hashes.node(e, f);
    byte[] j = leaves.get(6);
    byte[] k = Hashes.node(g, h);
    byte[] l = Hashes.node(i, j);
    assertThat(tree.root(7)).isEqualTo(Hashes.node(k, l));

    assertThat(tree.inclusion(0, 7)).containsExactly(b, h, l);
    assertThat(tree.inclusion(3, 7)).containsExactly(c, g, l);
    assertThat(tree.inclusion(4, 7)).containsExactly(f, j, k);
    assertThat(tree.inclusion(6, 7)).containsExactly(i, k);

    assertThat(tree.consistency(3, 7)).containsExactly(c, d, g, l);
    assertThat(tree.consistency(4, 7)).containsExactly(l);
    assertThat(tree.consistency(6, 7)).containsExactly(i, j, k);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 8", "8, 8", "9, 8"})
  void hasNoAuditPathOfALeafThatThereIsNot(long index, long size) {
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(index, size));
  }

  /** The stored nodes of 256 leaves give the same roots and paths as the leaves alone. */
  @Test
  void agreesWithTheLeavesAloneWhereItReadsStoredNodes() {
    List<byte[]> many = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      many.add(Hashes.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
    }
    MerkleTree stored =
        new MerkleTree(
            (level, from, count) -> {
              int width = level == 0 ? 1 : 256;
              List<byte[]> nodes = new ArrayList<>();
              for (int n = (int) from; n < from + count; n++) {
                nodes.add(MerkleTree.fold(many.subList(n * width, (n + 1) * width)));
              }
              return nodes;
            });
    for (int size : new int[] {1, 255, 256, 257, 511, 512, 768, 1000}) {
      assertThat(stored.root(size)).isEqualTo(plain(many.subList(0, size)));
    }
    assertThat(stored.inclusion(700, 1000)).hasSize(10);
  }

  /** The definition of RFC 9162, 2.1.1, read word for word. */
  private static byte[] plain(List<byte[]> hashes) {
    int n = hashes.size();
    if (n == 1) {
      return hashes.get(0);
    }
    int k = Integer.highestOneBit(n - 1);
    return Hashes.node(plain(hashes.subList(0, k)), plain(hashes.subList(k, n)));
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }
}
