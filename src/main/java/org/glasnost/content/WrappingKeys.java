package org.glasnost.content;

import java.util.Optional;
import javax.crypto.SecretKey;

/** The port to the store of the keys that wrap the owners' keys. One implementation per store. */
public interface WrappingKeys {

  /** The key under which new owners' keys are wrapped. */
  Named current();

  /** The key of that name, or empty if the store no longer holds it. */
  Optional<Named> named(String name);

  /**
   * A wrapping key and its name in the store.
   *
   * @param name at most 64 characters
   * @param key an AES key of 256 bits
   */
  record Named(String name, SecretKey key) {}
}
