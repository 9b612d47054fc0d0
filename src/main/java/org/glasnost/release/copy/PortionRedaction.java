package org.glasnost.release.copy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasnost.release.copy.CopyRun.Kind;

/**
 * The redaction of one portion while a copy is made: which characters go, and what is left. It
 * holds the original's text and never leaves this package. Positions are UTF-16 units inside and
 * code points outside.
 */
final class PortionRedaction {
  /** One character as a reader sees it: a letter with its marks, an emoji sequence, a CR LF. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private record Stretch(int from, int to) {
    boolean touches(Stretch next) {
      return next.from <= to;
    }

    Stretch with(Stretch next) {
      return new Stretch(from, Math.max(to, next.to));
    }
  }

  private record Passage(Stretch stretch, Set<String> bases) {}

  private final String text;
  private final List<Passage> passages;
  private final List<Stretch> markings;

  /**
   * @param redactions those of this portion, checked to lie in it
   * @param wholeOn the bases on which the portion is withheld whole; empty where it is not
   */
  PortionRedaction(SourcePortion portion, List<Redaction> redactions, List<String> wholeOn) {
    this.text = portion.text();
    this.passages = passages(redactions, wholeOn);
    this.markings = joined(portion.oldMarkings());
  }

  private List<Passage> passages(List<Redaction> redactions, List<String> wholeOn) {
    List<Passage> asked = new ArrayList<>();
    if (!redactions.isEmpty()) {
      BitSet boundaries = characterBoundaries();
      for (Redaction redaction : redactions) {
        int from = text.offsetByCodePoints(0, redaction.from());
        int to = text.offsetByCodePoints(0, redaction.to());
        asked.add(
            new Passage(
                new Stretch(boundaries.previousSetBit(from), boundaries.nextSetBit(to)),
                Set.of(redaction.basis())));
      }
    }
    wholeOn.forEach(basis -> asked.add(new Passage(new Stretch(0, text.length()), Set.of(basis))));
    asked.sort(Comparator.comparingInt(passage -> passage.stretch().from()));

    List<Passage> joined = new ArrayList<>();
    for (Passage next : asked) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).stretch().touches(next.stretch())) {
        Set<String> bases = new LinkedHashSet<>(joined.get(last).bases());
        bases.addAll(next.bases());
        joined.set(last, new Passage(joined.get(last).stretch().with(next.stretch()), bases));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private BitSet characterBoundaries() {
    BitSet boundaries = new BitSet(text.length() + 1);
    boundaries.set(0);
    Matcher character = CHARACTER.matcher(text);
    while (character.find()) {
      boundaries.set(character.end());
    }
    return boundaries;
  }

  private List<Stretch> joined(List<Span> spans) {
    List<Stretch> joined = new ArrayList<>();
    spans.stream()
        .sorted(Comparator.comparingInt(Span::from))
        .map(
            span ->
                new Stretch(
                    text.offsetByCodePoints(0, span.from()), text.offsetByCodePoints(0, span.to())))
        .forEach(
            next -> {
              int last = joined.size() - 1;
              if (last >= 0 && next.from() < joined.get(last).to()) {
                joined.set(last, joined.get(last).with(next));
              } else {
                joined.add(next);
              }
            });
    return joined;
  }

  /** What is left, in order. */
  List<CopyRun> runs() {
    return left(new Stretch(0, text.length()));
  }

  /** What is left of each old marking, in the order of the text; none that was removed whole. */
  List<String> oldMarkings() {
    List<String> words = new ArrayList<>();
    for (Stretch marking : markings) {
      List<CopyRun> runs = left(marking);
      if (runs.stream().anyMatch(run -> run.kind() == Kind.LINED_THROUGH)) {
        words.add(
            runs.stream()
                .map(CopyRun::shown)
                .collect(Collectors.joining())
                .strip()
                .replaceAll("\\s+", " "));
      }
    }
    return words;
  }

  /** What is left of a part of the text. A passage shows in every part that it reaches into. */
  private List<CopyRun> left(Stretch part) {
    List<CopyRun> runs = new ArrayList<>();
    int at = part.from();
    for (Passage passage : passages) {
      Stretch gone = passage.stretch();
      boolean empty = part.from() == part.to();
      if (!empty && (gone.to() <= part.from() || gone.from() >= part.to())) {
        continue;
      }
      words(at, gone.from(), runs);
      passage.bases().forEach(basis -> runs.add(new CopyRun(Kind.WITHHELD, basis)));
      at = Math.max(at, gone.to());
    }
    words(at, part.to(), runs);
    return runs;
  }

  /** The original's words between two positions, parted where a marking starts or ends. */
  private void words(int from, int to, List<CopyRun> runs) {
    int at = from;
    for (Stretch marking : markings) {
      int start = Math.max(at, marking.from());
      int end = Math.min(to, marking.to());
      if (start < end) {
        add(Kind.KEPT, at, start, runs);
        add(Kind.LINED_THROUGH, start, end, runs);
        at = end;
      }
    }
    add(Kind.KEPT, at, to, runs);
  }

  private void add(Kind kind, int from, int to, List<CopyRun> runs) {
    if (from < to) {
      runs.add(new CopyRun(kind, text.substring(from, to)));
    }
  }
}
