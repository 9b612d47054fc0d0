package org.glasnost.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.glasnost.declassification.DateCalculus;
import org.glasnost.declassification.Purpose;
import org.glasnost.declassification.Question;
import org.glasnost.marking.StatedLevel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Questions about existing documents of every era, each with its instruction. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DateBench {
  private static final int COUNT = 10;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private final List<Question> questions = questions();

  private static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    add(questions, "1985-03-25", "DECL: OADR");
    add(questions, "1973-12-13", "E.O. 11652: GDS");
    add(questions, "1962-10-24", "GROUP 3");
    add(questions, "1975-06-10", "XGDS-1");
    add(questions, "1979-01-30", "RDS-3 1/30/99");
    add(questions, "1999-11-03", "X1");
    add(questions, "2005-06-01", "25X4, 20501001");
    add(questions, "2012-05-05", "20370505");
    add(questions, "1951-05-04", null);
    add(questions, "2003-01-15", "25X1-human");
    return questions;
  }

  private static void add(List<Question> questions, String day, String instruction) {
    questions.add(
        Question.of(Purpose.READ, TODAY)
            .originDate(LocalDate.parse(day))
            .level(StatedLevel.SECRET)
            .agency("State")
            .declassifyOn(instruction)
            .permanent(true)
            .build());
  }

  /** Answers a second. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void answers(Blackhole hole) {
    for (Question question : questions) {
      hole.consume(DateCalculus.compute(question));
    }
  }
}
