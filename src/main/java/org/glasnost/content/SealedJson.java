package org.glasnost.content;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
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
          .addHandler(new PassingOverRetired())
          .build();

  /**
   * Passes over what an earlier release wrote and none reads any more: today's form of a reading,
   * which is computed when it is asked for.
   */
  private static final class PassingOverRetired extends DeserializationProblemHandler {
    private static final Set<String> RETIRED = Set.of("canonical");

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        ValueDeserializer<?> deserializer,
        Object beanOrClass,
        String name) {
      if (!RETIRED.contains(name)) {
        return false;
      }
      parser.skipChildren();
      return true;
    }
  }

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
