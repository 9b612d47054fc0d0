package org.glasnost.marking.rollup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Countries;
import org.glasnost.marking.Marking;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.Protection;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.Rendering;
import org.glasnost.marking.Requirements;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.Successors;
import org.jspecify.annotations.Nullable;

/**
 * The banners of what is held so, in ASCII.
 *
 * @param rollUp the banner in today's syntax, as a roll-up writes it: what stands in {@code
 *     X-Content-Marking}. A word of an earlier era is replaced by its successor or, where it has
 *     none, has no place here, as on re-use (C16 F). What is held without a release marking is
 *     {@code NOFORN}. Where a person must choose the successor, the words as they are held
 * @param shown the line at the top and bottom of a page: the same where it says every word that is
 *     held and no other; else the words as they are held, in the order level, compartments,
 *     sources, CUI, controls, release lists. {@code EYES ONLY} shows without the names, which are
 *     content
 */
public record HeldBanner(String rollUp, String shown) {
  private static final String USA = "USA";
  private static final String NOFORN = "NOFORN";

  /** Words whose list, where there is one, is held apart from them. */
  private static final Set<String> LISTS = Set.of("REL_TO", "DISPLAY_ONLY", "EYES");

  private static final Set<StatedLevel> CLASSIFIED =
      Set.of(StatedLevel.CONFIDENTIAL, StatedLevel.SECRET, StatedLevel.TOP_SECRET);

  /** The banners of a protection. */
  public static HeldBanner of(Protection held) {
    Marking whole = whole(held);
    Marking owned = owned(held, whole);
    String words = ascii(words(held, owned));
    Marking rolled = rolled(owned);
    if (rolled == null) {
      return new HeldBanner(words, words);
    }
    String banner = ascii(Rendering.banner(rolled));
    return new HeldBanner(banner, saysAll(rolled, held) ? banner : words);
  }

  /** Everything that is held, as words of the United States' own. */
  private static Marking whole(Protection held) {
    List<String> sap = new ArrayList<>();
    List<String> sci = new ArrayList<>();
    List<String> aea = new ArrayList<>();
    List<String> codewords = new ArrayList<>();
    for (String word : held.compartments()) {
      if (word.startsWith("SAR-")) {
        sap.add(word.substring("SAR-".length()));
      } else if (!Requirements.sci(word).isEmpty()) {
        sci.add(word);
      } else if (isAtomic(word)) {
        aea.add(word);
      } else {
        codewords.add(word);
      }
    }
    Set<String> controls = new LinkedHashSet<>(held.controls());
    controls.removeAll(LISTS);
    boolean classified = held.level() != ClassificationLevel.UNCLASSIFIED;
    boolean released = held.releasableTo().size() > 1;
    boolean atHome = held.releasableTo().size() == 1 && held.displayOnlyTo().isEmpty();
    if (classified && atHome && !controls.contains("RELIDO")) {
      controls.add(NOFORN);
    }
    return new Marking(
        StatedLevel.valueOf(held.level().name()),
        List.copyOf(controls),
        List.of(),
        codewords,
        sci,
        sap,
        aea,
        List.copyOf(held.sources()),
        null,
        List.of(),
        released ? List.copyOf(held.releasableTo()) : List.of(),
        List.copyOf(held.displayOnlyTo()),
        List.copyOf(held.cui()));
  }

  /**
   * The same as its owner's: where all is of one foreign owner, or of the same joint owners to whom
   * it is released, and nothing in it forbids that. Else as U.S. words with foreign sources.
   */
  private static Marking owned(Protection held, Marking whole) {
    Set<String> producers = new TreeSet<>(held.allProducers());
    boolean unnamed = producers.remove(Protection.JOINT);
    if (producers.isEmpty() && held.owners().size() == 1) {
      List<String> owners = names(held.owners().first());
      Marking joint = whole.withOwner(null, owners);
      if (held.releasableTo().containsAll(owners) && !Requirements.areContradicted(today(joint))) {
        return joint;
      }
    } else if (producers.size() == 1
        && held.owners().isEmpty()
        && !unnamed
        && !producers.contains(USA)) {
      String owner = producers.iterator().next();
      Set<String> others = new TreeSet<>(whole.fgi());
      others.removeAll(names(owner));
      return whole
          .withOwner(owner + " " + held.level().banner(), List.of())
          .withSources(List.copyOf(others));
    }
    Set<String> sources = new TreeSet<>(whole.fgi());
    producers.forEach(producer -> sources.addAll(names(producer)));
    held.owners().forEach(owners -> sources.addAll(names(owners)));
    sources.remove(USA);
    if (unnamed && held.owners().isEmpty()) {
      // Joint owners whom nothing here names.
      sources.add("FGI");
    }
    return whole.withSources(List.copyOf(sources));
  }

