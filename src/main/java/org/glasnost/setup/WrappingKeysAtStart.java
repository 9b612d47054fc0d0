package org.glasnost.setup;

import java.util.List;
import org.glasnost.content.KeysInUse;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a key store that does not open the content of the database, before the
 * first request and before anything is wrapped by it: told later, it would be one text at a time.
 */
@Component
class WrappingKeysAtStart implements SmartInitializingSingleton {
  private final KeysInUse inUse;

  WrappingKeysAtStart(KeysInUse inUse) {
    this.inUse = inUse;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> closed = inUse.closed();
    if (!closed.isEmpty()) {
      throw new CannotStart(closed);
    }
  }
}
