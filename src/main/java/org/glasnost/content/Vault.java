package org.glasnost.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps content sealed: AES-256-GCM under a key per owner, which is itself wrapped by a key of the
 * key store. Nothing that passes through here is written anywhere in clear.
 *
 * <p>An owner is whatever has a life of its own and may one day have to be destroyed: a document, a
 * review, a deployment. Destroying its key destroys all it owns.
 */
@Component
public class Vault {
  private static final int CHUNK_BYTES = 256 * 1024;
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final WrappingKeys wrappingKeys;
  private final Clock clock;

  Vault(JdbcClient jdbc, WrappingKeys wrappingKeys, Clock clock) {
    this.jdbc = jdbc;
    this.wrappingKeys = wrappingKeys;
    this.clock = clock;
  }

  /**
   * Seals bytes in the running transaction.
   *
   * @return the id under which they are read again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID store(UUID owner, ContentKind kind, byte[] plain) {
    SecretKey key = keyFor(owner);
    UUID item = UUID.randomUUID();
    int chunks = Math.max(1, (plain.length + CHUNK_BYTES - 1) / CHUNK_BYTES);
    jdbc.sql(
            "insert into content_item (id, owner, kind, length, chunks, created_at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(item, owner, kind.name(), (long) plain.length, chunks, now())
        .update();
    for (int number = 0; number < chunks; number++) {
      int from = number * CHUNK_BYTES;
      byte[] piece = Arrays.copyOfRange(plain, from, Math.min(plain.length, from + CHUNK_BYTES));
      jdbc.sql("insert into content_chunk (item, number, sealed) values (?, ?, ?)")
          .params(item, number, Sealing.seal(key, piece, place(item, number, chunks)))
          .update();
    }
    return item;
  }

  /** Seals a text as UTF-8 in the running transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID store(UUID owner, ContentKind kind, String text) {
    return store(owner, kind, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The bytes of an item.
   *
   * @throws IllegalStateException if there is no such item, its key is gone, or what is stored is
   *     not what was sealed
   */
  public byte[] read(UUID item) {
    return Objects.requireNonNull(readAll(List.of(item)).get(item));
  }

  /**
   * The bytes of some items, by their ids; with as many statements as for one.
   *
   * @throws IllegalStateException as for one, if it is so with any
   */
  public Map<UUID, byte[]> readAll(Collection<UUID> items) {
    if (items.isEmpty()) {
      return Map.of();
    }
    UUID[] ids = items.stream().distinct().toArray(UUID[]::new);
    Map<UUID, Stored> stored = new LinkedHashMap<>();
    jdbc.sql("select id, owner, length, chunks from content_item where id = any(?)")
        .param(ids)
        .query(
            row -> {
              stored.put(
                  row.getObject("id", UUID.class),
                  new Stored(
                      row.getObject("owner", UUID.class),
                      row.getLong("length"),
                      row.getInt("chunks")));
            });
    Map<UUID, SecretKey> keys =
        keysOf(stored.values().stream().map(Stored::owner).distinct().toArray(UUID[]::new));
    Map<UUID, List<byte[]>> pieces = new HashMap<>();
    jdbc.sql("select item, sealed from content_chunk where item = any(?) order by item, number")
        .param(ids)
        .query(
            row -> {
              pieces
                  .computeIfAbsent(row.getObject("item", UUID.class), item -> new ArrayList<>())
                  .add(row.getBytes("sealed"));
            });
    Map<UUID, byte[]> plain = new LinkedHashMap<>();
    for (UUID item : ids) {
      Stored found = stored.get(item);
      if (found == null) {
        throw new IllegalStateException("no sealed item " + item);
      }
      SecretKey key = keys.get(found.owner());
      if (key == null) {
        throw new IllegalStateException("the key of " + item + " is destroyed");
      }
      plain.put(item, opened(item, found, key, pieces.getOrDefault(item, List.of())));
    }
    return plain;
  }

  private static byte[] opened(UUID item, Stored stored, SecretKey key, List<byte[]> pieces) {
    if (pieces.size() != stored.chunks()) {
      throw new IllegalStateException("sealed item " + item + " is not complete");
    }
    ByteBuffer plain = ByteBuffer.allocate(Math.toIntExact(stored.length()));
    for (int number = 0; number < pieces.size(); number++) {
      try {
        plain.put(Sealing.open(key, pieces.get(number), place(item, number, stored.chunks())));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("sealed item " + item + " was changed", e);
      }
    }
    return plain.array();
  }

  /** The text of an item that was stored as one. */
  public String readText(UUID item) {
    return new String(read(item), StandardCharsets.UTF_8);
  }

  /**
   * Destroys an owner's key in the running transaction, and what was sealed under it. Nothing of it
   * can be read again here; a backup made before holds both.
   *
   * @return whether there was a key
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean destroy(UUID owner) {
    jdbc.sql(
            "delete from content_chunk where item in (select id from content_item where owner = ?)")
        .param(owner)
        .update();
    jdbc.sql("delete from content_item where owner = ?").param(owner).update();
    return jdbc.sql("delete from content_key where owner = ?").param(owner).update() == 1;
  }

  private record Stored(UUID owner, long length, int chunks) {}

  /** The key of an owner, made where there is none yet. */
  SecretKey keyFor(UUID owner) {
    return keyOf(owner).orElseGet(() -> newKey(owner));
  }

  private Optional<SecretKey> keyOf(UUID owner) {
    return Optional.ofNullable(keysOf(new UUID[] {owner}).get(owner));
  }

  private Map<UUID, SecretKey> keysOf(UUID[] owners) {
    Map<UUID, SecretKey> keys = new HashMap<>();
    jdbc.sql("select owner, wrapping_key, wrapped from content_key where owner = any(?)")
        .param(owners)
        .query(
            row -> {
              UUID owner = row.getObject("owner", UUID.class);
              keys.put(
                  owner, unwrap(owner, row.getString("wrapping_key"), row.getBytes("wrapped")));
            });
    return keys;
  }

  private SecretKey newKey(UUID owner) {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    WrappingKeys.Named wrapping = wrappingKeys.current();
    jdbc.sql(
            "insert into content_key (owner, wrapping_key, wrapped, created_at)"
                + " values (?, ?, ?, ?)")
        .params(owner, wrapping.name(), Wrapping.wrap(wrapping.key(), key, owner), now())
        .update();
    return new SecretKeySpec(key, "AES");
  }

  private SecretKey unwrap(UUID owner, String wrappingKey, byte[] wrapped) {
    WrappingKeys.Named wrapping =
        wrappingKeys
            .named(wrappingKey)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the key store does not hold the wrapping key " + wrappingKey));
    try {
      return new SecretKeySpec(Wrapping.unwrap(wrapping.key(), wrapped, owner), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + owner + " was changed", e);
    }
  }

  private static byte[] place(UUID item, int number, int chunks) {
    return ByteBuffer.allocate(Long.BYTES * 2 + Integer.BYTES * 2)
        .put(Wrapping.bytes(item))
        .putInt(number)
        .putInt(chunks)
        .array();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
