package org.glasnost.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Compares the stored tree with the one that the commitments make, leaf by leaf: leaf hashes, nodes
 * and every statement that was kept in the database. What answers from stored hashes, such as a
 * tile or a root, would otherwise never look at what they were made of.
 *
 * <p>Holds the right edge of the tree alone, however large it is. For one walk from the first leaf;
 * not for several threads.
 */
public final class TreeCheck {
  private static final int MOST = 1000;
  private static final int STATEMENTS_AT_ONCE = 1000;

  private final JournalTree tree;
  private final Checkpoints checkpoints;
  private final String origin;
  private final List<String> keys;

  /** At each level the hashes that have no parent yet, fewer than 256. */
  private final List<List<byte[]>> edge = new ArrayList<>();

  private final List<Long> completed = new ArrayList<>();
  private final Map<Long, String> statements = new TreeMap<>();
  private final List<Difference> found = new ArrayList<>();
  private long statementsUpTo;
  private long size;
  private boolean inOrder = true;

  /**
   * @param tree as it is stored
   * @param checkpoints that were kept
   * @param origin the tree's name
   */
  public TreeCheck(JournalTree tree, Checkpoints checkpoints, JournalOrigin origin) {
    this.tree = tree;
    this.checkpoints = checkpoints;
    this.origin = origin.name();
    this.keys = checkpoints.keys().stream().map(Checkpoints.Key::verifierKey).toList();
  }

  /**
   * Takes the next leaf. Where one is missing there is nothing to compare from there on: whoever
   * verifies the commitments finds that.
   */
  public void leaf(long index, byte[] commitment, byte[] leafHash) {
    byte[] leaf = Hashes.leaf(commitment);
    if (!MessageDigest.isEqual(leaf, leafHash)) {
      differs("journal_leaf", Long.toString(index), "leaf_hash");
    }
    inOrder = inOrder && index == size;
    if (!inOrder) {
      return;
    }
    size++;
    complete(0, leaf);
    compareStatement();
  }

  /** What the body of an event says and its columns do not, as the reader of the rows found it. */
  public void differs(String table, String at, String... columns) {
    if (found.size() < MOST) {
      found.add(new Difference(table, at, List.of(columns)));
    }
  }

  /** Everything that differs, a thousand at most; after the last leaf. */
  public List<Difference> found() {
    for (UUID event : withoutPlace()) {
      differs("journal_event", event.toString(), "id");
    }
    for (UUID event : tree.foundWithoutEvent()) {
      differs("journal_search", event.toString(), "event");
    }
    return List.copyOf(found);
  }

  /** Looks twice: what is being placed meanwhile is no finding. */
  private Set<UUID> withoutPlace() {
    Set<UUID> events = new HashSet<>(tree.withoutPlace());
    if (!events.isEmpty()) {
      events.retainAll(tree.withoutPlace());
    }
    return events;
  }

  private void complete(int level, byte[] hash) {
    if (edge.size() == level) {
      edge.add(new ArrayList<>());
      completed.add(0L);
    }
    List<byte[]> open = edge.get(level);
    open.add(hash);
    if (open.size() < MerkleTree.WIDTH) {
      return;
    }
    byte[] node = MerkleTree.fold(open);
    open.clear();
    long index = completed.get(level);
    completed.set(level, index + 1);
    if (tree.node(level + 1, index).filter(stored -> Arrays.equals(stored, node)).isEmpty()) {
      differs("journal_node", (level + 1) + "/" + index, "node_hash");
    }
    complete(level + 1, node);
  }

  private void compareStatement() {
    if (size > statementsUpTo) {
      statements.clear();
      statements.putAll(checkpoints.kept(statementsUpTo, statementsUpTo + STATEMENTS_AT_ONCE));
      statementsUpTo += STATEMENTS_AT_ONCE;
    }
    String note = statements.get(size);
    if (note == null) {
      return;
    }
    String said = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root()) + "\n";
    if (!note.startsWith(said + "\n")
        || !NoteSignatures.verify(said, note.substring(said.length() + 1), keys)) {
      differs("journal_checkpoint", Long.toString(size), "note");
    }
  }

  /** The root over the right edge: at each level whole subtrees, and what is left below them. */
  private byte[] root() {
    List<byte[]> row = new ArrayList<>();
    for (List<byte[]> open : edge) {
      List<byte[]> above = new ArrayList<>(open);
      if (!row.isEmpty()) {
        above.add(root(row));
      }
      row = above;
    }
    return root(row);
  }

  private static byte[] root(List<byte[]> hashes) {
    int count = hashes.size();
    if (count == 1) {
      return hashes.get(0);
    }
    int split = Integer.highestOneBit(count - 1);
    return Hashes.node(root(hashes.subList(0, split)), root(hashes.subList(split, count)));
  }
}
