package org.glasnost.authority.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.Clearing;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Labels;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What holds of orders about one document. An officer names it by its id, is cleared for it, and
 * sees of it the marking alone.
 */
@Component
class NeedRules {
  private final Labels labels;

  NeedRules(Labels labels) {
    this.labels = labels;
  }

  /**
   * @throws Refused as not known if the order is about a document that does not exist or that the
   *     officer is not cleared for
   */
  void requireKnown(Sought sought, Person officer) {
    if (!isKnown(sought, officer)) {
      throw Refused.notKnown();
    }
  }

  /** Whether the officer is cleared for what the order is about. */
  boolean isKnown(Sought sought, Person officer) {
    Sought.Need need = sought.need();
    return need == null
        || Clearing.covers(officer, labels.protection(labels.ofDocument(need.document())));
  }

  /** What speaks against the order. */
  List<Finding> check(Sought sought, UUID person) {
    List<Finding> findings = new ArrayList<>();
    Sought.Need need = sought.need();
    if (need == null || need.source() != GrantSource.NAMED) {
      return findings;
    }
    String recipient = need.recipient();
    boolean listed =
        recipient != null
            && labels.protection(labels.ofDocument(need.document())).recipients().stream()
                .flatMap(list -> List.of(list.split("; ")).stream())
                .anyMatch(recipient::equals);
    if (!listed) {
      findings.add(
          Finding.error(
                  "RGT-0019",
                  "Name the recipient on the record's own list whom this person is, exactly as the"
                      + " marking has it.")
              .atMember("/grant/recipient"));
    }
    return findings;
  }

  /** The line of an order: what it gives, to whom; of a document under the document's label. */
  JournalEntry told(EventKind kind, RightsOrder order, Occasion occasion) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("order", order.id().toString());
    said.put("person", order.person().toString());
    said.put("grant", order.sought().kind());
    JournalEntry entry = JournalEntry.of(kind, occasion);
    Sought.Need need = order.sought().need();
    if (need != null) {
      said.put("source", need.source().name());
      said.put("scope", need.scope().name());
      entry = entry.document(need.document(), labels.ofDocument(need.document()));
    } else {
      said.putAll(RightWords.of(order.sought()));
    }
    put(said, "from", order.from());
    put(said, "to", order.to());
    return entry.after(said);
  }

  private static void put(Map<String, Object> said, String member, @Nullable LocalDate day) {
    if (day != null) {
      said.put(member, day.toString());
    }
  }
}
