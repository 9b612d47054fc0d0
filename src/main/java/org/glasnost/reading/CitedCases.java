package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of cases and items that an editor's note cites: of the libraries, the Interagency Panel,
 * CREST, the remote archives and the Department of State. A note is no stamp: what was decided in
 * the case is not taken from it.
 */
final class CitedCases {
  /** {@code F-2001-00345}, perhaps with the document within the case. */
  private static final Pattern STATE =
      Pattern.compile(
          "(?<![A-Z0-9-])([FMS]-(?:19|20)\\d{2}-\\d{3,6})(?![\\dA-Z-])"
              + "(?:[,;]?\\s{1,3}DOC(?:UMENT)?\\.?\\s{0,2}(?:NO|NUMBER)?\\.?\\s?:?\\s{0,3}(C?\\d{1,9})(?!\\d))?");

  private static final int MOST = 50;

  private CitedCases() {}

  /** Reads the cases of a note into the draft, each once. */
  static void read(Draft draft) {
    if (draft.upper().indexOf('-') < 0 && draft.upper().indexOf('#') < 0) {
      return;
    }
    StampLine.cases(draft, null);
    for (BareNumber number : BareNumber.in(draft.text(), draft.upper())) {
      add(draft, number.from(), number.to(), number.number(), number.item(), number.together());
    }
    crest(draft);
    for (Matcher found : all(StampNumber.LIBRARY, draft)) {
      add(draft, found.start(), found.end(), found.group(), null, found.group());
    }
    for (Matcher found : all(StampNumber.MANDATORY, draft)) {
      String number = String.valueOf(found.group(1)).replaceAll("[\\s#]+", " ");
      String item = found.group(2);
      String together = item == null ? number : number + " #" + item;
      add(draft, found.start(), found.end(), number, item, together);
    }
    for (Matcher found : all(STATE, draft)) {
      String number = String.valueOf(found.group(1));
      add(draft, found.start(), found.end(), number, found.group(2), number);
    }
  }

  private static List<Matcher> all(Pattern form, Draft draft) {
    List<Matcher> found = new ArrayList<>();
    Matcher matcher = form.matcher(draft.upper());
    int at = 0;
    while (found.size() < MOST && at < draft.upper().length() && matcher.find(at)) {
      found.add(matcher);
      at = matcher.end();
      matcher = form.matcher(draft.upper());
    }
    return found;
  }

  /** A number of CREST that is damaged is told of, repaired where one reading is left. */
  private static void crest(Draft draft) {
    for (Matcher found : all(StampNumber.CREST, draft)) {
      String written = draft.text().substring(found.start(), found.end());
      String number = StampNumber.crest(draft, written, found.start());
      if (number != null) {
        add(draft, found.start(), found.end(), number, null, number);
      }
    }
  }

  private static void add(
      Draft draft, int from, int to, String number, @Nullable String item, String together) {
    if (draft.isTaken(from, to)) {
      return;
    }
    draft.span(from, to, Span.Meaning.CASE_NUMBER);
    draft.caseNumbers.add(together);
    draft.stamps.add(new Stamp(Stamp.Kind.CASE, null, number, item, null, null));
  }
}
