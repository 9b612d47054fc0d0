package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Which bases may be used for a record. Section 1.4 serves while it is younger than 25 years,
 * section 3.3(b) after; a record without a date is taken as the older, which asks for more.
 */
public final class Bases {
  private static final int YEARS = 25;

  private Bases() {}

  /** Every basis with a fixed code. */
  static List<Basis> fixed() {
    return Stream.of(
            Basis.CURRENT,
            Basis.EXEMPT,
            List.of(Basis.ATOMIC_ENERGY),
            Basis.FOIA,
            Basis.PRESIDENTIAL)
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The bases with a fixed code for a record; besides, any {@code STATUTE <cite>} serves.
   *
   * @param documentDate its date, or null where that is not known
   * @param presidential whether it is a presidential record
   * @param asOf the day on which it is reviewed
   */
  public static List<Basis> admissible(
      @Nullable LocalDate documentDate, boolean presidential, LocalDate asOf) {
    return fixed().stream()
        .filter(b -> check(b.code(), documentDate, presidential, asOf).isEmpty())
        .toList();
  }

  /** Whether the record is 25 years old on that day. */
  public static boolean isOver25(@Nullable LocalDate documentDate, LocalDate asOf) {
    return documentDate == null || !asOf.isBefore(documentDate.plusYears(YEARS));
  }

  /** What is wrong with a basis for a record; empty where it may be used. */
  public static List<Finding> check(
      String code, @Nullable LocalDate documentDate, boolean presidential, LocalDate asOf) {
    List<Finding> findings = new ArrayList<>();
    Basis.parse(code)
        .ifPresentOrElse(
            basis -> check(basis, isOver25(documentDate, asOf), presidential, findings),
            () ->
                findings.add(
                    BasisRules.BASIS_UNKNOWN
                        .broken("The basis is not one of those listed.")
                        .about(code)));
    return List.copyOf(findings);
  }

  private static void check(
      Basis basis, boolean old, boolean presidential, List<Finding> findings) {
    if (basis.isCurrent() && old) {
      findings.add(
          BasisRules.BASIS_BY_AGE
              .broken("Section 1.4 no longer serves: the record is 25 years old.")
              .about(basis.code())
              .suggesting("3.3(b)(1) to 3.3(b)(9)"));
    }
    if (basis.isExempt() && !old) {
      findings.add(
          BasisRules.BASIS_BY_AGE
              .broken("Section 3.3(b) does not serve yet: the record is younger than 25 years.")
              .about(basis.code())
              .suggesting("1.4(a) to 1.4(h)"));
    }
    if (presidential && basis.code().equals("FOIA b(5)")) {
      findings.add(
          BasisRules.BASIS_5_PRESIDENTIAL
              .broken("FOIA exemption 5 may not be used on presidential records.")
              .about(basis.code()));
    }
    if (!presidential && basis.isPresidential()) {
      findings.add(
          BasisRules.BASIS_PRESIDENTIAL_ONLY
              .broken("The restriction serves presidential records alone.")
              .about(basis.code()));
    }
  }
}
