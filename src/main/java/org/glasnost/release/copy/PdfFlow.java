package org.glasnost.release.copy;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.glasnost.release.copy.CopyRun.Kind;
import org.glasnost.release.copy.PdfLine.Piece;
import org.glasnost.release.copy.PdfLine.Setting;
import org.jspecify.annotations.Nullable;

/** Sets lines one under the other on letter pages, and starts a new page where one is full. */
final class PdfFlow {
  static final float LEFT = 78;
  static final float MEASURE = PDRectangle.LETTER.getWidth() - 2 * LEFT;
  static final float TOP = PDRectangle.LETTER.getHeight() - 84;
  static final float BOTTOM = 78;

  /** Colours in red, green, blue. */
  static final float[] INK = {0.106f, 0.106f, 0.106f};

  static final float[] STAMP = {0.541f, 0.086f, 0.086f};
  private static final float[] PAPER = {1, 1, 1};

  private static final float DESCENT = 0.24f;
  private static final float ASCENT = 0.76f;
  private static final float X_HEIGHT_MIDDLE = 0.31f;

  private final PDDocument pdf;
  private final PdfStructure structure;
  private @Nullable PDPageContentStream canvas;
  private @Nullable PDPage page;
  private @Nullable PDStructureElement marked;
  private float y;

  PdfFlow(PDDocument pdf, PdfStructure structure) {
    this.pdf = pdf;
    this.structure = structure;
  }

  /** The height at which the writing stands, in points from the foot of the page. */
  float y() {
    return y;
  }

  /** Leaves room, unless the page starts here. */
  void skip(float points) {
    if (y < TOP) {
      y -= points;
    }
  }

  /** Starts a new page unless this much room is left. */
  void keep(float height) throws IOException {
    roomFor(height);
  }

  /** Sets lines; the element tells a screen reader what they are. */
  void lines(
      List<PdfLine> lines,
      Setting setting,
      float leading,
      float[] colour,
      float indent,
      PDStructureElement element)
      throws IOException {
    for (PdfLine line : lines) {
      line(line, setting, leading, colour, indent, element);
    }
  }

  private void line(
      PdfLine line,
      Setting setting,
      float leading,
      float[] colour,
      float indent,
      PDStructureElement element)
      throws IOException {
    PDPageContentStream on = roomFor(leading);
    y -= leading;
    float baseline = y + leading * DESCENT;
    float x = LEFT + indent;
    int i = 0;
    while (i < line.pieces().size()) {
      Kind kind = line.pieces().get(i).kind();
      StringBuilder words = new StringBuilder();
      float from = x;
      switch (kind) {
        case KEPT, WITHHELD -> stretch(on, element);
        case LINED_THROUGH -> stretch(on, structure.oldMarking(element));
      }
      for (; i < line.pieces().size() && line.pieces().get(i).kind() == kind; i++) {
        Piece piece = line.pieces().get(i);
        switch (kind) {
          case KEPT, LINED_THROUGH -> words.append(piece.text());
          case WITHHELD -> box(on, piece, setting, x, baseline);
        }
        x += piece.width();
      }
      if (i == line.pieces().size()) {
        // Unseen, for those who listen: without it the last word and the next line's first are one.
        words.append(' ');
      }
      if (!words.isEmpty()) {
        text(
            on,
            words.toString(),
            setting.face(),
            setting.size(),
            colour,
            kind == Kind.WITHHELD ? x : from,
            baseline);
      }
      if (kind == Kind.LINED_THROUGH) {
        rule(on, from, x, baseline + setting.size() * X_HEIGHT_MIDDLE, 1.1f, STAMP);
      }
    }
  }

  /** What follows on the page belongs to the element, until another begins. */
  private void stretch(PDPageContentStream on, PDStructureElement owner) throws IOException {
    if (owner != marked) {
      endStretch(on);
      on.beginMarkedContent(
          COSName.getPDFName(owner.getStructureType()),
          structure.nextStretch(owner, currentPage()));
      marked = owner;
    }
  }

  private void endStretch(PDPageContentStream on) throws IOException {
    if (marked != null) {
      on.endMarkedContent();
      marked = null;
    }
  }

  private static void box(
      PDPageContentStream on, Piece piece, Setting setting, float x, float baseline)
      throws IOException {
    float gap = 0.75f;
    colour(on, INK);
    on.addRect(
        x + gap,
        baseline - setting.size() * DESCENT,
        piece.width() - 2 * gap,
        setting.size() * (ASCENT + DESCENT) + 1.5f);
    on.fill();
    float label = setting.boxFace().width(piece.text(), setting.boxSize());
    text(
        on,
        piece.text(),
        setting.boxFace(),
        setting.boxSize(),
        PAPER,
        x + (piece.width() - label) / 2,
        baseline + (setting.size() - setting.boxSize()) * X_HEIGHT_MIDDLE);
  }

  static void text(
      PDPageContentStream on,
      String text,
      PdfFace face,
      float size,
      float[] colour,
      float x,
      float baseline)
      throws IOException {
    colour(on, colour);
    on.beginText();
    on.setFont(face.font(), size);
    on.newLineAtOffset(x, baseline);
    on.showText(text);
    on.endText();
  }

  private static void colour(PDPageContentStream on, float[] colour) throws IOException {
    on.setNonStrokingColor(colour[0], colour[1], colour[2]);
  }

  static void rule(
      PDPageContentStream on, float from, float to, float at, float weight, float[] colour)
      throws IOException {
    on.setStrokingColor(colour[0], colour[1], colour[2]);
    on.setLineWidth(weight);
    on.moveTo(from, at);
    on.lineTo(to, at);
    on.stroke();
  }

  /** A rule across the measure, of no meaning to a screen reader. */
  void ruleAcross(float weight, float[] colour) throws IOException {
    PDPageContentStream on = roomFor(1);
    endStretch(on);
    on.beginMarkedContent(COSName.ARTIFACT);
    rule(on, LEFT, LEFT + MEASURE, y, weight, colour);
    on.endMarkedContent();
  }

  /** A double frame around what stands between two heights of the page. */
  void frame(float top, float foot, float[] colour) throws IOException {
    PDPageContentStream on = roomFor(1);
    endStretch(on);
    on.beginMarkedContent(COSName.ARTIFACT);
    on.setStrokingColor(colour[0], colour[1], colour[2]);
    on.setLineWidth(1.6f);
    on.addRect(LEFT, foot, MEASURE, top - foot);
    on.stroke();
    on.setLineWidth(0.5f);
    on.addRect(LEFT + 3, foot + 3, MEASURE - 6, top - foot - 6);
    on.stroke();
    on.endMarkedContent();
  }

  private PDPageContentStream roomFor(float height) throws IOException {
    PDPageContentStream open = canvas;
    if (open != null && y - height >= BOTTOM) {
      return open;
    }
    closePage();
    PDPage fresh = new PDPage(PDRectangle.LETTER);
    pdf.addPage(fresh);
    PDPageContentStream next = new PDPageContentStream(pdf, fresh, AppendMode.OVERWRITE, true);
    page = fresh;
    canvas = next;
    y = TOP;
    return next;
  }

  /** Starts the first page. */
  void open() throws IOException {
    roomFor(TOP);
  }

  private PDPage currentPage() {
    PDPage current = page;
    if (current == null) {
      throw new IllegalStateException("no page is open");
    }
    return current;
  }

  /** Ends the last page. */
  void closePage() throws IOException {
    PDPageContentStream open = canvas;
    if (open != null) {
      endStretch(open);
      open.close();
    }
    canvas = null;
  }
}
