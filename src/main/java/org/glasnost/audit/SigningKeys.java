package org.glasnost.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys that sign now. While one key follows another both sign, so that whoever holds the former
 * alone can go on verifying and learn the present one from what the former has signed too.
 *
 * @param present the key that signs from now on
 * @param former the one before it, as long as it signs beside it
 */
public record SigningKeys(CheckpointSigner present, Optional<CheckpointSigner> former) {

  /** One key that signs by itself. */
  public static SigningKeys of(CheckpointSigner alone) {
    return new SigningKeys(alone, Optional.empty());
  }

  /** All of them, the oldest first. */
  public List<CheckpointSigner> all() {
    return Stream.concat(former.stream(), Stream.of(present)).toList();
  }
}
