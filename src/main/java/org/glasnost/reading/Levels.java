package org.glasnost.reading;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * What one text says of its level: what it states, what holds because of what is with it, and
 * whether only a person can say. Of two stated levels none is taken.
 */
final class Levels {
  private final Set<StatedLevel> stated = EnumSet.noneOf(StatedLevel.class);
  private final Set<StatedLevel> contained = EnumSet.noneOf(StatedLevel.class);
  private @Nullable StatedLevel carried;
  private boolean open;
  private boolean foreignCaveat;
  private boolean classified;
  private int top = -1;

  void state(StatedLevel level) {
    stated.add(level);
  }

  boolean states(StatedLevel level) {
    return !open && stated.contains(level);
  }

  void raise(StatedLevel read, StatedLevel meant) {
    stated.remove(read);
    stated.add(meant);
  }

  /** An enclosure bears it: while they are together the whole is protected no less. */
  void carry(StatedLevel level) {
    if (carried == null || exceeds(level, carried)) {
      carried = level;
    }
  }

  /** The text says that information of that level is in it, and not that it is its own level. */
  void contain(StatedLevel level) {
    contained.add(level);
  }

  /** The text says that it is classified, and not at which level. */
  void classified() {
    classified = true;
  }

  /** TOP stands by itself at that place. */
  void top(int at) {
    top = at;
  }

  /** Where TOP stands that is part of no level; negative where it does not. */
  int loneTop() {
    return open || stated.contains(StatedLevel.TOP_SECRET) ? -1 : top;
  }

  void open() {
    open = true;
  }

  void foreignCaveat() {
    foreignCaveat = true;
  }

  boolean isOpen() {
    return open;
  }

  boolean isAny() {
    return open || carried != null || !stated.isEmpty();
  }

  /**
   * Takes what the text contains for its level where none is stated, or where the stated one is
   * lower and so contradicted.
   *
   * @return whether that changed anything
   */
  boolean settle() {
    boolean changed = false;
    for (StatedLevel level : contained) {
      StatedLevel value = value();
      if (value == StatedLevel.NONE || (value != null && exceeds(level, value))) {
        changed |= stated.add(level);
      }
    }
    open |= classified && value() == StatedLevel.NONE;
    return changed;
  }

  /** The level as the text states it; null where it is open. */
  @Nullable StatedLevel value() {
    if (open || (foreignCaveat && !stated.isEmpty())) {
      return null;
    }
    StatedLevel own = own();
    return own != null && carried != null && exceeds(carried, own) ? carried : own;
  }

  private @Nullable StatedLevel own() {
    if (stated.isEmpty()) {
      return StatedLevel.NONE;
    }
    if (stated.size() == 1) {
      return stated.iterator().next();
    }
    return stated.equals(EnumSet.of(StatedLevel.UNCLASSIFIED, StatedLevel.LOU))
        ? StatedLevel.LOU
        : null;
  }

  private static boolean exceeds(StatedLevel level, StatedLevel other) {
    ClassificationLevel least = other.protection().orElse(null);
    return level
        .protection()
        .map(asked -> least == null || (asked.dominates(least) && asked != least))
        .orElse(false);
  }

  /** Why the level is open though none was left open. */
  String reason() {
    return foreignCaveat
        ? "A level and another owner's caveat: a person must say whose level it is."
        : "Two levels stand here: "
            + stated.stream().map(Enum::name).collect(Collectors.joining(" and "))
            + ". A person must say which holds.";
  }
}
