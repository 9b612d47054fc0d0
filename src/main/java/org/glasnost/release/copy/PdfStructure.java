package org.glasnost.release.copy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * The logical structure of the copy as PDF (ISO 32000-1, 14.7): what a screen reader follows. Each
 * stretch of a page belongs to a heading, a paragraph, or an old marking within one.
 */
final class PdfStructure {
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement document;
  private final Map<PDPage, COSArray> elementsOf = new LinkedHashMap<>();

  PdfStructure(PDDocument pdf) {
    PDDocumentCatalog catalog = pdf.getDocumentCatalog();
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
    catalog.setStructureTreeRoot(root);
    document = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    root.appendKid(document);
  }

  PDStructureElement heading() {
    return child(document, StandardStructureTypes.H1);
  }

  PDStructureElement paragraph() {
    return child(document, StandardStructureTypes.P);
  }

  /** An old marking in a paragraph, with its line stated for those who cannot see it. */
  PDStructureElement oldMarking(PDStructureElement paragraph) {
    PDStructureElement element = child(paragraph, StandardStructureTypes.SPAN);
    COSDictionary layout = new COSDictionary();
    layout.setName(COSName.O, "Layout");
    layout.setName(COSName.getPDFName("TextDecorationType"), "LineThrough");
    element.getCOSObject().setItem(COSName.A, layout);
    return element;
  }

  private static PDStructureElement child(PDStructureElement parent, String type) {
    PDStructureElement element = new PDStructureElement(type, parent);
    parent.appendKid(element);
    return element;
  }

  /** Gives the element the next stretch of a page; the properties go with the stretch. */
  PDPropertyList nextStretch(PDStructureElement element, PDPage page) {
    COSArray elements = elementsOf.computeIfAbsent(page, p -> new COSArray());
    int id = elements.size();
    elements.add(element.getCOSObject());
    COSDictionary reference = new COSDictionary();
    reference.setName(COSName.TYPE, "MCR");
    reference.setItem(COSName.PG, page);
    reference.setInt(COSName.MCID, id);
    appendKid(element, reference);
    COSDictionary properties = new COSDictionary();
    properties.setInt(COSName.MCID, id);
    return PDPropertyList.create(properties);
  }

  private static void appendKid(PDStructureElement element, COSDictionary reference) {
    COSDictionary dictionary = element.getCOSObject();
    if (dictionary.getDictionaryObject(COSName.K) instanceof COSArray kids) {
      kids.add(reference);
    } else {
      COSArray kids = new COSArray();
      if (dictionary.getDictionaryObject(COSName.K) instanceof COSDictionary only) {
        kids.add(only);
      }
      kids.add(reference);
      dictionary.setItem(COSName.K, kids);
    }
  }

  /** Writes the way back from each page's stretches to their elements. To be called once, last. */
  void close() {
    Map<Integer, PDParentTreeValue> parents = new LinkedHashMap<>();
    elementsOf.forEach(
        (page, elements) -> {
          int key = parents.size();
          page.setStructParents(key);
          parents.put(key, new PDParentTreeValue(elements));
        });
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(parents);
    root.setParentTree(tree);
    root.setParentTreeNextKey(parents.size());
  }
}
