package org.glasnost.release.copy;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A type face of the copy as PDF, embedded with the glyphs in use alone. A character that the face
 * lacks is written as its Unicode number, never left out and never an error.
 */
final class PdfFace {
  private static final float UNITS = 1000f;

  private final PDType0Font font;
  private final CmapLookup glyphs;
  private boolean lacking;

  /**
   * @param resource the face's place on the class path
   * @throws IllegalStateException if the build has not put it there
   */
  PdfFace(PDDocument document, String resource) throws IOException {
    try (InputStream in = PdfFace.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + resource);
      }
      TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(in));
      // A ligature glyph that no single character maps to would be lost to search and to a reader
      // who listens.
      face.setEnableGsub(false);
      document.registerTrueTypeFontForClosing(face);
      this.font = PDType0Font.load(document, face, true);
      this.glyphs = face.getUnicodeCmapLookup();
    }
  }

  PDType0Font font() {
    return font;
  }

  /** Whether a character so far had to be written as its Unicode number. */
  boolean isLacking() {
    return lacking;
  }

  /** The text in characters that the face has; {@code [U+1F600]} for one that it has not. */
  String drawable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    // Composed, because accents are not placed over their letters when glyphs are set one by one.
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            codePoint -> {
              if (codePoint == '\t') {
                out.append("    ");
              } else if (isInvisible(codePoint)) {
                return;
              } else if (glyphs.getGlyphId(codePoint) != 0) {
                out.appendCodePoint(codePoint);
              } else if (Character.isSpaceChar(codePoint)) {
                out.append(' ');
              } else {
                lacking = true;
                out.append(String.format(Locale.ROOT, "[U+%04X]", codePoint));
              }
            });
    return out.toString();
  }

  /** Joiners, direction controls and variation selectors: they shape their neighbours alone. */
  private static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
  }

  /** Width in points of a text that {@link #drawable} has gone over. */
  float width(String drawable, float size) throws IOException {
    return font.getStringWidth(drawable) / UNITS * size;
  }
}
