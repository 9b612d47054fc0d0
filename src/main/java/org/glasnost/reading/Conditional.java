package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.StatedLevel;

/**
 * Levels under a condition: {@code UNCLASSIFIED WHEN SEPARATED FROM TOP SECRET ATTACHMENT}. What
 * holds only when something is taken away is not what holds now, and is told; the level of what is
 * to be taken away, and a level that holds while something is attached, hold of the whole.
 */
final class Conditional {
  private static final String[] ACTS = {
    "SEPARAT", "REMOV", "DETACH", "WITHDR", "ATTACH", "ENCLOS", "INCLOS", "ANNEX", "APPEND"
  };
  private static final Pattern ACT =
      Pattern.compile(
          "(?<![A-Z])(?:SEPARAT|REMOV|DETACH|WITHDR|ATTACH|ENCLOS|INCLOS|ANNEX|APPEND)");
  private static final Pattern TAKEN_AWAY =
      Pattern.compile("(?<![A-Z])(?:SEPARAT|REMOV|DETACH|WITHDR|TAKEN)");
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![A-Z])(?:WHEN(?:EVER)?|UPON|IF|AFTER|ONCE|WITHOUT|W/O|LESS|UNLESS|PROVIDED|WHILE"
              + "|AS\\s{1,3}LONG\\s{1,3}AS|(?:ON|THROUGH|BY|WITH)(?=\\s{1,3}(?:THE\\s)?(?:REMOV|SEPARAT|DETACH|WITHDR)))(?![A-Z])"
              + "(?!\\s{1,3}(?:FILLED|COMPLETED|BLANKS))");

  /** These name what is not there. */
  private static final Pattern ABSENT = Pattern.compile("WITHOUT|W/O|LESS|UNLESS");

  /** The condition's own line, and lines on which it goes on. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:\\((?:S|ES)\\)|\\.(?=\\S)|[^.;)\\n]|\\n[ \\t]{0,40}(?=(?:OF|FROM|THE|THIS|CLASSIFIED"
              + "|ATTACH|ENCLOS|INCLOS|ANNEX|APPEND|SEPARAT|REMOV|DETACH|WITHDR|IS|ARE|TOP\\s{1,3}SECRET\\s{1,3}[AEI]"
              + "|SECRET\\s{1,3}[AEI]|CONFIDENTIAL\\s{1,3}[AEI])(?![^\\n]{0,40}:))){1,200}");

  private static final Pattern LEVEL =
      Pattern.compile(
          "(?<![A-Z])(TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL|RESTRICTED(?!\\s{1,3}DATA)|UNCLASSIFIED"
              + "|UNCLAS|DECLASSIFIED|LIMITED\\s{1,3}OFFICIAL\\s{1,3}USE)(?![A-Z])");

  /** What is attached, behind its level. */
  private static final Pattern THING =
      Pattern.compile(
          "(?:[/ -]{1,3}(?!(?:WHEN|UPON|AFTER|WITHOUT|LESS|ONCE|UNLESS|WHILE|PROVIDED|FROM|SEPARAT|REMOV|DETACH|WITHDR|AND)[A-Z]{0,6})[A-Z]{3,12}){0,3}"
              + "\\s{1,3}(?!ATTACHED|ENCLOSED|INCLOSED)(?:MATERIAL|DOCUMENT|PORTION|PAGE|PART|TAB|PAPER"
              + "|ATTACH|ENCLOS|INCLOS|ANNEX|APPEND|INFORMATION)");

  private static final Pattern FROM_THING =
      Pattern.compile("(?<![A-Z])(?:FROM|OF)\\s{1,3}(?:(?:THE|A|ANY|ITS)\\s{1,3})?\\z");
  private static final Pattern BECOMES =
      Pattern.compile(
          "(?:(?:(?:DOWN|RE|UP)GRADED|BECOMES?|CONSIDERED|TREATED|HANDLED|CLASSIFIED)(?:\\s{1,3}(?:TO|AS))?|OTHERWISE)\\s{1,3}\\z");
  private static final Pattern OTHERWISE = Pattern.compile("OTHERWISE\\W{1,3}\\z");
  private static final Pattern PROSE =
      Pattern.compile("(?<![A-Z])(?:MAY|CAN|COULD|MIGHT|SHOULD|WOULD)(?![A-Z])");
  private static final int FAR = 60;
  private static final int LONGEST = 300;

  private final Draft draft;
  private final int from;
  private final int to;
  private final int condition;

  private Conditional(Draft draft, int from, int to, int condition) {
    this.draft = draft;
    this.from = from;
    this.to = to;
    this.condition = condition;
  }

  /** Takes the conditions of a text. */
  static void read(Draft draft) {
    String upper = draft.upper();
    if (!mayStand(upper)) {
      return;
    }
    draft.step(upper.length());
    Matcher word = WORD.matcher(upper);
    int next = 0;
    while (next < upper.length() && word.find(next)) {
      next = word.end();
      Matcher tail = TAIL.matcher(upper).region(word.end(), upper.length());
      if (!tail.lookingAt()
          || draft.isTaken(word.start(), word.end())
          || !ACT.matcher(upper).region(word.start(), tail.end()).find()) {
        continue;
      }
      boolean before = upper.substring(word.end(), tail.end()).indexOf(',') < 0;
      int start = start(upper, word.start(), before);
      new Conditional(draft, start, tail.end(), word.start()).take();
      next = tail.end();
    }
  }

  /** Whether a condition stands in a stretch of a text: what it says was not done. */
  static boolean stands(String text, int from, int to) {
    String upper = Draft.upper(text.substring(from, to));
    if (!mayStand(upper)) {
      return false;
    }
    Matcher word = WORD.matcher(upper);
    while (word.find()) {
      if (TAKEN_AWAY.matcher(upper).region(word.end(), upper.length()).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text names anything that is attached or taken away. */
  static boolean mayStand(String upper) {
    for (String act : ACTS) {
      if (upper.contains(act)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where the clause begins: at its parenthesis, sentence or line; at the line above where the
   * condition begins one and may hold of what stands there.
   */
  private static int start(String upper, int condition, boolean mayCross) {
    int least = Math.max(0, condition - LONGEST);
    int at = condition;
    boolean own = LineSigns.isBlank(upper, upper.lastIndexOf('\n', condition) + 1, condition);
    boolean crossed = !own || !mayCross;
    while (at > least) {
      char c = upper.charAt(at - 1);
      if (c == '('
          || c == ')'
          || c == ';'
          || (c == '.' && Character.isWhitespace(upper.charAt(at)))) {
        break;
      }
      if (c == '\n') {
        if (crossed || (at > 1 && upper.charAt(at - 2) == '\n')) {
          break;
        }
        crossed = true;
      }
      at--;
    }
    while (at < condition && Character.isWhitespace(upper.charAt(at))) {
      at++;
    }
    return at;
  }

  private record Named(StatedLevel level, boolean declassified, int from, int to) {}

  private List<Named> levels() {
    List<Named> levels = new ArrayList<>();
    Matcher level = LEVEL.matcher(draft.upper()).region(from, to).useTransparentBounds(true);
    while (level.find()) {
      if (!draft.isTaken(level.start(), level.end())) {
        String name = level.group(1).replaceAll("\\s+", "_");
        StatedLevel said =
            switch (name.charAt(0)) {
              case 'T' -> StatedLevel.TOP_SECRET;
              case 'S' ->
                  // The word in front may have run into TOP: no lower than that.
                  draft.upper().substring(0, level.start()).stripTrailing().endsWith("TOP")
                      ? StatedLevel.TOP_SECRET
                      : StatedLevel.SECRET;
              case 'C' -> StatedLevel.CONFIDENTIAL;
              case 'R' -> StatedLevel.RESTRICTED;
              case 'L' -> StatedLevel.LOU;
              default -> StatedLevel.UNCLASSIFIED;
            };
        levels.add(new Named(said, name.startsWith("DE"), level.start(), level.end()));
      }
    }
    return levels;
  }

  private void take() {
    List<Named> things = new ArrayList<>();
    List<Named> before = new ArrayList<>();
    List<Named> after = new ArrayList<>();
    for (Named level : levels()) {
      boolean thing = isThing(level);
      (thing ? things : level.from() < condition ? before : after).add(level);
    }
    boolean present = isPresent();
    if (before.isEmpty() && after.isEmpty()) {
      if (!things.isEmpty() && isAllCapitals()) {
        things.forEach(thing -> draft.levels().carry(thing.level()));
        tell(from);
      }
      return;
    }
    Named outcome = before.isEmpty() ? after.get(0) : before.get(before.size() - 1);
    if (!Character.isUpperCase(draft.text().charAt(outcome.from()))) {
      things.removeIf(thing -> !Character.isUpperCase(draft.text().charAt(thing.from())));
      if (!things.isEmpty()) {
        things.forEach(thing -> draft.levels().carry(thing.level()));
        draft.span(from, to, Span.Meaning.INSTRUCTION);
        tell(from);
      }
      return;
    }
    things.forEach(thing -> draft.levels().carry(thing.level()));
    if (present && !OTHERWISE.matcher(front(outcome)).find() && isProtected(outcome.level())) {
      draft.levels().carry(outcome.level());
    } else if (isProtected(outcome.level()) && isCapital(outcome) && !isProse()) {
      // The whole is no lower than what is left of it, and how high nobody says here.
      draft.levels().classified();
    }
    int own = before.isEmpty() ? from : Math.max(from, beginning(outcome));
    boolean alone = before.size() <= 1;
    draft.span(own, to, Span.Meaning.INSTRUCTION);
    if (alone && own > from) {
      draft.take(from, own);
    }
    tell(own);
  }

  private void tell(int own) {
    String written = draft.text().substring(own, to).strip();
    boolean aside = from > 0 && draft.upper().charAt(from - 1) == '(' && !isPresent();
    draft.find(
        ReadingRule.CONDITIONAL.of(
            written,
            isPresent()
                ? "This holds while something is attached: the whole is held no lower."
                : "This says what holds after separation, not what holds now."),
        own);
    boolean capitals = LEVEL.matcher(written).find() || isAllCapitals();
    if (capitals && !aside && !isProse()) {
      draft.needReview();
    }
  }

  private boolean isProse() {
    return PROSE.matcher(draft.upper()).region(from, to).find();
  }

  private boolean isCapital(Named level) {
    return draft.upper().startsWith(draft.text().substring(level.from(), level.to()), level.from());
  }

  private static boolean isProtected(StatedLevel level) {
    return level == StatedLevel.TOP_SECRET
        || level == StatedLevel.SECRET
        || level == StatedLevel.CONFIDENTIAL
        || level == StatedLevel.RESTRICTED;
  }

  /** Whether it is the level of what is attached. */
  private boolean isThing(Named level) {
    if (level.declassified()) {
      return false;
    }
    return THING
            .matcher(draft.upper())
            .region(level.to(), Math.min(draft.upper().length(), level.to() + FAR))
            .lookingAt()
        || (level.from() > condition && FROM_THING.matcher(front(level)).find());
  }

  private String front(Named level) {
    return draft.upper().substring(Math.max(from, level.from() - FAR), level.from());
  }

  /** Where the words begin that give the level: {@code DOWNGRADED TO}. */
  private int beginning(Named outcome) {
    Matcher becomes = BECOMES.matcher(front(outcome));
    return becomes.find() ? Math.max(from, outcome.from() - FAR) + becomes.start() : outcome.from();
  }

  /** Whether the condition is that something is there. */
  private boolean isPresent() {
    String words = draft.upper().substring(condition, to);
    return !TAKEN_AWAY.matcher(words).find() && !ABSENT.matcher(words).lookingAt();
  }

  private boolean isAllCapitals() {
    return draft.text().substring(from, to).equals(draft.upper().substring(from, to));
  }
}
