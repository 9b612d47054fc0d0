package org.glasnost.history;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What somebody who has the database does to a journal of some 600 events: two complete nodes, and
 * a tail of leaves below none. The events at 1, 2 and 4 are changes of a marking that the auditor
 * may read; that at 3 is sealed.
 */
@SuppressWarnings("ImmutableEnumChecker") // the deeds hold nothing, the sets are copies
enum Tampering {
  TABLES_EMPTIED(
      true,
      Set.of("JRN-0108"),
      hand -> {
        for (String table : DatabaseInHand.TABLES) {
          if (!Set.of("journal_key", "journal_origin", "journal_lapse").contains(table)) {
            hand.sql("delete from " + table);
          }
        }
      }),

  TWO_EVENTS_CHANGE_LEAVES(
      false,
      Set.of("JRN-0104", "JRN-0108", "JRN-0111"),
      hand -> {
        List<DatabaseInHand.Leaf> leaves = hand.leaves();
        DatabaseInHand.Leaf tenth = leaves.get(10);
        leaves.set(10, new DatabaseInHand.Leaf(leaves.get(11).event(), tenth.hash()));
        leaves.set(11, new DatabaseInHand.Leaf(tenth.event(), leaves.get(11).hash()));
        hand.putLeaves(leaves);
      }),

  TWO_LEAVES_CHANGE_PLACES_UNDER_A_NODE(
      false,
      Set.of("JRN-0104", "JRN-0108", "JRN-0111"),
      hand -> {
        List<DatabaseInHand.Leaf> leaves = hand.leaves();
        Collections.swap(leaves, 10, 11);
        hand.putLeaves(leaves);
      }),

  TWO_LEAVES_CHANGE_PLACES_AND_NODES_ARE_MADE_ANEW(
      true,
      Set.of("JRN-0108"),
      hand -> {
        List<DatabaseInHand.Leaf> leaves = hand.leaves();
        Collections.swap(leaves, 10, 11);
        hand.putLeaves(leaves);
        hand.makeNodes();
      }),

  AN_EVENT_IS_GONE_WITH_ITS_LEAF(
      false,
      Set.of("JRN-0103"),
      hand -> {
        UUID event = hand.eventAt(100);
        hand.sql("delete from journal_leaf where leaf_index = 100");
        hand.remove(event);
      }),

  AN_EVENT_IS_GONE_AND_THE_REST_MOVES_UP(
      true,
      Set.of("JRN-0108"),
      hand -> {
        List<DatabaseInHand.Leaf> leaves = hand.leaves();
        hand.remove(leaves.remove(100).event());
        hand.putLeaves(leaves);
        hand.makeNodes();
      }),

  AN_EVENT_IS_ADDED_WITH_ITS_LEAF(
      true,
      Set.of("JRN-0104", "JRN-0108", "JRN-0111"),
      hand -> {
        List<DatabaseInHand.Leaf> leaves = hand.leaves();
        leaves.add(100, hand.forge(leaves.get(99).event()));
        hand.putLeaves(leaves);
      }),

  AN_EVENT_IS_ADDED_AND_NODES_ARE_MADE_ANEW(
      true,
      Set.of("JRN-0108"),
      hand -> {
        List<DatabaseInHand.Leaf> leaves = hand.leaves();
        leaves.add(100, hand.forge(leaves.get(99).event()));
        hand.putLeaves(leaves);
        hand.makeNodes();
      }),

  AN_EVENT_IS_ADDED_WITHOUT_A_PLACE(
      false, Set.of("JRN-0111"), hand -> hand.forge(hand.eventAt(99))),

  THE_TAIL_IS_CUT(
      true,
      Set.of("JRN-0108"),
      hand -> {
        List<DatabaseInHand.Leaf> leaves = hand.leaves();
        List<DatabaseInHand.Leaf> tail = leaves.subList(leaves.size() - 50, leaves.size());
        tail.forEach(leaf -> hand.remove(leaf.event()));
        tail.clear();
        hand.putLeaves(leaves);
        hand.sql("delete from journal_checkpoint where tree_size > ?", leaves.size());
      }),

  A_BODY_IS_REWRITTEN_AND_THE_TREE_MADE_ANEW_WITHOUT_THE_KEY(
      true,
      Set.of("JRN-0108"),
      hand -> {
        hand.rewriteBody(hand.eventAt(4), "Reviewer, STATE", "Reviewer, NSC");
        hand.makeTree();
        hand.sql("delete from journal_checkpoint");
      }),

  A_BODY_IS_REWRITTEN_THE_TREE_MADE_ANEW_AND_SIGNED(
      false,
      Set.of("JRN-0108"),
      hand -> {
        hand.rewriteBody(hand.eventAt(4), "Reviewer, STATE", "Reviewer, NSC");
        hand.makeTree();
        // The node that starts next holds the key, and signs.
        hand.forgetStatements();
      }),

