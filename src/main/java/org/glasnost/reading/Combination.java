package org.glasnost.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.marking.Countries;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.Requirements;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.UnclassifiedControls;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;
import org.jspecify.annotations.Nullable;

/** Judges which words of a modern marking may stand together, and at which level. */
final class Combination {
  private static final List<String> ATOMIC = List.of("RD", "FRD", "TFNI");

  private final ModernContext context;
  private final Draft draft;
  private final List<ModernContext.Used> used;

  Combination(ModernContext context) {
    this.context = context;
    this.draft = context.draft;
    this.used = context.used;
  }

  /** Finds what breaks a rule. */
  void check() {
    exclusive();
    StatedLevel level = draft.statedLevel();
    boolean restricted = level == StatedLevel.NONE && draft.nonUs != null;
    // RESTRICTED of another owner counts as Confidential.
    StatedLevel held = restricted ? StatedLevel.CONFIDENTIAL : level;
    for (ModernContext.Used word : used) {
      if (word.entry().category() == RegisterCategory.SCI) {
        for (RegisterEntry entry : entries(word)) {
          levelAndRequired(word, entry, held);
        }
      } else if (restricted && word.entry().category() == RegisterCategory.NATO_CONTROL) {
        levelAndRequired(word, word.entry(), StatedLevel.RESTRICTED);
      } else {
        levelAndRequired(word, word.entry(), held);
        waived(word);
      }
    }
    withinCompartments();
    eyesOfNobody();
    joint();
    atomicPrecedence();
    nato();
    if (level == StatedLevel.UNCLASSIFIED && !draft.cui.isEmpty()) {
      legacy();
    } else if (used.size() > 1) {
      givingWay(level);
    }
  }

  /** A control system by itself beside one of its compartments, which names it. */
  private void withinCompartments() {
    for (ModernContext.Used word : used) {
      if (word.entry().category() == RegisterCategory.SCI
          && word.brief().indexOf('-') < 0
          && used.stream()
              .anyMatch(
                  other ->
                      other.entry().category() == RegisterCategory.SCI
                          && other.brief().startsWith(word.brief() + "-"))) {
        context.find(
            MarkingRule.TWICE.by(
                word.piece().text(),
                "'" + word.piece().text() + "' stands in its compartment already."),
            word.piece());
      }
    }
  }

  /** EYES ONLY of a banner names those whose eyes are meant, as a release list does. */
  private void eyesOfNobody() {
    for (ModernContext.Used word : used) {
      boolean bare = word.brief().equals("EYES ONLY") || word.brief().equals("EYES");
      if (bare && !context.portion) {
        String text = word.piece().text();
        context.find(
            MarkingRule.REL_TO_ALONE.by(text, "'" + text + "' names nobody."), word.piece());
      }
    }
  }

  /** Words of NATO's controls in a marking that is not NATO's: they are FGI of NATO. */
  private void nato() {
    if (!context.isUnder(Applicability.AEA_CATEGORY)) {
      return;
    }
    for (ModernContext.Used word : used) {
      if (word.entry().category() == RegisterCategory.NATO_CONTROL
          && !Requirements.missingSources(draft.marking()).isEmpty()) {
        context.find(
            MarkingRule.REQUIRES
                .by(word.piece().text(), "'" + word.piece().text() + "' requires FGI NATO.")
                .suggesting("FGI NATO")
                .alsoCiting(word.entry().cite()),
            word.piece());
        return;
      }
    }
  }

  /** Of two controls of unclassified words the weaker one stands nowhere. */
  private void givingWay(@Nullable StatedLevel level) {
    Set<String> weaker = Set.of();
    if (level == StatedLevel.UNCLASSIFIED) {
      boolean nuclear = draft.aea.contains("DCNI") || draft.aea.contains("UCNI");
      weaker = UnclassifiedControls.givingWay(Set.copyOf(draft.controls.list()), false, nuclear);
    }
    for (ModernContext.Used word : used) {
      String token = word.entry().token();
      boolean stricter =
          UnclassifiedControls.WITH_NOFORN.contains(token)
              && draft.controls.contains(token + "_NF");
      if (stricter || weaker.contains(token)) {
        context.find(MarkingRule.GIVES_WAY.by(word.piece().text()), word.piece());
      }
    }
  }

