package org.glasnost.authority.openid;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the values of one claim mean here. A value that is not written means nothing.
 *
 * @param claim where it stands
 * @param byValue what each value means
 * @param <T> what they mean
 */
record ClaimValues<T>(ClaimPath claim, Map<String, T> byValue) {

  /** Copies the values. */
  ClaimValues {
    byValue = Map.copyOf(byValue);
  }

  /**
   * What the claim means.
   *
   * @param notMapped where the values that mean nothing are counted, under a name
   */
  Set<T> in(Map<String, ?> claims, String name, Map<String, Integer> notMapped) {
    Set<T> meant = new LinkedHashSet<>();
    for (String value : claim.texts(claims)) {
      T meaning = byValue.get(value);
      if (meaning == null) {
        notMapped.merge(name, 1, Integer::sum);
      } else {
        meant.add(meaning);
      }
    }
    return meant;
  }
}
