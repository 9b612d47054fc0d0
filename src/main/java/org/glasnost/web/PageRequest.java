package org.glasnost.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many items at most, 1 to 200
 * @param after the key of the last item seen, as the list made it, or null at the start
 */
public record PageRequest(int limit, @Nullable String after) {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  /**
   * @throws IllegalArgumentException if the limit is outside 1 to 200, which is a bug of ours
   */
  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page has 1 to 200 items: " + limit);
    }
  }

  /**
   * Reads the two parameters of a list.
   *
   * @param limit or null for the usual 50
   * @param cursor as given out with the page before, or null
   * @throws Refused on ground MALFORMED if the limit is outside 1 to 200 or the cursor was never
   *     given out
   */
  public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw new Refused(
          Ground.MALFORMED, Finding.error("WEB-0010", "A limit lies between 1 and 200."));
    }
    return new PageRequest(limit == null ? USUAL : limit, cursor == null ? null : key(cursor));
  }

  /** The cursor that stands for the key of an item. */
  public static String cursor(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The page made of one item more than was asked for: that one only tells that there is a next
   * page.
   *
   * @param found up to {@code limit + 1} items
   * @param key the key of an item
   */
  public <T> ListView<T> page(List<T> found, Function<T, String> key) {
    if (found.size() <= limit) {
      return ListView.whole(found);
    }
    List<T> items = found.subList(0, limit);
    return new ListView<>(items, cursor(key.apply(items.get(limit - 1))));
  }

  private static String key(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      Refused refused = Cursors.neverGiven();
      refused.initCause(e);
      throw refused;
    }
  }
}
