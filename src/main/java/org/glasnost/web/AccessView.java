package org.glasnost.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.access.AccessDecision;
import org.glasnost.authority.access.Clearing;
import org.glasnost.authority.access.HeldGrant;
import org.glasnost.document.ExplainingAccess.Explained;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may, or may not, see a record.
 *
 * @param account whose access
 * @param document to which record
 * @param asOf the day that was asked for
 * @param knownAt by what was recorded at that instant
 * @param mayKnow whether they may know that the record is there
 * @param mayReadText whether they may read its text
 * @param marking the banner of what the record was held at, or null where it was not on file
 * @param tests every test, need-to-know last
 * @param lists what the record hangs on beside clearance
 * @param grants the grants that were for them
 */
record AccessView(
    UUID account,
    UUID document,
    LocalDate asOf,
    Instant knownAt,
    boolean mayKnow,
    boolean mayReadText,
    @Nullable String marking,
    List<TestView> tests,
    List<String> lists,
    List<GrantView> grants) {

  /**
   * One test.
   *
   * @param test what was asked
   * @param passed what came of it
   * @param cites what it rests on
   */
  record TestView(String test, boolean passed, List<String> cites) {
    static TestView of(Clearing.Test test) {
      return new TestView(
          test.test(), test.passed(), test.cites().stream().map(Citation::shown).toList());
    }
  }

  /**
   * A grant.
   *
   * @param source why it was given
   * @param scope {@code METADATA} or {@code TEXT}
   * @param counts whether it meets every list that the record hangs on
   * @param from the first day
   * @param to the last day, or null
   */
  record GrantView(
      String source, String scope, boolean counts, LocalDate from, @Nullable LocalDate to) {
    static GrantView of(AccessDecision.Need need) {
      HeldGrant grant = need.grant();
      LocalDate until = grant.until();
      return new GrantView(
          grant.source().name(),
          grant.scope().name(),
          need.counts(),
          grant.from(),
          until == null ? null : until.minusDays(1));
    }
  }

  static AccessView of(Explained explained) {
    AccessDecision decision = explained.decision();
    Protection held = explained.held();
    return new AccessView(
        explained.account(),
        explained.document(),
        explained.day(),
        explained.knownAt(),
        decision.mayKnow(),
        decision.mayRead(),
        held == null ? null : HeldBanner.of(held).shown(),
        decision.tests().stream().map(TestView::of).toList(),
        decision.lists(),
        decision.needs().stream().map(GrantView::of).toList());
  }
}
