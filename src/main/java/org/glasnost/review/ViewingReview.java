package org.glasnost.review;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.marking.Protection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a review to whoever may know of one of its documents. What people wrote is shown to those
 * alone whom {@link Deliberations} lets read it; that the text was released opens none of it.
 */
@Component
@Transactional(readOnly = true)
public class ViewingReview {
  private final Reviews reviews;
  private final Sights sights;
  private final Deliberations deliberations;

  ViewingReview(Reviews reviews, Sights sights, Deliberations deliberations) {
    this.reviews = reviews;
    this.sights = sights;
    this.deliberations = deliberations;
  }

  /**
   * A review as one person may see it.
   *
   * @param review the review
   * @param documents those of its documents that the person may know of
   * @param clocks its clocks
   * @param historicAction what it records of what others did, or null; only with the text
   * @param courses each document's part
   */
  public record Picture(
      Review review,
      List<UUID> documents,
      List<Clocks.Clock> clocks,
      Particulars.@Nullable HistoricAction historicAction,
      List<Part> courses) {
    /** Copies the lists. */
    public Picture {
      documents = List.copyOf(documents);
      clocks = List.copyOf(clocks);
      courses = List.copyOf(courses);
    }
  }

  /**
   * A document's part in a review.
   *
   * @param document the document
   * @param state where it stands
   * @param course its steps
   * @param mayRead whether the person may read what was written in its course
   * @param written what the words count at that the person is shown; nothing shown is UNRESTRICTED
   */
  public record Part(
      UUID document,
      ReviewState state,
      DocumentReview course,
      boolean mayRead,
      Protection written) {}

  /**
   * A review in a list.
   *
   * @param review the review
   * @param documents those of its documents that the person may know of, in its order
   */
  public record Listed(Review review, List<UUID> documents) {
    /** Copies the list. */
    public Listed {
      documents = List.copyOf(documents);
    }
  }

  /**
   * A page of reviews, the one ordered last first.
   *
   * @param after the last one seen, or null at the start
   * @param limit how many at most
   */
  public List<Listed> page(Sight sight, Reviews.@Nullable Position after, int limit) {
    return reviews.page(sight, after, limit).stream()
        .map(id -> new Listed(reviews.inCourse(id), reviews.documents(sight, id)))
        .toList();
  }

  /** The review. */
  public Picture view(Sight sight, UUID id) {
    Review review = reviews.visible(sight, id);
    List<UUID> documents = reviews.documents(sight, id);
    List<Part> parts = documents.stream().map(document -> part(sight, id, document)).toList();
    boolean reads = documents.stream().allMatch(document -> sights.mayRead(sight, document));
    return new Picture(
        review,
        documents,
        Clocks.of(review),
        reads ? action(reviews.particulars(review).historicAction(), parts) : null,
        parts);
  }

  private Part part(Sight sight, UUID review, UUID document) {
    DocumentReview course = reviews.of(review, document);
    boolean mayRead = deliberations.mayRead(sight, document, course);
    return new Part(
        document,
        reviews.state(review, document),
        course,
        mayRead,
        mayRead ? deliberations.protection(document) : Protection.UNRESTRICTED);
  }

  /** What others did stands on the released copy; the note about it is one of the reasons. */
  private static Particulars.@Nullable HistoricAction action(
      Particulars.@Nullable HistoricAction action, List<Part> parts) {
    if (action == null || action.evidence() == null || parts.stream().allMatch(Part::mayRead)) {
      return action;
    }
    Particulars.Evidence seen = action.evidence();
    return new Particulars.HistoricAction(
        action.decidedOn(),
        action.decidedBy(),
        action.authority(),
        new Particulars.Evidence(seen.document(), seen.from(), seen.to(), null));
  }
}
