package org.glasnost.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.glasnost.document.Findings;
import org.glasnost.review.Decision.Choice;
import org.glasnost.review.Decision.PortionDecision;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** What a decision must satisfy portion by portion. */
final class PortionRules {
  private static final Citation REASON_FOR_EACH = Citation.of("32 CFR 2001.33(h)");

  private final WithholdingBases bases;

  PortionRules(WithholdingBases bases) {
    this.bases = bases;
  }

  /** Finds portions that are not there, named twice or left out. */
  static void everyOneNamed(
      List<PortionDecision> named, List<String> all, String pointer, Findings findings) {
    Set<String> known = new HashSet<>(all);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < named.size(); i++) {
      String id = named.get(i).portion();
      if (id == null || !known.contains(id)) {
        findings.error(
            "REV-0012", pointer + "/" + i + "/portion", "There is no such portion here.");
      } else if (!seen.add(id)) {
        findings.error("REV-0013", pointer + "/" + i + "/portion", id + " is decided twice.");
      }
    }
    for (String id : all) {
      if (!seen.contains(id)) {
        findings.add(
            Finding.error("REV-0014", "The portion " + id + " is not decided.")
                .atMember(pointer)
                .about(id));
      }
    }
  }

  /** Finds what is wrong with what is said of one portion. */
  void check(PortionDecision portion, String at, Subject subject, Findings findings) {
    Choice choice = portion.decision();
    if (choice == null) {
      findings.error("REV-0015", at + "/decision", "A decision is required.");
      return;
    }
    switch (choice) {
      case RELEASE -> {
        if (portion.basis() != null || !portion.spans().isEmpty()) {
          findings.error("REV-0016", at, "A portion that is released bears no basis and no spans.");
        }
      }
      case WITHHOLD -> {
        if (!portion.spans().isEmpty()) {
          findings.error(
              "REV-0017", at + "/spans", "A portion that is withheld whole has no spans.");
        }
        basis(portion.basis(), at + "/basis", subject, findings);
      }
      case PART -> spans(portion, at, subject, findings);
    }
  }

  private void spans(PortionDecision portion, String at, Subject subject, Findings findings) {
    if (portion.spans().isEmpty()) {
      findings.error("REV-0018", at + "/spans", "Say which stretches of the portion are withheld.");
    }
    if (portion.basis() != null) {
      findings.error(
          "REV-0019", at + "/basis", "A portion withheld in part has a basis for each span.");
    }
    Integer length = subject.lengths().get(String.valueOf(portion.portion()));
    Map<String, NavigableMap<Integer, Integer>> before = new HashMap<>();
    for (int i = 0; i < portion.spans().size(); i++) {
      Decision.WithheldSpan span = portion.spans().get(i);
      String spanAt = at + "/spans/" + i;
      Integer from = span.from();
      Integer to = span.to();
      if (from == null || to == null || from < 0 || from >= to) {
        findings.error(
            "REV-0020", spanAt, "A span runs from a first code point to one after the last.");
      } else if (length != null && to > length) {
        findings.add(
            Finding.error(
                    "REV-0021",
                    "The span ends at " + to + "; the portion has " + length + " code points.")
                .atMember(spanAt)
                .citing(REASON_FOR_EACH));
      }
      if (repeats(span, before)) {
        findings.error(
            "REV-0037",
            spanAt,
            "This span overlaps one before it on the same basis. Say each stretch once.");
      }
      basis(span.basis(), spanAt + "/basis", subject, findings);
    }
  }

  /** Whether a span takes in characters that one before it withholds on the same basis. */
  private static boolean repeats(
      Decision.WithheldSpan span, Map<String, NavigableMap<Integer, Integer>> before) {
    Integer from = span.from();
    Integer to = span.to();
    if (from == null || to == null || from >= to) {
      return false;
    }
    NavigableMap<Integer, Integer> ends =
        before.computeIfAbsent(String.valueOf(span.basis()), basis -> new TreeMap<>());
    Map.Entry<Integer, Integer> nearest = ends.lowerEntry(to);
    if (nearest != null && nearest.getValue() > from) {
      return true;
    }
    ends.put(from, to);
    return false;
  }

  private void basis(@Nullable String basis, String pointer, Subject subject, Findings findings) {
    if (basis == null || basis.isBlank()) {
      findings.add(
          Finding.error("REV-0022", "What is withheld needs a basis.")
              .atMember(pointer)
              .citing(REASON_FOR_EACH));
    } else if (basis.strip().equals("STATUTE")) {
      findings.add(
          Finding.error(
                  "REV-0023",
                  "A statute is a basis only with its citation, such as STATUTE 50 U.S.C. 3507.")
              .atMember(pointer)
              .about(basis)
              .citing(REASON_FOR_EACH));
    } else if (!bases.admits(basis, subject)) {
      findings.add(
          Finding.error(
                  "REV-0023",
                  "This basis cannot be used for a record of this age. Those that can are listed at"
                      + " /api/policy/bases.")
              .atMember(pointer)
              .about(basis)
              .citing(REASON_FOR_EACH));
    }
  }
}
