package org.glasnost.web.markings;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.Protection;
import org.glasnost.reading.DocumentReader;
import org.glasnost.reading.DocumentReading;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.PlacedReading;
import org.glasnost.reading.Proposal;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.web.PastedText;
import org.glasnost.web.records.FormFindings;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * A person pastes a marking, or a whole page, and sees what it says drawn over it. What is pasted
 * goes in the body of a request alone and is kept nowhere.
 */
@Controller
class ReadingPage {
  /** The longest text that is read at once, in characters. */
  static final int LONGEST = 100_000;

  private static final Set<String> FIELDS = Set.of("/text", "/kind", "/documentDate");
  private static final String WHOLE_PAGE = "PAGE";
  private static final List<Kind> KINDS =
      List.of(
          new Kind("", "Let the reader find out"),
          new Kind(LineKind.BANNER.name(), "A banner line"),
          new Kind(LineKind.PORTION.name(), "A portion mark"),
          new Kind(LineKind.AUTHORITY_BLOCK.name(), "An authority block or instruction"),
          new Kind(LineKind.SOURCE_NOTE.name(), "An editor\u2019s source note"),
          new Kind(LineKind.SCAN.name(), "Scanned lines that belong together"),
          new Kind(WHOLE_PAGE, "A whole page: each marking by itself"));

  private final MarkingReader reader;
  private final DocumentReader pages;
  private final PastedText pasted;

  ReadingPage(MarkingReader reader, DocumentReader pages, PastedText pasted) {
    this.reader = reader;
    this.pages = pages;
    this.pasted = pasted;
  }

  /** What a text may be said to be. */
  record Kind(String value, String words) {}

  /** The form as it was typed. */
  record Form(@Nullable String text, @Nullable String kind, @Nullable String documentDate) {
    static final Form EMPTY = new Form(null, null, null);
  }

  @GetMapping("/markings")
  ModelAndView show(HttpServletResponse response) {
    ModelAndView page = page(Form.EMPTY, "");
    Marked.as(page, response, Protection.UNRESTRICTED);
    return page;
  }

  @PostMapping("/markings")
  ModelAndView read(@ModelAttribute Form form, HttpServletResponse response) {
    // A browser sends what stands in a text field with other line ends than it has there.
    String text = form.text() == null ? "" : form.text().replace("\r\n", "\n");
    ModelAndView page = page(form, text);
    try {
      Typed typed = new Typed();
      LocalDate date = typed.day(form.documentDate(), "/documentDate");
      boolean wholePage = WHOLE_PAGE.equals(form.kind());
      LineKind kind = wholePage ? null : typed.one(LineKind.class, form.kind(), "/kind");
      typed.refuseIfAny();
      requireReadable(text);
      if (wholePage || (kind == null && text.strip().contains("\n"))) {
        onPage(page, response, text, date);
      } else {
        onMarking(page, response, text, kind == null ? LineKind.AUTO : kind, date);
      }
      return page;
    } catch (Refused refused) {
      Marked.as(page, response, text.isBlank() ? Protection.UNRESTRICTED : pasted.unread());
      return FormFindings.of(refused).on(page, refused);
    }
  }

  private void onMarking(
      ModelAndView page,
      HttpServletResponse response,
      String text,
      LineKind kind,
      @Nullable LocalDate date) {
    PlacedReading reading =
        new PlacedReading(0, text.codePointCount(0, text.length()), reader.read(text, kind, date));
    page.addObject("answer", TextShown.of(text, List.of(reading), List.of(), date, false));
    Marked.as(page, response, pasted.ofMarking(reading.reading()));
  }

  private void onPage(
      ModelAndView page, HttpServletResponse response, String text, @Nullable LocalDate date) {
    DocumentReading read = pages.read(text, date);
    page.addObject(
        "answer", TextShown.of(text, read.readings(), read.proposals(), day(read, date), true));
    Marked.as(
        page,
        response,
        pasted.ofPage(read.readings().stream().map(PlacedReading::reading).toList()));
  }

  /** The date given, else the one that stands at the head of the page. */
  private static @Nullable LocalDate day(DocumentReading read, @Nullable LocalDate given) {
    return given != null
        ? given
        : read.proposals().stream()
            .filter(proposal -> proposal.field().equals("documentDate"))
            .map(Proposal::proposed)
            .map(LocalDate::parse)
            .findFirst()
            .orElse(null);
  }

  private static void requireReadable(String text) {
    if (text.isBlank()) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error("WEB-0220", "Paste a marking, or a page with markings, to read.")
              .atMember("/text"));
    }
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error(
                  "WEB-0221",
                  String.format(
                      java.util.Locale.ROOT,
                      "The text has %,d characters; at most %,d are read at once. Read it in parts,"
                          + " or register the record.",
                      length,
                      LONGEST))
              .atMember("/text"));
    }
  }

  private static ModelAndView page(Form form, String text) {
    ModelAndView page = new ModelAndView("markings/read");
    page.addObject("form", form);
    page.addObject("text", "\n" + text); // HTML takes the first line end of a field away.
    page.addObject("kinds", KINDS);
    page.addObject("fields", FIELDS);
    page.addObject("found", FormFindings.NONE);
    page.addObject("answer", null);
    return page;
  }
}
