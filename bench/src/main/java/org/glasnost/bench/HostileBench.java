package org.glasnost.bench;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.glasnost.reading.DocumentReader;
import org.glasnost.reading.DocumentReading;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Reading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Texts made to be hard, as a line and as a document. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HostileBench {
  private static final int MEGABYTE = 1 << 20;

  /** Which text. */
  public enum Hostile {
    /** A megabyte without a separator. */
    NO_SEPARATOR {
      @Override
      String text() {
        return "A".repeat(MEGABYTE);
      }
    },
    /** Ten thousand parentheses inside each other. */
    NESTED {
      @Override
      String text() {
        return "(".repeat(10_000) + "S" + ")".repeat(10_000);
      }
    },
    /** A megabyte of words with letters that look alike. */
    LOOK_ALIKE {
      @Override
      String text() {
        return "S\u0395CRET N\u041eFORN\n".repeat(MEGABYTE / 14);
      }
    },
    /** A megabyte of words that turn their direction. */
    TURNED {
      @Override
      String text() {
        return "\u202eTERCES\u202c SECRET\n".repeat(MEGABYTE / 16);
      }
    },
    /** A megabyte of NUL. */
    NUL {
      @Override
      String text() {
        return "\0".repeat(MEGABYTE);
      }
    },
    /** A megabyte of brief lines in capitals that are no marking. */
    CAPITALS {
      @Override
      String text() {
        return "QWERTY SECRFT\n".repeat(MEGABYTE / 14);
      }
    };

    abstract String text();
  }

  @Param private Hostile hostile = Hostile.NUL;
  private String text = "";
  private final MarkingReader reader = MarkingReader.standard(() -> LocalDate.of(2026, 1, 2));
  private final DocumentReader documents = new DocumentReader(reader);

  /** Makes the text. */
  @Setup
  public void make() {
    text = hostile.text();
  }

  /** As one line, of which the first 20,000 characters are read. */
  @Benchmark
  public Reading asLine() {
    return reader.read(text, LineKind.AUTO, null);
  }

  /** As a document, the whole of it. */
  @Benchmark
  public DocumentReading asDocument() {
    return documents.read(text, null);
  }
}
