package org.glasnost.web.markings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Marking;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.policy.Accreditation;
import org.glasnost.reading.Reading;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.page.PageMarking;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * How a page is marked that shows what somebody pasted: by what was read of it, and at system-high
 * where that may be too little. The rule is that of a record nobody has confirmed yet.
 */
@Component
class Pasted {
  private final Protection systemHigh;

  Pasted(Accreditation accreditation) {
    this.systemHigh = Protection.of(accreditation.ceiling(), Marking.NONE);
  }

  /** What is shown and was not read, or not understood. */
  Protection unread() {
    return systemHigh;
  }

  /** What is shown and states its level by itself, such as a field of a form. */
  Protection stated(StatedLevel level) {
    return level.protection().map(held -> Protection.of(held, Marking.NONE)).orElse(systemHigh);
  }

  /** One marking, which is the whole of the text. */
  Protection ofMarking(Reading reading) {
    return reading.mayAskForMore() || reading.level() == StatedLevel.NONE
        ? reading.asksFor().join(systemHigh)
        : reading.asksFor();
  }

  /**
   * A page: words that bear no mark stand beside those that do, so that UNCLASSIFIED, which may be
   * one portion's, proves nothing for the rest.
   */
  Protection ofPage(List<Reading> readings) {
    Protection asked =
        readings.stream().map(Reading::asksFor).reduce(Protection.UNRESTRICTED, Protection::join);
    boolean proved =
        asked.level() != ClassificationLevel.UNCLASSIFIED
            && readings.stream().noneMatch(Reading::mayAskForMore);
    return proved ? asked : asked.join(systemHigh);
  }

  /** Puts the marking on a page, in its banners and its header. */
  static void mark(ModelAndView page, HttpServletResponse response, Protection shown) {
    page.addObject("pageMarking", PageMarking.of(shown));
    response.setHeader(ContentMarking.HEADER, shown.rollUp());
  }
}
