package org.glasnost.web.records;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.glasnost.authority.access.Sight;
import org.glasnost.document.Documents;
import org.glasnost.document.Dossier;
import org.glasnost.marking.Protection;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.RegistrationsShown;
import org.jspecify.annotations.Nullable;

/**
 * Documents offered for choice, a page at a time, found by words of their titles. What is chosen
 * already stays on offer, whatever was looked for since.
 *
 * @param words what was looked for, or null
 * @param chosen those chosen already
 * @param found a page of the others
 * @param next where the next page begins, or null
 * @param looked whether anything was looked for
 * @param shown what the offer shows, as far as it is protected
 */
record Picker(
    @Nullable String words,
    List<Choice> chosen,
    List<Choice> found,
    @Nullable String next,
    boolean looked,
    Protection shown) {
  private static final int PAGE = 20;

  /** Copies the lists. */
  Picker {
    chosen = List.copyOf(chosen);
    found = List.copyOf(found);
  }

  /**
   * What was asked of the offer.
   *
   * @param words of titles, or null
   * @param after where the page begins, or null
   * @param looking whether anything is looked for at all; otherwise only the chosen are offered
   */
  record Asked(@Nullable String words, @Nullable String after, boolean looking) {
    /** Nothing is looked for. */
    static final Asked NOTHING = new Asked(null, null, false);

    /** The first page of all. */
    static final Asked ALL = new Asked(null, null, true);
  }

  /** Whether nothing is on offer. */
  public boolean isEmpty() {
    return chosen.isEmpty() && found.isEmpty();
  }

  /** Everything on offer. */
  public List<Choice> all() {
    List<Choice> all = new ArrayList<>(chosen);
    all.addAll(found);
    return all;
  }

  /** In one sentence, what was found. */
  public String says() {
    if (!looked) {
      return "";
    }
    String what = next == null ? "" : " There are more.";
    return switch (found.size()) {
      case 0 -> chosen.isEmpty() ? "None found." : "No other found.";
      case 1 -> "One found." + what;
      default -> found.size() + " shown." + what;
    };
  }

  /**
   * Makes an offer.
   *
   * @param chosen ids of those chosen already; what the person may not know of is passed over
   * @param fits which documents may be offered
   */
  static Picker of(
      RegistrationsShown records,
      Sight sight,
      Documents.Filter filter,
      Asked asked,
      List<String> chosen,
      Predicate<Dossier> fits) {
    List<Dossier> kept = new ArrayList<>();
    for (String id : chosen) {
      Dossier known = known(records, sight, id);
      if (known != null && fits.test(known)) {
        kept.add(known);
      }
    }
    PageRequest page = PageRequest.of(PAGE, Typed.text(asked.after()));
    ListView<Dossier> found =
        asked.looking()
            ? page.page(
                records.page(sight, filter, asked.words(), Cursors.document(page.after()), PAGE),
                Cursors::key)
            : ListView.whole(List.of());
    List<Dossier> others =
        found.items().stream()
            .filter(fits)
            .filter(
                dossier ->
                    kept.stream().noneMatch(k -> k.document().id().equals(dossier.document().id())))
            .toList();
    List<Dossier> all = new ArrayList<>(kept);
    all.addAll(others);
    return new Picker(
        Typed.text(asked.words()),
        Choice.of(kept),
        Choice.of(others),
        found.next(),
        asked.looking(),
        all.stream().map(Dossier::protection).reduce(Protection.UNRESTRICTED, Protection::join));
  }

  private static @Nullable Dossier known(RegistrationsShown records, Sight sight, String id) {
    UUID document = new Typed().id(id, "");
    return document == null ? null : records.named(sight, document).orElse(null);
  }
}
