package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a declassification instruction says, read from a document's own words. It does not say
 * whether the instruction was allowed, nor what it means today: that is {@link DateCalculus}.
 *
 * @param kind which instruction
 * @param verbatim the words as they stand, never lost
 * @param date the day written, or null; for {@code RDS} and {@code REVIEW_ON} a day of review
 * @param event the event in words, or null
 * @param number the category or series written with {@code RDS} (as in RDS-3), or null
 * @param exemptions the designators written, in their order; empty unless the kind is one of them
 * @param sourceMarked whether the words describe a source ("Source marked OADR")
 * @param sourceDate the date of the source, or null
 * @param statedOrder the order that the words name, or null
 * @param downgradings the downgradings written beside it, oldest first
 */
public record DeclassificationInstruction(
    InstructionKind kind,
    String verbatim,
    @Nullable LocalDate date,
    @Nullable String event,
    @Nullable Integer number,
    List<Exemption> exemptions,
    boolean sourceMarked,
    @Nullable LocalDate sourceDate,
    @Nullable GoverningOrder statedOrder,
    List<Downgrading> downgradings) {

  /** Copies the lists. */
  public DeclassificationInstruction {
    exemptions = List.copyOf(exemptions);
    downgradings = List.copyOf(downgradings);
  }

  /** An instruction of that kind with nothing beside it. */
  public static DeclassificationInstruction of(InstructionKind kind, String verbatim) {
    return new DeclassificationInstruction(
        kind, verbatim, null, null, null, List.of(), false, null, null, List.of());
  }

  /** Whether the line refers to E.O. 12951, the imagery order. */
  public boolean underImageryOrder() {
    return verbatim.matches("(?s).*\\b12951\\b.*");
  }

  /** Whether a line that is "not applicable" speaks of NATO portions and no others. */
  public boolean concernsNatoAlone() {
    String plain = InstructionGrammar.plain(verbatim);
    return plain.contains("NATO") && !plain.matches(".*\\b(?:F?RD|TFNI|RESTRICTED DATA)\\b.*");
  }

  /** The event in the document's own spelling where it can be found there, else in capitals. */
  public String eventVerbatim() {
    String words = event == null ? "" : event;
    int at = verbatim.toUpperCase(Locale.ROOT).indexOf(words);
    boolean same = at >= 0 && at + words.length() <= verbatim.length();
    return same ? verbatim.substring(at, at + words.length()) : words;
  }

  /** The order that the words name, or the one that brought the instruction in; null for none. */
  public @Nullable GoverningOrder orderOfItsWords() {
    if (statedOrder != null) {
      return statedOrder;
    }
    return switch (kind) {
      case DATE, EVENT, TREATY, NA_RD -> null;
      case GROUP_1, GROUP_2, GROUP_3, GROUP_4 -> GoverningOrder.EO_10964;
      case GDS -> date == null ? GoverningOrder.EO_11652 : GoverningOrder.EO_12065;
      case ADS, XGDS_1, XGDS_2, XGDS_3, XGDS_4 -> GoverningOrder.EO_11652;
      case RDS, REVIEW_ON -> GoverningOrder.EO_12065;
      case OADR -> GoverningOrder.EO_12356;
      case X1, X2, X3, X4, X5, X6, X7, X8, DCI_ONLY -> GoverningOrder.EO_12958;
      case MR, DNI_ONLY -> GoverningOrder.EO_13292;
      case EXEMPT_25, HUMAN_SOURCE_50, WMD_DESIGN_50, EXEMPT_50, EXEMPT_75 ->
          GoverningOrder.EO_13526;
    };
  }

  /** What a line that is "not applicable" speaks of. */
  public Set<SpecialContent> contentsOutside() {
    String plain = InstructionGrammar.plain(verbatim);
    Set<SpecialContent> contents = EnumSet.noneOf(SpecialContent.class);
    if (plain.contains("NATO")) {
      contents.add(SpecialContent.NATO);
    }
    if (plain.contains("TFNI")) {
      contents.add(SpecialContent.TFNI);
    }
    if (!concernsNatoAlone() && (plain.contains("RD") || plain.contains("RESTRICTED DATA"))) {
      contents.add(SpecialContent.RD);
    }
    return contents;
  }
}
