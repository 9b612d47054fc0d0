package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.RuleId;

/** The grammar that is written down and the reader know the same texts. */
class GrammarLaws {
  /** Every run tries the same texts: what one change breaks is told at that change. */
  private static final String SEED = "19850325";

  private static final Path SPECIFICATION = Path.of("docs/spec/markings.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```abnf\n(.*?)```");
  private static final MarkingReader READER = Readers.marking();

  /** What breaks the grammar; the other rules judge what it lets through. */
  private static final Set<RuleId> SYNTAX =
      EnumSet.of(
              MarkingRule.WORD_UNKNOWN,
              MarkingRule.LEVEL_MISSING,
              MarkingRule.SEPARATOR,
              MarkingRule.COMMA,
              MarkingRule.CATEGORY_ORDER,
              MarkingRule.EMPTY_PART,
              MarkingRule.NOT_IN_FORCE,
              MarkingRule.COUNTRY_UNKNOWN,
              MarkingRule.REL_TO_COMMA,
              MarkingRule.DATE_IN_BANNER,
              MarkingRule.PARENTHESES,
              MarkingRule.NON_US_EXCLUSIVE,
              MarkingRule.NON_US_FORM)
          .stream()
          .map(MarkingRule::id)
          .collect(Collectors.toUnmodifiableSet());

  private final Abnf grammar;

  GrammarLaws() throws IOException {
    this.grammar = Abnf.of(blocks(), GrammarLaws::words);
  }

