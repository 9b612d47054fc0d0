package org.glasnost.content;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.ReleaseInForce;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries the latest {@link Rotation} out: unwraps each owner's key and wraps it by the new
 * wrapping key, in batches, each with its count in one transaction. Sealed content is never
 * touched.
 *
 * <p>Safe at every moment: a row names the key that it is wrapped by, so that it opens before and
 * after; it is changed only where it is still what was read. What is cut off is taken up by the
 * next pass, in this process or another one. Intake under way when the rotation was ordered may
 * still write under an older key and commit after the rotation has ended: the next pass takes that
 * up too.
 */
@Component
public class Rewrapping {
  private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);

  private final JdbcClient jdbc;
  private final WrappingKeys wrappingKeys;
  private final KeysInUse inUse;
  private final Rotations rotations;
  private final Journal journal;
  private final ReleaseInForce policy;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final int batch;

  Rewrapping(
      JdbcClient jdbc,
      WrappingKeys wrappingKeys,
      KeysInUse inUse,
      Rotations rotations,
      Journal journal,
      ReleaseInForce policy,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${glasnost.keys.batch}") int batch) {
    if (batch < 1) {
      throw new IllegalArgumentException("glasnost.keys.batch is at least 1");
    }
    this.jdbc = jdbc;
    this.wrappingKeys = wrappingKeys;
    this.inUse = inUse;
    this.rotations = rotations;
    this.journal = journal;
    this.policy = policy;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.batch = batch;
  }

  /** An owner's key as it is stored. */
  private static final class Row {
    private final UUID owner;
    private final byte[] wrapped;

    Row(UUID owner, byte[] wrapped) {
      this.owner = owner;
      this.wrapped = wrapped;
    }
  }

  /**
   * What a batch came to.
   *
   * @param last the last owner looked at, or null if there was none
   * @param unopened how many could not be opened
   */
  private record Batch(@Nullable UUID last, long unopened) {}

  /**
   * One pass over all that is wrapped by another key than the latest rotation's; ends the rotation
   * where nothing is left. Does nothing where none was ever ordered.
   *
   * @param goOn asked between batches; where it says no, the pass stops there
   * @throws IllegalStateException if the key store does not hold a key that is needed
   */
  public void pass(BooleanSupplier goOn) {
    Optional<Rotation> latest = rotations.latest();
    if (latest.isEmpty()) {
      return;
    }
    Rotation rotation = latest.get();
    long unopened = 0;
    for (String name : inUse.namesBesides(rotation.to())) {
      UUID after = null;
      do {
        if (!goOn.getAsBoolean()) {
          return;
        }
        Batch done = rewrap(name, rotation.to(), after);
        unopened += done.unopened();
        after = done.last();
      } while (after != null);
    }
    if (unopened > 0) {
      tellUnopened(rotation, unopened);
    } else if (rotation.endedAt() == null) {
      end(rotation.to());
    }
  }

  private Batch rewrap(String from, String to, @Nullable UUID after) {
    WrappingKeys.Named old = needed(from);
    WrappingKeys.Named target = needed(to);
    return Objects.requireNonNull(
        transaction.execute(
            open -> {
              List<Row> rows = rows(from, after);
              long changed = 0;
              long unopened = 0;
              for (Row row : rows) {
                byte[] key;
                try {
                  key = Wrapping.unwrap(old.key(), row.wrapped, row.owner);
                } catch (GeneralSecurityException e) {
                  unopened++;
                  continue;
                }
                // Whoever destroyed it meanwhile, or rewrapped it, was first.
                changed +=
                    jdbc.sql(
                            "update content_key set wrapping_key = ?, wrapped = ?"
                                + " where owner = ? and wrapping_key = ?")
                        .params(to, Wrapping.wrap(target.key(), key, row.owner), row.owner, from)
                        .update();
              }
              if (changed > 0) {
                rotations.rewrapped(to, changed, clock.instant());
              }
              return new Batch(rows.isEmpty() ? null : rows.get(rows.size() - 1).owner, unopened);
            }));
  }

  private List<Row> rows(String name, @Nullable UUID after) {
    String of = "select owner, wrapped from content_key where wrapping_key = ?";
    JdbcClient.StatementSpec asked =
        after == null
            ? jdbc.sql(of + " order by owner limit ?").params(name, batch)
            : jdbc.sql(of + " and owner > ? order by owner limit ?").params(name, after, batch);
    return asked.query((row, n) -> new Row(row.getObject(1, UUID.class), row.getBytes(2))).list();
  }

  private void end(String to) {
    transaction.executeWithoutResult(
        open -> {
          if (inUse.namesBesides(to).isEmpty() && rotations.end(to, clock.instant())) {
            journal.append(line(rotations.to(to).orElseThrow()));
          }
        });
  }

  private JournalEntry line(Rotation ended) {
    return JournalEntry.of(EventKind.KEY_ROTATION_ENDED, bySystem())
        .before(Map.of("wrappingKeys", ended.from()))
        .after(
            Map.of(
                "wrappingKey",
                ended.to(),
                "rewrapped",
                ended.rewrapped(),
                "orderedBy",
                ended.orderedBy().toString(),
                "begunAt",
                String.valueOf(ended.begunAt()),
                "endedAt",
                String.valueOf(ended.endedAt())));
  }

  private Occasion bySystem() {
    return new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, policy.id());
  }

  private void tellUnopened(Rotation rotation, long unopened) {
    if (unopened != rotation.unopened()) {
      LOG.error(
          "{} content keys do not open by the wrapping key that they name: they stay as they are,"
              + " and so must that key.",
          unopened);
      transaction.executeWithoutResult(open -> rotations.unopened(rotation.to(), unopened));
    }
  }

  private WrappingKeys.Named needed(String name) {
    return wrappingKeys
        .named(name)
        .orElseThrow(
            () -> new IllegalStateException("the key store does not hold the key " + name));
  }
}
