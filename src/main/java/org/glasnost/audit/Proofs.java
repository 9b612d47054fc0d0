package org.glasnost.audit;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proofs of RFC 9162 about the journal's tree. Hashes are base64, lowest first. */
@Component
public class Proofs {
  private final JournalTree tree;

  /**
   * @param tree what is proved about
   */
  public Proofs(JournalTree tree) {
    this.tree = tree;
  }

  /**
   * That a leaf is in a tree.
   *
   * @param leafIndex the leaf's index, from 0
   * @param treeSize how many leaves the tree has
   * @param leafHash the leaf
   * @param hashes the audit path
   */
  public record Inclusion(long leafIndex, long treeSize, String leafHash, List<String> hashes) {
    /** Copies the hashes. */
    public Inclusion {
      hashes = List.copyOf(hashes);
    }
  }

  /**
   * That one tree is the beginning of another.
   *
   * @param from how many leaves the smaller has
   * @param to how many the larger has
   * @param hashes the proof; empty where either is trivially so
   */
  public record Consistency(long from, long to, List<String> hashes) {
    /** Copies the hashes. */
    public Consistency {
      hashes = List.copyOf(hashes);
    }
  }

  /**
   * Proves that an event is in the tree.
   *
   * @param event the event's id
   * @param size of the tree, or null for the tree as it is now
   * @throws Refused NOT_KNOWN for an event that there is not; RULE for a tree in which it is not
   *     yet or that there is not yet
   */
  public Inclusion inclusion(UUID event, @Nullable Long size) {
    long now = tree.size();
    long index = tree.indexOf(event).orElseThrow(Refused::notKnown);
    long of = size == null ? now : size;
    if (of > now || index >= of) {
      throw outside("size", index + 1, now);
    }
    return new Inclusion(
        index,
        of,
        base64(tree.read(0, index, 1).get(0)),
        base64(tree.merkle().inclusion(index, of)));
  }

  /**
   * Proves that an earlier tree is the beginning of a later one.
   *
   * @param from size of the earlier tree
   * @param to size of the later, or null for the tree as it is now
   * @throws Refused RULE if there are no such trees
   */
  public Consistency consistency(long from, @Nullable Long to) {
    long now = tree.size();
    long until = to == null ? now : to;
    if (until < 0 || until > now) {
      throw outside("to", 0, now);
    }
    if (from < 0 || from > until) {
      throw outside("from", 0, until);
    }
    return new Consistency(from, until, base64(tree.merkle().consistency(from, until)));
  }

  private static Refused outside(String parameter, long least, long most) {
    return new Refused(
        Refused.Ground.RULE,
        Finding.error(
                "JRN-0003",
                "There is no such tree: %s lies between %d and %d."
                    .formatted(parameter, least, most))
            .atMember("/" + parameter));
  }

  private static List<String> base64(List<byte[]> hashes) {
    return hashes.stream().map(Proofs::base64).toList();
  }

  private static String base64(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }
}
