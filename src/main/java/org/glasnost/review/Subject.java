package org.glasnost.review;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.document.Portions.Portion;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a document on which a decision is held against the rules.
 *
 * @param portions in order
 * @param originatingAgency the agency that decides
 * @param documentDate the date of the document, or null
 * @param level what it is held at
 * @param today the day of the decision
 */
public record Subject(
    List<Portion> portions,
    String originatingAgency,
    @Nullable LocalDate documentDate,
    ClassificationLevel level,
    LocalDate today) {

  /** Copies the portions. */
  public Subject {
    portions = List.copyOf(portions);
  }

  /** The ids of the portions, in order. */
  public List<String> portionIds() {
    return portions.stream().map(Portion::id).toList();
  }

  /** The lengths of the portions in code points, by their ids, in order. */
  public Map<String, Integer> lengths() {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    portions.forEach(p -> lengths.put(p.id(), p.length()));
    return lengths;
  }
}
