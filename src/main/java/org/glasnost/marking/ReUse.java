package org.glasnost.marking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * What a marking of any era becomes when words under it are used again in an intelligence product.
 *
 * <p>Sources: C16 F (legacy markings are replaced on re-use only), B.3 Table 2 (classified sources
 * without a release marking), H.9 (NODIS and EXDIS require NOFORN).
 */
public final class ReUse {
  /** Classified sources older than this, without a release marking, count as NOFORN. */
  public static final LocalDate TABLE_2 = LocalDate.of(2010, 6, 28);

  private static final Set<String> RELEASE = Set.of("NOFORN", "RELIDO");

  /** Instructions that today's line may not bear as they stand; each shown as it was written. */
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

  private final Marking source;
  private final Marking from;
  private final Set<String> controls;
  private final @Nullable LocalDate date;
  private List<String> relTo;

  private ReUse(Marking source, Marking from, @Nullable LocalDate date) {
    this.source = source;
    this.from = from;
    this.date = date;
    this.controls = new LinkedHashSet<>(from.controls());
    this.relTo = from.relTo();
  }

  /**
   * Today's form of a marking.
   *
   * @param marking what was understood of it
   * @param recipients the named list as it stands in the text; may be empty
   * @param date the day of the document, or null
   * @param instruction name of its declassification instruction, or null
   * @param historic whether it was written in the words of an earlier era
   * @return null where the rules leave it to a person
   */
  public static @Nullable Canonical of(
      Marking marking,
      String recipients,
      @Nullable LocalDate date,
      @Nullable String instruction,
      boolean historic) {
    StatedLevel level = marking.level();
    boolean holds =
        level == StatedLevel.TOP_SECRET
            || level == StatedLevel.SECRET
            || level == StatedLevel.CONFIDENTIAL
            || level == StatedLevel.UNCLASSIFIED;
    Successors successors = Successors.of(marking, recipients, historic);
    Marking today = successors.today();
    if (!holds
        || today == null
        || leavesListToBanner(marking)
        || today.sci().contains("HCS")
        || !fitsLevel(today)) {
      return null;
    }
    List<String> unrepresented = new ArrayList<>(successors.unrepresented());
    if (instruction != null && OBSOLETE.contains(instruction)) {
      unrepresented.add(instruction.replace('_', '-'));
    }
    return new ReUse(marking, today, date).form(unrepresented, successors.unread());
  }

  private @Nullable Canonical form(List<String> unrepresented, List<Citation> unread) {
    if (Requirements.areContradicted(from)) {
      return null;
    }
    controls.addAll(Requirements.missing(from));
    if (!relTo.isEmpty() && !relTo.contains("USA")) {
      List<String> released = new ArrayList<>(relTo);
      released.add("USA");
      relTo = released;
    }
    if (!from.joint().isEmpty()) {
      controls.remove("NOFORN");
      Set<String> owners = new TreeSet<>(from.joint());
      owners.removeAll(Countries.expand(relTo));
      owners.addAll(relTo);
      relTo = List.copyOf(owners);
    }
    if (from.isClassified() && controls.remove("LES_NF")) {
      // As in the roll-up: what the word says of release stands among the release markings.
      controls.addAll(UnclassifiedControls.inClassified("LES_NF"));
    }
    if (!from.isClassified()) {
      Set<String> together =
          UnclassifiedControls.together(
              controls, !from.cui().isEmpty(), AtomicEnergy.isControlledNuclear(from));
      controls.clear();
      controls.addAll(together);
    }
    if (excludes()) {
      return null;
    }
    List<String> displayed = new ArrayList<>(from.displayOnlyTo());
    displayed.removeIf("USA"::equals);
    displayed.removeAll(relTo);
    if (displayed.isEmpty() && !from.displayOnlyTo().isEmpty() && relTo.isEmpty()) {
      // A list that names nobody else: a person must say what it means.
      return null;
    }
    String basis = release();
    if (basis == null) {
      return null;
    }
    Marking today =
        new Marking(
            from.level(),
            List.copyOf(controls),
            List.of(),
            List.of(),
            List.copyOf(SciControls.union(from.sci())),
            from.sap(),
            AtomicEnergy.union(List.of(from), from.isClassified(), replaced -> {}),
            Requirements.sources(from),
            from.nonUs(),
            from.joint(),
            relTo,
            displayed,
            from.cui());
    return new Canonical(
        Rendering.banner(today),
        Rendering.portion(today),
        Stream.concat(Stream.of(basis), unread.stream().map(Citation::shown))
            .collect(Collectors.joining("; ")),
        unrepresented,
        IsmAttributes.of(today));
  }

  /** A portion mark whose list, or whose owners, stand in a banner that is not at hand. */
  private static boolean leavesListToBanner(Marking marking) {
    return (marking.relTo().isEmpty() && (marking.has("REL_TO") || marking.has("EYES")))
        || marking.joint().equals(List.of("USA"));
  }

  private static boolean fitsLevel(Marking today) {
    return Requirements.entries(today).stream()
        .allMatch(entry -> entry.levels().isEmpty() || entry.levels().contains(today.level()));
  }

  /** Whether the words and what they require exclude each other, which no form of today mends. */
  private boolean excludes() {
    Set<String> words = new LinkedHashSet<>(controls);
    if (!relTo.isEmpty()) {
      words.add("REL_TO");
    }
    if (!from.displayOnlyTo().isEmpty()) {
      words.add("DISPLAY_ONLY");
    }
    return Requirements.entries(from.withControls(List.copyOf(words))).stream()
        .anyMatch(entry -> entry.excludes().stream().anyMatch(words::contains));
  }

  /** The basis; null where no rule says to whom the words may be released. */
  private @Nullable String release() {
    boolean marked =
        !relTo.isEmpty()
            || !from.displayOnlyTo().isEmpty()
            || controls.stream().anyMatch(RELEASE::contains);
    if (!from.isClassified()) {
      return "C16 A.6";
    }
    if (marked) {
      boolean stood = source.has("NOFORN") || source.has("RELIDO") || !relTo.isEmpty();
      return stood || !from.displayOnlyTo().isEmpty() ? "C16 A.6" : basisOfRequirement();
    }
    if (date == null) {
      return null;
    }
    boolean caveated =
        !controls.isEmpty()
            || !source.controls().isEmpty()
            || !source.codewords().isEmpty()
            || !from.sap().isEmpty()
            || !from.aea().isEmpty()
            || !from.fgi().isEmpty()
            || from.nonUs() != null;
    controls.add(date.isBefore(TABLE_2) || caveated ? "NOFORN" : "RELIDO");
    return "C16 B.3 Table 2";
  }

  /** Where the paragraph stands by which NOFORN was added. */
  private String basisOfRequirement() {
    for (RegisterEntry entry : Requirements.entries(from)) {
      if (entry.requires().contains("NOFORN")) {
        return entry.cite().text();
      }
    }
    return "C16 A.6";
  }
}
