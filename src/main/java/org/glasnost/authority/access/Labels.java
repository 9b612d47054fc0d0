package org.glasnost.authority.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.glasnost.authority.Person;
import org.glasnost.marking.Protection;
import org.glasnost.rule.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The distinct protections, one row each, so that the access decision runs over a handful of labels
 * and SQL only compares numbers. Rows are added and never changed.
 */
@Component
public class Labels {
  /** The longest line of a protection that a label can hold. */
  public static final int LONGEST = 20_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate alone;
  private final Map<Long, Protection> protections = new ConcurrentHashMap<>();
  private final Map<String, Long> ids = new ConcurrentHashMap<>();

  Labels(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The label of a protection, made if it is new. A new label commits by itself: it says nothing of
   * any document, and two intakes must be able to meet in it.
   */
  public long intern(Protection protection) {
    String text = protection.toText();
    String digest = digest(text);
    Long known = ids.get(digest);
    if (known != null) {
      return known;
    }
    long id = stored(digest).orElseGet(() -> add(digest, text, protection));
    ids.put(digest, id);
    return id;
  }

  /** What a label stands for. */
  public Protection protection(long label) {
    return known(label)
        .orElseThrow(() -> new IllegalStateException("There is no label " + label + "."));
  }

  /** What a label stands for; empty if there is none of that number. */
  public Optional<Protection> known(long label) {
    Protection found = protections.get(label);
    if (found != null) {
      return Optional.of(found);
    }
    Optional<Protection> read =
        jdbc.sql("select protection from label where id = ?")
            .param(label)
            .query(String.class)
            .optional()
            .map(Protection::parse);
    read.ifPresent(protection -> protections.put(label, protection));
    return read;
  }

  /**
   * The label that a document is held under.
   *
   * @throws org.glasnost.rule.Refused as not known if there is no such document
   */
  public long ofDocument(UUID document) {
    return find(document).orElseThrow(Refused::notKnown);
  }

  /** The label that a document is held under; empty if there is no such document. */
  public Optional<Long> find(UUID document) {
    return jdbc.sql("select label from document where id = ?")
        .param(document)
        .query(Long.class)
        .optional();
  }

  /** The labels that a person's capabilities cover. Need-to-know is asked beside this. */
  List<Long> coveredBy(Person person) {
    return jdbc.sql("select id from label").query(Long.class).list().stream()
        .filter(label -> Clearing.covers(person, protection(label)))
        .toList();
  }

  private Optional<Long> stored(String digest) {
    return jdbc.sql("select id from label where digest = ?")
        .param(digest)
        .query(Long.class)
        .optional();
  }

  private long add(String digest, String text, Protection protection) {
    try {
      alone.executeWithoutResult(
          status ->
              jdbc.sql("insert into label (digest, protection, level) values (?, ?, ?)")
                  .params(digest, text, protection.level().name())
                  .update());
    } catch (DuplicateKeyException e) {
      // Another intake met the same protection first: its row serves both.
    }
    return stored(digest).orElseThrow();
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }
}
