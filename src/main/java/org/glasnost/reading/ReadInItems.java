package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.Rendering;
import org.glasnost.marking.SciControls;
import org.glasnost.marking.rules.MarkingRule;
import org.jspecify.annotations.Nullable;

/** Reads what needs a read-in: SCI, special access programs, atomic energy markings. */
final class ReadInItems {
  private static final LocalDate INDICATOR_ONCE = LocalDate.of(2011, 12, 1);

  private static final Pattern SAP = Pattern.compile("(SAR|SPECIAL ACCESS REQUIRED)-(.+)");
  private static final Pattern PROGRAM = Pattern.compile("[A-Z0-9]++(?:[ _-][A-Z0-9]++){0,30}+");
  private static final Pattern AEA =
      Pattern.compile(
          "(RD|FRD|RESTRICTED DATA|FORMERLY RESTRICTED DATA)(-(?:CNWDI|N))?"
              + "(?:-(?:SIGMA|SG) (\\d{1,2}(?: \\d{1,2}){0,99}))?");
  private static final Pattern SCI =
      Pattern.compile("([A-Z]{2,3}|\\d{1,3})((?:-[A-Z0-9]{1,6}(?: [A-Z0-9]{1,6}){0,20}){0,20})");

  private final ModernContext context;
  private final Draft draft;

  ReadInItems(ModernContext context) {
    this.context = context;
    this.draft = context.draft;
  }

  /** Reads special access programs; whether the part names them. */
  boolean programs(Piece part) {
    if (!SAP.matcher(part.spaced()).matches()) {
      return false;
    }
    context.span(part, Span.Meaning.SAP);
    List<String> names = new ArrayList<>();
    boolean repeated = false;
    for (Piece program : part.split("/")) {
      String spaced = program.spaced();
      Matcher indicated = SAP.matcher(spaced);
      String name = indicated.matches() ? indicated.group(2) : spaced;
      repeated |= indicated.matches() && !names.isEmpty();
      if (PROGRAM.matcher(name).matches()) {
        names.add(name);
      } else {
        context.find(MarkingRule.WORD_UNKNOWN.by(program.text()), program);
        draft.needReview();
      }
    }
    draft.sap.addAll(names);
    List<String> sorted = draft.sap.stream().distinct().sorted(Rendering.NUMBERS_FIRST).toList();
    String right = "SAR-" + String.join("/", sorted);
    if (repeated && context.notBefore(INDICATOR_ONCE)) {
      context.find(MarkingRule.SAR_REPEATED.by(part.text()).suggesting(right), part);
    } else if (!sorted.equals(List.copyOf(draft.sap)) && context.isTodays()) {
      context.find(MarkingRule.WORD_ORDER.by(part.text()).suggesting(right), part);
    }
    return true;
  }

  /** Reads RD or FRD with what belongs to them; null where the item is neither. */
  ModernContext.@Nullable Used atomic(Piece item) {
    Matcher aea = AEA.matcher(item.spaced());
    if (!aea.matches()) {
      return null;
    }
    String base = aea.group(1).startsWith("F") ? "FRD" : "RD";
    StringBuilder token = new StringBuilder(base);
    if (aea.group(2) != null) {
      token.append("-CNWDI");
    }
    if (aea.group(3) != null) {
      TreeSet<Integer> numbers = new TreeSet<>();
      StringBuilder given = new StringBuilder();
      for (String number : aea.group(3).split(" ", -1)) {
        numbers.add(Integer.parseInt(number));
        given.append(' ').append(Integer.parseInt(number));
      }
      StringBuilder sorted = new StringBuilder();
      numbers.forEach(number -> sorted.append(' ').append(number));
      token.append("-SIGMA").append(sorted);
      if (!given.toString().contentEquals(sorted) || numbers.contains(0)) {
        context.find(
            MarkingRule.SIGMA_FORM
                .by(item.text())
                .suggesting(
                    context.portion ? token.toString().replace("SIGMA", "SG") : token.toString()),
            item);
      } else {
        sigmaForm(item);
      }
    }
    draft.atomic(token.toString());
    context.span(item, Span.Meaning.AEA);
    return new ModernContext.Used(context.known(RegisterCategory.AEA, base), item);
  }

  private void sigmaForm(Piece item) {
    String right =
        context.portion
            ? item.text().replace("SIGMA", "SG")
            : item.text().replace("-SG ", "-SIGMA ");
    context.form(item, List.of(right));
  }

  /** Reads a control system with its compartments; null where the item names none. */
  ModernContext.@Nullable Used sci(Piece item, boolean first) {
    String upper = item.spaced();
    Matcher sci = SCI.matcher(upper);
    RegisterEntry system = sci.matches() ? system(sci.group(1), upper, first) : null;
    if (system != null) {
      draft.sci.add(upper);
      context.span(item, Span.Meaning.SCI);
      String ordered = SciControls.ordered(upper);
      if (!ordered.equals(upper) && context.isTodays()) {
        context.find(MarkingRule.WORD_ORDER.by(item.text()).suggesting(ordered), item);
      }
      return new ModernContext.Used(system, item);
    }
    RegisterEntry spelled = context.cnsi.form(RegisterCategory.SCI, upper);
    if (spelled == null) {
      return null;
    }
    draft.sci.add(spelled.token());
    context.span(item, Span.Meaning.SCI);
    context.form(item, context.forms(spelled));
    return new ModernContext.Used(spelled, item);
  }

  private @Nullable RegisterEntry system(String head, String whole, boolean first) {
    String prefix = whole;
    while (prefix.length() > head.length()) {
      RegisterEntry entry = context.cnsi.token(RegisterCategory.SCI, prefix);
      if (entry != null) {
        return entry;
      }
      prefix = prefix.substring(0, Math.max(prefix.lastIndexOf('-'), prefix.lastIndexOf(' ')));
    }
    if (Character.isDigit(head.charAt(0))) {
      return first ? context.cnsi.token(RegisterCategory.SCI, "BUR") : null;
    }
    return context.cnsi.token(RegisterCategory.SCI, head);
  }
}
