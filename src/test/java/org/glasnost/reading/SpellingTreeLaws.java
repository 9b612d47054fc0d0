package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.reading.Lexicon.Spelling;

/** The tree of spellings finds what the steps to each spelling, one by one, say. */
class SpellingTreeLaws {
  private static final Set<RegisterCategory> SOME =
      EnumSet.of(RegisterCategory.LEVEL, RegisterCategory.CONTROL, RegisterCategory.CODEWORD);
  private static final List<Spelling> SPELLINGS = spellings();
  private static final SpellingTree TREE = new SpellingTree(SPELLINGS);

  @Property(tries = 3000)
  void findsWhatEachSpellingAloneSays(@ForAll("damaged") String read) {
    Draft draft = new Draft(read, null, false, LocalDate.EPOCH);
    List<String> found = new ArrayList<>();
    for (SpellingTree.Near near : TREE.near(read, 2, draft)) {
      if (Math.abs(near.spelling().joined().length() - read.length()) <= 1) {
        found.add(near.spelling().joined() + " " + near.steps());
      }
    }
    List<String> each = new ArrayList<>();
    for (Spelling spelling : SPELLINGS) {
      int steps = Confusion.steps(read, spelling.joined());
      if (steps <= (Repair.isLevel(spelling.entry()) ? 3 : 2)) {
        each.add(spelling.joined() + " " + steps);
      }
    }

    assertThat(found).isEqualTo(each);
  }

  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<String> words = Arbitraries.of(SPELLINGS).map(Spelling::joined);
    Arbitrary<String> letters = Arbitraries.of("1", "I", "O", "0", "RN", "M", "VV", "E", "F", "");
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 30);
    return Combinators.combine(words, places, places, letters, letters)
        .as(
            (word, i, j, one, other) -> {
              StringBuilder read = new StringBuilder(word);
              int at = i % read.length();
              read.replace(at, at + 1, one);
              read.insert(j % (read.length() + 1), other);
              return read.toString();
            });
  }

  private static List<Spelling> spellings() {
    List<Spelling> spellings = new ArrayList<>();
    for (RegisterEntry entry : MarkingRegister.historic().entries()) {
      if (SOME.contains(entry.category())) {
        for (String form : entry.forms()) {
          spellings.add(
              new Spelling(List.of(form.replaceAll("[^A-Z0-9]", "")), entry, false, false));
        }
      }
    }
    return spellings;
  }
}
