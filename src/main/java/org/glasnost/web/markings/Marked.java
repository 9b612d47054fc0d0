package org.glasnost.web.markings;

import jakarta.servlet.http.HttpServletResponse;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.page.PageMarking;
import org.springframework.web.servlet.ModelAndView;

/** Puts the marking of what a page shows in its banners and its header. */
final class Marked {
  private Marked() {}

  static void as(ModelAndView page, HttpServletResponse response, Protection shown) {
    page.addObject("pageMarking", PageMarking.of(shown));
    response.setHeader(ContentMarking.HEADER, HeldBanner.of(shown).rollUp());
  }
}
