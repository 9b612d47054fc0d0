package org.glasnost.web;

import java.util.List;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Marking;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.policy.Accreditation;
import org.glasnost.reading.Reading;
import org.springframework.stereotype.Component;

/**
 * How an answer is marked that shows what somebody pasted: by what was read of it, and at
 * system-high where that may be too little. The rule is that of a record nobody has confirmed yet.
 */
@Component
public class PastedText {
  private static final int LONGEST = 1_000;

  private final Protection systemHigh;

  PastedText(Accreditation accreditation) {
    this.systemHigh = Protection.of(accreditation.ceiling(), Marking.NONE);
  }

  /** What is shown and was not read, or not understood. */
  public Protection unread() {
    return systemHigh;
  }

  /** What is shown and states its level by itself, such as a field of a form. */
  public Protection stated(StatedLevel level) {
    return level.protection().map(held -> Protection.of(held, Marking.NONE)).orElse(systemHigh);
  }

  /** One marking, which is the whole of the text. */
  public Protection ofMarking(Reading reading) {
    boolean proved = !reading.mayAskForMore() && reading.level() != StatedLevel.NONE;
    return shown(reading.asksFor(), proved);
  }

  /** Several markings, each the whole of a text; the roll-up of all. */
  public Protection ofMarkings(List<Reading> readings) {
    return shown(
        readings.stream().map(this::ofMarking).reduce(Protection.UNRESTRICTED, Protection::join),
        true);
  }

  /**
   * A page: words that bear no mark stand beside those that do, so that UNCLASSIFIED, which may be
   * one portion's, proves nothing for the rest.
   */
  public Protection ofPage(List<Reading> readings) {
    Protection asked =
        readings.stream().map(Reading::asksFor).reduce(Protection.UNRESTRICTED, Protection::join);
    boolean proved =
        asked.level() != ClassificationLevel.UNCLASSIFIED
            && readings.stream().noneMatch(Reading::mayAskForMore);
    return shown(asked, proved);
  }

  /** A line of words without end is no banner; what is held so is held at system-high. */
  private Protection shown(Protection asked, boolean proved) {
    Protection held = proved ? asked : asked.join(systemHigh);
    HeldBanner banner = HeldBanner.of(held);
    boolean tooLong = banner.shown().length() > LONGEST || banner.rollUp().length() > LONGEST;
    return tooLong ? systemHigh : held;
  }
}
