package org.glasnost.authority.openid;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim stands in a token: its name, or the names that lead to it, with dots between them,
 * such as {@code realm_access.roles}. A claim whose own name has dots is found by it first.
 *
 * @param path as the mapping writes it
 */
record ClaimPath(String path) {

  /**
   * The texts that stand there: one where it is a text, all of a list of texts. What is neither
   * says nothing.
   */
  List<String> texts(Map<String, ?> claims) {
    Object found = find(claims);
    if (found instanceof String text) {
      return List.of(text);
    }
    return found instanceof Collection<?> several
        ? several.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .distinct()
            .toList()
        : List.of();
  }

  /** The text that stands there; null where there is none, or more than one. */
  @Nullable String text(Map<String, ?> claims) {
    List<String> texts = texts(claims);
    return texts.size() == 1 ? texts.get(0) : null;
  }

  private @Nullable Object find(Map<String, ?> claims) {
    if (claims.containsKey(path)) {
      return claims.get(path);
    }
    Object at = claims;
    for (String name : path.split("\\.", -1)) {
      at = at instanceof Map<?, ?> within ? within.get(name) : null;
      if (Objects.isNull(at)) {
        return null;
      }
    }
    return at;
  }
}
