package org.glasnost.content;

import java.io.IOException;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The port to the store of the keys that wrap the owners' keys. One implementation per store. Keys
 * are added to a store by people, outside the application; older keys stay valid beside newer ones.
 */
public interface WrappingKeys {

  /** The key under which new owners' keys are wrapped. */
  Named current();

  /**
   * The key of that name, or empty if the store does not hold it. A key that was added since the
   * store was last looked at is found.
   */
  Optional<Named> named(String name);

  /**
   * Looks at the store anew: the newest key in it is the current one from now on.
   *
   * @return the current key
   * @throws IOException if the store cannot be opened, or no longer holds each key that it held
   *     before; the current key is then what it was
   */
  Named renewed() throws IOException;

  /**
   * A wrapping key and its name in the store.
   *
   * @param name at most 64 characters, none of them a blank
   * @param key an AES key of 256 bits
   */
  record Named(String name, SecretKey key) {}
}