  A_BODY_IS_GONE_AND_NO_LAPSE_IS_RECORDED(
      false,
      Set.of("JRN-0111"),
      hand -> hand.sql("delete from journal_body where event = ?", hand.eventAt(4))),

  A_BIT_OF_A_BODY(
      false,
      Set.of("JRN-0102", "JRN-0111"),
      // In the id of the actor: still a body, of somebody else.
      hand -> hand.flipByteAt(20, "journal_body", "canonical", "event = ?", hand.eventAt(4))),

  A_BIT_OF_A_BODY_THAT_IS_NO_BODY_THEN(
      false,
      Set.of("JRN-0101"),
      hand -> hand.flipByteAt(0, "journal_body", "canonical", "event = ?", hand.eventAt(4))),

  A_BIT_OF_A_SALT(
      false,
      Set.of("JRN-0102", "JRN-0111"),
      hand -> hand.flipByte("journal_body", "salt", "event = ?", hand.eventAt(4))),

  A_BIT_OF_A_SEALED_BODY(
      false,
      Set.of("JRN-0111"),
      hand -> hand.flipByte("journal_body", "canonical", "document = ?", JournalFixture.LETTER)),

  A_BIT_OF_A_COMMITMENT(
      false,
      Set.of("JRN-0102", "JRN-0104", "JRN-0108", "JRN-0111"),
      hand -> hand.flipByte("journal_event", "commitment", "id = ?", hand.eventAt(4))),

  A_BIT_OF_A_LEAF_UNDER_A_NODE(
      false,
      Set.of("JRN-0111"),
      hand -> hand.flipByte("journal_leaf", "leaf_hash", "leaf_index = 3")),

  A_BIT_OF_A_LEAF_IN_THE_TAIL(
      true,
      Set.of("JRN-0104", "JRN-0111"),
      hand -> hand.flipByte("journal_leaf", "leaf_hash", "leaf_index = 550")),

  A_BIT_OF_WHOSE_A_LEAF_IS(
      false, Set.of("JRN-0103"), hand -> hand.flipId("journal_leaf", "event", "leaf_index = 3")),

  A_BIT_OF_A_NODE(
      true,
      Set.of("JRN-0104", "JRN-0111"),
      hand -> hand.flipByte("journal_node", "node_hash", "node_index = 0")),

  A_BIT_OF_AN_OLD_STATEMENT(
      false,
      Set.of("JRN-0111"),
      hand ->
          hand.flipLetter(
              "journal_checkpoint",
              "note",
              20,
              "tree_size = (select min(tree_size) from journal_checkpoint)")),

  A_BIT_OF_THE_ROOT_IN_THE_LAST_STATEMENT(
      true,
      Set.of(),
      hand ->
          hand.flipLetter(
              "journal_checkpoint",
              "note",
              180,
              "tree_size = (select max(tree_size) from journal_checkpoint)")),

  A_BIT_OF_THE_SIGNATURE_IN_THE_LAST_STATEMENT(
      false,
      Set.of("JRN-0111"),
      hand ->
          hand.flipLetter(
              "journal_checkpoint",
              "note",
              20,
              "tree_size = (select max(tree_size) from journal_checkpoint)")),

  A_STATEMENT_WITHOUT_ITS_SIGNATURE(
      false,
      Set.of("JRN-0111"),
      hand ->
          hand.sql(
              "update journal_checkpoint set note ="
                  + " substring(note, 1, position(chr(10) || chr(10) in note) + 1) || chr(10)"
                  + " where tree_size = (select min(tree_size) from journal_checkpoint)")),

  A_BODY_IS_GONE_AND_ITS_LAPSE_MADE_UP(
      false,
      Set.of("JRN-0111"),
      hand -> {
        UUID event = hand.eventAt(100);
        hand.sql(
            "insert into journal_lapse (event, lapsed_at, authority, batch)"
                + " values (?, current_timestamp, 'a notional schedule', ?)",
            event,
            UUID.randomUUID());
        hand.sql("delete from journal_body where event = ?", event);
        hand.sql("update journal_search set actor = null, document = null where event = ?", event);
      }),

  A_BODY_THAT_IS_KEPT_FOR_GOOD_IS_SAID_TO_HAVE_LAPSED_LONG_AGO(
      false,
      Set.of("JRN-0111"),
      hand -> {
        UUID event = hand.eventAt(4);
        hand.sql(
            "insert into journal_lapse (event, lapsed_at, authority)"
                + " values (?, current_timestamp, 'a notional schedule')",
            event);
        hand.sql("delete from journal_body where event = ?", event);
        hand.sql("update journal_search set actor = null, document = null where event = ?", event);
      }),

