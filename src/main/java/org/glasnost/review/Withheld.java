package org.glasnost.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a decision withholds, as stretches of portions by basis: the one form in which a
 * determination and the redactions made for it can be compared.
 *
 * @param stretches by portion id, then basis: merged, in order, without overlap
 */
public record Withheld(Map<String, Map<String, List<Stretch>>> stretches) {

  /**
   * A stretch of a portion, in code points.
   *
   * @param from the first
   * @param to after the last
   */
  public record Stretch(int from, int to) {}

  /** What a checked decision withholds. */
  public static Withheld of(Decision decision, Map<String, Integer> lengths) {
    Collected collected = new Collected();
    for (Decision.PortionDecision portion : decision.portions()) {
      String id = String.valueOf(portion.portion());
      Decision.Choice choice = portion.decision();
      if (choice == Decision.Choice.WITHHOLD) {
        collected.add(
            id, String.valueOf(portion.basis()), new Stretch(0, lengths.getOrDefault(id, 0)));
      } else if (choice == Decision.Choice.PART) {
        for (Decision.WithheldSpan span : portion.spans()) {
          if (span.from() != null && span.to() != null) {
            collected.add(id, String.valueOf(span.basis()), new Stretch(span.from(), span.to()));
          }
        }
      }
    }
    return collected.merged();
  }

  /** What checked redactions take out. */
  public static Withheld of(List<Step.Redacted> redactions) {
    Collected collected = new Collected();
    for (Step.Redacted redaction : redactions) {
      if (redaction.from() != null && redaction.to() != null) {
        collected.add(
            String.valueOf(redaction.portion()),
            String.valueOf(redaction.basis()),
            new Stretch(redaction.from(), redaction.to()));
      }
    }
    return collected.merged();
  }

  /** Whether nothing is withheld. */
  public boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** Every basis that stands behind something withheld, each once. */
  public List<String> bases() {
    return stretches.values().stream()
        .flatMap(byBasis -> byBasis.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether the whole portion is withheld, on whatever bases. */
  public boolean coversWhole(String portion, int length) {
    List<Stretch> all =
        stretches.getOrDefault(portion, Map.of()).values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(Stretch::from))
            .toList();
    int reached = 0;
    for (Stretch stretch : all) {
      if (stretch.from() > reached) {
        return false;
      }
      reached = Math.max(reached, stretch.to());
    }
    return reached >= length;
  }

  /** Whether everything that the other withholds of a portion is withheld here too. */
  public boolean covers(String portion, Withheld other) {
    List<Stretch> wanted =
        other.stretches.getOrDefault(portion, Map.of()).values().stream()
            .flatMap(List::stream)
            .toList();
    List<Stretch> here =
        merge(
            stretches.getOrDefault(portion, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList());
    return wanted.stream()
        .allMatch(w -> here.stream().anyMatch(h -> h.from() <= w.from() && w.to() <= h.to()));
  }

  private static List<Stretch> merge(List<Stretch> stretches) {
    List<Stretch> merged = new ArrayList<>();
    stretches.stream()
        .sorted(Comparator.comparingInt(Stretch::from).thenComparingInt(Stretch::to))
        .forEach(
            next -> {
              Stretch last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
              if (last != null && next.from() <= last.to()) {
                merged.set(
                    merged.size() - 1, new Stretch(last.from(), Math.max(last.to(), next.to())));
              } else {
                merged.add(next);
              }
            });
    return List.copyOf(merged);
  }

  private static final class Collected {
    private final Map<String, Map<String, List<Stretch>>> found = new TreeMap<>();

    void add(String portion, String basis, Stretch stretch) {
      found
          .computeIfAbsent(portion, p -> new TreeMap<>())
          .computeIfAbsent(basis, b -> new ArrayList<>())
          .add(stretch);
    }

    Withheld merged() {
      Map<String, Map<String, List<Stretch>>> merged = new TreeMap<>();
      found.forEach(
          (portion, byBasis) -> {
            Map<String, List<Stretch>> stretches = new TreeMap<>();
            byBasis.forEach((basis, list) -> stretches.put(basis, merge(list)));
            merged.put(portion, stretches);
          });
      return new Withheld(merged);
    }
  }
}
