package org.glasnost.content;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values of the product's own types, kept sealed as JSON. Reads only what it wrote: an unknown or
 * absent member is a bug, not a default.
 */
@Component
public class SealedJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultVisibility(
              v ->
                  v.withGetterVisibility(Visibility.NONE)
                      .withIsGetterVisibility(Visibility.NONE)
                      .withFieldVisibility(Visibility.ANY))
          .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Vault vault;

  SealedJson(Vault vault) {
    this.vault = vault;
  }

  /** Seals a value in the running transaction. */
  public UUID store(UUID owner, ContentKind kind, Object value) {
    return vault.store(
        owner, kind, JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a value back. */
  public <T> T read(UUID item, Class<T> type) {
    return JSON.readValue(vault.read(item), type);
  }
}
