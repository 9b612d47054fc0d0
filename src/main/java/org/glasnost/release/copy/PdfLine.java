package org.glasnost.release.copy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.release.copy.CopyRun.Kind;

/**
 * A line of the copy as PDF, broken to the measure.
 *
 * @param pieces from left to right
 */
record PdfLine(List<PdfLine.Piece> pieces) {

  /** What is set in one way. */
  record Piece(Kind kind, String text, float width) {}

  /** How the three kinds are set, and how wide a line may be, in points. */
  record Setting(
      PdfFace face,
      float size,
      PdfFace boxFace,
      float boxSize,
      float boxPadding,
      float boxMinimum,
      float measure) {

    /** A box is as wide as its basis needs, and never narrower than the minimum. */
    float width(Kind kind, String text) throws IOException {
      return switch (kind) {
        case KEPT, LINED_THROUGH -> face.width(text, size);
        case WITHHELD -> Math.max(boxMinimum, boxFace.width(text, boxSize) + 2 * boxPadding);
      };
    }

    String drawable(CopyRun run) {
      return switch (run.kind()) {
        case KEPT, LINED_THROUGH -> face.drawable(run.text());
        case WITHHELD -> boxFace.drawable(run.shown());
      };
    }
  }

  private static final Pattern WORD_OR_SPACE = Pattern.compile("[^ ]+| +");

  /** Breaks a line of runs at spaces; a word wider than the measure is cut. */
  static List<PdfLine> broken(List<CopyRun> runs, Setting setting) throws IOException {
    Breaking breaking = new Breaking(setting);
    for (CopyRun run : runs) {
      String text = setting.drawable(run);
      Matcher matcher = WORD_OR_SPACE.matcher(text);
      float width = run.kind() == Kind.WITHHELD ? setting.width(run.kind(), text) : 0;
      if (run.kind() == Kind.WITHHELD && width <= setting.measure()) {
        breaking.word(new Piece(run.kind(), text, width));
        continue;
      }
      while (matcher.find()) {
        Piece piece =
            new Piece(run.kind(), matcher.group(), setting.width(run.kind(), matcher.group()));
        if (matcher.group().startsWith(" ")) {
          breaking.space(piece);
        } else {
          breaking.word(piece);
        }
      }
    }
    return breaking.lines();
  }

  /** Words that stand together without a space stay together where a line holds them. */
  private static final class Breaking {
    private final Setting setting;
    private final List<PdfLine> lines = new ArrayList<>();
    private final List<Piece> line = new ArrayList<>();
    private final List<Piece> clump = new ArrayList<>();
    private float lineWidth;
    private float clumpWidth;

    Breaking(Setting setting) {
      this.setting = setting;
    }

    void word(Piece piece) {
      clump.add(piece);
      clumpWidth += piece.width();
    }

    void space(Piece piece) throws IOException {
      placeClump();
      boolean startOfWrappedLine = line.isEmpty() && !lines.isEmpty();
      if (!startOfWrappedLine && lineWidth + piece.width() <= setting.measure()) {
        line.add(piece);
        lineWidth += piece.width();
      }
    }

    private void placeClump() throws IOException {
      if (lineWidth + clumpWidth > setting.measure() && !line.isEmpty()) {
        endLine();
      }
      for (Piece piece : List.copyOf(clump)) {
        place(piece);
      }
      clump.clear();
      clumpWidth = 0;
    }

    private void place(Piece piece) throws IOException {
      if (lineWidth + piece.width() > setting.measure() && !line.isEmpty()) {
        endLine();
      }
      if (piece.width() <= setting.measure()) {
        line.add(piece);
        lineWidth += piece.width();
      } else {
        placeInParts(piece);
      }
    }

    /** Cuts a word that no line holds; the last part shares its line with what follows. */
    private void placeInParts(Piece piece) throws IOException {
      StringBuilder part = new StringBuilder();
      float partWidth = 0;
      for (int codePoint : piece.text().codePoints().toArray()) {
        String character = Character.toString(codePoint);
        float grown = setting.width(piece.kind(), part + character);
        if (grown > setting.measure() && !part.isEmpty()) {
          line.add(new Piece(piece.kind(), part.toString(), partWidth));
          endLine();
          part.setLength(0);
          grown = setting.width(piece.kind(), character);
        }
        part.append(character);
        partWidth = grown;
      }
      line.add(new Piece(piece.kind(), part.toString(), partWidth));
      lineWidth += partWidth;
    }

    private void endLine() {
      // A line through an old marking ends with its last word.
      if (line.size() > 1 && line.get(line.size() - 1).text().isBlank()) {
        line.remove(line.size() - 1);
      }
      lines.add(new PdfLine(List.copyOf(line)));
      line.clear();
      lineWidth = 0;
    }

    List<PdfLine> lines() throws IOException {
      placeClump();
      if (!line.isEmpty() || lines.isEmpty()) {
        endLine();
      }
      return lines;
    }
  }
}
