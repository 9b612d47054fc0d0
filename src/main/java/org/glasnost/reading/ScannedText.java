package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a scanned text: banners in categories or without them, portion marks at the
 * head of a line and within it, and damaged ones. Used once.
 */
final class ScannedText {
  private static final Pattern LEVEL_FIRST =
      Pattern.compile(
          "(?://|TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|CUI)\\b?.*", Pattern.DOTALL);

  /** A portion mark alone. */
  static final Pattern PORTION =
      Pattern.compile("\\s*\\((?://[^()]{0,300}|(?:TS|S|C|U|R|CUI)(?:[/ -][^()]{0,300})?)\\)\\s*");

  private final Draft draft;
  private final FlatMarking flat;
  private final ModernMarking modern;
  private final MarkNeighbours beside;
  private BannerOverPortions.@Nullable Banner banner;
  private boolean portioned;

  ScannedText(Draft draft, FlatMarking flat, ModernMarking modern) {
    this.draft = draft;
    this.flat = flat;
    this.modern = modern;
    this.beside = new MarkNeighbours(draft.text());
  }

  /** Whether a line is written in categories: running text with // in it is not. */
  static boolean isInCategories(String line) {
    return ModernMarking.looksModern(line)
        && (LEVEL_FIRST.matcher(Draft.upper(line)).matches()
            || line.chars().noneMatch(Character::isLowerCase));
  }

  /** A mark by itself, without a number in front of it, is read as a marking. */
  static boolean isFollowed(String line, Matcher leading) {
    return leading.start(1) > 0 || leading.end() < line.length();
  }

  /** Reads what stamps, instructions and sentences have left. */
  void read() {
    for (Sentence line : RunningLines.of(draft.text(), flat.lexicon())) {
      String stretch = draft.text().substring(line.from(), line.to());
      Matcher leading = PortionMark.leading(stretch);
      boolean leads =
          PortionMark.mayLead(stretch) && leading.lookingAt() && isFollowed(stretch, leading);
      if (EntireText.read(draft, line) || PortionMark.isSign(stretch)) {
        continue;
      }
      if (PORTION.matcher(stretch).matches() || PortionMark.isBrief(stretch)) {
        portion(line);
      } else if (leads && PortionMark.isDoubtful(stretch, leading.group(1), leading.end())) {
        MidSentence.tell(draft, leading.group(1), line.from() + leading.start(1));
      } else if (leads && !draft.isTaken(line.from(), line.from() + leading.end())) {
        Sentence mark = new Sentence(line.from() + leading.start(1), line.from() + leading.end(1));
        portion(mark);
        inline(mark.to(), line.to(), true);
      } else if (!damaged(line)) {
        undamaged(line);
      }
    }
    if (banner != null && portioned) {
      BannerOverPortions.judge(draft, banner);
    }
  }

  private void undamaged(Sentence line) {
    String stretch = draft.text().substring(line.from(), line.to());
    boolean first = !draft.hasLevel();
    if (isInCategories(stretch) && !draft.isTaken(line.from(), line.to())) {
      modern.read(draft, line, false);
    } else {
      flat.read(draft, line, FlatMarking.Stance.OPEN);
      inline(line.from(), line.to(), false);
    }
    if (first && draft.hasLevel() && !portioned) {
      banner = new BannerOverPortions.Banner(line, draft.marking());
    }
  }

  /** Reads a damaged portion mark at the head of a line; whether one stands there. */
  private boolean damaged(Sentence line) {
    DamagedMark mark = DamagedMark.at(draft.text(), line.from(), line.to(), beside);
    if (mark == null || draft.isTaken(mark.from(), mark.to())) {
      return false;
    }
    mark.read(draft, modern);
    inline(mark.to(), line.to(), true);
    return true;
  }

  private void inline(int from, int to, boolean marked) {
    for (DamagedMark mark : DamagedInText.in(draft.text(), from, to, beside)) {
      if (!draft.isTaken(mark.from(), mark.to())) {
        mark.read(draft, modern);
      }
    }
    for (InlineMarks.Mark mark : InlineMarks.in(draft.text(), from, to, marked)) {
      if (draft.isTaken(mark.from(), mark.to())) {
        continue;
      }
      switch (mark.role()) {
        case PORTION -> portion(new Sentence(mark.from(), mark.to()));
        case TITLE -> title(new Sentence(mark.from(), mark.to()));
        case IN_SENTENCE ->
            MidSentence.tellWithin(
                draft, draft.text().substring(mark.from(), mark.to()), mark.from());
        case NUMBER -> {}
      }
    }
  }

  /**
   * The mark of a title says nothing of what stands below: UNCLASSIFIED by itself is not it all.
   */
  private void title(Sentence mark) {
    boolean first = !draft.hasLevel();
    portion(mark);
    if (first && draft.statedLevel() == StatedLevel.UNCLASSIFIED) {
      draft.needReview();
    }
  }

  /** A portion mark of a longer text. */
  private void portion(Sentence mark) {
    draft.inPortion(true);
    String written = draft.text().substring(mark.from(), mark.to());
    if (PortionMark.isSpelled(written)) {
      flat.read(draft, new Sentence(mark.from() + 1, mark.to() - 1), FlatMarking.Stance.STATED);
    } else {
      modern.read(draft, mark, true);
      portioned = true;
    }
    draft.inPortion(false);
  }
}
