package org.glasnost.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
   * @param state where the parts stand together that the person may know of
   * @param documents those of its documents that the person may know of
   * @param clocks its clocks
   * @param historicAction what it records of what others did, or null; only with the text
   * @param courses each document's part
   * @param written what all words count at that people wrote and the person is shown
   */
  public record Picture(
      Review review,
      ReviewState state,
      List<UUID> documents,
      List<Clocks.Clock> clocks,
      Particulars.@Nullable HistoricAction historicAction,
      List<Part> courses,
      Protection written) {
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
   * @param state where the parts stand together that the person may know of
   * @param documents those of its documents that the person may know of, in its order
   */
  public record Listed(Review review, ReviewState state, List<UUID> documents) {
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
    return reviews.page(sight, after, limit).stream().map(id -> listed(sight, id)).toList();
  }

  private Listed listed(Sight sight, UUID id) {
    List<UUID> documents = reviews.documents(sight, id);
    return new Listed(reviews.inCourse(id), together(reviews.states(id), documents), documents);
  }

  private static ReviewState together(Map<UUID, ReviewState> states, List<UUID> documents) {
    return ReviewState.together(
        documents.stream().map(id -> Objects.requireNonNull(states.get(id))).toList());
  }

  /** The review. */
  public Picture view(Sight sight, UUID id) {
    Review review = reviews.visible(sight, id);
    List<UUID> documents = reviews.documents(sight, id);
    Map<UUID, ReviewState> states = reviews.states(id);
    List<Part> parts =
        documents.stream()
            .map(
                document -> part(sight, id, document, Objects.requireNonNull(states.get(document))))
            .toList();
    boolean reads = documents.stream().allMatch(document -> sights.mayRead(sight, document));
    Particulars.HistoricAction action =
        reads ? action(sight, reviews.particulars(review).historicAction(), parts) : null;
    return new Picture(
        review,
        together(states, documents),
        documents,
        Clocks.of(review),
        action,
        parts,
        parts.stream().map(Part::written).reduce(noted(action), Protection::join));
  }

  private Part part(Sight sight, UUID review, UUID document, ReviewState state) {
    DocumentReview course = reviews.of(review, document);
    boolean mayRead = deliberations.mayRead(sight, document, course);
    return new Part(
        document,
        state,
        course,
        mayRead,
        mayRead ? deliberations.protection(document) : Protection.UNRESTRICTED);
  }

  /** What others did stands on the released copy. */
  private Particulars.@Nullable HistoricAction action(
      Sight sight, Particulars.@Nullable HistoricAction action, List<Part> parts) {
    return action == null
        ? null
        : new Particulars.HistoricAction(
            action.decidedOn(),
            action.decidedBy(),
            action.authority(),
            evidence(sight, action.evidence(), parts));
  }

  /**
   * Where the record shows it, to whoever may know of that document; what is noted of its text is
   * one of the reasons, and for its readers.
   */
  private Particulars.@Nullable Evidence evidence(
      Sight sight, Particulars.@Nullable Evidence evidence, List<Part> parts) {
    if (evidence == null
        || evidence.document() == null
        || !sights.mayKnow(sight, evidence.document())) {
      return null;
    }
    boolean noted =
        parts.stream().allMatch(Part::mayRead) && sights.mayRead(sight, evidence.document());
    return noted
        ? evidence
        : new Particulars.Evidence(evidence.document(), evidence.from(), evidence.to(), null);
  }

  /** What the note counts at, where one is shown. */
  private Protection noted(Particulars.@Nullable HistoricAction action) {
    Particulars.Evidence evidence = action == null ? null : action.evidence();
    return evidence == null || evidence.document() == null || evidence.note() == null
        ? Protection.UNRESTRICTED
        : deliberations.protection(evidence.document());
  }
}
