package org.glasnost.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import org.glasnost.document.Dossier;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.page.PageMarking;
import org.springframework.web.servlet.ModelAndView;

/** Puts on a page the roll-up of what it shows, in its banners and in its header. */
final class Shown {
  private Shown() {}

  static void mark(ModelAndView page, HttpServletResponse response, Collection<Dossier> documents) {
    mark(page, response, of(documents));
  }

  /** The roll-up of documents; nothing shown is UNRESTRICTED. */
  static Protection of(Collection<Dossier> documents) {
    return documents.stream()
        .map(Dossier::protection)
        .reduce(Protection.UNRESTRICTED, Protection::join);
  }

  static void mark(ModelAndView page, HttpServletResponse response, Protection shown) {
    page.addObject("pageMarking", PageMarking.of(shown));
    response.setHeader(ContentMarking.HEADER, HeldBanner.of(shown).rollUp());
  }
}
