package org.glasnost.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of decisions, each whole. */
final class Decisions {
  private static final Map<String, Object> INSTRUCTION =
      Map.of(
          "declassifyOn",
          "25X6, 20350324",
          "panelApproval",
          Map.of("on", "2009-11-02", "reference", "notional"));

  private Decisions() {}

  /** All of it is declassified. */
  static Map<String, Object> inFull() {
    return Map.of("determination", "DECLASSIFY_IN_FULL", "reason", "nothing in it");
  }

  /** A review in which others are said to have decided on a day. */
  static Map<String, Object> historic(String document, String day) {
    return Map.of(
        "kind",
        "OADR",
        "documents",
        List.of(document),
        "historicAction",
        Map.of(
            "decidedOn",
            day,
            "decidedBy",
            "the library",
            "authority",
            "the stamp",
            "evidence",
            Map.of("document", document, "from", 0, "to", 4)));
  }

  /** Nothing is. */
  static Map<String, Object> sustain(List<String> portions) {
    return Map.of(
        "determination",
        "SUSTAIN",
        "portions",
        portions.stream()
            .map(p -> Map.of("portion", p, "decision", "WITHHOLD", "basis", "3.3(b)(6)"))
            .toList(),
        "instruction",
        INSTRUCTION,
        "reason",
        "a notional harm");
  }

  /** Every portion is withheld on grounds that leave the words declassified. */
  static Map<String, Object> withholdAll(List<String> portions, String basis) {
    return Map.of(
        "determination",
        "DECLASSIFY_IN_PART",
        "portions",
        portions.stream()
            .map(p -> Map.of("portion", p, "decision", "WITHHOLD", "basis", basis))
            .toList(),
        "reason",
        "another's privacy");
  }

  /** One span of one portion is withheld, the rest released; classified bases bring a new line. */
  static Map<String, Object> inPart(
      List<String> portions, String portion, int from, int to, String basis) {
    List<Map<String, Object>> decided = new ArrayList<>();
    for (String p : portions) {
      decided.add(
          p.equals(portion)
              ? Map.of(
                  "portion",
                  p,
                  "decision",
                  "PART",
                  "spans",
                  List.of(
                      Map.of("from", from, "to", to, "basis", basis, "reason", "so it is held")))
              : Map.of("portion", p, "decision", "RELEASE"));
    }
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("determination", "DECLASSIFY_IN_PART");
    decision.put("portions", decided);
    if (basis.startsWith("3.3")) {
      decision.put("instruction", INSTRUCTION);
    }
    decision.put("reason", "a notional harm");
    return decision;
  }

  /** The span of {@link #inPart}, as the redactor takes it out. */
  static Map<String, Object> redaction(String portion, int from, int to, String basis) {
    return Map.of(
        "redactions",
        List.of(Map.of("portion", portion, "from", from, "to", to, "basis", basis)),
        "reason",
        "as signed");
  }
}
