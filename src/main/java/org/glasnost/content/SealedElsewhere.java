package org.glasnost.content;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what others keep in tables of their own, such as sessions, under the key of an owner in the
 * {@link Vault}. Keys are kept in memory once they are known: what is sealed here is read with
 * every request.
 */
@Component
public class SealedElsewhere {
  private static final String HMAC = "HmacSHA256";

  private final Map<UUID, SecretKey> keys = new ConcurrentHashMap<>();
  private final Vault vault;
  private final TransactionTemplate alone;

  SealedElsewhere(Vault vault, PlatformTransactionManager transactions) {
    this.vault = vault;
    this.alone = new TransactionTemplate(transactions);
    // Whoever asks may be in the midst of a transaction that is undone; the key must outlast it.
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Seals bytes.
   *
   * @param owner whose key; made where there is none yet
   * @param belongsTo what the bytes belong to, without which they do not open
   */
  public byte[] seal(UUID owner, byte[] plain, byte[] belongsTo) {
    return Sealing.seal(keyOf(owner), plain, belongsTo);
  }

  /** The bytes that were sealed; empty if these are not such. */
  public Optional<byte[]> open(UUID owner, byte[] sealed, byte[] belongsTo) {
    if (sealed.length < Sealing.NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(Sealing.open(keyOf(owner), sealed, belongsTo));
    } catch (GeneralSecurityException changed) {
      return Optional.empty();
    }
  }

  /** An authentication code of bytes (HMAC-SHA-256), 32 bytes. */
  public byte[] code(UUID owner, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(keyOf(owner));
      return mac.doFinal(bytes);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  private SecretKey keyOf(UUID owner) {
    SecretKey known = keys.get(owner);
    if (known != null) {
      return known;
    }
    SecretKey key;
    try {
      key = made(owner);
    } catch (DuplicateKeyException another) {
      key = made(owner); // Another node made it at the same moment.
    }
    keys.put(owner, key);
    return key;
  }

  private SecretKey made(UUID owner) {
    SecretKey key = alone.execute(open -> vault.keyFor(owner));
    if (key == null) {
      throw new IllegalStateException("a vault has or makes a key");
    }
    return key;
  }
}
