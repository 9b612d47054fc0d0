package org.glasnost.marking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a marking of any era becomes when words under it are used again in an intelligence product.
 *
 * <p>Sources: C16 F (legacy markings are replaced on re-use only), B.3 Table 2 (classified sources
 * without a release marking), H.9 (NODIS and EXDIS require NOFORN).
 */
public final class ReUse {
  /** Classified sources older than this, without a release marking, count as NOFORN. */
  private static final LocalDate TABLE_2 = LocalDate.of(2010, 6, 28);

  private static final Set<String> RELEASE = Set.of("NOFORN", "RELIDO");
  private static final Set<String> OBSOLETE =
      Set.of(
          "OADR",
          "MR",
          "DCI_ONLY",
          "DNI_ONLY",
          "GDS",
          "ADS",
          "RDS",
          "REVIEW_ON",
          "TREATY",
          "GROUP_1",
          "GROUP_2",
          "GROUP_3",
          "GROUP_4",
          "XGDS_1",
          "XGDS_2",
          "XGDS_3",
          "XGDS_4",
          "X1",
          "X2",
          "X3",
          "X4",
          "X5",
          "X6",
          "X7",
          "X8");

  private final Marking from;
  private final boolean classified;
  private final Set<String> controls = new LinkedHashSet<>();
  private final Set<String> sci = new TreeSet<>();
  private final List<String> unrepresented = new ArrayList<>();
  private List<String> relTo;
  private boolean open;

  private ReUse(Marking from) {
    this.from = from;
    this.classified = from.isClassified();
    this.sci.addAll(from.sci());
    this.relTo = from.relTo();
  }

  /**
   * Today's form of a marking.
   *
   * @param marking what was understood of it
   * @param recipients the named list as it stands in the text; may be empty
   * @param date the day of the document, or null
   * @param instruction name of its declassification instruction, or null
   * @return null where the rules leave it to a person
   */
  public static @Nullable Canonical of(
      Marking marking, String recipients, @Nullable LocalDate date, @Nullable String instruction) {
    StatedLevel level = marking.level();
    boolean holds =
        level == StatedLevel.TOP_SECRET
            || level == StatedLevel.SECRET
            || level == StatedLevel.CONFIDENTIAL
            || level == StatedLevel.UNCLASSIFIED;
    return holds ? new ReUse(marking).form(recipients, date, instruction) : null;
  }

  private @Nullable Canonical form(
      String recipients, @Nullable LocalDate date, @Nullable String instruction) {
    from.controls().forEach(control -> control(control, recipients));
    from.codewords().forEach(this::codeword);
    if (instruction != null && OBSOLETE.contains(instruction)) {
      unrepresented.add(instruction.replace('_', '-'));
    }
    requirements();
    String basis = release(date);
    if (open || basis == null) {
      return null;
    }
    Marking today =
        new Marking(
            from.level(),
            List.copyOf(controls),
            List.of(),
            List.of(),
            List.copyOf(sci),
            from.sap(),
            from.aea(),
            from.fgi(),
            from.nonUs(),
            from.joint(),
            relTo,
            from.displayOnlyTo(),
            from.cui());
    return new Canonical(
        Rendering.banner(today),
        Rendering.portion(today),
        basis,
        unrepresented,
        Rendering.ism(today));
  }

  private void control(String control, String recipients) {
    if (control.equals("EYES")) {
      return;
    }
    RegisterEntry past = MarkingRegister.historic().token(RegisterCategory.CONTROL, control);
    RegisterEntry today = MarkingRegister.cnsi().token(RegisterCategory.DISSEM, control);
    if (today == null) {
      today = MarkingRegister.cnsi().token(RegisterCategory.NON_IC, control);
    }
    boolean fits =
        today != null && (today.levels().isEmpty() || today.levels().contains(from.level()));
    if (fits) {
      controls.add(control);
    } else if (control.equals("EYES_ONLY")) {
      unrepresented.add(recipients.isEmpty() ? "EYES ONLY" : "EYES ONLY FOR " + recipients);
    } else if (past != null && past.reuse() == RegisterEntry.Reuse.PERSON) {
      open = true;
    } else if (control.equals("SBU_NF") || control.equals("LES_NF")) {
      controls.add("NOFORN");
    } else {
      unrepresented.add(past == null ? control.replace('_', ' ') : past.banner());
    }
  }

  private void codeword(String codeword) {
    RegisterEntry past = MarkingRegister.historic().token(RegisterCategory.CODEWORD, codeword);
    if (past == null) {
      open = true;
      return;
    }
    switch (past.reuse()) {
      case SUCCESSOR -> past.successors().forEach(s -> sci.add(s.substring(s.indexOf(':') + 1)));
      case UNREPRESENTED, SAME -> unrepresented.add(past.banner());
      case PERSON -> open = true;
    }
  }

  /** What must stand beside what stands. */
  private void requirements() {
    if (controls.contains("NODIS") || controls.contains("EXDIS")) {
      controls.add("NOFORN");
    }
    boolean restrictedData =
        from.aea().stream().anyMatch(word -> word.startsWith("RD") || word.startsWith("FRD"));
    if (restrictedData && relTo.isEmpty()) {
      controls.add("NOFORN");
    }
    boolean gamma = sci.stream().anyMatch(control -> control.startsWith("SI-G"));
    if ((gamma && !controls.contains("ORCON")) || sci.contains("HCS")) {
      open = true;
    }
    if (sci.stream().anyMatch(control -> control.startsWith("SI-"))) {
      sci.remove("SI");
    }
    for (String control : sci) {
      RegisterEntry entry =
          MarkingRegister.cnsi().token(RegisterCategory.SCI, control.split("[- ]", 2)[0]);
      if (entry != null && !entry.levels().contains(from.level())) {
        open = true;
      }
    }
    if (!from.joint().isEmpty()) {
      controls.remove("NOFORN");
      relTo = List.copyOf(union(from.joint(), relTo));
    }
  }

  private static Set<String> union(List<String> a, List<String> b) {
    Set<String> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }

  /** The basis; null where no rule says to whom the words may be released. */
  private @Nullable String release(@Nullable LocalDate date) {
    boolean marked =
        !relTo.isEmpty()
            || !from.displayOnlyTo().isEmpty()
            || controls.stream().anyMatch(RELEASE::contains);
    if (!classified || (marked && date == null)) {
      return "C16 A.6";
    }
    if (marked) {
      return from.controls().contains("NOFORN") || !relTo.isEmpty() ? "C16 A.6" : "C16 H.9";
    }
    if (date == null) {
      return null;
    }
    boolean caveated =
        !controls.isEmpty()
            || !sci.isEmpty()
            || !from.sap().isEmpty()
            || !from.aea().isEmpty()
            || !from.fgi().isEmpty();
    controls.add(date.isBefore(TABLE_2) || caveated ? "NOFORN" : "RELIDO");
    return "C16 B.3 Table 2";
  }
}
