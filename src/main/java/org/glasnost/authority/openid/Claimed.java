package org.glasnost.authority.openid;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.glasnost.authority.Right;
import org.glasnost.authority.Right.Office;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's claims come to here.
 *
 * @param userName the name that they give, or null where they give none
 * @param office the office, or null where they say nothing of one
 * @param besides what else they give
 * @param notMapped how many values of each kind mean nothing here
 */
public record Claimed(
    @Nullable String userName,
    @Nullable Office office,
    Set<Right> besides,
    Map<String, Integer> notMapped) {

  /** Copies what could change. */
  public Claimed {
    besides = Set.copyOf(besides);
    notMapped = Map.copyOf(notMapped);
  }

  /** All that they give. */
  Set<Right> rights() {
    Set<Right> all = new LinkedHashSet<>();
    if (office != null) {
      all.add(office);
    }
    all.addAll(besides);
    return all;
  }
}
