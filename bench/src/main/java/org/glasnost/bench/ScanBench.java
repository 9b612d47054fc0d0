package org.glasnost.bench;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.glasnost.reading.DocumentReader;
import org.glasnost.reading.DocumentReading;
import org.glasnost.reading.MarkingReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Text of recognition, a million characters of it, so that a score is megabytes a second: pages
 * without a marking, pages with banners, portion marks and stamps, and the baseline, which looks at
 * each character once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ScanBench {
  private static final int SIZE = 1_000_000;
  private static final LocalDate DATE = LocalDate.of(1985, 3, 25);

  private static final String PLAIN_PAGE =
      """
      The talks opened with an account of the harvest in the southern districts and of what the
      railways could carry before the rivers froze. Mr. Aldrich asked whether the figures of the
      spring had been corrected; the Minister said that they had, and that the tables would follow.

      2. On credits, the delegation recalled the exchange of letters of the previous autumn. Nothing
      in it, the Minister observed, bound either side to a date. He would prefer to return to the
      matter after the recess, when the new chairman of the bank had taken up his office.

         a. Wheat: 1.2 million tons, of which a third by the end of March.
         b. Machine tools: as in the annex, subject to the usual inspection.

      There followed a discussion of visas, in which Mrs. Okafor of the consular section took the
      greater part. Applications handed in before noon are answered on the third day; the others
      wait for the courier. It was agreed to try the arrangement for six months.

      At the end of the conversation the Minister said that he had read the Ambassador's paper with
      interest and hoped for more of the kind. The company then went in to lunch.
      """;

  private static final String MARKED_PAGE =
      "SECRET/SENSITIVE\n\nMEMORANDUM FOR THE RECORD\n\nMarch 25, 1985\n\n"
          + "(S) "
          + PLAIN_PAGE.replace("\n2. On", "\n2. (C) On")
          + "\nClassified by: R. Aldrich\nDECL: OADR\n\nDECLASSIFIED\nNLS F99-051 #321\n"
          + "BY CF, NARA, DATE 7/25/00\n\nSECRET/SENSITIVE\n\n";

  private final DocumentReader documents =
      new DocumentReader(MarkingReader.standard(() -> LocalDate.of(2026, 1, 2)));
  private final String plain = filled(PLAIN_PAGE);
  private final String marked = filled(MARKED_PAGE);

  private static String filled(String page) {
    return page.repeat(SIZE / page.length() + 1).substring(0, SIZE);
  }

  /** Pages on which no marking stands. */
  @Benchmark
  public DocumentReading plainPages() {
    return documents.read(plain, DATE);
  }

  /** Pages of eighteen hundred characters with some ten markings each. */
  @Benchmark
  public DocumentReading markedPages() {
    return documents.read(marked, DATE);
  }

  /** The baseline: each character is looked at. */
  @Benchmark
  public int charByChar() {
    int lower = 0;
    for (int i = 0; i < plain.length(); i++) {
      if (Character.isLowerCase(plain.charAt(i))) {
        lower++;
      }
    }
    return lower;
  }
}
