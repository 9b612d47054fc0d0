package org.glasnost.authority.openid;

import java.util.List;

/** A provider's word opens nothing here. The reason is for the journal, not for whoever asks. */
public final class ClaimsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Which rules forbid it; empty where it is no rule of rights. */
  private final transient List<String> rules;

  ClaimsRefused(Reason reason, List<String> rules) {
    super(reason.name());
    this.reason = reason;
    this.rules = List.copyOf(rules);
  }

  ClaimsRefused(Reason reason) {
    this(reason, List.of());
  }

  /** Why it opens nothing. */
  public enum Reason {
    /** The first accounts are not made yet: nobody would be there to keep the rights. */
    NO_ACCOUNTS_YET,
    /** The account was closed. */
    ACCOUNT_CLOSED,
    /** An account that is not this provider's has the user name. */
    USER_NAME_TAKEN,
    /** The claims give no user name, or one that is none here. */
    USER_NAME_UNFIT,
    /** The claims say nothing of an office here, and the record neither. */
    NO_OFFICE,
    /** Rights are claimed together that nobody holds together. */
    RIGHTS_FORBIDDEN
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** Which rules forbid it. */
  public List<String> rules() {
    return rules;
  }
}
