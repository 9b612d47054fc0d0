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
  private final Set<StatedLevel> inSentences = EnumSet.noneOf(StatedLevel.class);
  private @Nullable Set<StatedLevel> ofPortions;
  private @Nullable StatedLevel carried;
  private boolean inPortion;
  private boolean open;
  private boolean foreignCaveat;
  private boolean classified;
  private boolean restrictedData;
  private int top = -1;

  /**
   * The level of that name.
   *
   * @param words {@code TOP SECRET}, {@code SECRET} or {@code CONFIDENTIAL}, in capitals, with any
   *     blanks between the words
   */
  static StatedLevel named(String words) {
    return StatedLevel.valueOf(words.replaceAll("\\s+", "_"));
  }

  /** Whether what follows belongs to a portion mark of a longer text. */
  void inPortion(boolean is) {
    inPortion = is;
  }

  void state(StatedLevel level) {
    if (!inPortion) {
      stated.add(level);
      return;
    }
    if (ofPortions == null) {
      ofPortions = EnumSet.noneOf(StatedLevel.class);
    }
    ofPortions.add(level);
  }

  boolean states(StatedLevel level) {
    return !open && all().contains(level);
  }

  /** Those of the text and of its portion marks. */
  private Set<StatedLevel> all() {
    if (ofPortions == null) {
      return stated;
    }
    Set<StatedLevel> all = EnumSet.copyOf(ofPortions);
    all.addAll(stated);
    return all;
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

  /** A portion mark of that level stands in a sentence: a lower level of the whole is in doubt. */
  void inSentence(StatedLevel level) {
    inSentences.add(level);
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
    return open || all().contains(StatedLevel.TOP_SECRET) ? -1 : top;
  }

  /** A sentence names information that the law classifies: UNCLASSIFIED contradicts it. */
  void holdsRestrictedData() {
    restrictedData = true;
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
    return open || carried != null || !all().isEmpty();
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
    for (StatedLevel level : inSentences) {
      StatedLevel value = value();
      if (value != null && value != StatedLevel.NONE && exceeds(level, value)) {
        open = true;
        changed = true;
      }
    }
    if (restrictedData && value() == StatedLevel.UNCLASSIFIED) {
      open = true;
      changed = true;
    }
    open |= classified && value() == StatedLevel.NONE;
    return changed;
  }

  /** The level as the text states it; null where it is open. */
  @Nullable StatedLevel value() {
    if (open || (foreignCaveat && !all().isEmpty())) {
      return null;
    }
    StatedLevel own = own();
    return own != null && carried != null && exceeds(carried, own) ? carried : own;
  }

  private @Nullable StatedLevel own() {
    Set<StatedLevel> all = all();
    if (all.isEmpty()) {
      return StatedLevel.NONE;
    }
    if (all.size() == 1) {
      return all.iterator().next();
    }
    if (all.equals(EnumSet.of(StatedLevel.UNCLASSIFIED, StatedLevel.LOU))) {
      return StatedLevel.LOU;
    }
    return stated.size() == 1 ? banner(stated.iterator().next()) : null;
  }

  /**
   * The banner's level where each portion asks for no more (C16 D.2; what they are together may
   * exceed it); the levels stand from the highest down.
   */
  private @Nullable StatedLevel banner(StatedLevel level) {
    boolean below = ofPortions != null && ofPortions.stream().anyMatch(p -> p.compareTo(level) < 0);
    return below ? null : level;
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
            + all().stream().map(Enum::name).collect(Collectors.joining(" and "))
            + (stated.size() == 1 && ofPortions != null
                ? "; the marking of the whole is lower than one of a portion"
                : "")
            + ". A person must say which holds.";
  }
}
