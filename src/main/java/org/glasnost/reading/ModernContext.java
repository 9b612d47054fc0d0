package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** What the readers of the parts of one modern marking share. */
final class ModernContext {
  /**
   * A register's word and where it stands.
   *
   * @param entry the word
   * @param piece where
   * @param brief what it says, in upper case and without titles
   */
  record Used(RegisterEntry entry, Piece piece, String brief) {
    Used(RegisterEntry entry, Piece piece) {
      this(entry, piece, piece.spaced());
    }
  }

  final Draft draft;
  final MarkingRegister historic;
  final MarkingRegister cnsi;
  final MarkingRegister cui;
  final boolean portion;
  final List<Used> used = new ArrayList<>();

  /** Where the owners of a JOINT marking are named. */
  int ownersAt;

  /** CUI that does not stand first. */
  @Nullable Piece cuiBehindLevel;

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

  /** Whether what came with a step of the syntax's history judges the document. */
  boolean isUnder(Applicability step) {
    return step.holdsOn(draft.date());
  }

  void find(Finding finding, Piece at) {
    find(finding, at.from());
  }

  /**
   * Reports what a rule found, where the rule concerns documents of that day. Where it does not,
   * but no form of today mends what it found, a person must say what stands for it today.
   */
  void find(Finding finding, int index) {
    MarkingRule rule = MarkingRule.of(finding.rule());
    if (rule == null || rule.holdsOn(draft.date())) {
      draft.find(finding, index);
    } else if (rule == MarkingRule.WORD_UNKNOWN || rule == MarkingRule.COUNTRY_UNKNOWN) {
      // No register of its day is at hand that would forbid it; it is not understood all the same.
      String token = String.valueOf(finding.token());
      draft.find(ReadingRule.UNREADABLE.of(token, "'" + token + "' is in no register."), index);
    } else if (!rule.leavesMeaningWhole() && rule.holdsOn(null)) {
      draft.find(MarkingRule.SUCCESSOR_OPEN.by(String.valueOf(finding.token())), index);
      draft.leaveToPerson();
    }
  }

  void span(Piece piece, Span.Meaning meaning) {
    if (piece.from() < piece.to()) {
      draft.span(piece.text(), piece.from(), piece.to(), meaning);
    }
  }

  /** A word that is in no register: never in a category. */
  void unknown(Piece item, Finding finding) {
    span(item, Span.Meaning.UNKNOWN);
    draft.needReview();
    draft.doubt(0.7);
    find(finding, item);
  }

  /**
   * Reports a code that is no country or group of the register. A country by its name, such as
   * {@code UK}, is understood, and its trigraph suggested.
   *
   * @return the code, or the trigraph of the country so named
   */
  String country(Piece code) {
    String upper = code.upper();
    if (!isCountry(upper)) {
      RegisterEntry named = cnsi.form(RegisterCategory.COUNTRY, code.spaced());
      boolean todays = isUnder(Applicability.CATEGORIES);
      if (named != null && !todays) {
        return named.token();
      }
      Finding finding = MarkingRule.COUNTRY_UNKNOWN.by(code.text());
      find(named == null ? finding : finding.suggesting(named.token()), code);
      draft.needReview();
      if (!todays) {
        draft.leaveToPerson();
      }
      return named == null ? upper : named.token();
    }
    return upper;
  }

  /** Whether a code is one of a country or a group. */
  boolean isCountry(String code) {
    return cnsi.token(RegisterCategory.COUNTRY, code) != null
        || cnsi.token(RegisterCategory.GROUP, code) != null;
  }

  /** Reports a word in another form than this line uses. */
  void form(Piece item, List<String> right) {
    if (!right.contains(item.text())) {
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