  /** What CUI took the place of does not stand beside it. */
  private void legacy() {
    Piece behind = context.cuiBehindLevel;
    boolean only =
        draft.sci.isEmpty() && draft.sap.isEmpty() && draft.aea.isEmpty() && draft.fgi.isEmpty();
    if (behind != null && only && draft.nonUs == null && !context.portion) {
      context.find(
          MarkingRule.CUI_WORD.by(
              behind.text(), "A banner of nothing but CUI begins with that word."),
          behind);
    }
    for (ModernContext.Used word : used) {
      if (UnclassifiedControls.LEGACY.contains(word.entry().token())) {
        context.find(MarkingRule.CUI_LEGACY.by(word.piece().text()), word.piece());
      }
    }
  }

  private void levelAndRequired(
      ModernContext.Used word, RegisterEntry entry, @Nullable StatedLevel level) {
    if (level != null && level != StatedLevel.NONE) {
      level(word, entry, level);
    }
    if (!entry.requires().isEmpty()) {
      required(word, entry);
    }
  }

  /** The register's entries whose rules hold for a control system: those of every compartment. */
  private static List<RegisterEntry> entries(ModernContext.Used control) {
    List<RegisterEntry> compartments = Requirements.sci(control.brief());
    return compartments.isEmpty() ? List.of(control.entry()) : compartments;
  }

  private void level(ModernContext.Used word, RegisterEntry entry, StatedLevel level) {
    Piece piece = word.piece();
    String upper = word.brief();
    boolean compartmentOfSi =
        word.entry().category() == RegisterCategory.SCI
            && upper.startsWith("SI-")
            && !entry.token().startsWith("SI-G")
            && level != StatedLevel.TOP_SECRET;
    boolean design = upper.contains("CNWDI") && word.entry().category() == RegisterCategory.AEA;
    boolean classifiedOnly =
        !entry.levels().isEmpty() && !entry.levels().contains(StatedLevel.UNCLASSIFIED);
    if (classifiedOnly && (level == StatedLevel.UNCLASSIFIED || level == StatedLevel.LOU)) {
      // The level may be the mistake: until a person has looked, the words are not unclassified.
      draft.needReview();
    }
    if (compartmentOfSi) {
      context.find(MarkingRule.SI_COMPARTMENT.by(piece.text()), piece);
    } else if (design
        && (!entry.token().equals("RD")
            || (level != StatedLevel.TOP_SECRET && level != StatedLevel.SECRET))) {
      context.find(MarkingRule.CNWDI_LEVEL.by(piece.text()), piece);
    } else if ((!entry.levels().isEmpty() && !entry.levels().contains(level))
        || ((upper.contains("-SIGMA ") || upper.contains("-SG "))
            && level == StatedLevel.CONFIDENTIAL)) {
      context.find(
          MarkingRule.LEVEL_NOT_ALLOWED
              .by(piece.text(), "'" + piece.text() + "' may not stand with " + spelled(level) + ".")
              .alsoCiting(entry.cite()),
          piece);
    }
    if (upper.equals("HCS")) {
      context.find(MarkingRule.HCS_LEGACY.by(piece.text()), piece);
    }
  }

  /** A program is waived, nothing else. */
  private void waived(ModernContext.Used word) {
    if (word.entry().token().equals("WAIVED") && draft.sap.isEmpty()) {
      context.find(MarkingRule.WAIVED_PROGRAM.by(word.piece().text()), word.piece());
    }
  }

  private static String spelled(StatedLevel level) {
    return level.name().replace('_', ' ');
  }

