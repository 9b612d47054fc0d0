package org.glasnost.web.page.task;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnost.document.Dossier;
import org.glasnost.document.Portions;
import org.glasnost.marking.Protection;
import org.glasnost.process.TaskKind;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.review.DocumentReview;
import org.glasnost.review.ViewingReview;
import org.glasnost.web.page.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * What a task is about.
 *
 * @param item the task
 * @param dossier its document
 * @param review the document's part in its review so far; null outside of one
 * @param asked ids of the portions that the page shows, in order: of an answer those that were
 *     asked about
 */
record Matter(
    WorkItem item, Dossier dossier, ViewingReview.@Nullable Part review, List<String> asked) {

  /** Copies the list. */
  Matter {
    asked = List.copyOf(asked);
  }

  static Matter of(WorkItem item, Dossier dossier, ViewingReview.@Nullable Part review) {
    List<String> all = dossier.portions().stream().map(Portions.Portion::id).toList();
    if (item.kind() != TaskKind.REFERRAL_ANSWER || review == null) {
      return new Matter(item, dossier, review, all);
    }
    Set<String> about =
        new HashSet<>(
            review.course().referred().getOrDefault(String.valueOf(item.referredTo()), List.of()));
    return new Matter(item, dossier, review, all.stream().filter(about::contains).toList());
  }

  /** The review so far. */
  DocumentReview course() {
    return part().course();
  }

  /** Whether the person may read what was written in the review so far. */
  boolean mayReadReasons() {
    return part().mayRead();
  }

  /** What the words count at that the person is shown of the review so far. */
  Protection written() {
    return review == null ? Protection.UNRESTRICTED : review.written();
  }

  private ViewingReview.Part part() {
    ViewingReview.Part part = review;
    if (part == null) {
      throw new IllegalStateException(item.kind() + " outside of a review");
    }
    return part;
  }

  /** The place of each portion shown, by its id. */
  Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    asked.forEach(id -> places.put(id, places.size()));
    return places;
  }

  /** The sheet of that number. */
  Sheet sheet(int number) {
    return new Sheet(number, size(), asked.size());
  }

  /** How many portions a sheet of it has. */
  int size() {
    return switch (item.kind()) {
      case MARKING_REVIEW, FIRST_REVIEW, SECOND_REVIEW, ADJUDICATION, REFERRAL_ANSWER, REDACTION ->
          Sheet.OF_A_FORM;
      case EQUITY_IDENTIFICATION, SIGNATURE, REDACTION_CHECK, RELEASE -> Sheet.TO_READ;
    };
  }

  /** Index of the portion in which a place of the text lies. */
  int portionAt(int place) {
    List<Portions.Portion> portions = dossier.portions();
    int low = 0;
    int high = portions.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (portions.get(middle).from() <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
