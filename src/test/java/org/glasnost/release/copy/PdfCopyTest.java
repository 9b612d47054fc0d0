package org.glasnost.release.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfCopyTest {

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String inOneLine(byte[] pdf) throws IOException {
    return text(pdf).replaceAll("[\\s\u00A0]+", " ");
  }

  @Test
  void bearsTheMarkTheOldMarkingsAndTheBasisOfWhatIsWithheld() throws IOException {
    byte[] pdf = PdfCopy.render(Examples.inPart());
    keep(pdf, "memorandum.pdf");

    assertThat(inOneLine(pdf))
        .contains("Declassified by CF, NARA, July 25, 2000")
        .contains("Authority: E.O. 12958 Case and item: NLS F99-051 #321")
        .contains("recorded on 2026-11-23 as done on 2000-07-25")
        .contains(Examples.BANNER)
        .contains(Examples.FOOT)
        .contains("Soviet Chargé [withheld: 3.3(b)(1)] delivered to Rick Burt")
        .containsPattern("\\[withheld: 3\\.3\\(b\\)\\(6\\)\\] ?\\. The tone of the letter");
  }

  @Test
  void holdsNothingOfWhatIsWithheldInAnyObject() throws IOException {
    List<SourcePortion> portions = List.of(SourcePortion.of(1, "left QXJWVKZQXJ right\n"));
    byte[] pdf =
        PdfCopy.render(
            Examples.copy(
                Examples.OWN,
                portions,
                Examples.redaction(portions, 1, "QXJWVKZQXJ", "3.3(b)(1)")));

    String everything = everyObject(pdf);

    // The search would find the words if they were there: what is kept is found.
    assertThat(everything).contains("Memorandum from the Secretary");
    assertThat(everything).doesNotContain("QXJWVKZQXJ");
    assertThat(inOneLine(pdf)).contains("left [withheld: 3.3(b)(1)] right").doesNotContain("QXJ");
    // Letters that only the withheld words had are not among the embedded glyphs either.
    assertThat(glyphsOf(pdf)).contains("l", "e", "f", "t").doesNotContain("Q", "X", "J", "Z");
  }

  @Test
  void drawsALineThroughEachOldMarking() throws IOException {
    long with = strokes(PdfCopy.render(Examples.inPart()));
    List<SourcePortion> unmarked =
        Examples.memorandum().stream().map(p -> SourcePortion.of(p.number(), p.text())).toList();
    long without = strokes(PdfCopy.render(Examples.copy(Examples.HISTORIC, unmarked)));

    // Head and foot of the record, each once in its place (the banner on two lines or more) and
    // once in the list on the first page.
    assertThat(with - without).isGreaterThanOrEqualTo(4);
  }

  @Test
  void numbersThePagesOfALongRecordAndBearsTheMarkOnEach() throws IOException {
    List<SourcePortion> portions = new ArrayList<>();
    for (int i = 1; i <= 2200; i++) {
      portions.add(
          SourcePortion.of(
              i,
              "Portion " + i + ". " + "The course of the talks was reported. ".repeat(7) + "\n\n"));
    }
    byte[] pdf = PdfCopy.render(Examples.copy(Examples.HISTORIC, portions));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(200);
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page : new int[] {1, 2, 100, pages}) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document))
            .contains("Declassified July 25, 2000")
            .contains("Page " + page + " of " + pages);
      }
      stripper.setStartPage(1);
      stripper.setEndPage(pages);
      String all = stripper.getText(document);
      for (int i = 1; i <= 2200; i++) {
        assertThat(all).contains("Portion " + i + ". ");
      }
    }
  }

  @Test
  void writesCharactersThatTheTypefaceLacksAsTheirNumbersAndSaysSo() throws IOException {
    byte[] pdf =
        PdfCopy.render(
            Examples.copy(
                Examples.OWN,
                List.of(
                    SourcePortion.of(1, "Горбачёв, Gorbatsche\u0301w, \u05D0\u05D1, 😀, 中.\n\n"),
                    SourcePortion.of(2, "official fluent\u00A0tab\there\u200D\n"))));
    keep(pdf, "scripts.pdf");

    assertThat(inOneLine(pdf))
        .contains("Горбачёв, Gorbatschéw, [U+05D0][U+05D1], [U+1F600], [U+4E2D].")
        .contains("official fluent tab here")
        .contains("Characters that the typeface of this copy lacks stand as their Unicode numbers");
    assertThat(inOneLine(PdfCopy.render(Examples.inPart()))).doesNotContain("Unicode numbers");
  }

  @Test
  void cutsAWordThatNoLineHolds() throws IOException {
    String word = "W".repeat(5000);
    byte[] pdf =
        PdfCopy.render(Examples.copy(Examples.OWN, List.of(SourcePortion.of(1, word + " end"))));

    assertThat(text(pdf).chars().filter(c -> c == 'W').count()).isEqualTo(5000);
    assertThat(text(pdf)).contains("end");
  }

  @Test
  void setsABasisThatIsWiderThanTheLine() throws IOException {
    String basis = "STATUTE " + "50 U.S.C. 3024(i)(1) ".repeat(9).strip();
    byte[] pdf =
        PdfCopy.render(
            Examples.copy(
                Examples.OWN,
                List.of(SourcePortion.of(1, "a secret b")),
                new Redaction(1, 2, 8, basis)));

    assertThat(inOneLine(pdf)).contains("a [withheld: " + basis + "] b");
  }

  @Test
  void partsTheWordsOfTwoLinesForThoseWhoListen() throws IOException {
    try (PDDocument document = Loader.loadPDF(PdfCopy.render(Examples.inPart()))) {
      String content =
          new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.US_ASCII);
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setLineSeparator("");
      stripper.setParagraphEnd("");
      stripper.setPageEnd("");

      assertThat(stripper.getText(document)).contains("today the attached letter to you");
      assertThat(content).contains("/P <</MCID 0>> BDC").contains("/Artifact BMC");
    }
  }

  @Test
  void givesTheSameBytesForTheSameCopy() {
    assertThat(PdfCopy.render(Examples.inPart())).isEqualTo(PdfCopy.render(Examples.inPart()));
  }

  @Test
  void namesTitleAndLanguageAndIsTaggedForScreenReaders() throws IOException {
    try (PDDocument document = Loader.loadPDF(PdfCopy.render(Examples.inPart()))) {
      assertThat(document.getDocumentInformation().getTitle()).startsWith("Memorandum from");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).hasSize(1);
      assertThat(document.getPage(0).getStructParents()).isZero();
    }
  }

  /** Left under target/ for people to look at. */
  private static void keep(byte[] pdf, String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "released-copies"));
    Files.write(folder.resolve(name), pdf);
  }

  /** Every string and every decoded stream of the file, and the file itself, as Latin-1. */
  private static String everyObject(byte[] pdf) throws IOException {
    StringBuilder all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSObject object = document.getDocument().getObjectFromPool(key);
        if (object.getObject() instanceof COSStream stream) {
          try (InputStream in = stream.createInputStream()) {
            all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
          }
        }
        all.append(object.getObject());
      }
      for (COSName name : document.getDocumentInformation().getCOSObject().keySet()) {
        if (document.getDocumentInformation().getCOSObject().getDictionaryObject(name)
            instanceof COSString string) {
          all.append(string.getString());
        }
      }
    }
    return all.toString();
  }

  /** The characters that the embedded faces can show. */
  private static List<String> glyphsOf(byte[] pdf) throws IOException {
    List<String> glyphs = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          COSStream toUnicode =
              page.getResources().getFont(name).getCOSObject().getCOSStream(COSName.TO_UNICODE);
          CMap map = new CMapParser().parse(toUnicode.createView());
          for (int code = 0; code < 0x10000; code++) {
            String character = map.toUnicode(code, 2);
            if (character != null) {
              glyphs.add(character);
            }
          }
        }
      }
    }
    return glyphs;
  }

  private static long strokes(byte[] pdf) throws IOException {
    long strokes = 0;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        strokes +=
            new PDFStreamParser(page)
                .parse().stream()
                    .filter(token -> token instanceof Operator op && op.getName().equals("S"))
                    .count();
      }
    }
    return strokes;
  }
}
