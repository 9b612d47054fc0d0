package org.glasnost.web.page.people;

import java.time.LocalDate;
import org.glasnost.authority.Delegation;
import org.glasnost.authority.Right;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.office.Sought;
import org.glasnost.policy.RoleWords;
import org.glasnost.rule.Citation;
import org.glasnost.web.page.Names;
import org.glasnost.web.people.GrantBody;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a right, or a need to know, is: as the officers' pages show it. */
@Component
class RightInWords {
  private final RoleWords roles;
  private final Names names;

  RightInWords(RoleWords roles, Names names) {
    this.roles = roles;
    this.names = names;
  }

  /**
   * What is held, or asked for.
   *
   * @param words what it is, in a line
   * @param more what else there is to say of it, or null
   * @param basis what asks for it: the law by its paragraph, or the policy of the office; or null
   */
  record Said(String words, @Nullable String more, @Nullable String basis) {}

  /** A right. */
  Said of(Right right) {
    return switch (right.kind()) {
      case OFFICE -> {
        Right.Office office = (Right.Office) right;
        yield new Said(office.position() + ", " + office.agency(), office.displayName(), null);
      }
      case ROLE -> said(roles.of(((Right.Appointment) right).role().name()).name());
      case CLEARANCE -> said(((Right.Clearance) right).level().banner());
      case READ_IN -> said(((Right.Briefing) right).compartment());
      case CITIZENSHIP -> said(((Right.Citizen) right).country());
      case NONDISCLOSURE ->
          new Said("SF 312", "signed on " + names.day(((Right.Agreement) right).signedOn()), null);
      case DELEGATION -> {
        Right.Delegated given = (Right.Delegated) right;
        yield new Said(
            of(given.authority()) + " what is of " + given.agency(),
            "up to " + given.toLevel().banner(),
            null);
      }
      case TRAINING -> {
        Right.Trained done = (Right.Trained) right;
        TrainingKind training = done.training();
        yield new Said(
            Typed.words(training),
            "completed on "
                + names.day(done.completedOn())
                + ", counts until "
                + names.day(training.countsUntil(done.completedOn())),
            basis(training));
      }
    };
  }

  /** What an order asks for. */
  Said of(Sought sought) {
    Sought.Need need = sought.need();
    Right right = sought.right();
    if (need != null) {
      return of(need.source(), need.scope(), need.recipient());
    }
    if (right == null) {
      throw new IllegalStateException("an order gives one thing");
    }
    return of(right);
  }

  /** A need to know. */
  Said of(GrantSource source, GrantScope scope, @Nullable String recipient) {
    String why = of(source);
    return new Said(of(scope), recipient == null ? why : why + ", as " + recipient, null);
  }

  /** How much a need to know opens. */
  static String of(GrantScope scope) {
    return switch (scope) {
      case METADATA -> "Title, marking and state";
      case TEXT -> "Title, marking, state and text";
    };
  }

  /** Why there is a need to know. */
  static String of(GrantSource source) {
    return switch (source) {
      case REGISTRATION -> "Registered it, until it is protected";
      case QUEUE -> "A task waits for their role";
      case CLAIM -> "Claimed a task";
      case CUSTODY -> "Custody of the holding agency";
      case OFFICE -> "Belongs to the office that owns it";
      case NAMED -> "Named on the record's own list";
      case OVERSIGHT -> "Oversight of auditors";
      case DECISION -> "The officers' decision";
      case RELEASE -> "Released in full";
    };
  }

  /** What an authority lets its holder do. */
  static String of(Delegation.Authority authority) {
    return switch (authority) {
      case CLASSIFICATION -> "To classify";
      case DECLASSIFICATION -> "To declassify";
    };
  }

  /** What asks for a training: the law, by its paragraph, or the policy of the office. */
  static String basis(TrainingKind training) {
    return training.isLaw()
        ? "Law: " + String.join("; ", training.cites().stream().map(Citation::shown).toList())
        : "Policy of this office";
  }

  /** The days on which something holds. */
  String days(LocalDate from, @Nullable LocalDate to) {
    return to == null
        ? "from " + names.day(from)
        : to.equals(from)
            ? "on " + names.day(from) + " alone"
            : names.day(from) + " to " + names.day(to);
  }

  /** The days that an order asks for. */
  String asked(@Nullable LocalDate from, @Nullable LocalDate to) {
    return (from == null ? "From the day of the approval" : "From " + names.day(from))
        + (to == null ? ", without an end" : " to " + names.day(to));
  }

  /** What a person holds of a kind, as a heading. */
  static String heading(GrantBody.Kind kind) {
    return switch (kind) {
      case OFFICE -> "Office";
      case ROLE -> "Roles";
      case CLEARANCE -> "Clearance";
      case READ_IN -> "Read-ins";
      case CITIZENSHIP -> "Citizenship";
      case NONDISCLOSURE -> "Nondisclosure agreement";
      case DELEGATION -> "Delegations";
      case TRAINING -> "Training";
      case NEED_TO_KNOW -> "Needs to know";
    };
  }

  /** One of a kind, within a sentence. */
  static String one(GrantBody.Kind kind) {
    return switch (kind) {
      case OFFICE -> "an office";
      case ROLE -> "a role";
      case CLEARANCE -> "a clearance";
      case READ_IN -> "a read-in";
      case CITIZENSHIP -> "a citizenship";
      case NONDISCLOSURE -> "a nondisclosure agreement";
      case DELEGATION -> "a delegation";
      case TRAINING -> "a training";
      case NEED_TO_KNOW -> "a need to know";
    };
  }

  /** One of a kind, by itself. */
  static String title(GrantBody.Kind kind) {
    String one = one(kind).substring(one(kind).indexOf(' ') + 1);
    return Character.toUpperCase(one.charAt(0)) + one.substring(1);
  }

  private static Said said(String words) {
    return new Said(words, null, null);
  }
}
