package org.glasnost.release.copy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.glasnost.declassification.DeclassificationMark;
import org.glasnost.release.copy.CopyRun.Kind;
import org.glasnost.release.copy.PdfLine.Setting;

/**
 * The released copy as PDF, on letter pages: the mark stamped on the first page and repeated at the
 * head of each, old markings with a line through them and legible beneath it, a box with its basis
 * for each withheld passage. Tagged for screen readers.
 *
 * <p>It is set from the copy alone, never drawn over an original, so there is nothing under a box.
 * The same copy gives the same bytes: the dates in the file are the mark's.
 */
public final class PdfCopy {
  private static final String SERIF = "/fonts/ttf/DejaVuSerif.ttf";
  private static final String SERIF_BOLD = "/fonts/ttf/DejaVuSerif-Bold.ttf";

  private static final float BODY = 10.5f;
  private static final float BODY_LEADING = 15.5f;
  private static final float SMALL = 9;
  private static final float SMALL_LEADING = 13;
  private static final float RUNNING = 8;
  private static final float BOX_LABEL = 8;
  private static final float BOX_PADDING = 6;
  private static final float BOX_MINIMUM = 132;
  private static final float STAMP_PADDING = 14;

  private final ReleasedCopy copy;
  private final PDDocument pdf;
  private final PdfFace serif;
  private final PdfFace bold;
  private final PdfStructure structure;
  private final PdfFlow flow;

  private PdfCopy(ReleasedCopy copy, PDDocument pdf) throws IOException {
    this.copy = copy;
    this.pdf = pdf;
    this.serif = new PdfFace(pdf, SERIF);
    this.bold = new PdfFace(pdf, SERIF_BOLD);
    this.structure = new PdfStructure(pdf);
    this.flow = new PdfFlow(pdf, structure);
  }

