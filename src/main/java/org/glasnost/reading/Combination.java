package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.MarkingRule;
import org.jspecify.annotations.Nullable;

/** Judges which words of a modern marking may stand together, and at which level. */
final class Combination {
  private static final LocalDate JUDGED_FROM = LocalDate.of(2000, 1, 1);

  private final Draft draft;
  private final List<Categories.Used> used;
  private final MarkingRegister cnsi;

  Combination(Draft draft, Categories categories, MarkingRegister cnsi) {
    this.draft = draft;
    this.used = categories.used();
    this.cnsi = cnsi;
  }

  /** Finds what breaks a rule. */
  void check() {
    LocalDate day = draft.date();
    exclusive();
    if (day != null && day.isBefore(JUDGED_FROM)) {
      return;
    }
    StatedLevel level = draft.statedLevel();
    for (Categories.Used word : used) {
      if (level != null && level != StatedLevel.NONE) {
        level(word, level);
      }
      required(word);
    }
    joint();
    sciOrder();
  }

  private void level(Categories.Used word, StatedLevel level) {
    RegisterEntry entry = word.entry();
    String upper = word.piece().upper();
    boolean compartmentOfSi =
        entry.token().equals("SI") && upper.startsWith("SI-") && level != StatedLevel.TOP_SECRET;
    if (compartmentOfSi) {
      draft.find(MarkingRule.SI_COMPARTMENT.by(word.piece().text()), word.piece().from());
    } else if (upper.contains("CNWDI")
        && level != StatedLevel.TOP_SECRET
        && level != StatedLevel.SECRET) {
      draft.find(MarkingRule.CNWDI_LEVEL.by(word.piece().text()), word.piece().from());
    } else if (!entry.levels().isEmpty() && !entry.levels().contains(level)) {
      draft.find(
          MarkingRule.LEVEL_NOT_ALLOWED.by(
              word.piece().text(),
              "'" + entry.banner() + "' stands with " + entry.levels() + " only."),
          word.piece().from());
    }
    if (entry.token().equals("HCS") && upper.equals("HCS")) {
      draft.find(MarkingRule.HCS_LEGACY.by(word.piece().text()), word.piece().from());
    }
  }

  private void required(Categories.Used word) {
    RegisterEntry entry = word.entry();
    for (String token : entry.requires()) {
      boolean sharing =
          entry.category() == RegisterCategory.AEA
              && token.equals("NOFORN")
              && !draft.relTo.isEmpty();
      if (!draft.controls.contains(token) && !sharing && draft.joint.isEmpty()) {
        RegisterEntry missing = cnsi.token(RegisterCategory.DISSEM, token);
        String name = missing == null ? token : missing.banner();
        draft.find(
            MarkingRule.REQUIRES
                .by(word.piece().text(), "'" + entry.banner() + "' requires " + name + ".")
                .suggesting(name),
            word.piece().from());
      }
    }
  }

  private void exclusive() {
    Set<Set<String>> told = new HashSet<>();
    for (Categories.Used word : used) {
      for (String token : word.entry().excludes()) {
        Categories.Used other = find(token);
        boolean gamma = word.piece().upper().startsWith("SI-G");
        if (other != null && (draft.joint.isEmpty() || gamma)) {
          Set<String> pair = new TreeSet<>(List.of(word.entry().token(), token));
          if (told.add(pair)) {
            Categories.Used later = other.piece().from() > word.piece().from() ? other : word;
            draft.find(
                MarkingRule.EXCLUDES.by(
                    later.piece().text(), String.join(" and ", pair) + " exclude each other."),
                later.piece().from());
          }
        }
      }
    }
  }

  private Categories.@Nullable Used find(String token) {
    for (Categories.Used word : used) {
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
    List<String> sorted = draft.joint.stream().sorted().toList();
    String list = String.join(" ", draft.joint);
    if (!sorted.equals(draft.joint)) {
      draft.find(MarkingRule.JOINT_ORDER.by(list).suggesting(String.join(" ", sorted)), place());
    }
    if (!draft.joint.contains("USA")) {
      draft.find(MarkingRule.JOINT_USA.by(list), place());
    }
    Set<String> released = new TreeSet<>(draft.relTo);
    if (!released.containsAll(draft.joint)) {
      draft.find(MarkingRule.JOINT_REL_TO.by(list), place());
    }
    for (Categories.Used word : used) {
      if (word.entry().token().startsWith("HCS")) {
        draft.find(MarkingRule.JOINT_EXCLUDES.by(word.piece().text()), word.piece().from());
      }
    }
    if (draft.statedLevel() == StatedLevel.RESTRICTED) {
      draft.find(MarkingRule.JOINT_EXCLUDES.by("RESTRICTED"), place());
    }
  }

  private int place() {
    return draft.spans().stream()
        .filter(span -> span.meaning() == Span.Meaning.JOINT)
        .mapToInt(span -> draft.index(span.from()))
        .findFirst()
        .orElse(0);
  }

  /** Numbers stand before letters, each in order. */
  private void sciOrder() {
    List<String> given = new ArrayList<>(draft.sci);
    for (int i = 1; i < given.size(); i++) {
      boolean letterBeforeNumber =
          Character.isDigit(given.get(i).charAt(0))
              && !Character.isDigit(given.get(i - 1).charAt(0));
      if (letterBeforeNumber) {
        draft.find(MarkingRule.WORD_ORDER.by(given.get(i)), 0);
      }
    }
  }
}
