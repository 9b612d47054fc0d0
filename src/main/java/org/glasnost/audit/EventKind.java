package org.glasnost.audit;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The kinds of lines in the journal. Kinds are added, never renamed: stored lines bear them. */
public enum EventKind {
  DOCUMENT_REGISTERED,
  REGISTRATION_CORRECTED,
  DOCUMENT_WITHDRAWN,
  READING_CONFIRMED,
  MARKING_CHANGED,
  CONTENT_READ,
  REGISTRATION_READ,
  REASONS_READ,
  ACCESS_REFUSED,
  ACTION_REFUSED,
  GRANT_PROPOSED,
  GRANT_REJECTED,
  GRANT_GIVEN,
  GRANT_ENDED,
  REVIEW_ORDERED,
  REVIEW_CLOSED,
  TASK_OPENED,
  TASK_CLAIMED,
  TASK_RELEASED,
  TASK_ASSIGNED,
  TASK_COMPLETED,
  TASK_CANCELLED,
  DETERMINATION_SIGNED,
  HISTORIC_ACTION_RECORDED,
  REFERRAL_ANSWERED,
  RELEASED,
  RELEASE_DECLINED,
  SIGNED_IN,
  SIGN_IN_REFUSED,
  SIGNED_OUT,
  ACCOUNT_CREATED,
  ACCOUNT_CLOSED,
  PASSWORD_ISSUED,
  PASSWORD_CHANGED,
  TOKEN_ISSUED,
  TOKEN_REVOKED,
  DEPLOYMENT_SUBMITTED,
  DEPLOYMENT_APPROVED,
  DEPLOYMENT_REJECTED,
  POLICY_IN_FORCE,
  REPAIRED,
  BACKED_UP,
  EXPORTED,
  JOURNAL_READ,
  KEY_ROTATION_ORDERED,
  KEY_ROTATION_ENDED,
  HOLD_PLACED,
  HOLD_LIFTED,
  DESTRUCTION_PROPOSED,
  DESTRUCTION_REJECTED,
  DOCUMENT_DESTROYED,
  PROCESS_SUSPENDED,
  PROCESS_RESUMED,
  MIGRATION_STARTED,
  MIGRATION_PAUSED,
  MIGRATION_RESUMED,
  MIGRATION_ENDED,
  INCIDENT_RETRIED,
  JOURNAL_HOLD_PLACED,
  JOURNAL_HOLD_LIFT_PROPOSED,
  JOURNAL_HOLD_LIFT_REJECTED,
  JOURNAL_HOLD_LIFTED,
  LAPSE_ORDERED,
  LAPSE_APPROVED,
  LAPSE_REJECTED,
  BODIES_LAPSED,
  LAPSE_ENDED;

  /**
   * What must be kept whatever an office decides: the verifier and whoever rebuilds the past need
   * it, or it tells what was held, destroyed and let lapse. The database knows them too ({@code
   * db/postgresql}).
   */
  private static final Set<EventKind> KEPT_FOR_GOOD =
      Collections.unmodifiableSet(
          EnumSet.of(
              DOCUMENT_REGISTERED,
              REGISTRATION_CORRECTED,
              MARKING_CHANGED,
              DETERMINATION_SIGNED,
              HISTORIC_ACTION_RECORDED,
              RELEASED,
              POLICY_IN_FORCE,
              EXPORTED,
              BACKED_UP,
              HOLD_PLACED,
              HOLD_LIFTED,
              DESTRUCTION_PROPOSED,
              DESTRUCTION_REJECTED,
              DOCUMENT_DESTROYED,
              JOURNAL_HOLD_PLACED,
              JOURNAL_HOLD_LIFT_PROPOSED,
              JOURNAL_HOLD_LIFT_REJECTED,
              JOURNAL_HOLD_LIFTED,
              LAPSE_ORDERED,
              LAPSE_APPROVED,
              LAPSE_REJECTED,
              BODIES_LAPSED,
              LAPSE_ENDED));

  /** The kind of a name; empty where there is none. */
  public static Optional<EventKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Whether its bodies never lapse. */
  public boolean isKeptForGood() {
    return KEPT_FOR_GOOD.contains(this);
  }
}
