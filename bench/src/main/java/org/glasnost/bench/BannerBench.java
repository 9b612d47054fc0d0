package org.glasnost.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Typical banners, read; beside it the bare minimum, which understands nothing: the line is split by
 * a regular expression and each piece looked up in a map of the same registers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BannerBench {
  private static final int COUNT = 20;

  static final List<String> MODERN =
      List.of(
          "SECRET//NOFORN",
          "TOP SECRET//SI//NOFORN",
          "UNCLASSIFIED",
          "SECRET//REL TO USA, FVEY",
          "CONFIDENTIAL//REL TO USA, AUS, CAN, GBR, NZL",
          "TOP SECRET//SI-G/TK//RSEN/ORCON/NOFORN",
          "UNCLASSIFIED//FOUO",
          "SECRET//RD-CNWDI//NOFORN",
          "SECRET//FGI GBR//REL TO USA, GBR",
          "TOP SECRET//HCS-P/SI/TK//ORCON/NOFORN",
          "SECRET//NOFORN//EXDIS",
          "CONFIDENTIAL//NOFORN",
          "SECRET//ORCON/NOFORN",
          "//JOINT SECRET GBR USA//REL TO USA, GBR",
          "TOP SECRET//SAR-BP/CA//NOFORN",
          "SECRET//RELIDO",
          "SECRET//DISPLAY ONLY AFG",
          "SECRET//SI//REL TO USA, AUS, GBR",
          "TOP SECRET//TK//NOFORN",
          "UNCLASSIFIED//SBU");

  static final List<String> HISTORIC =
      List.of(
          "SECRET",
          "TOP SECRET",
          "CONFIDENTIAL",
          "SECRET/SENSITIVE",
          "TOP SECRET/SENSITIVE/EYES ONLY",
          "SECRET/NODIS",
          "CONFIDENTIAL/EXDIS",
          "SECRET NOFORN WNINTEL",
          "LIMITED OFFICIAL USE",
          "SECRET/NODIS/CHEROKEE",
          "TOP SECRET UMBRA",
          "SECRET - EYES ONLY",
          "SECRET EYES ONLY FOR THE PRESIDENT",
          "CONFIDENTIAL/LIMDIS",
          "SECRET/SENSITIVE/NODIS",
          "TOP SECRET/EXCLUSIVE",
          "SECRET WNINTEL NOFORN NOCONTRACT ORCON",
          "CONFIDENTIAL/STADIS",
          "SECRET/EXDIS",
          "TOP SECRET RUFF UMBRA");

  private static final LocalDate THEN = LocalDate.of(1985, 3, 25);
  private static final Pattern PARTS = Pattern.compile("//");
  private static final Pattern WORDS = Pattern.compile("/");

  private final MarkingReader reader = MarkingReader.standard(() -> LocalDate.of(2026, 1, 2));
  private final Map<String, RegisterEntry> words = words();

  private static Map<String, RegisterEntry> words() {
    Map<String, RegisterEntry> words = new HashMap<>();
    for (MarkingRegister register :
        List.of(MarkingRegister.historic(), MarkingRegister.cnsi(), MarkingRegister.cui())) {
      for (RegisterEntry entry : register.entries()) {
        entry.forms().forEach(form -> words.putIfAbsent(form, entry));
        words.putIfAbsent(entry.portionForm(), entry);
      }
    }
    return words;
  }

  /** Today's banners. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void modern(Blackhole hole) {
    for (String banner : MODERN) {
      hole.consume(reader.read(banner, LineKind.BANNER, null));
    }
  }

  /** The baseline over the same lines. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void modernLookedUp(Blackhole hole) {
    lookUp(MODERN, hole);
  }

  /** Banners of 1985 and before. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void historic(Blackhole hole) {
    for (String banner : HISTORIC) {
      hole.consume(reader.read(banner, LineKind.BANNER, THEN));
    }
  }

  /** The baseline over the same lines. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public void historicLookedUp(Blackhole hole) {
    lookUp(HISTORIC, hole);
  }

  private void lookUp(List<String> banners, Blackhole hole) {
    for (String banner : banners) {
      List<RegisterEntry> found = new ArrayList<>();
      for (String part : PARTS.split(banner)) {
        for (String word : WORDS.split(part)) {
          RegisterEntry entry = words.get(word);
          if (entry != null) {
            found.add(entry);
          }
        }
      }
      hole.consume(found);
    }
  }
}
