package org.glasnost.authority.office;

import java.util.UUID;
import org.glasnost.authority.ShownWords;
import org.glasnost.content.ContentKind;
import org.glasnost.content.Vault;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The officers' words, sealed under the key of their order. */
@Component
class Reasons {
  private static final int LONGEST = 4000;

  private final Vault vault;

  Reasons(Vault vault) {
    this.vault = vault;
  }

  /**
   * @throws Refused on ground RULE if there are no words, more than 4,000 characters, or some that
   *     do not show
   */
  static String required(@Nullable String reason) {
    if (reason == null || !ShownWords.areText(reason, LONGEST)) {
      throw new Refused(
          Ground.RULE,
          Finding.error(
                  "RGT-0007", "Say why, in 1 to 4,000 characters, a letter or digit among them.")
              .atMember("/reason"));
    }
    return reason;
  }

  UUID seal(UUID owner, String words) {
    return vault.store(owner, ContentKind.REASON, words);
  }

  String read(UUID item) {
    return vault.readText(item);
  }
}
