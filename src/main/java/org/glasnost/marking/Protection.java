package org.glasnost.marking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The protection that something asks for, as a point in a lattice: what an access decision compares
 * with a person's capabilities, and what is interned as a label.
 *
 * <p>Every component only ever grows more demanding under {@link #join}: the level rises, controls
 * and compartments and named lists accumulate, release lists shrink. So {@code join} is
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
 */
public record Protection(
    ClassificationLevel level,
    SortedSet<String> controls,
    SortedSet<String> compartments,
    SortedSet<String> releasableTo,
    SortedSet<String> recipients) {

  /** What asks for no protection; the identity of {@link #join}. */
  public static final Protection UNRESTRICTED =
      new Protection(
          ClassificationLevel.UNCLASSIFIED,
          new TreeSet<>(),
          new TreeSet<>(),
          new TreeSet<>(),
          new TreeSet<>());

  private static final String USA = "USA";
  private static final String NAMES = "; ";

  /** Copies the sets; NOFORN leaves no other country in the release list. */
  public Protection {
    controls = copy(controls);
    compartments = copy(compartments);
    recipients = copy(recipients);
    SortedSet<String> released = new TreeSet<>(releasableTo);
    if (controls.contains("NOFORN")) {
      released.clear();
    }
    if (!releasableTo.isEmpty() || controls.contains("NOFORN")) {
      released.add(USA);
    }
    releasableTo = Collections.unmodifiableSortedSet(released);
  }

  /**
   * The protection of something that bears a marking and is held at a level. A classified marking
   * without a release marking authorises no foreign release.
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
    SortedSet<String> released = new TreeSet<>();
    marking.relTo().forEach(country -> released.addAll(Countries.expand(country)));
    if (released.isEmpty() && level != ClassificationLevel.UNCLASSIFIED) {
      released.add(USA);
    }
    SortedSet<String> lists = new TreeSet<>();
    if (!marking.recipients().isEmpty()) {
      lists.add(String.join(NAMES, marking.recipients()));
    }
    return new Protection(level, new TreeSet<>(marking.controls()), compartments, released, lists);
  }

  /** The least protection that dominates both. */
  public Protection join(Protection other) {
    return new Protection(
        level.join(other.level),
        union(controls, other.controls),
        union(compartments, other.compartments),
        meet(releasableTo, other.releasableTo),
        union(recipients, other.recipients));
  }

  /** Whether what asks for {@code other} is protected enough by this. A partial order. */
  public boolean dominates(Protection other) {
    return level.dominates(other.level)
        && controls.containsAll(other.controls)
        && compartments.containsAll(other.compartments)
        && (other.releasableTo.isEmpty()
            || (!releasableTo.isEmpty() && other.releasableTo.containsAll(releasableTo)))
        && recipients.containsAll(other.recipients);
  }

  /**
   * One line that names this protection and no other; equal protections have equal lines. Five
   * fields parted by tabs, their elements by {@code |}.
   */
  public String toText() {
    return String.join(
        "\t",
        level.name(),
        field(controls),
        field(compartments),
        field(releasableTo),
        field(recipients));
  }

  /**
   * Reads {@link #toText} back.
   *
   * @throws IllegalArgumentException if the line is not one of ours
   */
  public static Protection parse(String line) {
    List<String> fields = Arrays.asList(line.split("\t", -1));
    if (fields.size() != 5) {
      throw new IllegalArgumentException("a protection has five fields, not " + fields.size());
    }
    return new Protection(
        ClassificationLevel.valueOf(fields.get(0)),
        elements(fields.get(1)),
        elements(fields.get(2)),
        elements(fields.get(3)),
        elements(fields.get(4)));
  }

  /**
   * The line shown at the top and bottom of a page and in {@code X-Content-Marking}, in ASCII. It
   * is a display of what is held here and not the document's own banner: parts in the order level,
   * compartments, controls, release list, parted by {@code //}, elements by {@code /}. {@code EYES
   * ONLY} shows without the names, which are content.
   */
  public String banner() {
    List<String> parts = new ArrayList<>();
    parts.add(level.banner());
    if (!compartments.isEmpty()) {
      parts.add(shown(compartments));
    }
    SortedSet<String> shownControls = new TreeSet<>(controls);
    if (!recipients.isEmpty()) {
      shownControls.add("EYES_ONLY");
    }
    if (!shownControls.isEmpty()) {
      parts.add(shown(shownControls));
    }
    if (releasableTo.size() > 1) {
      List<String> countries = new ArrayList<>(releasableTo);
      countries.remove(USA);
      countries.add(0, USA);
      parts.add("REL TO " + String.join(", ", countries));
    }
    return String.join("//", parts);
  }

  /**
   * The roll-up banner in today's syntax of what is held so: what stands in {@code
   * X-Content-Marking}. A word of an earlier era is replaced by its successor or, where it has
   * none, has no place here, as on re-use (C16 F); {@link #banner} shows it. Where a person must
   * choose the successor, the words are shown as they are held.
   */
  public String rollUp() {
    Marking today = Successors.of(asMarking(), "", false).today();
    if (today == null) {
      return banner();
    }
    Set<String> written = new LinkedHashSet<>(today.controls());
    written.addAll(Requirements.missing(today));
    if (written.contains("NOFORN")) {
      written.removeAll(Set.of("RELIDO", "REL_TO", "DISPLAY_ONLY", "EYES"));
    }
    if (written.contains("ORCON")) {
      written.removeAll(Set.of("ORCON_USGOV", "RELIDO"));
    }
    List<String> released = written.contains("NOFORN") ? List.of() : today.relTo();
    Marking plain =
        new Marking(
            today.level(),
            List.copyOf(written),
            List.of(),
            List.of(),
            List.copyOf(SciControls.union(today.sci())),
            today.sap(),
            AtomicEnergy.union(List.of(today), today.isClassified(), replaced -> {}),
            List.of(),
            null,
            List.of(),
            released,
            List.of(),
            List.of());
    return ascii(Rendering.banner(plain));
  }

  private Marking asMarking() {
    List<String> sap = new ArrayList<>();
    List<String> sci = new ArrayList<>();
    List<String> aea = new ArrayList<>();
    List<String> codewords = new ArrayList<>();
    for (String word : compartments) {
      if (word.startsWith("SAR-")) {
        sap.add(word.substring("SAR-".length()));
      } else if (!Requirements.sci(word).isEmpty()) {
        sci.add(word);
      } else if (MarkingRegister.cnsi().token(RegisterCategory.AEA, word.split("-", 2)[0])
          != null) {
        aea.add(word);
      } else {
        codewords.add(word);
      }
    }
    Set<String> written = new LinkedHashSet<>(controls);
    boolean held = level != ClassificationLevel.UNCLASSIFIED;
    if (held && releasableTo.size() == 1 && !written.contains("RELIDO")) {
      written.add("NOFORN");
    }
    return new Marking(
        StatedLevel.valueOf(level.name()),
        List.copyOf(written),
        List.of(),
        codewords,
        sci,
        sap,
        aea,
        List.of(),
        null,
        List.of(),
        releasableTo.size() > 1 ? List.copyOf(releasableTo) : List.of(),
        List.of(),
        List.of());
  }

  private static String shown(SortedSet<String> tokens) {
    return tokens.stream()
        .map(token -> token.replace('_', ' '))
        .map(Protection::ascii)
        .collect(Collectors.joining("/"));
  }

  private static String ascii(String token) {
    return token.replaceAll("[^\\x20-\\x7e]", "?");
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
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }

  private static String field(SortedSet<String> set) {
    return set.stream().map(Protection::escape).collect(Collectors.joining("|"));
  }

  private static SortedSet<String> elements(String field) {
    SortedSet<String> set = new TreeSet<>();
    if (!field.isEmpty()) {
      for (String element : field.split("\\|", -1)) {
        set.add(unescape(element));
      }
    }
    return set;
  }

  private static String escape(String element) {
    return element
        .replace("%", "%25")
        .replace("|", "%7C")
        .replace("\t", "%09")
        .replace("\n", "%0A")
        .replace("\r", "%0D");
  }

  private static String unescape(String element) {
    return element
        .replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%09", "\t")
        .replace("%7C", "|")
        .replace("%25", "%");
  }
}
