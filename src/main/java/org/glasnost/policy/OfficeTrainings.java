package org.glasnost.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which trainings this office asks for beyond the law, from {@code config/office.yaml}. Immutable.
 *
 * @param required for each training that is the office's to ask for, as the API speaks it, whether
 *     it is asked for
 */
public record OfficeTrainings(Map<String, Boolean> required) {
  /** Copies the map. */
  public OfficeTrainings {
    required = Map.copyOf(required);
  }

  /**
   * Reads them from the rows of the file.
   *
   * @throws IllegalArgumentException if an entry is missing, of another kind or there twice
   */
  static OfficeTrainings read(List<PolicyFile.Row> rows) {
    Map<String, Boolean> required = new HashMap<>();
    for (PolicyFile.Row row : rows) {
      if (required.put(row.text("id"), row.flag("required")) != null) {
        throw new IllegalArgumentException(row.where() + " stands there twice");
      }
    }
    return new OfficeTrainings(required);
  }

  /** The trainings of which it is said whether they are asked for. */
  public Set<String> ids() {
    return required.keySet();
  }

  /**
   * Whether the office asks for a training.
   *
   * @throws IllegalArgumentException if nothing is said of it, which is a gap in the file
   */
  public boolean asksFor(String training) {
    Boolean asked = required.get(training);
    if (asked == null) {
      throw new IllegalArgumentException("it is not said whether " + training + " is asked for");
    }
    return asked;
  }

  /** Those that are asked for, as the journal names them. */
  public List<String> askedFor() {
    return required.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
