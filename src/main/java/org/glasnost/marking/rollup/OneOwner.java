package org.glasnost.marking.rollup;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.marking.Countries;
import org.glasnost.marking.ForeignClassification;
import org.glasnost.marking.Marking;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * The one foreign owner, or the one group of joint owners, of every portion of a document: such a
 * document is theirs, and its banner is a non-U.S. or JOINT one (C16 D.1, H.2, H.3). A concealed
 * source ({@code FGI}) is no owner that a banner could name.
 *
 * @param name the owner as a person reads it
 * @param nonUs the classification as the banner states it, or null for joint owners
 * @param level what of its level a U.S. reader has; NONE for RESTRICTED
 * @param joint the joint owners; empty for one foreign owner
 */
record OneOwner(String name, @Nullable String nonUs, StatedLevel level, List<String> joint) {
  private static final List<String> LEVELS =
      List.of("TOP SECRET", "SECRET", "CONFIDENTIAL", "RESTRICTED", "UNCLASSIFIED");

  /** The owner of all portions, or null. */
  static @Nullable OneOwner of(List<Marking> portions) {
    Marking first = portions.get(0);
    if (!first.joint().isEmpty()) {
      TreeSet<String> owners = new TreeSet<>(Countries.OWNER_ORDER);
      owners.addAll(first.joint());
      boolean same =
          portions.stream()
              .allMatch(p -> !p.joint().isEmpty() && owners.equals(Set.copyOf(p.joint())));
      return same
          ? new OneOwner(
              "JOINT " + String.join(" ", owners), null, StatedLevel.NONE, List.copyOf(owners))
          : null;
    }
    String nonUs = first.nonUs();
    if (nonUs == null || ForeignClassification.of(nonUs).isConcealed()) {
      return null;
    }
    List<String> foreign = ForeignClassification.of(nonUs).owners();
    String highest = "UNCLASSIFIED";
    for (Marking portion : portions) {
      String other = portion.nonUs();
      if (other == null || !ForeignClassification.of(other).owners().equals(foreign)) {
        return null;
      }
      String level = ForeignClassification.of(other).level();
      highest = LEVELS.indexOf(level) < LEVELS.indexOf(highest) ? level : highest;
    }
    String owner = String.join(" ", foreign);
    String stated = owner.equals("NATO") && highest.equals("TOP SECRET") ? "COSMIC" : owner;
    return new OneOwner(
        owner,
        stated + " " + highest,
        highest.equals("RESTRICTED")
            ? StatedLevel.NONE
            : StatedLevel.valueOf(highest.replace(' ', '_')),
        List.of());
  }
}
