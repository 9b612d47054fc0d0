package org.glasnost.marking;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The protection that something asks for, as a point in a lattice: what an access decision compares
 * with a person's capabilities, and what is interned as a label; with it the marks that are carried
 * from what is held to the banner above it, and shut nobody out.
 *
 * <p>Every component only ever grows more demanding under {@link #join}: the level rises, controls,
 * compartments, named lists, owners and marks accumulate, release lists shrink. So {@code join} is
 * associative, commutative and idempotent, and dominates both of its arguments.
 *
 * @param level the level held at
 * @param controls control tokens, such as {@code NOFORN}, {@code SENSITIVE}
 * @param compartments SCI, SAP, atomic energy markings and code words; each needs its read-in
 * @param releasableTo countries to which release is authorised; empty = nothing restricts it by
 *     country; {@code USA} alone = no foreign release
 * @param recipients named lists, each element one whole list with its names joined by {@code "; "}.
 *     Lists are joined as requirements and not as names: who sees two EYES ONLY papers together
 *     must be on both lists
 * @param owners of JOINT words, each element one whole list, such as {@code CAN GBR USA}: {@code
 *     USA} is always on it, codes stand in the order of a banner with one blank between. Joined as
 *     {@code recipients} are: a citizen of an owner of each
 * @param displayOnlyTo countries to which display is authorised and release is not; whatever stands
 *     here, {@code releasableTo} is not empty
 * @param producers whose the words are where they are not U.S. words alone, nor those of {@code
 *     owners}: {@code GBR}, {@code NATO}; {@code JOINT} where the owners are left out; {@code USA}
 *     where U.S. words stand beside the others. Empty = U.S. words, or those of the owners. Carried
 * @param sources of foreign government information in U.S. words; {@code FGI} where one is
 *     concealed. Carried
 * @param cui CUI categories; {@code CUI} where only the control marking stands. Carried
 */
public record Protection(
    ClassificationLevel level,
    SortedSet<String> controls,
    SortedSet<String> compartments,
    SortedSet<String> releasableTo,
    SortedSet<String> recipients,
    SortedSet<String> owners,
    SortedSet<String> displayOnlyTo,
    SortedSet<String> producers,
    SortedSet<String> sources,
    SortedSet<String> cui) {
  private static final SortedSet<String> NOTHING = Collections.emptySortedSet();
  private static final String USA = "USA";
  private static final SortedSet<String> OURS = copy(new TreeSet<>(Set.of(USA)));

  /** The producer of JOINT words whose owners are left out. */
  public static final String JOINT = "JOINT";

  /** What asks for no protection; the identity of {@link #join}. */
  public static final Protection UNRESTRICTED =
      new Protection(ClassificationLevel.UNCLASSIFIED, NOTHING, NOTHING, NOTHING, NOTHING);

  private static final String NAMES = "; ";
  private static final String CONCEALED = ForeignClassification.CONCEALED;

  /** Words of a list: the list is what is asked for, and these by themselves name nobody. */
  private static final Set<String> LISTS = Set.of("REL_TO", "DISPLAY_ONLY");

  private static final List<String> OWNERS_LEFT_OUT = List.of(USA);

  /**
   * Copies the sets. NOFORN leaves no other country in the release list, and what display alone is
   * authorised for is not released.
   */
  public Protection {
    controls = copy(controls);
    compartments = copy(compartments);
    recipients = copy(recipients);
    owners = copy(owners);
    sources = copy(sources);
    cui = copy(cui);
    producers = owners.isEmpty() && producers.equals(OURS) ? NOTHING : copy(producers);
    boolean noforn = controls.contains("NOFORN");
    SortedSet<String> released = new TreeSet<>();
    SortedSet<String> displayed = new TreeSet<>();
    if (!noforn) {
      released.addAll(releasableTo);
      displayed.addAll(displayOnlyTo);
    }
    if (noforn || !released.isEmpty() || !displayed.isEmpty()) {
      released.add(USA);
    }
    displayed.removeAll(released);
    releasableTo = copy(released);
    displayOnlyTo = copy(displayed);
  }

  /** The protection of U.S. words that bear no more than this. */
  public Protection(
      ClassificationLevel level,
      SortedSet<String> controls,
      SortedSet<String> compartments,
      SortedSet<String> releasableTo,
      SortedSet<String> recipients) {
    this(
        level,
        controls,
        compartments,
        releasableTo,
        recipients,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING);
  }

  /**
   * The protection of something that bears a marking and is held at a level. JOINT words are
   * released to their owners, whom a REL TO list of theirs names (C16 H.3); any other classified
   * marking without a release marking authorises no foreign release, nor does a release marking
   * that names nobody, {@code (S//REL)}.
   *
   * @param level the level held at, which may lie above the one stated
   * @param marking what was understood of the marking
   */
  public static Protection of(ClassificationLevel level, Marking marking) {
    SortedSet<String> compartments = new TreeSet<>();
    compartments.addAll(marking.sci());
    marking.sap().forEach(program -> compartments.add("SAR-" + program));
    compartments.addAll(marking.aea());
    compartments.addAll(marking.codewords());
    SortedSet<String> owners = new TreeSet<>(Countries.OWNER_ORDER);
    SortedSet<String> producers = new TreeSet<>();
    if (marking.joint().equals(OWNERS_LEFT_OUT)) {
      producers.add(JOINT);
    } else if (!marking.joint().isEmpty()) {
      owners.addAll(Countries.expand(marking.joint()));
      owners.removeIf(owner -> !Countries.isKnown(owner));
      owners.add(USA);
    }
    SortedSet<String> sources = new TreeSet<>();
    // A word of no register names no country, and may be one of the text.
    marking.fgi().forEach(source -> sources.add(Countries.isKnown(source) ? source : CONCEALED));
    String owned = marking.nonUs();
    if (owned != null) {
      List<String> foreign = owners(owned);
      // Whose name must not be told owns no banner: a source of U.S. words (C16 H.7).
      if (!foreign.isEmpty()) {
        producers.add(String.join(" ", foreign));
      } else if (sources.isEmpty()) {
        sources.add(CONCEALED);
      }
    }
    SortedSet<String> released = Countries.expand(marking.relTo());
    if (released.isEmpty()) {
      released.addAll(owners);
    }
    SortedSet<String> controls = new TreeSet<>(marking.controls());
    boolean namesNobody = controls.removeAll(LISTS);
    if (released.isEmpty() && (namesNobody || level != ClassificationLevel.UNCLASSIFIED)) {
      released.add(USA);
    }
    return new Protection(
        level,
        controls,
        compartments,
        released,
        one(String.join(NAMES, marking.recipients())),
        one(String.join(" ", owners)),
        Countries.expand(marking.displayOnlyTo()),
        producers,
        sources,
        new TreeSet<>(marking.cui()));
  }

  /** The owners of foreign words; none where a historic level, such as GEHEIM, names no code. */
  private static List<String> owners(String nonUs) {
    if (nonUs.indexOf(' ') < 0) {
      return List.of();
    }
    List<String> owners = ForeignClassification.of(nonUs).owners();
    return owners.stream().allMatch(Countries::isKnown) ? owners : List.of();
  }

  /** The least protection that dominates both. */
  public Protection join(Protection other) {
    return new Protection(
        level.join(other.level),
        union(controls, other.controls),
        union(compartments, other.compartments),
        meet(releasableTo, other.releasableTo),
        union(recipients, other.recipients),
        union(owners, other.owners),
        meet(displayableTo(), other.displayableTo()),
        union(allProducers(), other.allProducers()),
        union(sources, other.sources),
        union(cui, other.cui));
  }

  /** Whether what asks for {@code other} is protected enough by this. A partial order. */
  public boolean dominates(Protection other) {
    return level.dominates(other.level)
        && controls.containsAll(other.controls)
        && compartments.containsAll(other.compartments)
        && isWithin(releasableTo, other.releasableTo)
        && isWithin(displayableTo(), other.displayableTo())
        && recipients.containsAll(other.recipients)
        && owners.containsAll(other.owners)
        && allProducers().containsAll(other.allProducers())
        && sources.containsAll(other.sources)
        && cui.containsAll(other.cui);
  }

  /** Those to whom it may at least be displayed; empty = nothing restricts it by country. */
  private SortedSet<String> displayableTo() {
    return displayOnlyTo.isEmpty() ? releasableTo : union(releasableTo, displayOnlyTo);
  }

  /**
   * Whose the words are, said in so many words: what is classified and names nobody is the United
   * States', so that beside words of another owner it makes one of many.
   */
  public SortedSet<String> allProducers() {
    return producers.isEmpty() && owners.isEmpty() && level != ClassificationLevel.UNCLASSIFIED
        ? OURS
        : producers;
  }

  /**
   * One line that names this protection and no other; equal protections have equal lines. Fields
   * parted by tabs, their elements by {@code |}: five, or ten where one of the other five says
   * something.
   */
  public String toText() {
    return ProtectionText.of(this);
  }

  /**
   * Reads {@link #toText} back.
   *
   * @throws IllegalArgumentException if the line is not one of ours
   */
  public static Protection parse(String line) {
    return ProtectionText.read(line);
  }

  private static boolean isWithin(SortedSet<String> some, SortedSet<String> others) {
    return others.isEmpty() || (!some.isEmpty() && others.containsAll(some));
  }

  private static SortedSet<String> one(String list) {
    return list.isEmpty() ? NOTHING : new TreeSet<>(Set.of(list));
  }

  private static SortedSet<String> meet(SortedSet<String> a, SortedSet<String> b) {
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    SortedSet<String> both = new TreeSet<>(a);
    both.retainAll(b);
    both.add(USA);
    return both;
  }

  private static SortedSet<String> union(SortedSet<String> a, SortedSet<String> b) {
    SortedSet<String> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }

  private static SortedSet<String> copy(SortedSet<String> set) {
    return set.isEmpty() ? NOTHING : Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
