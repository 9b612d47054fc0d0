package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Words of earlier eras in a line that is written in categories, such as {@code COMINT-GAMMA} or
 * {@code WN}. They are understood, and reported where they were not in force.
 */
final class PastWords {
  private static final List<RegisterCategory> WORDS =
      List.of(RegisterCategory.CONTROL, RegisterCategory.CODEWORD, RegisterCategory.AEA);

  private final ModernContext context;

  PastWords(ModernContext context) {
    this.context = context;
  }

  /** Takes the item if each of its words, parted by hyphens, stands in the historic register. */
  boolean take(Piece item) {
    RegisterEntry whole = entry(item.spaced());
    if (whole != null) {
      accept(item, whole);
      return true;
    }
    List<Piece> pieces = item.split("-");
    List<RegisterEntry> entries = new ArrayList<>();
    for (Piece piece : pieces) {
      RegisterEntry entry = entry(piece.spaced());
      if (entry == null || pieces.size() < 2) {
        return false;
      }
      entries.add(entry);
    }
    for (int i = 0; i < pieces.size(); i++) {
      accept(pieces.get(i), entries.get(i));
    }
    return true;
  }

  /** Whether the same word was another control in its day, as EYES ONLY of named persons was. */
  boolean meantOther(String spaced) {
    RegisterEntry past = entry(spaced);
    RegisterEntry today = context.cnsi.form(RegisterCategory.DISSEM, spaced);
    return past != null && today != null && !past.token().equals(today.token());
  }

  /** Whether it is one word of the historic register. */
  boolean isWord(String spaced) {
    return entry(spaced) != null;
  }

  private @Nullable RegisterEntry entry(String spaced) {
    for (RegisterCategory category : WORDS) {
      RegisterEntry entry = context.historic.form(category, spaced);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private void accept(Piece item, RegisterEntry entry) {
    Draft draft = context.draft;
    if (entry.category() == RegisterCategory.CONTROL) {
      draft.controls.add(entry.token());
      context.span(item, Span.Meaning.CONTROL);
    } else if (entry.category() == RegisterCategory.CODEWORD) {
      draft.codewords.add(entry.token());
      context.span(item, Span.Meaning.CODEWORD);
    } else {
      draft.atomic(entry.token());
      context.span(item, Span.Meaning.AEA);
    }
    LocalDate day = draft.date();
    boolean inForce =
        day != null && !context.isUnder(Applicability.TODAYS_SYNTAX) && entry.validOn(day);
    if (!inForce) {
      Finding finding =
          MarkingRule.NOT_IN_FORCE
              .by(item.text(), "'" + item.text() + "' is no word of " + context.cnsi.name() + ".")
              .alsoCiting(entry.cite());
      context.find(
          entry.successors().isEmpty()
              ? finding
              : finding.suggesting(successor(entry.successors().get(0))),
          item);
    }
  }

  private static String successor(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
