package org.glasnost.web.page.people;

import java.util.List;
import java.util.UUID;
import org.glasnost.web.page.PageMarking;
import org.glasnost.web.people.GrantBody;
import org.jspecify.annotations.Nullable;

/**
 * What a person holds of one kind.
 *
 * @param kind of the grants
 * @param items each with its days
 */
record Holding(GrantBody.Kind kind, List<Item> items) {
  /** Copies the list. */
  Holding {
    items = List.copyOf(items);
  }

  /**
   * One thing held.
   *
   * @param id the record of it
   * @param said what it is
   * @param days on which it holds
   * @param later whether it has not begun
   * @param document of a need to know, or null
   * @param marking what that document is held at, or null
   */
  record Item(
      UUID id,
      RightInWords.Said said,
      String days,
      boolean later,
      @Nullable UUID document,
      @Nullable PageMarking marking) {}

  /** As a heading. */
  public String heading() {
    return RightInWords.heading(kind);
  }

  /** Its form's place under the person's page. */
  public String path() {
    return ProposalPage.path(kind);
  }

  /** One of them, within a sentence. */
  public String one() {
    return RightInWords.one(kind);
  }
}
