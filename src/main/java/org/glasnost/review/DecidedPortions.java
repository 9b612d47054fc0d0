package org.glasnost.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.document.Portions.Portion;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells of a decision portion by portion: which ones, what was decided, on what
 * bases, from which marking to which. Portions of which the same is said stand together, those that
 * follow each other as one range, so that the line of a record of 20,000 portions stays small.
 *
 * <p>Ids, codes and markings alone: no reason, no place within a portion, and of a statute the
 * first word, since its citation is typed. The line bears the label of the document, so that the
 * markings are sealed for whoever is not cleared for it.
 */
public final class DecidedPortions {
  /** Of more markings than that, which no person tells apart, none is told: a line has a MiB. */
  private static final int MOST_MARKED = 300;

  /** Of more groups than that, which no person makes by hand, none is told. */
  private static final int MOST = 1000;

  /** As many ranges a line may name. */
  private static final int MOST_RANGES = 50_000;

  private static final String STATUTE = "STATUTE";
  private static final String FREE = "UNCLASSIFIED";

  /** What is said of a portion; those of which the same is said are one group. */
  private record Said(
      String decision, List<String> bases, @Nullable String from, @Nullable String to) {
    Map<String, Object> of(List<Integer> numbers) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("portions", ranges(numbers));
      told.put("decision", decision);
      told.put("bases", bases);
      if (from != null && to != null) {
        told.put("from", from);
        told.put("to", to);
      }
      return told;
    }
  }

  private DecidedPortions() {}

  /**
   * The groups of a decision that was accepted. One that declassifies in full and names no portion
   * is told of all. What is sustained or only referred changes no marking.
   *
   * @param subject the document as it stood when that was decided
   */
  public static List<Map<String, Object>> of(Decision decision, Subject subject) {
    boolean changes =
        decision.determination() != Decision.Determination.SUSTAIN
            && decision.determination() != Decision.Determination.REFER;
    List<Decision.PortionDecision> said =
        decision.portions().isEmpty()
                && decision.determination() == Decision.Determination.DECLASSIFY_IN_FULL
            ? subject.portionIds().stream()
                .map(
                    id ->
                        new Decision.PortionDecision(
                            id, Decision.Choice.RELEASE, null, List.of(), null))
                .toList()
            : decision.portions();
    return groups(said, subject, changes);
  }

  /** The groups of what a referred agency answered of the portions that it was asked about. */
  public static List<Map<String, Object>> of(Step.ReferralAnswer answer, Subject subject) {
    return groups(answer.portions(), subject, true);
  }

  /** Which portions belong to which agency, or go to it; by agency. */
  public static List<Map<String, Object>> byAgency(
      Map<String, ? extends Collection<String>> asked) {
    List<Map<String, Object>> told = new ArrayList<>();
    int named = 0;
    for (Map.Entry<String, ? extends Collection<String>> each : new TreeMap<>(asked).entrySet()) {
      List<String> ranges = ranges(each.getValue().stream().map(DecidedPortions::number).toList());
      named += ranges.size();
      told.add(Map.of("agency", each.getKey(), "portions", ranges));
    }
    return named > MOST_RANGES ? List.of() : told;
  }

  /** Which portions words are taken out of, by the bases that stand in their place. */
  public static List<Map<String, Object>> redacted(List<Step.Redacted> redactions) {
    Map<Integer, TreeSet<String>> bases = new TreeMap<>();
    for (Step.Redacted redacted : redactions) {
      bases
          .computeIfAbsent(number(String.valueOf(redacted.portion())), n -> new TreeSet<>())
          .add(code(String.valueOf(redacted.basis())));
    }
    Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
    bases.forEach(
        (number, of) ->
            groups.computeIfAbsent(List.copyOf(of), b -> new ArrayList<>()).add(number));
    List<Map<String, Object>> told = new ArrayList<>();
    groups.forEach((of, numbers) -> told.add(Map.of("portions", ranges(numbers), "bases", of)));
    return told.size() > MOST ? List.of() : told;
  }

  /** A basis as the journal tells it. */
  public static String code(String basis) {
    return basis.startsWith(STATUTE) ? STATUTE : basis;
  }

  /** Every basis that is named for a portion, as it stands. */
  public static Stream<String> bases(Decision.PortionDecision portion) {
    return Stream.concat(
        Stream.ofNullable(portion.basis()),
        portion.spans().stream().map(Decision.WithheldSpan::basis).filter(Objects::nonNull));
  }

  private static List<Map<String, Object>> groups(
      List<Decision.PortionDecision> decided, Subject subject, boolean changes) {
    Map<String, Portion> portions =
        subject.portions().stream().collect(Collectors.toMap(Portion::id, portion -> portion));
    Map<Said, List<Integer>> groups = new LinkedHashMap<>();
    Map<Said, List<Integer>> unmarked = new LinkedHashMap<>();
    for (Decision.PortionDecision each : decided) {
      Portion portion = portions.get(String.valueOf(each.portion()));
      if (portion == null) {
        throw new IllegalArgumentException("no portion of the document: " + each.portion());
      }
      String decision = String.valueOf(each.decision());
      List<String> bases = bases(each).map(DecidedPortions::code).distinct().sorted().toList();
      String from = portion.mark() == null ? subject.level().banner() : portion.mark();
      boolean stays = !changes || bases(each).anyMatch(WithholdingBases::keepsClassified);
      add(groups, new Said(decision, bases, from, stays ? from : FREE), portion.number());
      add(unmarked, new Said(decision, bases, null, null), portion.number());
    }
    if (unmarked.size() > MOST) {
      return List.of();
    }
    List<Map<String, Object>> told = new ArrayList<>();
    (groups.size() > MOST_MARKED ? unmarked : groups)
        .forEach((said, numbers) -> told.add(said.of(numbers)));
    return told;
  }

  private static void add(Map<Said, List<Integer>> groups, Said said, int number) {
    groups.computeIfAbsent(said, s -> new ArrayList<>()).add(number);
  }

  private static int number(String portion) {
    return Integer.parseInt(portion.substring(1));
  }

  /** Such as {@code p1-p3, p5}: what follows one another as one. */
  static List<String> ranges(List<Integer> numbers) {
    List<String> ranges = new ArrayList<>();
    List<Integer> sorted = numbers.stream().distinct().sorted().toList();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i) != sorted.get(i - 1) + 1) {
        int first = sorted.get(from);
        int last = sorted.get(i - 1);
        ranges.add(first == last ? "p" + first : "p" + first + "-p" + last);
        from = i;
      }
    }
    return List.copyOf(ranges);
  }
}
