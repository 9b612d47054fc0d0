package org.glasnost.reading;

import org.glasnost.rule.Finding;

/**
 * A stamp of declassification on a paper that bears a word of the Atomic Energy Act: an order on
 * national security information does not end that protection, and a person must say what the stamp
 * is of (42 U.S.C. 2162; 10 CFR 1045).
 */
final class StampOfAtomicEnergy {
  private StampOfAtomicEnergy() {}

  /** Tells of such a stamp, unless a person is asked about it already. */
  static void tell(Draft draft) {
    boolean declassified =
        draft.stamps.stream().anyMatch(stamp -> stamp.kind() == Stamp.Kind.DECLASSIFIED);
    if (!declassified
        || draft.aea.list().isEmpty()
        || draft.hasFinding(StampOfAtomicEnergy::told)) {
      return;
    }
    draft.spans().stream()
        .filter(span -> span.meaning() == Span.Meaning.STAMP)
        .findFirst()
        .ifPresent(
            span -> {
              draft.find(
                  ReadingRule.STAMP_UNCERTAIN.of(
                      span.text().lines().findFirst().orElse(""),
                      "This stamp does not end the protection of the Atomic Energy Act."),
                  draft.index(span.from()));
              draft.needReview();
            });
  }

  private static boolean told(Finding finding) {
    return finding.rule().equals(ReadingRule.STAMP_UNCERTAIN.id());
  }
}
