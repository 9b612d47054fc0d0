package org.glasnost.history.retention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalOrigin;
import org.glasnost.audit.LapsedBatch;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.RecordedBodies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * After a backup was restored, lets lapse again what lapsed since it was made, by the list that is
 * kept outside the database; and completes that list from the database. Holds of the backup's time
 * do not keep it: what went had gone lawfully.
 */
@Component
public class LapsingAnew {
  private static final Logger LOG = LoggerFactory.getLogger(LapsingAnew.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CODE = "RESTORED_BACKUP";

  private final DueBodies due;
  private final JournalHolds holds;
  private final LettingLapse letting;
  private final LapsedOutside outside;
  private final RecordedBodies bodies;
  private final JournalOrigin origin;
  private final TransactionTemplate transaction;

  LapsingAnew(
      DueBodies due,
      JournalHolds holds,
      LettingLapse letting,
      LapsedOutside outside,
      RecordedBodies bodies,
      JournalOrigin origin,
      PlatformTransactionManager transactions) {
    this.due = due;
    this.holds = holds;
    this.letting = letting;
    this.outside = outside;
    this.bodies = bodies;
    this.origin = origin;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Brings both lists together, a batch in a transaction.
   *
   * @param occasion of the product itself
   * @return how many bodies lapsed again
   */
  public long settle(Occasion occasion) {
    Set<UUID> kept = outside.batches();
    Set<UUID> known = new HashSet<>();
    List<LapsedBatch> unlisted = new ArrayList<>();
    for (LapsedBatch batch : due.batches()) {
      known.add(batch.id());
      if (!kept.contains(batch.id()) || !outside.isSignedAnew(batch.id())) {
        unlisted.add(batch);
      }
    }
    list(unlisted);
    long again = 0;
    for (UUID id : kept) {
      if (!known.contains(id)) {
        again += lapse(outside.read(id), occasion);
      }
    }
    return again;
  }

  /**
   * Lists batches that the journal tells of. Whoever may add rows could otherwise have a lapse that
   * never was lawful signed here, and carried out again after the restore that its discovery asks
   * for.
   */
  private void list(List<LapsedBatch> batches) {
    if (batches.isEmpty()) {
      return;
    }
    Map<UUID, JsonNode> told = told();
    for (LapsedBatch batch : batches) {
      LapsedBatch whole = batch.of(due.eventsOf(batch));
      if (whole.events().isEmpty()) {
        // All of it had gone before, or never came back: of that there is no line and no list.
        continue;
      }
      JsonNode line = told.get(batch.id());
      if (line != null && tells(line, whole)) {
        outside.replace(whole);
      } else {
        LOG.error(
            "JRN-0021: what lapsed as batch {} is not what the journal tells of it, and is not"
                + " listed. Take an export and verify it; see docs/spec/journal.md, Rows that say"
                + " otherwise.",
            batch.id());
      }
    }
  }

  private Map<UUID, JsonNode> told() {
    Map<UUID, JsonNode> told = new HashMap<>();
    for (RecordedBodies.Recorded line : bodies.of(EventKind.BODIES_LAPSED)) {
      JsonNode after = JSON.readTree(Objects.requireNonNullElse(line.after(), "{}"));
      String batch = after.path("batch").asString("");
      if (LapsedOutside.isName(batch)) {
        told.put(UUID.fromString(batch), after);
      }
    }
    return told;
  }

  /** Lines of before have no digest: how many went is all that they tell. */
  private boolean tells(JsonNode line, LapsedBatch batch) {
    return line.has("list")
        ? line.path("list").asString("").equals(batch.digest(origin.name()))
        : line.path("bodies").asInt(-1) == batch.events().size();
  }

  /** Looks once more with all others kept out: another node may start in the same moment. */
  private int lapse(LapsedBatch batch, Occasion occasion) {
    return Objects.requireNonNull(
        transaction.execute(
            open -> {
              holds.still();
              return due.isKnown(batch.id())
                  ? 0
                  : letting.lapse(batch, CODE, Map.of(), occasion).events().size();
            }));
  }
}
