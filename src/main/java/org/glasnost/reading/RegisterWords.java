package org.glasnost.reading;

import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.MarkingRule;

/** Takes words of the historic register into a draft, as they stand or repaired. */
final class RegisterWords {
  /** A line without a letter: blank, or noise. */
  private static final Pattern EMPTY_LINE = Pattern.compile("\n[^\\p{L}\\p{N}\n]*\n");

  private RegisterWords() {}

  /** Takes a register's word into the draft. */
  static void accept(Draft draft, RegisterEntry entry, int from, int to) {
    draft.writtenOfOld();
    String written = draft.text().substring(from, to);
    if (written.indexOf('\n') >= 0 && EMPTY_LINE.matcher(written).find()) {
      draft.find(
          ReadingRule.BROKEN
              .of(
                  written,
                  "A blank line or noise stands inside; a person must confirm "
                      + entry.banner()
                      + ".")
              .suggesting(entry.banner()),
          from);
      draft.doubt(0.8);
      draft.needReview();
    }
    switch (entry.category()) {
      case LEVEL -> {
        draft.level(StatedLevel.valueOf(entry.token()));
        draft.span(written, from, to, Span.Meaning.LEVEL);
      }
      case CONTROL -> {
        draft.controls.add(entry.token());
        draft.span(written, from, to, Span.Meaning.CONTROL);
      }
      case CODEWORD -> {
        draft.codewords.add(entry.token());
        draft.span(written, from, to, Span.Meaning.CODEWORD);
      }
      case PRECEDENCE -> {
        draft.precedence.add(entry.token());
        draft.span(written, from, to, Span.Meaning.PRECEDENCE);
      }
      case AEA -> {
        draft.atomic(entry.token());
        draft.span(written, from, to, Span.Meaning.AEA);
      }
      case FOREIGN -> foreign(draft, entry, from, to);
      case NOTICE -> WarningNotice.take(draft, entry, from, to);
      case SEEN -> {
        // The stamp of an office, put by whoever kept its papers: it bears nobody's name.
        draft.stamps.add(new Stamp(Stamp.Kind.SEEN, null, null, null, null, null));
        draft.span(written, from, to, Span.Meaning.STAMP);
      }
      case NATO,
          NATO_CONTROL,
          SCI,
          SAP,
          DISSEM,
          NON_IC,
          EXEMPTION,
          COUNTRY,
          GROUP,
          CUI,
          CUI_DISSEM ->
          throw new IllegalArgumentException("not a word of flat markings: " + entry);
    }
    inForce(draft, entry, written, from);
  }

  /** A classification or caveat of another owner: it states no level of ours. */
  static void foreign(Draft draft, RegisterEntry entry, int from, int end) {
    // SECRET (BRITISH): the word ends before its parenthesis does.
    boolean open = draft.text().startsWith(")", end) && draft.text().lastIndexOf('(', end) > from;
    int to = open ? end + 1 : end;
    String written = draft.text().substring(from, to);
    boolean level = !entry.token().endsWith("EYES ONLY") && !entry.token().equals("AUSTEO");
    if (draft.nonUs == null || level) {
      draft.nonUs = entry.token();
    }
    if (!level) {
      draft.foreignCaveat();
    }
    draft.fgi.add(source(entry.token()));
    draft.span(from, to, Span.Meaning.NON_US);
    draft.needReview();
    draft.find(
        ReadingRule.FOREIGN
            .of(written, "A marking of another owner; it states no U.S. level by itself.")
            .alsoCiting(entry.cite()),
        from);
  }

  private static String source(String token) {
    if (token.startsWith("NATO") || token.startsWith("COSMIC")) {
      return "NATO";
    }
    if (token.startsWith("CANADIAN ")) {
      return "CAN";
    }
    return token.startsWith("UK ") ? "GBR" : "FGI";
  }

  /** RESTRICTED needs a person in any era; other words are judged by the document's date. */
  private static void inForce(Draft draft, RegisterEntry entry, String written, int from) {
    LocalDate day = draft.date();
    boolean restricted = entry.token().equals("RESTRICTED");
    boolean past = day == null ? draft.isJudged() && entry.to() != null : !entry.validOn(day);
    if (restricted) {
      draft.find(
          (past ? MarkingRule.RESTRICTED_ENDED : MarkingRule.RESTRICTED_PERSON)
              .by(written)
              .alsoCiting(entry.cite()),
          from);
    } else if (past && day != null) {
      boolean early = entry.from() != null && day.isBefore(entry.from());
      draft.find(
          MarkingRule.NOT_IN_FORCE
              .by(
                  written,
                  "'"
                      + written
                      + (early
                          ? "' was in force from " + entry.from()
                          : "' was in force until " + entry.to())
                      + ".")
              .alsoCiting(entry.cite()),
          from);
    }
  }

  /** Takes what a damaged word may be: the one word, or none where several are possible. */
  static void repaired(Draft draft, Repair repair, int from, int to) {
    String written = draft.text().substring(from, to);
    if (repair.isSingle()) {
      RegisterEntry entry = repair.candidates().get(0);
      draft.find(
          ReadingRule.REPAIRED
              .of(written, "Damaged; read as " + entry.banner() + ".")
              .suggesting(entry.banner())
              .alsoCiting(entry.cite()),
          from);
      draft.doubt(1.0 - 0.15 * repair.steps());
      if (entry.token().equals("UNCLASSIFIED")) {
        // The one repair that would take protection away.
        draft.needReview();
      }
      accept(draft, entry, from, to);
      return;
    }
    String names =
        repair.candidates().stream().map(RegisterEntry::banner).collect(Collectors.joining(" or "));
    if (repair.touchesLevel()) {
      draft.find(ReadingRule.TWO_LEVELS.of(written, "This may be " + names + "."), from);
      draft.openLevel();
      draft.span(from, to, Span.Meaning.LEVEL);
    } else {
      draft.find(ReadingRule.UNREADABLE.of(written, "This may be " + names + "."), from);
      draft.needReview();
      draft.span(from, to, Span.Meaning.UNKNOWN);
    }
    draft.doubt(0.5);
  }
}
