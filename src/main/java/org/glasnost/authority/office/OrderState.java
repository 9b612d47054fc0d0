package org.glasnost.authority.office;

/** How far an order has come. */
public enum OrderState {
  /** One officer has proposed it; it gives nothing yet. */
  PROPOSED,
  /** Another officer has approved it; what it gives stands in the record. */
  APPROVED,
  /** Another officer has refused it. */
  REJECTED,
  /** Whoever proposed it took it back. */
  WITHDRAWN,
  /** Whom it was for has left before it was decided. */
  LAPSED
}
