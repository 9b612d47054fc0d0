package org.glasnost.web;

import java.time.DateTimeException;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.glasnost.authority.access.KnownDocuments;
import org.glasnost.contract.IsoTimes;
import org.glasnost.document.Dossier;
import org.glasnost.history.JournalEvent;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.deployment.Deployments;
import org.glasnost.process.worklist.TaskPages;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.review.Reviews;
import org.glasnost.review.ViewingReview;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The keys of lists: how the place of an item is written into a cursor and read from one. A place
 * is null at the start of its list; what no list has given is refused on ground MALFORMED.
 */
public final class Cursors {

  private Cursors() {}

  /** The key of a task. */
  public static String key(WorkItem item) {
    return item.due() + " " + item.createdAt() + " " + item.id();
  }

  /** The key of a document. */
  public static String key(Dossier dossier) {
    return dossier.document().registeredAt() + " " + dossier.document().id();
  }

  /** The key of an event. */
  public static String key(JournalEvent event) {
    return key(event.position());
  }

  /** The key of an event's place. */
  public static String key(JournalEvent.Position position) {
    return position.at() + " " + position.id();
  }

  /** The key of a review. */
  public static String key(ViewingReview.Listed listed) {
    return listed.review().orderedAt() + " " + listed.review().id();
  }

  /** The place of a task. */
  public static TaskPages.@Nullable Position task(@Nullable String key) {
    return place(
        key,
        3,
        parts ->
            new TaskPages.Position(
                parts[0].equals("null") ? null : IsoTimes.day(parts[0]),
                IsoTimes.instant(parts[1]),
                UUID.fromString(parts[2])));
  }

  /** The place of a document. */
  public static KnownDocuments.@Nullable Place document(@Nullable String key) {
    return place(
        key,
        2,
        parts -> new KnownDocuments.Place(IsoTimes.instant(parts[0]), UUID.fromString(parts[1])));
  }

  /** The place of an event. */
  public static JournalEvent.@Nullable Position event(@Nullable String key) {
    return place(
        key,
        2,
        parts -> new JournalEvent.Position(IsoTimes.instant(parts[0]), UUID.fromString(parts[1])));
  }

  /** The place of a review. */
  public static Reviews.@Nullable Position review(@Nullable String key) {
    return place(
        key,
        2,
        parts -> new Reviews.Position(IsoTimes.instant(parts[0]), UUID.fromString(parts[1])));
  }

  /** The deployment behind which a list of them goes on. */
  public static @Nullable Deployment deployment(@Nullable String key, Deployments deployments) {
    return place(
        key,
        1,
        parts -> deployments.find(UUID.fromString(parts[0])).orElseThrow(Cursors::neverGiven));
  }

  /**
   * The order behind which a list of them goes on.
   *
   * @param finding finds an order by its id, or refuses
   */
  public static <T> @Nullable T order(@Nullable String key, Function<UUID, T> finding) {
    return place(
        key,
        1,
        parts -> {
          try {
            return finding.apply(UUID.fromString(parts[0]));
          } catch (Refused notKnown) {
            throw neverGiven();
          }
        });
  }

  /**
   * The user name behind which a list of people goes on.
   *
   * @param known whether there is an account of that name
   */
  public static @Nullable String userName(@Nullable String key, Predicate<String> known) {
    // A null character stands in no name, and PostgreSQL takes none.
    if (key != null && (key.indexOf('\0') >= 0 || !known.test(key))) {
      throw neverGiven();
    }
    return key;
  }

  /** The refusal of what no list has given. */
  public static Refused neverGiven() {
    return new Refused(
        Refused.Ground.MALFORMED,
        Finding.error("WEB-0011", "'after' takes only what an earlier page gave as 'next'."));
  }

  private static <P> @Nullable P place(
      @Nullable String key, int parts, Function<String[], P> reading) {
    if (key == null) {
      return null;
    }
    String[] written = key.split(" ", -1);
    if (written.length != parts) {
      throw neverGiven();
    }
    try {
      return reading.apply(written);
    } catch (DateTimeException | IllegalArgumentException e) {
      Refused refused = neverGiven();
      refused.initCause(e);
      throw refused;
    }
  }
}