  private void required(ModernContext.Used word, RegisterEntry entry) {
    for (String token : entry.requires()) {
      boolean sharing =
          entry.category() == RegisterCategory.AEA
              && token.equals("NOFORN")
              && (!draft.relTo.isEmpty() || draft.controls.contains("REL_TO"));
      if (!draft.controls.contains(token) && !sharing && draft.joint.isEmpty()) {
        RegisterEntry missing = context.cnsi.token(RegisterCategory.DISSEM, token);
        String name =
            missing == null ? token : context.portion ? missing.portionForm() : missing.banner();
        context.find(
            MarkingRule.REQUIRES
                .by(word.piece().text(), "'" + word.piece().text() + "' requires " + name + ".")
                .suggesting(name)
                .alsoCiting(entry.cite()),
            word.piece());
      }
    }
  }

  private void exclusive() {
    if (used.size() < 2) {
      return;
    }
    Set<Set<String>> told = new HashSet<>();
    for (ModernContext.Used word : used) {
      if (word.entry().category() == RegisterCategory.SCI) {
        entries(word).forEach(entry -> excluded(word, entry, told));
      } else if (!word.entry().excludes().isEmpty()) {
        excluded(word, word.entry(), told);
      }
    }
  }

  private void excluded(ModernContext.Used word, RegisterEntry entry, Set<Set<String>> told) {
    for (String token : entry.excludes()) {
      ModernContext.Used other = find(token);
      if (other != null && told.add(new TreeSet<>(List.of(entry.token(), token)))) {
        ModernContext.Used later = other.piece().from() > word.piece().from() ? other : word;
        context.find(
            MarkingRule.EXCLUDES
                .by(
                    later.piece().text(),
                    String.join(" and ", new TreeSet<>(List.of(entry.token(), token)))
                        + " exclude each other.")
                .alsoCiting(entry.cite()),
            later.piece());
      }
    }
  }

  private ModernContext.@Nullable Used find(String token) {
    for (ModernContext.Used word : used) {
      if (word.entry().token().equals(token)) {
        return word;
      }
    }
    return null;
  }

  private void joint() {
    if (draft.joint.isEmpty()) {
      return;
    }
    if (draft.joint.equals(List.of("USA"))) {
      released(List.of("USA"));
    } else {
      owners();
    }
    for (ModernContext.Used word : used) {
      if (word.entry().token().startsWith("HCS")) {
        context.find(MarkingRule.JOINT_EXCLUDES.by(word.piece().text()), word.piece());
      }
    }
    if (draft.statedLevel() == StatedLevel.RESTRICTED) {
      context.find(MarkingRule.JOINT_EXCLUDES.by("RESTRICTED"), place());
    }
  }

  private void owners() {
    List<String> sorted = draft.joint.stream().distinct().sorted(Countries.OWNER_ORDER).toList();
    String list = String.join(" ", draft.joint);
    if (!sorted.equals(draft.joint)) {
      context.find(MarkingRule.JOINT_ORDER.by(list).suggesting(String.join(" ", sorted)), place());
    }
    if (!draft.joint.contains("USA")) {
      context.find(MarkingRule.JOINT_USA.by(list), place());
    }
    released(sorted);
  }

  /** A group in the release list covers its members; a bare REL has the banner's list. */
  private void released(List<String> owners) {
    boolean bare = context.portion && draft.relTo.isEmpty() && draft.controls.contains("REL_TO");
    Set<String> released = Countries.expand(draft.relTo);
    if (bare || (released.containsAll(owners) && !draft.relTo.isEmpty())) {
      return;
    }
    Set<String> foreign = new TreeSet<>(Countries.OWNER_ORDER);
    foreign.addAll(owners);
    foreign.remove("USA");
    var finding = MarkingRule.JOINT_REL_TO.by(String.join(" ", draft.joint));
    context.find(
        foreign.isEmpty()
            ? finding
            : finding.suggesting("REL TO USA, " + String.join(", ", foreign)),
        place());
  }

  /** Of RD, FRD and TFNI the first alone stands. */
  private void atomicPrecedence() {
    ModernContext.Used first = null;
    for (String token : ATOMIC) {
      ModernContext.Used word = find(token);
      if (word != null && first != null) {
        context.find(
            MarkingRule.AEA_PRECEDENCE.by(word.piece().text()).suggesting(first.piece().text()),
            word.piece());
      }
      first = first == null ? word : first;
    }
  }

  private int place() {
    return context.ownersAt;
  }
}
