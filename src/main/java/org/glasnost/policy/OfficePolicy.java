package org.glasnost.policy;

import java.util.List;
import java.util.Set;

/**
 * What this office decides for itself, from {@code config/office.yaml}. Immutable.
 *
 * @param trainings which trainings it asks for beyond the law
 * @param twoPersons whether two persons review before anything is declassified or downgraded
 */
public record OfficePolicy(OfficeTrainings trainings, boolean twoPersons) {
  private static final String TRAININGS = "trainings";
  private static final String REVIEWS = "reviews";
  private static final Set<String> ENTRIES = Set.of(TRAININGS, REVIEWS);
  private static final String TWO_PERSONS = "TWO_PERSONS";

  /**
   * Reads it from its YAML form.
   *
   * @throws IllegalArgumentException if an entry is missing, of another kind, there twice or not
   *     known
   */
  static OfficePolicy read(PolicyFile file) {
    OfficeTrainings trainings = OfficeTrainings.read(file.list(TRAININGS, ENTRIES));
    List<PolicyFile.Row> reviews = file.list(REVIEWS, ENTRIES);
    if (reviews.size() != 1 || !reviews.get(0).text("id").equals(TWO_PERSONS)) {
      throw new IllegalArgumentException(
          file.name() + ": " + REVIEWS + " says of " + TWO_PERSONS + ", and of nothing else");
    }
    return new OfficePolicy(trainings, reviews.get(0).flag("required"));
  }
}
