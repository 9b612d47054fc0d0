package org.glasnost.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.glasnost.marking.Marking;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.marking.rollup.RolledUp;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.RollingUpPortions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A thousand portions: rolled up as markings, and read from their marks first. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RollUpBench {
  private static final int COUNT = 1_000;
  private static final List<String> KINDS =
      List.of(
          "(S//NF)",
          "(U)",
          "(C//REL TO USA, GBR)",
          "(TS//SI//NF)",
          "(U//FOUO)",
          "(S//REL TO USA, FVEY)",
          "(S//RD-SG 14//NF)",
          "(S//OC/NF)",
          "(TS//TK//RS/NF)",
          "(S//SAR-BP//NF)");

  private final MarkingReader reader = MarkingReader.standard(() -> LocalDate.of(2026, 1, 2));
  private final RollingUpPortions rollingUp = new RollingUpPortions(reader);
  private final List<String> marks = marks();
  private final List<Marking> markings =
      marks.stream().map(mark -> reader.read(mark, LineKind.PORTION, null).marking()).toList();

  private static List<String> marks() {
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      marks.add(KINDS.get(i * 7 % KINDS.size()));
    }
    return marks;
  }

  /** The roll-up itself. */
  @Benchmark
  public RolledUp markings() {
    return RollUp.of(markings, RollUp.Inherited.NOTHING, null, RollUp.Context.OTHER);
  }

  /** The reading of the marks with it. */
  @Benchmark
  public RolledUp marksReadAndRolledUp() {
    return rollingUp.of(marks, null, null, RollUp.Context.OTHER);
  }
}