  A_BIT_OF_THE_KEY(
      false, Set.of("JRN-0101"), hand -> hand.flipLetter("journal_key", "verifier_key", 10, "0=0")),

  A_BIT_OF_THE_NAME(
      false,
      Set.of("JRN-0105", "JRN-0108"),
      hand -> hand.flipLetter("journal_origin", "origin", 1, "id = 1")),

  A_BIT_OF_A_KIND(
      false,
      Set.of("JRN-0111"),
      hand -> hand.flipLetter("journal_event", "kind", 1, "id = ?", hand.eventAt(4))),

  A_BIT_OF_THE_KIND_OF_A_SEALED_EVENT(
      false,
      Set.of("JRN-0111"),
      hand ->
          hand.flipLetter(
              "journal_event",
              "kind",
              1,
              "id = (select event from journal_body where document = ?)",
              JournalFixture.LETTER)),

  AN_INSTANT(
      false,
      Set.of("JRN-0111"),
      hand -> hand.later("journal_event", "recorded_at", "id = ?", hand.eventAt(4))),

  A_LABEL_THAT_OPENS_WHAT_IS_SEALED(
      false,
      Set.of("JRN-0111"),
      hand ->
          hand.sql(
              "update journal_event set label = ? where id ="
                  + " (select event from journal_body where document = ?)",
              JournalFixture.SECRET,
              JournalFixture.LETTER)),

  A_LABEL_THAT_SEALS_WHAT_IS_OPEN(
      false,
      Set.of("JRN-0111"),
      hand ->
          hand.sql(
              "update journal_event set label = ? where id = ?",
              JournalFixture.BEYOND,
              hand.eventAt(1))),

  THE_DOCUMENT_BESIDE_A_BODY(
      false,
      Set.of("JRN-0111"),
      hand -> hand.flipId("journal_body", "document", "event = ?", hand.eventAt(1))),

  THE_ACTOR_BESIDE_A_BODY(
      false,
      Set.of("JRN-0111"),
      hand -> hand.flipId("journal_body", "actor", "event = ?", hand.eventAt(1))),

  A_REVIEW_BESIDE_A_BODY(
      false,
      Set.of("JRN-0111"),
      hand ->
          hand.sql("update journal_body set review = document where event = ?", hand.eventAt(1))),

  THE_INSTANT_BESIDE_A_BODY(
      false,
      Set.of("JRN-0111"),
      hand -> hand.later("journal_body", "recorded_at", "event = ?", hand.eventAt(1))),

  THE_KIND_BY_WHICH_AN_EVENT_IS_FOUND(
      false,
      Set.of("JRN-0111"),
      hand -> hand.flipLetter("journal_search", "kind", 1, "event = ?", hand.eventAt(1))),

  THE_INSTANT_BY_WHICH_AN_EVENT_IS_FOUND(
      false,
      Set.of("JRN-0111"),
      hand -> hand.later("journal_search", "recorded_at", "event = ?", hand.eventAt(1))),

  THE_ACTOR_BY_WHOM_AN_EVENT_IS_FOUND(
      false,
      Set.of("JRN-0111"),
      hand -> hand.flipId("journal_search", "actor", "event = ?", hand.eventAt(1))),

  THE_DOCUMENT_BY_WHICH_A_SEALED_EVENT_IS_FOUND(
      false,
      Set.of("JRN-0111"),
      hand -> hand.flipId("journal_search", "document", "document = ?", JournalFixture.LETTER)),

  A_LABEL_THAT_HIDES_WHAT_IS_OPEN(
      false,
      Set.of("JRN-0111"),
      hand ->
          hand.sql(
              "update journal_search set label = ? where event = ?",
              JournalFixture.BEYOND,
              hand.eventAt(1))),

  AN_EVENT_THAT_IS_FOUND_NO_MORE(
      false,
      Set.of("JRN-0111"),
      hand -> hand.sql("delete from journal_search where event = ?", hand.eventAt(1))),

  AN_EVENT_THAT_IS_FOUND_TWICE(
      false,
      Set.of("JRN-0111"),
      hand ->
          hand.sql(
              "insert into journal_search (event, recorded_at, kind, label, actor, document)"
                  + " select event, current_timestamp, kind, label, actor, document"
                  + " from journal_search where event = ?",
              hand.eventAt(1)));

  /** Whether the running application signs no more (JRN-0002). */
  final boolean refused;

  /** What whoever verifies an export finds, with a statement kept elsewhere and the key in hand. */
  final Set<String> rules;

  final Consumer<DatabaseInHand> deed;

  Tampering(boolean refused, Set<String> rules, Consumer<DatabaseInHand> deed) {
    this.refused = refused;
    this.rules = rules;
    this.deed = deed;
  }
}
