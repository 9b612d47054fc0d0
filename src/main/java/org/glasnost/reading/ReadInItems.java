package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.SciControls;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** Reads what needs a read-in: SCI, special access programs, atomic energy markings. */
final class ReadInItems {
  private static final Pattern SAP = Pattern.compile("(SAR|SPECIAL ACCESS REQUIRED)-(.+)");
  private static final Pattern PROGRAM = Pattern.compile("[A-Z0-9]++(?:[ _-][A-Z0-9]++){0,30}+");
  private static final Pattern AEA =
      Pattern.compile(
          "(RD|FRD|RESTRICTED DATA|FORMERLY RESTRICTED DATA)"
              + "(-(?:CNWDI|N|CRITICAL NUCLEAR WEAPON DESIGN INFORMATION))?"
              + "(?:-(?:SIGMA|SG) (\\d{1,2}(?: \\d{1,2}){0,99}))?");
  private static final Pattern SCI =
      Pattern.compile("([A-Z]{2,3}|\\d{1,3})((?:-[A-Z0-9]{1,6}(?: [A-Z0-9]{1,6}){0,20}){0,20})");

  /** The numbers of nuclear weapon data today (DOE Order 452.8; C16 H.6). */
  private static final Set<Integer> SIGMA = Set.of(14, 15, 18, 20);

  private final ModernContext context;
  private final Draft draft;

  ReadInItems(ModernContext context) {
    this.context = context;
    this.draft = context.draft;
  }

  /** Reads special access programs; whether the part names them. */
  boolean programs(Piece part) {
    if (!part.spaced().startsWith("S") || !SAP.matcher(part.spaced()).matches()) {
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
    List<String> sorted = List.copyOf(SciControls.union(draft.sap.list()));
    String right = "SAR-" + String.join("/", sorted);
    if (repeated && context.isUnder(Applicability.HIERARCHIES)) {
      context.find(MarkingRule.SAR_REPEATED.by(part.text()).suggesting(right), part);
    } else if (!sorted.equals(draft.sap.list())) {
      context.find(MarkingRule.WORD_ORDER.by(part.text()).suggesting(right), part);
    }
    context.used.add(new ModernContext.Used(context.known(RegisterCategory.SAP, "SAR"), part));
    return true;
  }

  /** Reads RD or FRD with what belongs to them; null where the item is neither. */
  ModernContext.@Nullable Used atomic(Piece item) {
    if (!mayBeAtomic(item.spaced())) {
      return null;
    }
    Matcher aea = AEA.matcher(item.spaced());
    if (!aea.matches()) {
      return null;
    }
    String base = aea.group(1).startsWith("F") ? "FRD" : "RD";
    StringBuilder token = new StringBuilder(base);
    if (aea.group(2) != null) {
      token.append("-CNWDI");
    }
    boolean spelled = aea.group(1).indexOf(' ') >= 0 || aea.group(0).indexOf("INFORMATION") > 0;
    boolean brief = aea.group(2) != null && aea.group(2).equals("-N");
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
      if (!SIGMA.containsAll(numbers)) {
        context.find(MarkingRule.SIGMA_NUMBER.by(item.text()), item);
      }
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
    if (brief || (spelled && context.portion)) {
      String right = context.portion ? token.toString().replace("SIGMA", "SG") : token.toString();
      context.form(item, List.of(right));
    }
    draft.atomic(token.toString());
    context.span(item, Span.Meaning.AEA);
    return new ModernContext.Used(
        context.known(RegisterCategory.AEA, base), item, token.toString());
  }

  private static boolean mayBeAtomic(String spaced) {
    return spaced.startsWith("RD")
        || spaced.startsWith("FRD")
        || spaced.startsWith("RESTRICTED")
        || spaced.startsWith("FORMERLY");
  }

  private void sigmaForm(Piece item) {
    String right =
        context.portion
            ? item.text().replace("SIGMA", "SG")
            : item.text().replace("-SG ", "-SIGMA ");
    context.form(item, List.of(right));
  }

  /** Whether it is a published control system with its compartments, or an RD or FRD marking. */
  boolean isWord(Piece item) {
    String upper = item.spaced();
    if (mayBeAtomic(upper) && AEA.matcher(upper).matches()) {
      return true;
    }
    return system(Compartments.abbreviated(context.cnsi, upper), false) != null;
  }

  /** Reads a control system with its compartments; null where the item names none. */
  ModernContext.@Nullable Used sci(Piece item, boolean first) {
    String upper = item.spaced();
    String brief = Compartments.abbreviated(context.cnsi, upper);
    RegisterEntry whole = context.cnsi.token(RegisterCategory.SCI, brief);
    RegisterEntry system = whole == null ? system(brief, first) : whole;
    if (system == null) {
      return null;
    }
    draft.sci.add(brief);
    context.span(item, Span.Meaning.SCI);
    if (!brief.equals(upper) && context.portion) {
      context.form(item, List.of(brief));
    } else if (!upper.equals(item.text())) {
      context.form(item, List.of(upper));
    }
    String right = Compartments.mended(brief);
    if (right != null) {
      Finding finding = MarkingRule.SCI_FORM.by(item.text());
      context.find(right.isEmpty() ? finding : finding.suggesting(right), item);
    } else if (!Compartments.fit(brief)) {
      context.find(MarkingRule.COMPARTMENT_NAME.by(item.text()), item);
    }
    String ordered = SciControls.ordered(brief);
    if (!ordered.equals(brief)) {
      context.find(MarkingRule.WORD_ORDER.by(item.text()).suggesting(ordered), item);
    }
    return new ModernContext.Used(system, item, brief);
  }

  private @Nullable RegisterEntry system(String whole, boolean first) {
    Matcher sci = SCI.matcher(whole);
    if (!sci.matches()) {
      return null;
    }
    String head = sci.group(1);
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
