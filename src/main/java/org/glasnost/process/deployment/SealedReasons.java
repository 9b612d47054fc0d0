package org.glasnost.process.deployment;

import java.util.UUID;
import org.glasnost.content.ContentKind;
import org.glasnost.content.Vault;
import org.springframework.stereotype.Component;

/** Keeps the words of a reason in the vault, under the key of what they are about. */
@Component
class SealedReasons implements Reasons {
  private final Vault vault;

  SealedReasons(Vault vault) {
    this.vault = vault;
  }

  @Override
  public UUID store(UUID owner, String text) {
    return vault.store(owner, ContentKind.REASON, text);
  }

  @Override
  public String read(UUID id) {
    return vault.readText(id);
  }
}
