package org.glasnost.history.retention;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.jspecify.annotations.Nullable;

/** What the journal tells of a hold: enough to make its row again. */
final class HoldLines {
  private HoldLines() {}

  /**
   * A line of a hold.
   *
   * @param hold as it is placed, or as it was before what is told
   * @param label of the document; required where it is on one
   */
  static JournalEntry of(
      EventKind kind, JournalHold hold, @Nullable Long label, Occasion occasion) {
    JournalEntry line =
        JournalEntry.of(kind, occasion).under(hold.authority()).because("LEGAL_HOLD");
    UUID document = hold.covers().document();
    if (document != null && label != null) {
      line = line.document(document, label);
    }
    return kind == EventKind.JOURNAL_HOLD_PLACED
        ? line.after(facts(hold))
        : line.before(facts(hold));
  }

  private static Map<String, Object> facts(JournalHold hold) {
    JournalHold.Covers covers = hold.covers();
    Map<String, Object> facts = new TreeMap<>();
    facts.put("hold", hold.id().toString());
    facts.put("scope", covers.scope().name());
    facts.put("placedBy", hold.placed().by().toString());
    put(facts, "proposedBy", hold.proposed() == null ? null : hold.proposed().by());
    put(facts, "actor", covers.actor());
    put(facts, "kind", covers.kind());
    put(facts, "from", covers.from());
    put(facts, "to", covers.to());
    return facts;
  }

  private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.put(name, value.toString());
    }
  }
}
