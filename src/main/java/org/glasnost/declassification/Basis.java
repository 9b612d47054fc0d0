package org.glasnost.declassification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.rule.Citation;

/**
 * A ground on which words of a record may be withheld.
 *
 * @param code as written with a redaction, such as {@code 3.3(b)(1)}
 * @param keepsClassified whether the words stay classified
 * @param meaning in words
 * @param source what it rests on
 */
public record Basis(String code, boolean keepsClassified, String meaning, Citation source) {
  private static final String ORDER = "E.O. 13526 section ";
  private static final Pattern STATUTE = Pattern.compile("STATUTE\\s+(\\S.{0,199})");

  /** Section 1.4, for records younger than 25 years. */
  static final List<Basis> CURRENT =
      List.of(
          order("1.4(a)", "military plans, weapons systems, or operations"),
          order("1.4(b)", "foreign government information"),
          order("1.4(c)", "intelligence activities, sources or methods, or cryptology"),
          order(
              "1.4(d)", "foreign relations or foreign activities, including confidential sources"),
          order("1.4(e)", "scientific, technological, or economic matters"),
          order("1.4(f)", "programs for safeguarding nuclear materials or facilities"),
          order("1.4(g)", "vulnerabilities or capabilities of systems, installations, or plans"),
          order("1.4(h)", "weapons of mass destruction"));

  /** Section 3.3(b), for records of 25 years and more. */
  static final List<Basis> EXEMPT =
      List.of(
          order("3.3(b)(1)", "a human source, or intelligence sources and methods"),
          order("3.3(b)(2)", "weapons of mass destruction"),
          order("3.3(b)(3)", "U.S. cryptologic systems or activities"),
          order("3.3(b)(4)", "state-of-the-art technology within a weapon system"),
          order("3.3(b)(5)", "war plans in effect"),
          order("3.3(b)(6)", "serious harm to relations with a foreign government"),
          order("3.3(b)(7)", "protection of the President and others"),
          order("3.3(b)(8)", "emergency preparedness plans and current vulnerabilities"),
          order("3.3(b)(9)", "a statute, treaty, or international agreement"));

  /** The Atomic Energy Act. */
  static final Basis ATOMIC_ENERGY =
      new Basis(
          "AEA", true, "Restricted Data or Formerly Restricted Data", Citation.of("10 CFR 1045"));

  /** The exemptions of the Freedom of Information Act that withhold what is not classified. */
  static final List<Basis> FOIA =
      List.of(
          foia(2, "internal personnel rules and practices"),
          foia(3, "exempt by another statute"),
          foia(4, "trade secrets and commercial information"),
          foia(5, "inter-agency or intra-agency deliberation"),
          foia(6, "personal privacy"),
          foia(7, "law enforcement"),
          foia(8, "financial institutions"),
          foia(9, "geological information about wells"));

  /** The restrictions of the Presidential Records Act. */
  static final List<Basis> PRESIDENTIAL =
      List.of(
          presidential(1, "national security classified information"),
          presidential(2, "appointments to Federal office"),
          presidential(3, "exempt by another statute"),
          presidential(4, "trade secrets and commercial information"),
          presidential(5, "confidential advice between the President and advisers"),
          presidential(6, "personal privacy"));

  /**
   * @throws IllegalArgumentException if code or meaning is blank, which is a bug of ours
   */
  public Basis {
    if (code.isBlank() || meaning.isBlank()) {
      throw new IllegalArgumentException("a basis has a code and a meaning");
    }
  }

  private static Basis order(String section, String meaning) {
    return new Basis(section, true, meaning, Citation.of(ORDER + section));
  }

  private static Basis foia(int number, String meaning) {
    return new Basis(
        "FOIA b(" + number + ")", false, meaning, Citation.of("5 U.S.C. 552(b)(" + number + ")"));
  }

  private static Basis presidential(int number, String meaning) {
    return new Basis(
        "PRA P" + number, false, meaning, Citation.of("44 U.S.C. 2204(a)(" + number + ")"));
  }

  /** Reads a code, whatever the age of the record; empty where it is none. */
  public static Optional<Basis> parse(String text) {
    String code = text.strip();
    Matcher statute = STATUTE.matcher(code);
    if (statute.matches()) {
      return Optional.of(
          new Basis(code, false, "another statute", Citation.unverified(statute.group(1))));
    }
    String compact = code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return Bases.fixed().stream()
        .filter(b -> b.code().replaceAll("\\s", "").toUpperCase(Locale.ROOT).equals(compact))
        .findFirst();
  }

  /** Whether the basis is one of section 1.4. */
  public boolean isCurrent() {
    return CURRENT.contains(this);
  }

  /** Whether the basis is one of section 3.3(b). */
  public boolean isExempt() {
    return EXEMPT.contains(this);
  }

  /** Whether the basis is of the Presidential Records Act. */
  public boolean isPresidential() {
    return PRESIDENTIAL.contains(this);
  }
}
