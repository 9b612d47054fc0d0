package org.glasnost.web.page.record;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Documents;
import org.glasnost.document.Dossier;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.RegistrationsShown;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.PageMarking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents that one may know of, with a search. */
@Controller
class DocumentListPage {
  private final RegistrationsShown records;
  private final Sights sights;
  private final Callers callers;
  private final Names names;

  DocumentListPage(RegistrationsShown records, Sights sights, Callers callers, Names names) {
    this.records = records;
    this.sights = sights;
    this.callers = callers;
    this.names = names;
  }

  /**
   * A line of the list.
   *
   * @param id of the document
   * @param title its title
   * @param date its date in words, or null
   * @param originator the agency that originated it, or null
   * @param caseNumber case and item, or null
   * @param marking what it is held at
   * @param state where it stands, in words
   */
  record Line(
      UUID id,
      String title,
      @Nullable String date,
      @Nullable String originator,
      @Nullable String caseNumber,
      PageMarking marking,
      String state) {}

  /** A value of a choice and what it is called. */
  record Option(String value, String words) {}

  @GetMapping("/documents")
  String show(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable StatedLevel level,
      @RequestParam(required = false) @Nullable DocumentState state,
      @RequestParam(name = "case", required = false) @Nullable String caseNumber,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    PageRequest page = PageRequest.of(null, after);
    Sight sight = sights.of(callers.current());
    Documents.Filter filter =
        new Documents.Filter(level == null ? null : level.name(), state, given(caseNumber));
    List<Dossier> found =
        records.page(sight, filter, q, Cursors.document(page.after()), page.limit());
    ListView<Dossier> shown = page.page(found, Cursors::key);
    Protection held =
        shown.items().stream()
            .map(Dossier::protection)
            .reduce(Protection.UNRESTRICTED, Protection::join);
    model.addAttribute("lines", shown.items().stream().map(this::line).toList());
    model.addAttribute("next", shown.next());
    model.addAttribute("q", q);
    model.addAttribute("level", level);
    model.addAttribute("state", state);
    model.addAttribute("caseNumber", given(caseNumber));
    model.addAttribute("levels", StatedLevel.values());
    model.addAttribute("states", DocumentState.values());
    model.addAttribute("names", names);
    model.addAttribute(
        "searched",
        given(q) != null || level != null || state != null || given(caseNumber) != null);
    model.addAttribute("pageMarking", PageMarking.of(held));
    return "documents";
  }

  private Line line(Dossier dossier) {
    var document = dossier.document();
    Protection held = dossier.protection();
    String caseNumber = document.caseNumber();
    return new Line(
        document.id(),
        dossier.words().title(),
        document.documentDate() == null ? null : names.day(document.documentDate()),
        document.originatingAgency(),
        caseNumber == null || document.item() == null
            ? caseNumber
            : caseNumber + " #" + document.item(),
        PageMarking.of(held),
        names.words(document.state()));
  }

  private static @Nullable String given(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