  private static String blocks() throws IOException {
    Matcher matcher = BLOCK.matcher(Files.readString(SPECIFICATION));
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      text.append(matcher.group(1));
    }
    return text.toString();
  }

  /** {@code us-cnsi SCI}: every form of the words of that category. */
  private static List<String> words(String name) {
    String[] parts = name.split(" ", 3);
    MarkingRegister register =
        switch (parts[0]) {
          case "us-cnsi" -> MarkingRegister.cnsi();
          case "us-cui" -> MarkingRegister.cui();
          case "us-historic" -> MarkingRegister.historic();
          default -> throw new IllegalArgumentException("no register: " + name);
        };
    RegisterCategory category = RegisterCategory.valueOf(parts[1]);
    Stream<String> forms =
        register.entries().stream()
            .filter(entry -> entry.category() == category)
            .flatMap(
                entry ->
                    Stream.of(entry.forms(), entry.abbreviations(), List.of(entry.portionForm()))
                        .flatMap(List::stream))
            // HCS-P * stands for its sub-compartments and is no spelling.
            .filter(form -> form.indexOf('*') < 0)
            .distinct();
    if (parts.length < 3) {
      return forms.toList();
    }
    String length =
        switch (parts[2]) {
          case "of two or three letters" -> "[A-Z]{2,3}";
          case "of three letters" -> "[A-Z]{3}";
          case "of three letters but USA" -> "(?!USA)[A-Z]{3}";
          default -> throw new IllegalArgumentException("no such choice of words: " + name);
        };
    return forms.filter(form -> form.matches(length)).toList();
  }

  @Example
  void everyNameOfTheGrammarIsDefined() {
    assertThat(grammar.undefined()).isEmpty();
    assertThat(grammar.unused())
        .containsExactlyInAnyOrder("banner", "portion", "flat", "instruction", "case-number");
  }

  @Property(tries = 300, seed = SEED)
  void whatTheGrammarMakesIsRead(@ForAll long seed) {
    for (LineKind kind : List.of(LineKind.BANNER, LineKind.PORTION)) {
      Abnf.Sample sample = grammar.sample(rule(kind), new Random(seed));
      agree(sample.text(), kind);
    }
  }

  @Property(tries = 300, seed = SEED)
  void whatStandsBesideTheGrammarIsReported(@ForAll long seed) {
    for (LineKind kind : List.of(LineKind.BANNER, LineKind.PORTION)) {
      Random random = new Random(seed);
      agree(changed(grammar.sample(rule(kind), random).text(), random), kind);
    }
  }

  @Property(tries = 300, seed = SEED)
  void aHistoricMarkingIsReadWordByWord(@ForAll long seed) {
    Abnf.Sample sample = grammar.sample("flat", new Random(seed));
    if (sample.of("surname").stream().anyMatch(Addressee::isOfSentence)) {
      return; // INTO, TOLD, ASKED: letters drawn by lot that are no surname.
    }
    Reading reading = READER.read(sample.text(), LineKind.BANNER, LocalDate.of(1970, 1, 2));

    RegisterEntry level =
        MarkingRegister.historic().form(RegisterCategory.LEVEL, sample.of("historic-level").get(0));
    assertThat(reading.level())
        .as(sample.text())
        .isEqualTo(level == null ? null : StatedLevel.valueOf(level.token()));
    assertThat(reading.spans())
        .as(sample.text())
        .noneMatch(span -> span.meaning() == Span.Meaning.UNKNOWN);
    assertThat(reading.recipients())
        .as(sample.text())
        .containsAll(sample.of("name").stream().map(n -> n.replaceAll("\\s+", " ")).toList());
    assertThat(reading.precedence().isEmpty())
        .as(sample.text())
        .isEqualTo(sample.of("precedence").isEmpty());
  }

  @Property(tries = 300, seed = SEED)
  void anInstructionIsReadForWhatItIs(@ForAll long seed) {
    Abnf.Sample sample = grammar.sample("instruction", new Random(seed));
    Reading reading =
        READER.read(sample.text(), LineKind.AUTHORITY_BLOCK, LocalDate.of(1979, 12, 3));
    String kind =
        sample.parts().stream()
            .map(Abnf.Part::rule)
            .filter(rule -> !Set.of("instruction", "intro", "SP", "WSP").contains(rule))
            .findFirst()
            .orElseThrow();
    String given = sample.text().substring(sample.parts().get(1).text().length());

    assertThat(reading.declassification().instruction())
        .as(sample.text())
        .isEqualTo(
            switch (kind) {
              case "review" -> "REVIEW_ON";
              case "day" -> "DATE";
              case "hum" -> "50X1_HUM";
              case "wmd" -> "50X2_WMD";
              case "exempt" -> given.substring(0, 3);
              case "na" -> "NA_RD";
              case "treaty" -> "TREATY";
              case "oadr", "gds", "ads", "rds", "mr" -> kind.toUpperCase(Locale.ROOT);
              case "xgds", "group", "x-code", "dci-only" -> given.replaceAll("[ -]", "_");
              default -> throw new IllegalArgumentException(kind);
            });
  }

  @Property(tries = 300, seed = SEED)
  void aCaseNumberIsFound(@ForAll long seed) {
    Abnf.Sample sample = grammar.sample("case-number", new Random(seed));
    assertThat(READER.read(sample.text(), LineKind.SCAN, null).caseNumbers())
        .containsExactly(sample.text().replaceAll(" ?# ?", " #"));
  }

  /** The same with texts by chance, and many more of them. */
  @Property(tries = 20_000)
  @Tag("long")
  void allOfItHoldsOfTextsByChance(@ForAll long seed) {
    whatTheGrammarMakesIsRead(seed);
    whatStandsBesideTheGrammarIsReported(seed);
    aHistoricMarkingIsReadWordByWord(seed);
    anInstructionIsReadForWhatItIs(seed);
    aCaseNumberIsFound(seed);
  }

  private static String rule(LineKind kind) {
    return kind == LineKind.BANNER ? "banner" : "portion";
  }

  private void agree(String text, LineKind kind) {
    if (kind == LineKind.BANNER && !ModernMarking.looksModern(text)) {
      return; // A line without categories is read by the grammar of historic markings.
    }
    List<String> broken = new ArrayList<>();
    Reading reading = READER.read(text, kind, null);
    if (text.codePoints().noneMatch(Character::isLetterOrDigit) && reading.needsReview()) {
      broken.add("nothing stands there");
    }
    reading.findings().stream()
        .filter(f -> SYNTAX.contains(f.rule()) || f.rule().value().startsWith("RDG-"))
        .forEach(f -> broken.add(f.rule().value() + " " + f.message()));
    assertThat(broken.isEmpty())
        .as(
            kind
                + " '"
                + text
                + "' by the grammar "
                + grammar.matches(rule(kind), text)
                + ", by the reader "
                + broken)
        .isEqualTo(grammar.matches(rule(kind), text));
  }

  /** One step away: a character or a stretch lost, doubled, put in, or taken to another place. */
  private static String changed(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(8));
    String put = "/ ,-()ASX19".charAt(random.nextInt(11)) + "";
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, from) + text.substring(from + 1);
      case 1 -> text.substring(0, from) + put + text.substring(from);
      case 2 -> text.substring(0, from) + put + text.substring(from + 1);
      case 3 -> text.substring(0, to) + text.substring(from);
      default -> text.substring(to) + text.substring(from, to) + text.substring(0, from);
    };
  }
}
