package org.glasnost.authority.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.Person;
import org.glasnost.authority.Right;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Clearing;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Grants;
import org.glasnost.authority.access.HeldNeed;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.Sights;
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
  private static final String SHUT_OUT =
      "Security officers see no more than markings, administrators and auditors no text: nothing"
          + " else is given to them.";

  private final Labels labels;
  private final Grants grants;
  private final Sights sights;

  NeedRules(Labels labels, Grants grants, Sights sights) {
    this.labels = labels;
    this.grants = grants;
    this.sights = sights;
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

  /**
   * The needs to know that officers gave a person, of documents that this officer is cleared for.
   */
  List<HeldNeed> byOfficers(UUID person, Person officer) {
    return grants.byOfficers(person, sights.of(officer));
  }

  /**
   * What speaks against the order beside the rules for every one.
   *
   * @param running what the person holds now or will hold
   */
  List<Finding> check(Sought sought, UUID person, List<HeldRight> running) {
    Sought.Need need = sought.need();
    if (need != null) {
      return check(
          need, roles(running), labels.protection(labels.ofDocument(need.document())).recipients());
    }
    return sought.right() instanceof Right.Appointment appointment
        ? check(appointment.role(), grants.scopesByOfficers(person))
        : List.of();
  }

  private static Set<Role> roles(List<HeldRight> running) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    running.stream()
        .map(HeldRight::right)
        .filter(Right.Appointment.class::isInstance)
        .forEach(held -> roles.add(((Right.Appointment) held).role()));
    return roles;
  }

  /**
   * @param roles of the person it is for
   * @param lists the named lists of the record, each with its names parted by {@code "; "}
   */
  static List<Finding> check(Sought.Need need, Set<Role> roles, Set<String> lists) {
    List<Finding> findings = new ArrayList<>();
    for (Role role : roles) {
      if (shutOut(role, need.scope())) {
        findings.add(
            Finding.error("RGT-0028", SHUT_OUT).atMember("/grant/scope").about(role.name()));
      }
    }
    String recipient = need.recipient();
    boolean listed =
        recipient != null
            && lists.stream()
                .flatMap(list -> Stream.of(list.split("; ", -1)))
                .anyMatch(recipient::equals);
    if (need.source() == GrantSource.NAMED ? !listed : recipient != null) {
      findings.add(
          Finding.error(
                  "RGT-0019",
                  "NAMED, and it alone, names the recipient on the record's own list whom this"
                      + " person is, exactly as the marking has it; any other is let in by"
                      + " DECISION.")
              .atMember("/grant/recipient"));
    }
    return findings;
  }

  /**
   * @param role that the person is to get
   * @param scopes of the needs to know that officers gave them
   */
  static List<Finding> check(Role role, Set<GrantScope> scopes) {
    return scopes.stream().anyMatch(scope -> shutOut(role, scope))
        ? List.of(
            Finding.error(
                    "RGT-0029",
                    "This person has needs to know that the role shuts out: end them first.")
                .atMember("/grant/role")
                .about(role.name()))
        : List.of();
  }

  /** Officers see markings alone; who deploys and who watches see no text. */
  private static boolean shutOut(Role role, GrantScope scope) {
    return switch (role) {
      case SECURITY_OFFICER -> true;
      case ADMINISTRATOR, AUDITOR -> scope == GrantScope.TEXT;
      case INTAKE_OFFICER,
          CLASSIFIER,
          ORIGINAL_CLASSIFICATION_AUTHORITY,
          REVIEWER,
          SENIOR_REVIEWER,
          EQUITY_REVIEWER,
          REFERRAL_COORDINATOR,
          DECLASSIFICATION_AUTHORITY,
          REDACTOR,
          RECORDS_MANAGER ->
          false;
    };
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
