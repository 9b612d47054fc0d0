package org.glasnost.audit.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What is held independently of what is checked: keys, and checkpoints kept elsewhere. */
final class Statements {
  private final List<RangedKey> given = new ArrayList<>();
  private final List<RangedKey> stated = new ArrayList<>();
  private final List<SignedTree> kept = new ArrayList<>();
  private final Map<Long, List<SignedTree>> bySize = new HashMap<>();
  private final BiConsumer<String, String> flaw;

  /**
   * @param checkpoints texts of checkpoints kept outside the database
   * @param keys verifier keys held independently, each with its range where that is known
   * @param flaw told the rule and the message of what is wrong
   */
  Statements(List<String> checkpoints, List<String> keys, BiConsumer<String, String> flaw) {
    this.flaw = flaw;
    for (String key : keys) {
      try {
        given.add(RangedKey.parse(key));
      } catch (FormException e) {
        flaw.accept("JRN-0105", "a given key is not one: " + e.getMessage());
      }
    }
    for (String checkpoint : checkpoints) {
      try {
        SignedTree tree = SignedTree.parse(checkpoint);
        kept.add(tree);
        bySize.computeIfAbsent(tree.size(), none -> new ArrayList<>()).add(tree);
      } catch (FormException e) {
        flaw.accept("JRN-0108", "a given checkpoint is not one: " + e.getMessage());
      }
    }
  }

  /** A key that comes with what is checked; believed only where none is given. */
  void state(RangedKey key) {
    stated.add(key);
  }

  /**
   * The keys that are believed. What is checked may narrow the range of a key that is given, since
   * nothing is believed by that which would not be believed without; it widens none.
   */
  List<RangedKey> believed() {
    if (given.isEmpty()) {
      return stated;
    }
    return given.stream()
        .map(held -> stated.stream().reduce(held, RangedKey::within, (some, all) -> all))
        .toList();
  }

  /** Whether keys were given independently. */
  boolean keysHeld() {
    return !given.isEmpty();
  }

  /** Compares the tree, as it is at its size now, with the checkpoints of that size. */
  void compare(TreeHash tree) {
    if (bySize.isEmpty()) {
      return;
    }
    for (SignedTree statement : bySize.getOrDefault(tree.size(), List.of())) {
      if (!statement.root().equals(tree.rootInBase64())) {
        flaw.accept(
            "JRN-0108", "the checkpoint of %d events is of another past".formatted(tree.size()));
      }
    }
  }

  /** Each kept checkpoint is of this journal, signed, and of no larger tree. */
  void conclude(String origin, long size) {
    for (SignedTree outside : kept) {
      if (outside.size() > size) {
        flaw.accept(
            "JRN-0108",
            "a checkpoint tells of %d events, here are only %d: the end is cut off"
                .formatted(outside.size(), size));
      }
      try {
        requireSignature(outside, origin, "JRN-0108", "a given checkpoint");
      } catch (FormException e) {
        flaw.accept("JRN-0108", "a given checkpoint is not one: " + e.getMessage());
      }
    }
  }

  /** A checkpoint is of this journal and signed by a key that is believed. */
  void requireSignature(SignedTree statement, String origin, String rule, String what)
      throws FormException {
    if (!statement.origin().equals(origin)) {
      flaw.accept(rule, what + " is of another journal");
    }
    requireSignature(statement.note(), statement.size(), rule, what);
  }

  /**
   * A note is signed by a key that is believed, and that signs trees of that size.
   *
   * @param rule broken if no believed key signed it; where one did, but not of that size, it is
   *     JRN-0113
   */
  void requireSignature(Note note, long size, String rule, String what) throws FormException {
    List<RangedKey> signers = note.signers(believed());
    if (signers.isEmpty()) {
      flaw.accept(rule, what + " is not signed by a key that is believed");
    } else if (signers.stream().noneMatch(key -> key.signs(size))) {
      flaw.accept(
          "JRN-0113",
          "%s is of %d events, and the key that signed it signs no tree of that size: %s"
              .formatted(what, size, signers.get(0).written()));
    }
  }
}
