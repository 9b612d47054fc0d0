package org.glasnost.journey;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A short record, and what is decided about it. */
final class Papers {
  /** A text of four portions. */
  static final String MEMO =
      """
      CONFIDENTIAL

      Memorandum for the record

      The delegation asked for a further meeting.

      CONFIDENTIAL
      """;

  /** A basis that leaves words declassified. */
  static final String BASIS = "PRA P6";

  private Papers() {}

  /** What is said of a record when it is registered. */
  static Map<String, Object> fields(String title) {
    return fields(title, "1984-02-01");
  }

  /** What is said of a record of a day. */
  static Map<String, Object> fields(String title, String documentDate) {
    return Map.of(
        "title",
        title,
        "originatingAgency",
        "STATE",
        "documentDate",
        documentDate,
        "recordStatus",
        "PERMANENT");
  }

  /** Everything is released but some portions. */
  static Map<String, Object> decision(Work work, String document, String... withheld) {
    List<Map<String, Object>> portions = new ArrayList<>();
    for (String portion : work.portions("intake.nara", document)) {
      portions.add(
          List.of(withheld).contains(portion)
              ? Map.of(
                  "portion",
                  portion,
                  "decision",
                  "WITHHOLD",
                  "basis",
                  BASIS,
                  "reason",
                  "A person named in confidence.")
              : Map.of("portion", portion, "decision", "RELEASE"));
    }
    return Map.of(
        "determination", "DECLASSIFY_IN_PART", "portions", portions, "reason", "Some stays back.");
  }

  /** What the decision withholds of the memorandum: the whole of its third portion. */
  static Map<String, Object> redactions() {
    int begins = MEMO.indexOf("The delegation");
    int ends = MEMO.indexOf("CONFIDENTIAL", begins);
    return Map.of(
        "redactions",
        List.of(Map.of("portion", "p3", "from", 0, "to", ends - begins, "basis", BASIS)),
        "reason",
        "As signed.");
  }

  /** A file as a browser uploads it. */
  static FilePayload file(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
  }
}
