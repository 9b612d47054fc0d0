package org.glasnost.declassification;

/** For what a date is asked. */
public enum Purpose {
  /** A document that exists. */
  READ,
  /** An original classification authority classifies, under the order in force that day. */
  DECIDE,
  /** A new document takes its line from its sources, under E.O. 13526. */
  DERIVE
}
