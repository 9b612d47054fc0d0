package org.glasnost.content;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.SecretKey;

/** The key of an owner, sealed under a wrapping key and bound to that owner. */
final class Wrapping {
  private Wrapping() {}

  static byte[] wrap(SecretKey wrapping, byte[] key, UUID owner) {
    return Sealing.seal(wrapping, key, bytes(owner));
  }

  /**
   * @return the owner's key, 32 bytes
   * @throws GeneralSecurityException if it was not wrapped by this key for this owner
   */
  static byte[] unwrap(SecretKey wrapping, byte[] wrapped, UUID owner)
      throws GeneralSecurityException {
    return Sealing.open(wrapping, wrapped, bytes(owner));
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
