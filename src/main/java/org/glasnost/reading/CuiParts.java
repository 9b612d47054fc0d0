package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.Rendering;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;

/** Reads controlled unclassified information: the control marking, then its categories. */
final class CuiParts {
  private static final String SPECIFIED = "SP-";

  private final ModernContext context;
  private final Draft draft;
  private boolean open;

  CuiParts(ModernContext context) {
    this.context = context;
    this.draft = context.draft;
  }

  /** Reads CUI itself; whether the part is it. */
  boolean control(Piece part, boolean leading) {
    String upper = part.upper();
    if (!upper.equals("CUI") && !upper.equals("CONTROLLED")) {
      return false;
    }
    open = true;
    draft.cui.add("CUI");
    context.span(part, Span.Meaning.CUI);
    if (draft.date() != null && !context.isUnder(Applicability.CUI)) {
      context.find(
          MarkingRule.NOT_IN_FORCE
              .by(part.text(), "CUI is marked from " + Applicability.CUI.from() + ".")
              .alsoCiting(Applicability.CUI.citation()),
          part);
    }
    if (upper.equals("CONTROLLED") && (!leading || context.portion)) {
      context.find(MarkingRule.CUI_WORD.by(part.text()).suggesting("CUI"), part);
    } else if (!part.text().equals(upper)) {
      context.form(part, List.of(upper));
    }
    if (!leading) {
      context.cuiBehindLevel = part;
    }
    return true;
  }

  /** Whether the part before was CUI, so that categories may follow; asked once for each part. */
  boolean isAwaited() {
    boolean awaited = open;
    open = false;
    return awaited;
  }

  /** Whether it begins as a specified category does, and CUI stands in front of it. */
  boolean isSpecified(String upper) {
    return upper.startsWith(SPECIFIED) && !draft.cui.isEmpty();
  }

  /** Reads categories of CUI; whether the part names some. */
  boolean categories(Piece part) {
    List<Piece> known = new ArrayList<>();
    List<Piece> unknown = new ArrayList<>();
    for (Piece item : part.split("/")) {
      String upper = item.upper();
      boolean specified = upper.startsWith(SPECIFIED);
      String category = specified ? upper.substring(SPECIFIED.length()) : upper;
      if (context.cui.token(RegisterCategory.CUI, category) != null) {
        known.add(item);
      } else if (specified || !known.isEmpty()) {
        unknown.add(item);
      } else {
        return false;
      }
    }
    if (!unknown.isEmpty() && disseminates(part)) {
      return false;
    }
    for (Piece item : unknown) {
      context.unknown(
          item,
          MarkingRule.WORD_UNKNOWN.by(
              item.text(), "'" + item.text() + "' is no word of " + context.cui.name() + "."));
    }
    if (known.isEmpty()) {
      return true;
    }
    draft.cui.remove("CUI");
    List<String> names = known.stream().map(Piece::upper).toList();
    draft.cui.addAll(names);
    known.forEach(item -> context.span(item, Span.Meaning.CUI));
    List<String> sorted = names.stream().distinct().sorted(Rendering.CUI_ORDER).toList();
    if (!sorted.equals(names)) {
      context.find(
          MarkingRule.WORD_ORDER.by(part.text()).suggesting(String.join("/", sorted)), part);
    }
    return true;
  }

  /** FISA and SSI are words of two lists: the words beside them say which is meant. */
  private boolean disseminates(Piece part) {
    return part.split("/").stream()
        .allMatch(
            item ->
                ReleaseItems.holdsList(item)
                    || isWord(RegisterCategory.DISSEM, item)
                    || isWord(RegisterCategory.NON_IC, item)
                    || Categories.isNicknamed(item)
                    || context.cui.form(RegisterCategory.CUI_DISSEM, item.spaced()) != null);
  }

  private boolean isWord(RegisterCategory category, Piece item) {
    return ModernContext.word(context.cnsi, category, item.spaced()) != null;
  }

  /** Whether both words are limits of CUI, and nothing but CUI is marked. */
  boolean limits(RegisterEntry before, RegisterEntry entry) {
    return isPureCui() && isLimit(before) && isLimit(entry);
  }

  /** Whether the limits on dissemination stand alone beside CUI, where they are CUI's own. */
  private boolean isPureCui() {
    return !draft.cui.isEmpty()
        && draft.statedLevel() == StatedLevel.UNCLASSIFIED
        && draft.sci.isEmpty()
        && draft.sap.isEmpty()
        && draft.aea.isEmpty()
        && draft.fgi.isEmpty();
  }

  private static boolean isLimit(RegisterEntry entry) {
    return entry.category() == RegisterCategory.DISSEM
        || entry.category() == RegisterCategory.CUI_DISSEM;
  }

  /** The limits of CUI stand A to Z (CUIH, limited dissemination control markings). */
  void alphabetical(RegisterEntry before, RegisterEntry entry, Piece item) {
    if (before.banner().compareTo(entry.banner()) > 0) {
      context.find(
          MarkingRule.WORD_ORDER.by(
              item.text(), "'" + item.text() + "': the limits of CUI stand A to Z."),
          item);
    }
  }
}