  /** Today's marking; null where a person must choose a word of it. */
  private static @Nullable Marking rolled(Marking owned) {
    Marking today = today(owned);
    Marking released = Requirements.areContradicted(today) ? withoutRelease(owned) : owned;
    Marking rolled =
        RollUp.of(List.of(released), RollUp.Inherited.NOTHING, null, RollUp.Context.OTHER)
            .marking();
    if (rolled == null) {
      return null;
    }
    Set<String> controls = new LinkedHashSet<>(rolled.controls());
    owned.controls().stream()
        .filter(control -> isOfAnotherLevel(control, owned.level()))
        .forEach(controls::add);
    return rolled.withControls(List.copyOf(controls));
  }

  private static Marking today(Marking marking) {
    Marking today = Successors.of(marking, "", false).today();
    return today == null ? marking : today;
  }

  private static Marking withoutRelease(Marking marking) {
    Set<String> controls = new LinkedHashSet<>(marking.controls());
    controls.remove("RELIDO");
    controls.add(NOFORN);
    return new Marking(
        marking.level(),
        List.copyOf(controls),
        marking.recipients(),
        marking.codewords(),
        marking.sci(),
        marking.sap(),
        marking.aea(),
        marking.fgi(),
        marking.nonUs(),
        marking.joint(),
        List.of(),
        List.of(),
        marking.cui());
  }

  /**
   * Whether a control is one of classified words, but not of this level: IMCON on Confidential
   * words. That is an error of the marking, and binds all the same.
   */
  private static boolean isOfAnotherLevel(String control, @Nullable StatedLevel level) {
    RegisterEntry entry = MarkingRegister.cnsi().token(RegisterCategory.DISSEM, control);
    return entry != null
        && level != null
        && CLASSIFIED.contains(level)
        && !entry.levels().contains(level)
        && entry.levels().stream().anyMatch(CLASSIFIED::contains);
  }

  private static boolean isAtomic(String word) {
    return MarkingRegister.cnsi().token(RegisterCategory.AEA, word.split("-", 2)[0]) != null;
  }

  private static boolean saysAll(Marking rolled, Protection held) {
    Set<String> compartments = new TreeSet<>(rolled.sci());
    rolled.sap().forEach(program -> compartments.add("SAR-" + program));
    compartments.addAll(rolled.aea());
    return held.recipients().isEmpty()
        && held.controls().equals(new TreeSet<>(rolled.controls()))
        && held.compartments().equals(compartments);
  }

  private static String words(Protection held, Marking owned) {
    List<String> parts = new ArrayList<>();
    String level = held.level().banner();
    String nonUs = owned.nonUs();
    if (!owned.joint().isEmpty()) {
      parts.add("//JOINT " + level + " " + String.join(" ", owned.joint()));
    } else {
      parts.add(nonUs == null ? level : "//" + nonUs);
    }
    if (!held.compartments().isEmpty()) {
      parts.add(shown(held.compartments()));
    }
    if (!owned.fgi().isEmpty()) {
      boolean concealed = owned.fgi().contains("FGI");
      parts.add(concealed ? "FGI" : "FGI " + listed(owned.fgi(), " "));
    }
    if (!held.cui().isEmpty()) {
      parts.add("CUI");
      Set<String> categories = new TreeSet<>(Rendering.CUI_ORDER);
      categories.addAll(held.cui());
      categories.remove("CUI");
      if (!categories.isEmpty()) {
        parts.add(shown(categories));
      }
    }
    Set<String> controls = new TreeSet<>(held.controls());
    if (!held.recipients().isEmpty()) {
      controls.add("EYES_ONLY");
    }
    if (!controls.isEmpty()) {
      parts.add(shown(controls));
    }
    if (!owned.relTo().isEmpty()) {
      parts.add("REL TO " + listed(owned.relTo(), ", "));
    }
    if (!owned.displayOnlyTo().isEmpty()) {
      parts.add("DISPLAY ONLY " + listed(owned.displayOnlyTo(), ", "));
    }
    return String.join("//", parts);
  }

  private static String shown(Set<String> tokens) {
    return tokens.stream().map(token -> token.replace('_', ' ')).collect(Collectors.joining("/"));
  }

  private static String listed(List<String> countries, String between) {
    return countries.stream().sorted(Countries.RELEASE_ORDER).collect(Collectors.joining(between));
  }

  private static List<String> names(String list) {
    return List.of(list.split(" ", -1));
  }

  private static String ascii(String line) {
    return line.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
