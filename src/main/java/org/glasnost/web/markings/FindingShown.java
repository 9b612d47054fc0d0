package org.glasnost.web.markings;

import java.util.Locale;
import org.glasnost.contract.FindingView;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Place;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the pages of markings show it, with its number and its place.
 *
 * @param number its number on the page, from 1
 * @param severity what it weighs, in a word
 * @param style how it is drawn
 * @param message one sentence
 * @param suggestion the way out, or null
 * @param place where, in words, or null where it concerns the whole
 * @param href the place on this page, or null
 * @param view rule and citations
 */
record FindingShown(
    int number,
    String severity,
    String style,
    String message,
    @Nullable String suggestion,
    @Nullable String place,
    @Nullable String href,
    FindingView view) {

  /** A finding of a reading that begins at a place of the text shown. */
  static FindingShown inText(Finding finding, int number, int begins) {
    Integer at = position(finding);
    return of(
        finding,
        number,
        at == null ? null : "at character " + (begins + at + 1),
        at == null ? null : "#at-f" + number);
  }

  /** A finding about the portions given, or one of them. */
  static FindingShown ofPortions(Finding finding, int number) {
    String member = finding.at() == null ? null : finding.at().member();
    if (member == null || !member.matches("/portions/\\d{1,5}")) {
      return of(finding, number, null, null);
    }
    int portion = Integer.parseInt(member.substring("/portions/".length())) + 1;
    return of(finding, number, "portion " + portion, "#portion-" + portion);
  }

  /** A finding about the whole, or a field of the form. */
  static FindingShown ofWhole(Finding finding, int number) {
    return of(finding, number, null, null);
  }

  static @Nullable Integer position(Finding finding) {
    Place place = finding.at();
    return place == null ? null : place.position();
  }

  private static FindingShown of(
      Finding finding, int number, @Nullable String place, @Nullable String href) {
    String suggestion = finding.suggestion();
    return new FindingShown(
        number,
        word(finding.severity()),
        finding.severity().name().toLowerCase(Locale.ROOT),
        Signs.visible(finding.message()),
        suggestion == null ? null : Signs.visible(suggestion),
        place,
        href,
        FindingView.of(finding));
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "Error";
      case WARNING -> "Warning";
      case NOTICE -> "Notice";
    };
  }
}
