package org.glasnost.web.records;

import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.authority.Person;
import org.glasnost.history.SavedQueries;
import org.glasnost.history.SavedQuery;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.page.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an auditor keeps the present search under a name, renames kept ones, and removes them. */
@Controller
class SavedQueryPages {
  /** Of a search that is kept, its name alone can be mended where it stands. */
  private static final Set<String> FIELDS = Set.of("/name");

  private final JournalPage journal;
  private final SavedQueries queries;
  private final Callers callers;
  private final RefusedForms refusals;

  SavedQueryPages(
      JournalPage journal, SavedQueries queries, Callers callers, RefusedForms refusals) {
    this.journal = journal;
    this.queries = queries;
    this.callers = callers;
    this.refusals = refusals;
  }

  @PostMapping("/journal/queries")
  ModelAndView save(
      @ModelAttribute JournalPage.Search search,
      @RequestParam(required = false) @Nullable String name,
      RedirectAttributes next) {
    Person auditor = callers.current();
    try {
      Typed typed = new Typed();
      SavedQuery.Search kept =
          new SavedQuery.Search(
              typed.id(search.document(), "/document"),
              typed.one(EventKind.class, search.kind(), "/kind"),
              Typed.text(search.actor()),
              typed.day(search.from(), "/from"),
              typed.day(search.to(), "/to"),
              "asc".equals(search.order()));
      JournalPage.requireOrder(typed, search);
      typed.refuseIfAny();
      SavedQuery saved = queries.save(auditor, name, kept);
      next.addFlashAttribute("notice", "Kept as “" + saved.name() + "”.");
      return Onward.to(JournalPage.path(saved.search()));
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      return found
          .on(journal.show(search, null), refused)
          .addObject("found", FormFindings.NONE)
          .addObject("keeping", found)
          .addObject("keepingFields", FIELDS)
          .addObject("keepingName", name);
    }
  }

  @PostMapping("/journal/queries/{id}/rename")
  ModelAndView rename(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String name,
      RedirectAttributes next) {
    Person auditor = callers.current();
    SavedQuery before = queries.one(auditor, id);
    try {
      SavedQuery renamed = queries.rename(auditor, id, name);
      next.addFlashAttribute(
          "notice", "“" + before.name() + "” is called “" + renamed.name() + "” now.");
      return Onward.to("/journal");
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      return found
          .on(journal.show(JournalPage.Search.NONE, null), refused)
          .addObject("found", FormFindings.NONE)
          .addObject("renaming", id)
          .addObject("renamingFound", found)
          .addObject("keepingFields", FIELDS)
          .addObject("renamingName", name);
    }
  }

  @PostMapping("/journal/queries/{id}/remove")
  ModelAndView remove(@PathVariable UUID id, RedirectAttributes next) {
    Person auditor = callers.current();
    SavedQuery removed = queries.one(auditor, id);
    queries.remove(auditor, id);
    next.addFlashAttribute("notice", "“" + removed.name() + "” is removed.");
    return Onward.to("/journal");
  }
}
