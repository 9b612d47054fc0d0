package org.glasnost.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as answered over HTTP.
 *
 * @param items the items, in the list's stable order
 * @param next what to send as {@code after} for the next page; left out on the last one
 */
public record ListView<T>(
    List<T> items, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

  /** Copies the items. */
  public ListView {
    items = List.copyOf(items);
  }

  /** A list that fits on one page. */
  public static <T> ListView<T> whole(List<T> items) {
    return new ListView<>(items, null);
  }
}
