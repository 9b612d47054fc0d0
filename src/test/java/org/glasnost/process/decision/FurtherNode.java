package org.glasnost.process.decision;

import org.glasnost.policy.DecisionTables;

/** A further node on the same database, which has read nothing yet. */
public final class FurtherNode {

  private FurtherNode() {}

  /** What it decides by. */
  public static DecisionTables on(DecisionVersions versions) {
    return new TablesInForce(versions);
  }
}
