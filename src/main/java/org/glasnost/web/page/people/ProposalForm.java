package org.glasnost.web.page.people;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.glasnost.authority.Delegation;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.office.Sought;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.web.people.GrantBody;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it was typed, so that it can be shown again as it was typed. A form of one kind
 * shows the fields of that kind; what is sent beside them is refused, not passed over.
 */
record ProposalForm(
    @Nullable String displayName,
    @Nullable String position,
    @Nullable String agency,
    @Nullable String role,
    @Nullable String level,
    @Nullable String compartment,
    @Nullable String country,
    @Nullable String signedOn,
    @Nullable String authority,
    @Nullable String toLevel,
    @Nullable String training,
    @Nullable String completedOn,
    @Nullable String document,
    @Nullable String source,
    @Nullable String scope,
    @Nullable String recipient,
    @Nullable String from,
    @Nullable String to,
    @Nullable String reason) {

  /** A form in which nothing has been typed, perhaps with a document named. */
  static ProposalForm empty(@Nullable String document) {
    return new ProposalForm(
        null, null, null, null, null, null, null, null, null, null, null, null, document, null,
        null, null, null, null, null);
  }

  /** The fields of a kind's form, which findings are shown beside. */
  static Set<String> fields(GrantBody.Kind kind) {
    Set<String> fields = new HashSet<>(Set.of("/from", "/to", "/reason"));
    Arrays.stream(
            switch (kind) {
              case OFFICE -> new String[] {"displayName", "position", "agency"};
              case ROLE -> new String[] {"role"};
              case CLEARANCE -> new String[] {"level"};
              case READ_IN -> new String[] {"compartment"};
              case CITIZENSHIP -> new String[] {"country"};
              case NONDISCLOSURE -> new String[] {"signedOn"};
              case DELEGATION -> new String[] {"authority", "agency", "toLevel"};
              case TRAINING -> new String[] {"training", "completedOn"};
              case NEED_TO_KNOW -> new String[] {"document", "source", "scope", "recipient"};
            })
        .map(member -> "/grant/" + member)
        .forEach(fields::add);
    return fields;
  }

  /**
   * What it asks for.
   *
   * @throws org.glasnost.rule.Refused with what cannot be read, or what the kind lacks or has not
   */
  Sought sought(GrantBody.Kind kind, Typed typed) {
    GrantBody body =
        new GrantBody(
            kind,
            Typed.text(displayName),
            Typed.text(position),
            Typed.text(agency),
            typed.one(Role.class, role, "/grant/role"),
            typed.one(ClassificationLevel.class, level, "/grant/level"),
            Typed.text(compartment),
            Typed.text(country),
            typed.day(signedOn, "/grant/signedOn"),
            typed.one(Delegation.Authority.class, authority, "/grant/authority"),
            typed.one(ClassificationLevel.class, toLevel, "/grant/toLevel"),
            typed.one(TrainingKind.class, training, "/grant/training"),
            typed.day(completedOn, "/grant/completedOn"),
            typed.id(document, "/grant/document"),
            typed.one(GrantSource.class, source, "/grant/source"),
            typed.one(GrantScope.class, scope, "/grant/scope"),
            Typed.text(recipient));
    typed.refuseIfAny();
    return body.sought();
  }
}
