package org.glasnost.audit.verifier;

import java.util.List;

/**
 * What the verification of one export came to.
 *
 * @param flaws why it does not verify; empty if it does. At most 100 are listed
 * @param leaves how many leaves the export has
 * @param events how many of them as events; the others lie outside the export's filter
 * @param sealed how many events without their body
 * @param markings how many current markings were compared with the events
 * @param undecided how many of them cannot be told, because a change is sealed
 * @param origin the journal's name
 * @param root the tree's root, in hexadecimal digits
 * @param keys the keys that were believed
 * @param keysHeld whether they were given independently; if not, they came with the export itself
 */
public record Report(
    List<Flaw> flaws,
    long leaves,
    long events,
    long sealed,
    long markings,
    long undecided,
    String origin,
    String root,
    List<String> keys,
    boolean keysHeld) {

  /** Copies the lists. */
  public Report {
    flaws = List.copyOf(flaws);
    keys = List.copyOf(keys);
  }

  /** Whether nothing is wrong with the export. */
  public boolean verified() {
    return flaws.isEmpty();
  }
}
