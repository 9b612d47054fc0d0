package org.glasnost.content;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values of the product's own types, kept sealed as JSON. Reads only what it wrote: an unknown or
 * absent member is a bug, not a default; {@link RetiredMember}s alone are passed over.
 */
@Component
public class SealedJson {
  private final Vault vault;
  private final JsonMapper json;

  /**
   * @param vault keeps them
   * @param retired what earlier releases wrote and none reads any more
   */
  SealedJson(Vault vault, List<RetiredMember> retired) {
    this.vault = vault;
    this.json =
        JsonMapper.builder()
            .changeDefaultVisibility(
                v ->
                    v.withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addHandler(new PassingOverRetired(List.copyOf(retired)))
            .build();
  }

  /** Seals a value in the running transaction. */
  public UUID store(UUID owner, ContentKind kind, Object value) {
    return vault.store(
        owner, kind, json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a value back. */
  public <T> T read(UUID item, Class<T> type) {
    return json.readValue(vault.read(item), type);
  }

  /** Reads values of one type back, by their ids; with as many statements as for one. */
  public <T> Map<UUID, T> readAll(Collection<UUID> items, Class<T> type) {
    Map<UUID, T> values = new HashMap<>();
    vault.readAll(items).forEach((item, bytes) -> values.put(item, json.readValue(bytes, type)));
    return values;
  }

  private static final class PassingOverRetired extends DeserializationProblemHandler {
    private final List<RetiredMember> retired;

    PassingOverRetired(List<RetiredMember> retired) {
      this.retired = retired;
    }

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        ValueDeserializer<?> deserializer,
        Object beanOrClass,
        String name) {
      if (!retired.contains(new RetiredMember(deserializer.handledType(), name))) {
        return false;
      }
      parser.skipChildren();
      return true;
    }
  }
}
