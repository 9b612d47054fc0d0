package org.glasnost.marking.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.glasnost.marking.AtomicEnergy;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Countries;
import org.glasnost.marking.Marking;
import org.glasnost.marking.Rendering;
import org.glasnost.marking.Requirements;
import org.glasnost.marking.SciControls;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.Successors;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * From the marks of the portions to the banner (C16 D.2 Table 3). One use per roll-up.
 *
 * <p>It fails closed: a portion whose meaning is open (unread, contradictory, with a word that no
 * register has, or for which a person must choose today's word) leaves the banner open, and the
 * finding says which portion.
 */
public final class RollUp {
  /** Whether release markings are required. */
  public enum Context {
    /** An intelligence product: each classified portion bears a release marking. */
    IC_PRODUCT,
    /** Anything else. */
    OTHER
  }

  /**
   * What portion marks leave to the banner.
   *
   * @param relTo the list of a bare REL; empty where the banner gives none
   * @param joint the owners of a JOINT portion without a list; empty where the banner names none
   */
  public record Inherited(List<String> relTo, List<String> joint) {
    /** A banner that gives nothing. */
    public static final Inherited NOTHING = new Inherited(List.of(), List.of());

    /** Copies the lists. */
    public Inherited {
      relTo = List.copyOf(relTo);
      joint = List.copyOf(joint);
    }
  }

  /**
   * A portion in today's words with all that these require.
   *
   * @param marking the portion
   * @param unrepresented what today's syntax cannot hold of it
   */
  private record Completed(Marking marking, List<String> unrepresented) {}

  private static final List<String> OWNERS_LEFT_OUT = List.of("USA");

  private final @Nullable LocalDate date;
  private final Context context;
  private final Explanation explanation = new Explanation();

  /** On what successors of words of earlier eras rest, where that was not read. */
  private final Set<Citation> unread = new LinkedHashSet<>();

  /** Most portions of a document bear one of a few marks; each is completed once. */
  private final Map<Marking, Completed> completed = new HashMap<>();

  private RollUp(@Nullable LocalDate date, Context context) {
    this.date = date;
    this.context = context;
  }

  /**
   * Rolls portions up.
   *
   * @param portions what the portion marks say, in order; null where nothing may rest on one
   * @param inherited what the banner gives to a bare REL and to JOINT without a list
   * @param date the day of the document, or null
   * @param context whether release markings are required
   */
  public static RolledUp of(
      List<? extends @Nullable Marking> portions,
      Inherited inherited,
      @Nullable LocalDate date,
      Context context) {
    return new RollUp(date, context).roll(portions, inherited);
  }

  private RolledUp roll(List<? extends @Nullable Marking> given, Inherited inherited) {
    List<Marking> portions = new ArrayList<>();
    boolean open = given.isEmpty();
    for (int i = 0; i < given.size(); i++) {
      Marking portion = given.get(i);
      Marking complete = portion == null ? null : complete(portion, inherited, i);
      if (complete == null) {
        if (portion == null || !lacksList(portion, inherited)) {
          explanation.open(i);
        }
        open = true;
      } else {
        portions.add(complete);
      }
    }
    if (open || leavesLevelOpen(portions)) {
      return explanation.nothing();
    }
    OneOwner owner = OneOwner.of(portions);
    Marking banner = owner == null ? mixed(portions) : oneOwner(portions, owner);
    if (!Countries.expand(banner.relTo()).equals(withUsa(inherited.relTo()))) {
      bareLists(given, inherited);
    }
    return explanation.with(banner, Rendering.banner(banner));
  }

  /** A bare REL had the list of the banner given; in the new one it means another. */
  private void bareLists(List<? extends @Nullable Marking> given, Inherited inherited) {
    for (int i = 0; i < given.size(); i++) {
      Marking portion = given.get(i);
      if (portion != null && leavesList(portion)) {
        explanation.find(
            MarkingRule.BARE_REL
                .by("REL")
                .suggesting("REL TO " + String.join(", ", inherited.relTo())),
            i);
      }
    }
  }

  private static Set<String> withUsa(List<String> codes) {
    Set<String> all = new TreeSet<>(Countries.expand(codes));
    all.add("USA");
    return all;
  }

  /** The portion in today's words with all that its words require; null where it stays open. */
  private @Nullable Marking complete(Marking portion, Inherited inherited, int index) {
    Completed known = completed.get(portion);
    if (known == null) {
      return first(portion, inherited, index);
    }
    notRepresented(known.unrepresented(), index);
    return known.marking();
  }

  private void notRepresented(List<String> words, int index) {
    for (String word : words) {
      explanation.find(MarkingRule.NOT_REPRESENTED.by(word), index);
    }
  }

  private @Nullable Marking first(Marking portion, Inherited inherited, int index) {
    if (portion.level() == null
        || (portion.level() == StatedLevel.NONE && portion.nonUs() == null)) {
      return null;
    }
    Successors successors =
        Successors.of(
            portion, String.join(", ", portion.recipients()), Successors.isHistoric(date));
    Marking today = successors.today();
    if (today == null || Requirements.areContradicted(today)) {
      return null;
    }
    unread.addAll(successors.unread());
    notRepresented(successors.unrepresented(), index);
    if (leavesList(portion)) {
      if (lacksList(portion, inherited)) {
        explanation.find(
            MarkingRule.REL_TO_ALONE.by("REL", "A bare REL needs the list of the banner."), index);
        return null;
      }
      explanation.step(RollUpRule.REL_INHERITED, String.join(", ", inherited.relTo()));
      today = today.withRelTo(inherited.relTo());
    }
    if (today.joint().equals(OWNERS_LEFT_OUT)) {
      if (inherited.joint().isEmpty()) {
        return null;
      }
      explanation.step(RollUpRule.JOINT_INHERITED, String.join(" ", inherited.joint()));
      today = today.withOwner(null, inherited.joint());
    }
    for (String missing : Requirements.missing(today)) {
      explanation.step(RollUpRule.REQUIRED, missing);
    }
    if (!Requirements.missingSources(today).isEmpty()) {
      explanation.step(RollUpRule.REQUIRED, "FGI NATO");
    }
    Marking complete = Requirements.added(today);
    completed.put(portion, new Completed(complete, successors.unrepresented()));
    return complete;
  }

  private static boolean lacksList(Marking portion, Inherited inherited) {
    return leavesList(portion) && inherited.relTo().isEmpty();
  }

  /** A bare REL or EYES: its list stands in the banner. */
  private static boolean leavesList(Marking portion) {
    return portion.relTo().isEmpty() && (portion.has("REL_TO") || portion.has("EYES"));
  }

  /** RESTRICTED and LOU have no level of today; a higher portion settles it. */
  private boolean leavesLevelOpen(List<Marking> portions) {
    ClassificationLevel highest = ClassificationLevel.UNCLASSIFIED;
    boolean restricted = false;
    boolean limited = false;
    for (Marking portion : portions) {
      restricted |= portion.level() == StatedLevel.RESTRICTED;
      limited |= portion.level() == StatedLevel.LOU;
      if (portion.level() != StatedLevel.RESTRICTED) {
        highest = highest.join(protection(portion));
      }
    }
    boolean settled = highest != ClassificationLevel.UNCLASSIFIED;
    if (restricted) {
      // What becomes of that portion a person decides, whatever the banner.
      explanation.find(MarkingRule.RESTRICTED_PERSON.by("RESTRICTED"));
      if (!settled) {
        return true;
      }
    }
    if (limited && !settled) {
      explanation.find(MarkingRule.SUCCESSOR_OPEN.by("LIMITED OFFICIAL USE"));
      return true;
    }
    if (limited) {
      explanation.step(RollUpRule.DROPPED, "LIMITED OFFICIAL USE");
    }
    return false;
  }

  /** What a portion asks for; RESTRICTED of another owner counts as Confidential. */
  static ClassificationLevel protection(Marking portion) {
    StatedLevel level = portion.level();
    return level == null
        ? ClassificationLevel.CONFIDENTIAL
        : level.protection().orElse(ClassificationLevel.CONFIDENTIAL);
  }

  private ClassificationLevel highest(List<Marking> portions) {
    ClassificationLevel highest = ClassificationLevel.UNCLASSIFIED;
    for (Marking portion : portions) {
      highest = highest.join(protection(portion));
    }
    explanation.step(RollUpRule.HIGHEST_LEVEL, highest.banner());
    return highest;
  }

  /** A document whose portions all belong to one foreign owner, or to the same joint owners. */
  private Marking oneOwner(List<Marking> portions, OneOwner owner) {
    explanation.step(RollUpRule.ONE_OWNER, owner.name());
    Marking banner =
        body(portions, highest(portions), List.copyOf(union(portions, Marking::fgi)))
            .withOwner(owner.nonUs(), owner.joint());
    StatedLevel stated = owner.nonUs() == null ? banner.level() : owner.level();
    return banner.withLevel(stated);
  }

  private Marking mixed(List<Marking> portions) {
    Set<String> sources = ForeignSources.of(portions, explanation);
    return body(portions, highest(portions), List.copyOf(sources));
  }

  private Marking body(List<Marking> portions, ClassificationLevel level, List<String> sources) {
    boolean classified = level != ClassificationLevel.UNCLASSIFIED;
    Set<String> sci = SciControls.union(portions.stream().flatMap(p -> p.sci().stream()).toList());
    Set<String> sap = SciControls.union(portions.stream().flatMap(p -> p.sap().stream()).toList());
    List<String> aea =
        AtomicEnergy.union(
            portions, classified, step -> explanation.step(RollUpRule.AEA_PRECEDENCE, step));
    Set<String> readIns = new LinkedHashSet<>(sci);
    sap.forEach(program -> readIns.add("SAR-" + program));
    readIns.addAll(aea);
    if (!readIns.isEmpty()) {
      explanation.step(RollUpRule.UNION, String.join(", ", readIns), unread);
    }
    Set<String> controls = Caveats.of(portions, classified, explanation);
    ReleaseRollUp release =
        new ReleaseRollUp(portions, controls, classified, context, date, explanation);
    release.roll();
    Set<String> cui = union(portions, Marking::cui);
    if (!cui.isEmpty()) {
      explanation.step(RollUpRule.CUI, String.join(", ", cui));
    }
    return new Marking(
        StatedLevel.valueOf(level.name()),
        List.copyOf(controls),
        List.of(),
        List.of(),
        List.copyOf(sci),
        List.copyOf(sap),
        aea,
        sources,
        null,
        List.of(),
        release.relTo(),
        release.displayOnlyTo(),
        cui.size() > 1 ? cui.stream().filter(c -> !c.equals("CUI")).toList() : List.copyOf(cui));
  }

  static Set<String> union(List<Marking> portions, Function<Marking, List<String>> part) {
    Set<String> all = new TreeSet<>();
    portions.forEach(portion -> all.addAll(part.apply(portion)));
    return all;
  }
}
