package org.glasnost.rule;

import java.util.regex.Pattern;

/**
 * The name of one rule: three capital letters for its family, a hyphen, four digits, as in {@code
 * MRK-0021}. An id is never reused for another rule.
 *
 * @param value the id as written
 */
public record RuleId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[0-9]{4}");

  /**
   * @throws IllegalArgumentException if the value has another form, which is a bug of ours
   */
  public RuleId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a rule id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