  /** The copy as the bytes of a PDF file. */
  public static byte[] render(ReleasedCopy copy) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      render(copy, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a copy in memory", e);
    }
    return out.toByteArray();
  }

  /**
   * Writes the copy as a PDF file and leaves the stream open.
   *
   * @throws IOException if the stream does not take it
   */
  public static void render(ReleasedCopy copy, OutputStream out) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PdfCopy rendering = new PdfCopy(copy, pdf);
      rendering.describe();
      rendering.flow.open();
      rendering.stamp();
      rendering.front();
      rendering.body();
      rendering.flow.closePage();
      rendering.structure.close();
      rendering.runningLines();
      pdf.save(out);
    }
  }

  private void describe() {
    LocalDate on = copy.mark().on();
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setTitle(copy.title());
    information.setSubject(copy.mark().word() + " " + copy.mark().byline());
    information.setProducer("Glasnost");
    information.setCreationDate(GregorianCalendar.from(on.atStartOfDay(ZoneOffset.UTC)));
    pdf.setDocumentId(on.toEpochDay());
    pdf.getDocumentCatalog().setLanguage("en-US");
    PDViewerPreferences viewing = new PDViewerPreferences(pdf.getDocumentCatalog().getCOSObject());
    viewing.setDisplayDocTitle(true);
    pdf.getDocumentCatalog().setViewerPreferences(viewing);
  }

  private Setting setting(PdfFace face, float size, float measure) {
    return new Setting(face, size, bold, BOX_LABEL, BOX_PADDING, BOX_MINIMUM, measure);
  }

  private void stamp() throws IOException {
    float top = flow.y();
    float measure = PdfFlow.MEASURE - 2 * STAMP_PADDING;
    PDStructureElement element = structure.paragraph();
    set(copy.mark().word(), setting(bold, 20, measure), 36, PdfFlow.STAMP, STAMP_PADDING, element);
    set(
        copy.mark().byline(),
        setting(bold, BODY, measure),
        BODY_LEADING,
        PdfFlow.STAMP,
        STAMP_PADDING,
        element);
    for (String particular : copy.mark().particulars()) {
      set(
          particular,
          setting(serif, SMALL, measure),
          SMALL_LEADING,
          PdfFlow.STAMP,
          STAMP_PADDING,
          element);
    }
    flow.frame(top, flow.y() - 10, PdfFlow.STAMP);
    flow.skip(42);
  }

  private void front() throws IOException {
    set(copy.title(), setting(bold, 15, PdfFlow.MEASURE), 20, PdfFlow.INK, 0, structure.heading());
    flow.skip(4);
    Setting small = setting(serif, SMALL, PdfFlow.MEASURE);
    LocalDate date = copy.documentDate();
    if (date != null) {
      set(
          "Date of the document: " + DeclassificationMark.inWords(date),
          small,
          SMALL_LEADING,
          PdfFlow.INK,
          0,
          structure.paragraph());
    }
    for (String marking : copy.linedThrough()) {
      List<CopyRun> runs =
          List.of(
              new CopyRun(Kind.KEPT, "Old marking, lined through: "),
              new CopyRun(Kind.LINED_THROUGH, marking));
      flow.lines(
          PdfLine.broken(runs, small), small, SMALL_LEADING, PdfFlow.INK, 0, structure.paragraph());
    }
    set(copy.extent(), small, SMALL_LEADING, PdfFlow.INK, 0, structure.paragraph());
    flow.skip(10);
    flow.ruleAcross(0.6f, PdfFlow.INK);
    flow.skip(14);
  }

  private void body() throws IOException {
    Setting setting = setting(serif, BODY, PdfFlow.MEASURE);
    for (CopyPortion portion : copy.portions()) {
      Paragraph paragraph = Paragraph.of(portion);
      if (paragraph.isEmpty()) {
        continue;
      }
      List<PdfLine> lines = new ArrayList<>();
      for (List<CopyRun> line : paragraph.lines()) {
        lines.addAll(PdfLine.broken(line, setting));
      }
      // No paragraph leaves its first line alone at the foot of a page.
      flow.keep(BODY_LEADING * Math.min(lines.size(), 2));
      flow.lines(lines, setting, BODY_LEADING, PdfFlow.INK, 0, structure.paragraph());
      flow.skip(paragraph.closeToNext() ? 0 : BODY_LEADING * 0.7f);
    }
    if (serif.isLacking() || bold.isLacking()) {
      flow.skip(BODY_LEADING);
      set(
          "Characters that the typeface of this copy lacks stand as their Unicode numbers, in the"
              + " form [U+0000]. The plain text and HTML copies have the characters themselves.",
          setting(serif, SMALL, PdfFlow.MEASURE),
          SMALL_LEADING,
          PdfFlow.INK,
          0,
          structure.paragraph());
    }
  }

  private void set(
      String text,
      Setting setting,
      float leading,
      float[] colour,
      float indent,
      PDStructureElement element)
      throws IOException {
    List<CopyRun> runs = List.of(new CopyRun(Kind.KEPT, text.replaceAll("\\s+", " ")));
    flow.lines(PdfLine.broken(runs, setting), setting, leading, colour, indent, element);
  }

  /** The mark at the head of each page, title and page number at its foot. */
  private void runningLines() throws IOException {
    int pages = pdf.getNumberOfPages();
    String mark = bold.drawable(copy.mark().inShort());
    float right = PdfFlow.LEFT + PdfFlow.MEASURE;
    for (int i = 0; i < pages; i++) {
      PDPage page = pdf.getPage(i);
      String number = "Page " + (i + 1) + " of " + pages;
      float numberAt = right - serif.width(number, RUNNING);
      String title = shortened(copy.title(), numberAt - PdfFlow.LEFT - 24);
      try (PDPageContentStream on =
          new PDPageContentStream(pdf, page, AppendMode.APPEND, true, true)) {
        on.beginMarkedContent(COSName.ARTIFACT);
        float head = PdfFlow.TOP + 30;
        PdfFlow.text(on, mark, bold, RUNNING, PdfFlow.STAMP, PdfFlow.LEFT, head);
        PdfFlow.rule(on, PdfFlow.LEFT, right, head - 6, 0.5f, PdfFlow.STAMP);
        float foot = PdfFlow.BOTTOM - 30;
        PdfFlow.rule(on, PdfFlow.LEFT, right, foot + 12, 0.5f, PdfFlow.INK);
        PdfFlow.text(on, title, serif, RUNNING, PdfFlow.INK, PdfFlow.LEFT, foot);
        PdfFlow.text(on, number, serif, RUNNING, PdfFlow.INK, numberAt, foot);
        on.endMarkedContent();
      }
    }
  }

  private String shortened(String text, float room) throws IOException {
    String whole = serif.drawable(text.replaceAll("\\s+", " "));
    if (serif.width(whole, RUNNING) <= room) {
      return whole;
    }
    int end = whole.length();
    while (end > 0 && serif.width(whole.substring(0, end) + "…", RUNNING) > room) {
      end = whole.offsetByCodePoints(end, -1);
    }
    return whole.substring(0, end).strip() + "…";
  }
}
