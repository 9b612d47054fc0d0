package org.glasnost.web.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Delegation;
import org.glasnost.authority.Right;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.office.Sought;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;

/**
 * What is to be given, as a body says it: its kind, and the members that its kind has.
 *
 * @param kind {@code NEED_TO_KNOW} or a kind of right
 */
public record GrantBody(
    @Nullable Kind kind,
    @Nullable String displayName,
    @Nullable String position,
    @Nullable String agency,
    @Nullable Role role,
    @Nullable ClassificationLevel level,
    @Nullable String compartment,
    @Nullable String country,
    @Nullable LocalDate signedOn,
    Delegation.@Nullable Authority authority,
    @Nullable ClassificationLevel toLevel,
    @Nullable TrainingKind training,
    @Nullable LocalDate completedOn,
    @Nullable UUID document,
    @Nullable GrantSource source,
    @Nullable GrantScope scope,
    @Nullable String recipient) {

  /** The kinds of grants; each names the members that it needs. */
  public enum Kind {
    OFFICE("displayName", "position", "agency"),
    ROLE("role"),
    CLEARANCE("level"),
    READ_IN("compartment"),
    CITIZENSHIP("country"),
    NONDISCLOSURE("signedOn"),
    DELEGATION("authority", "agency", "toLevel"),
    TRAINING("training", "completedOn"),
    NEED_TO_KNOW("document", "source", "scope");

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> needed;

    Kind(String... needed) {
      this.needed = List.of(needed);
    }
  }

  /**
   * What it asks for.
   *
   * @throws Refused on ground RULE with every member that is absent or of another kind
   */
  public Sought sought() {
    if (kind == null) {
      throw new Refused(
          Ground.RULE,
          Finding.error("RGT-0024", "Name the kind of what is given.").atMember("/grant/kind"));
    }
    Map<String, Object> given = given();
    List<Finding> findings = new ArrayList<>();
    for (String member : kind.needed) {
      if (!given.containsKey(member)) {
        findings.add(
            Finding.error("RGT-0024", "A grant of kind " + kind + " needs this.")
                .atMember("/grant/" + member));
      }
    }
    Set<String> allowed =
        kind == Kind.NEED_TO_KNOW
            ? Set.of("document", "source", "scope", "recipient")
            : Set.copyOf(kind.needed);
    for (String member : given.keySet()) {
      if (!allowed.contains(member)) {
        findings.add(
            Finding.error("RGT-0025", "A grant of kind " + kind + " has no such member.")
                .atMember("/grant/" + member));
      }
    }
    Refused.ifAnyError(findings);
    return complete(kind);
  }

  private Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    put(given, "displayName", displayName);
    put(given, "position", position);
    put(given, "agency", agency);
    put(given, "role", role);
    put(given, "level", level);
    put(given, "compartment", compartment);
    put(given, "country", country);
    put(given, "signedOn", signedOn);
    put(given, "authority", authority);
    put(given, "toLevel", toLevel);
    put(given, "training", training);
    put(given, "completedOn", completedOn);
    put(given, "document", document);
    put(given, "source", source);
    put(given, "scope", scope);
    put(given, "recipient", recipient);
    return given;
  }

  private static void put(Map<String, Object> given, String member, @Nullable Object value) {
    if (value != null) {
      given.put(member, value);
    }
  }

  private Sought complete(Kind of) {
    return switch (of) {
      case OFFICE ->
          Sought.of(new Right.Office(there(displayName), there(position), there(agency)));
      case ROLE -> Sought.of(new Right.Appointment(there(role)));
      case CLEARANCE -> Sought.of(new Right.Clearance(there(level)));
      case READ_IN -> Sought.of(new Right.Briefing(there(compartment)));
      case CITIZENSHIP -> Sought.of(new Right.Citizen(there(country)));
      case NONDISCLOSURE -> Sought.of(new Right.Agreement(there(signedOn)));
      case DELEGATION ->
          Sought.of(new Right.Delegated(there(authority), there(agency), there(toLevel)));
      case TRAINING -> Sought.of(new Right.Trained(there(training), there(completedOn)));
      case NEED_TO_KNOW ->
          Sought.of(new Sought.Need(there(document), there(source), there(scope), recipient));
    };
  }

  private static <T> T there(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("looked for before");
    }
    return value;
  }
}
