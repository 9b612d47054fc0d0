package org.glasnost.content;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order that every owner's key be wrapped by one key of the key store, and how far it is
 * carried out.
 *
 * @param to the wrapping key, by its name in the key store
 * @param from the wrapping keys that were in use besides it when it was ordered
 * @param orderedBy the account
 * @param orderedByName its user name
 * @param orderedAt when
 * @param atOrder how many owners' keys were wrapped by others then
 * @param begunAt when the first batch began, or null
 * @param rewrapped how many were rewrapped since, those of intake under way at the order included
 * @param unopened how many could not be opened by the key that they name, at the last pass; they
 *     stay as they are, and while there are any the rotation does not end
 * @param endedAt when nothing was left under another key, or null
 */
public record Rotation(
    String to,
    List<String> from,
    UUID orderedBy,
    String orderedByName,
    Instant orderedAt,
    long atOrder,
    @Nullable Instant begunAt,
    long rewrapped,
    long unopened,
    @Nullable Instant endedAt) {

  /** Copies. */
  public Rotation {
    from = List.copyOf(from);
  }

  /** How far it is. */
  public RotationState state() {
    return endedAt == null ? RotationState.RUNNING : RotationState.ENDED;
  }
}
