package org.glasnost.release.copy;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.declassification.DeclassificationMark;

/**
 * The released copy as an HTML page of its own. It bears no script and no style but its linked
 * sheet, so that it stands under a policy of {@code default-src 'none'; style-src 'self'}; without
 * the sheet it still reads in order, markings struck and withheld passages named.
 */
public final class HtmlCopy {
  private static final String STYLE_SHEET = "/css/released-copy.css";

  private HtmlCopy() {}

  /** The page, in UTF-8 when it is encoded. */
  public static String render(ReleasedCopy copy) {
    StringBuilder out = new StringBuilder();
    DeclassificationMark mark = copy.mark();
    out.append("<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"UTF-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(escaped(mark.word() + ": " + copy.title()))
        .append("</title>\n<link rel=\"stylesheet\" href=\"")
        .append(STYLE_SHEET)
        .append("\">\n</head>\n<body>\n<header>\n")
        .append("<section class=\"declassification-mark\" aria-label=\"Declassification mark\">\n");
    out.append("<p class=\"word\">").append(escaped(mark.word())).append("</p>\n");
    out.append("<p class=\"byline\">").append(escaped(mark.byline())).append("</p>\n");
    for (String particular : mark.particulars()) {
      out.append("<p>").append(escaped(particular)).append("</p>\n");
    }
    out.append("</section>\n<h1>").append(escaped(copy.title())).append("</h1>\n");
    documentDate(out, copy);
    oldMarkings(out, copy.linedThrough());
    out.append("<p class=\"extent\">").append(escaped(copy.extent())).append("</p>\n");
    out.append("</header>\n<main>\n");
    copy.portions().stream()
        .map(Paragraph::of)
        .filter(paragraph -> !paragraph.isEmpty())
        .forEach(paragraph -> paragraph(out, paragraph));
    out.append("</main>\n<footer>\n<p>").append(escaped(mark.inShort())).append("</p>\n");
    out.append("</footer>\n</body>\n</html>\n");
    return out.toString();
  }

  private static void documentDate(StringBuilder out, ReleasedCopy copy) {
    LocalDate date = copy.documentDate();
    if (date != null) {
      out.append("<p class=\"document-date\"><time datetime=\"")
          .append(date)
          .append("\">")
          .append(escaped(DeclassificationMark.inWords(date)))
          .append("</time></p>\n");
    }
  }

  private static void oldMarkings(StringBuilder out, List<String> linedThrough) {
    if (linedThrough.isEmpty()) {
      return;
    }
    out.append("<ul class=\"old-markings\" aria-label=\"Old markings, lined through\">\n");
    for (String marking : linedThrough) {
      out.append("<li>");
      linedThrough(out, marking);
      out.append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private static void paragraph(StringBuilder out, Paragraph paragraph) {
    out.append("<p class=\"portion")
        .append(paragraph.closeToNext() ? " close" : "")
        .append("\" id=\"")
        .append(paragraph.id())
        .append("\">");
    for (int i = 0; i < paragraph.lines().size(); i++) {
      if (i > 0) {
        out.append("<br>");
      }
      for (CopyRun run : paragraph.lines().get(i)) {
        switch (run.kind()) {
          case KEPT -> out.append(escaped(run.text()));
          case LINED_THROUGH -> linedThrough(out, run.text());
          case WITHHELD ->
              out.append("<mark class=\"withheld\">")
                  .append(escaped(run.shown()))
                  .append("</mark>");
        }
      }
    }
    out.append("</p>\n");
  }

  /** The words around it are for those who hear the page: screen readers pass over the line. */
  private static void linedThrough(StringBuilder out, String marking) {
    out.append("<s class=\"old-marking\"><span class=\"spoken\">[lined through: </span>")
        .append(escaped(marking))
        .append("<span class=\"spoken\">]</span></s>");
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isForbidden(c) ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  /** Controls that no HTML document may contain, written or escaped. */
  private static boolean isForbidden(char c) {
    return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
  }
}
