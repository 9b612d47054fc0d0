package org.glasnost.review;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a review to whoever may know of one of its documents. What people wrote is shown to those
 * alone who may read the document's text.
 */
@Component
@Transactional(readOnly = true)
public class ViewingReview {
  private final Reviews reviews;
  private final Sights sights;

  ViewingReview(Reviews reviews, Sights sights) {
    this.reviews = reviews;
    this.sights = sights;
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
   * @param mayRead whether the person may read the document's text, and so what was written
   */
  public record Part(UUID document, ReviewState state, DocumentReview course, boolean mayRead) {}

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
    List<Part> parts =
        documents.stream()
            .map(
                document ->
                    new Part(
                        document,
                        reviews.state(id, document),
                        reviews.of(id, document),
                        sights.mayRead(sight, document)))
            .toList();
    boolean reads = parts.stream().allMatch(Part::mayRead);
    return new Picture(
        review,
        documents,
        Clocks.of(review),
        reads ? reviews.particulars(review).historicAction() : null,
        parts);
  }
}
