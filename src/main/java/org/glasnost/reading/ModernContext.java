package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** What the readers of the parts of one modern marking share. */
final class ModernContext {
  /** A register's word and where it stands. */
  record Used(RegisterEntry entry, Piece piece) {}

  /** From this day the syntax of categories is judged. */
  private static final LocalDate SYNTAX = LocalDate.of(2000, 1, 1);

  final Draft draft;
  final MarkingRegister historic;
  final MarkingRegister cnsi;
  final MarkingRegister cui;
  final boolean portion;
  final List<Used> used = new ArrayList<>();

  /** Where the owners of a JOINT marking are named. */
  int ownersAt;

  ModernContext(
      Draft draft,
      MarkingRegister historic,
      MarkingRegister cnsi,
      MarkingRegister cui,
      boolean portion) {
    this.draft = draft;
    this.historic = historic;
    this.cnsi = cnsi;
    this.cui = cui;
    this.portion = portion;
  }

  /** Whether the syntax of categories was prescribed at the date. */
  boolean isTodays() {
    return notBefore(SYNTAX);
  }

  /** Whether the document is of that day or later; one without a date is of today. */
  boolean notBefore(LocalDate day) {
    LocalDate date = draft.date();
    return date == null || !date.isBefore(day);
  }

  void find(Finding finding, Piece at) {
    draft.find(finding, at.from());
  }

  /** A stretch of the text; an empty part of a marking is none. */
  void span(Piece piece, Span.Meaning meaning) {
    if (piece.from() < piece.to()) {
      draft.span(piece.from(), piece.to(), meaning);
    }
  }

  /** A word that is in no register: never in a category. */
  void unknown(Piece item, Finding finding) {
    span(item, Span.Meaning.UNKNOWN);
    draft.needReview();
    draft.doubt(0.7);
    find(finding, item);
  }

  /** Reports a code that is no country or group of the register. */
  void country(Piece code) {
    String upper = code.upper();
    if (cnsi.token(RegisterCategory.COUNTRY, upper) == null
        && cnsi.token(RegisterCategory.GROUP, upper) == null) {
      find(MarkingRule.COUNTRY_UNKNOWN.by(code.text()), code);
      draft.needReview();
    }
  }

  /** Reports a word in another form than this line uses. */
  void form(Piece item, List<String> right) {
    if (!right.contains(item.text()) && isTodays()) {
      find(
          (portion ? MarkingRule.PORTION_FORM : MarkingRule.BANNER_FORM)
              .by(item.text())
              .suggesting(right.get(0)),
          item);
    }
  }

  /** The forms of a word in this kind of line, the one to prefer first. */
  List<String> forms(RegisterEntry entry) {
    return portion ? List.of(entry.portionForm()) : entry.forms();
  }

  /** The register's entry of that token. */
  RegisterEntry known(RegisterCategory category, String token) {
    RegisterEntry entry = cnsi.token(category, token);
    if (entry == null) {
      throw new IllegalArgumentException("the register lacks " + token);
    }
    return entry;
  }

  /** The word of a category in either form; null where there is none. */
  static @Nullable RegisterEntry word(
      MarkingRegister register, RegisterCategory category, String upper) {
    RegisterEntry entry = register.form(category, upper);
    return entry != null ? entry : register.portion(category, upper);
  }
}
