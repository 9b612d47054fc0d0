package org.glasnost.process.deployment.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.process.deployment.flow.FlowGraph.Way;
import org.glasnost.process.deployment.flow.ReleaseDemands.TakenBack;
import org.jspecify.annotations.Nullable;

/**
 * On which branches a task that was done counts no more. Policy names the condition, such as {@code
 * ${signed == false}}; the same is told by {@code ${signed != true}}, and by a default branch
 * beside one for {@code ${signed == true}}. A branch that may be gone in both cases is walked in
 * both.
 */
final class Returns {
  private static final Pattern COMPARISON = Pattern.compile("\\$\\{(\\w+)(==|!=)('\\w+'|\\w+)}");
  private static final Set<String> TRUTHS = Set.of("true", "false");

  private final ReleaseDemands demands;

  Returns(ReleaseDemands demands) {
    this.demands = demands;
  }

  /**
   * What gateways have told that lie directly one behind another, between which nothing changes.
   *
   * @param is what has been taken back
   * @param isNot what has not
   */
  record Known(Set<TakenBack> is, Set<TakenBack> isNot) {
    static final Known NOTHING = new Known(Set.of(), Set.of());

    private static Set<TakenBack> with(Set<TakenBack> some, TakenBack another) {
      Set<TakenBack> all = new HashSet<>(some);
      all.add(another);
      return Set.copyOf(all);
    }
  }

  /** How many tasks count on a branch, and what is known there. */
  record Taken(int done, Known known) {}

  /** What a branch says of something that may have been taken back. */
  private enum Asked {
    /** Nothing. */
    NOT,
    /** It is gone if so, and not otherwise. */
    IF,
    /** It is not gone if so. */
    IF_NOT,
    /** It may be gone in both cases. */
    EITHER
  }

  /**
   * How many tasks may count on a branch; none where it cannot be gone at all.
   *
   * @param done how many counted before
   * @param known what the gateways directly before have told
   */
  List<Taken> on(FlowGraph graph, Way way, int done, Known known) {
    List<Taken> all = List.of(new Taken(done, known));
    for (TakenBack back : demands.takenBack()) {
      Asked asked = asked(graph, way, back);
      List<Taken> next = new ArrayList<>();
      for (Taken taken : all) {
        next.addAll(on(asked, back, taken));
      }
      all = next;
    }
    return all;
  }

  private static List<Taken> on(Asked asked, TakenBack back, Taken before) {
    Known known = before.known();
    Taken isSo =
        new Taken(
            Math.min(before.done(), back.leaves()),
            new Known(Known.with(known.is(), back), known.isNot()));
    Taken isNotSo =
        new Taken(before.done(), new Known(known.is(), Known.with(known.isNot(), back)));
    if (known.is().contains(back)) {
      return asked == Asked.IF_NOT ? List.of() : List.of(before);
    }
    return switch (asked) {
      case NOT -> List.of(before);
      case IF -> List.of(isSo);
      case IF_NOT -> List.of(isNotSo);
      case EITHER -> known.isNot().contains(back) ? List.of(before) : List.of(isSo, isNotSo);
    };
  }

  /** Whether a task counts no more on some branch behind an element. */
  boolean mayTakeBack(FlowGraph graph, FlowNode node) {
    return graph.from(node).stream()
        .anyMatch(
            way ->
                demands.takenBack().stream()
                    .map(back -> asked(graph, way, back))
                    .anyMatch(asked -> asked == Asked.IF || asked == Asked.EITHER));
  }

  /** Whether a branch is gone in one of the two cases alone. */
  static boolean isAsked(FlowGraph graph, Way way, TakenBack back) {
    Asked asked = asked(graph, way, back);
    return asked == Asked.IF || asked == Asked.IF_NOT;
  }

  private static Asked asked(FlowGraph graph, Way way, TakenBack back) {
    Asked own = asked(way.condition(), back);
    if (!way.isDefault()) {
      return own;
    }
    List<Asked> others =
        graph.from(graph.node(way.source())).stream()
            .filter(other -> !other.equals(way))
            .map(other -> asked(other.condition(), back))
            .filter(asked -> asked != Asked.NOT)
            .toList();
    if (others.isEmpty()) {
      return own;
    }
    boolean goneOtherwise =
        others.stream().anyMatch(other -> other == Asked.IF || other == Asked.EITHER);
    return goneOtherwise && (own == Asked.NOT || own == Asked.IF_NOT) ? Asked.IF_NOT : Asked.EITHER;
  }

  private static Asked asked(@Nullable String condition, TakenBack back) {
    if (condition == null) {
      return Asked.NOT;
    }
    if (condition.equals(back.condition())) {
      return Asked.IF;
    }
    Matcher here = COMPARISON.matcher(condition);
    Matcher there = COMPARISON.matcher(back.condition());
    if (!here.matches()
        || !there.matches()
        || !here.group(1).equals(there.group(1))
        || !there.group(2).equals("==")) {
      return Asked.NOT;
    }
    boolean same = here.group(3).equals(there.group(3));
    if (here.group(2).equals("==")) {
      return same ? Asked.IF : Asked.IF_NOT;
    }
    if (same) {
      return Asked.IF_NOT;
    }
    // What is not true is false; what is not one of several words may be any other.
    return TRUTHS.contains(here.group(3)) ? Asked.IF : Asked.EITHER;
  }
}
