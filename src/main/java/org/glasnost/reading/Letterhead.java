package org.glasnost.reading;

import java.util.List;
import java.util.Set;

/**
 * Words that head a sheet of paper in capitals, on lines of their own, above and below a marking.
 */
final class Letterhead {
  private static final Set<String> WORDS =
      Set.of(
          "THE",
          "OF",
          "WHITE",
          "HOUSE",
          "WASHINGTON",
          "DEPARTMENT",
          "STATE",
          "DEFENSE",
          "PENTAGON",
          "EMBASSY",
          "MEMORANDUM",
          "MEMO",
          "MEMCON",
          "LETTER",
          "TELEGRAM",
          "CABLE",
          "AIRGRAM",
          "MESSAGE",
          "OUTGOING",
          "INCOMING",
          "ACTION",
          "INFORMATION",
          "URGENT",
          "COPY",
          "ORIGINAL",
          "DRAFT",
          "AGENDA",
          "MINUTES",
          "SUMMARY",
          "BRIEFING",
          "PAPER",
          "BACKGROUND",
          "TALKING",
          "POINTS",
          "REPORT",
          "NOTE",
          "ATTACHMENT",
          "ATTACHMENTS",
          "ENCLOSURE",
          "ENCLOSURES",
          "ANNEX",
          "APPENDIX",
          "TAB");

  private Letterhead() {}

  /** Whether a line in capitals holds such words alone: no part of the marking above it. */
  static boolean stands(List<Word> words) {
    for (Word word : words) {
      if (!WORDS.contains(word.upper())) {
        return false;
      }
    }
    return true;
  }
}
