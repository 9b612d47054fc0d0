package org.glasnost.history;

import java.util.List;
import java.util.UUID;
import org.glasnost.audit.Checkpoint;
import org.glasnost.audit.Checkpoints;
import org.glasnost.audit.Proofs;
import org.glasnost.audit.Sequencer;
import org.glasnost.audit.Tiles;
import org.glasnost.authority.Person;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Auditors' questions to the journal's tree: hashes and signatures alone, which tell nothing of any
 * event. Each waits, ten seconds at most, for the places of what was committed before it.
 */
@Component
public class TreeQueries {
  private final Oversight oversight;
  private final Sequencer sequencer;
  private final Checkpoints checkpoints;
  private final Proofs proofs;
  private final Tiles tiles;

  /**
   * @param oversight who may ask
   * @param sequencer which an answer waits for
   * @param checkpoints signed statements about the tree
   * @param proofs about it
   * @param tiles its pieces
   */
  public TreeQueries(
      Oversight oversight,
      Sequencer sequencer,
      Checkpoints checkpoints,
      Proofs proofs,
      Tiles tiles) {
    this.oversight = oversight;
    this.sequencer = sequencer;
    this.checkpoints = checkpoints;
    this.proofs = proofs;
    this.tiles = tiles;
  }

  /** The signed statement about the tree as it is now; see {@link Checkpoints#current}. */
  public Checkpoint checkpoint(Person auditor) {
    ready(auditor);
    return checkpoints.current();
  }

  /** The keys that have signed or may sign, oldest first. */
  public List<Checkpoints.Key> keys(Person auditor) {
    ready(auditor);
    return checkpoints.keys();
  }

  /**
   * A tile or entry bundle; see {@link Tiles#read}.
   *
   * @throws Refused NOT_KNOWN if the tree has none of that path
   */
  public byte[] tile(Person auditor, String path) {
    ready(auditor);
    return tiles.read(path).orElseThrow(Refused::notKnown);
  }

  /** See {@link Proofs#inclusion}. */
  public Proofs.Inclusion inclusion(Person auditor, UUID event, @Nullable Long size) {
    ready(auditor);
    return proofs.inclusion(event, size);
  }

  /** See {@link Proofs#consistency}. */
  public Proofs.Consistency consistency(Person auditor, long from, @Nullable Long to) {
    ready(auditor);
    return proofs.consistency(from, to);
  }

  private void ready(Person auditor) {
    oversight.require(auditor);
    sequencer.settle();
  }
}
