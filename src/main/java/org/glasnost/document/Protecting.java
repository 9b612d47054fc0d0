package org.glasnost.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.access.Labels;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Countries;
import org.glasnost.marking.Marking;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.policy.Accreditation;
import org.glasnost.reading.MarkingWords;
import org.glasnost.reading.Reading;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From what was read to how a document is held. Nothing is taken for unclassified because it says
 * nothing: an unmarked enclosure follows its transmittal, anything else is held at system-high
 * until a person marks it (32 CFR 2001.24(b), (f)).
 *
 * <p>Until its marking review a reading only ever raises the protection, and it is not believed
 * where believing it wrongly would let out what cannot be taken back:
 *
 * <ul>
 *   <li>A line that is a repair, names two candidates, or otherwise needs a person, may say more
 *       than was understood of it. One such line about a level, a control or a compartment holds
 *       the document at system-high; a clean line beside it does not vouch for it. So does a line
 *       that begins with a level and was taken for a heading.
 *   <li>UNCLASSIFIED and Limited Official Use, however cleanly read, prove nothing for the whole:
 *       such a line may be a portion's mark, a cover sheet's, or what holds "when separated from
 *       the enclosures". The document is held as if it were unmarked.
 *   <li>A level read cleanly is what the document says of itself, and it is held there. RESTRICTED
 *       is held as Confidential.
 *   <li>Controls, compartments and named lists bind in every case, those of a doubtful line too.
 * </ul>
 *
 * <p>Too much protection costs one marking review; too little cannot be undone. From the review on
 * the accepted readings, or the marking that the classifier states, hold alone.
 */
@Component
class Protecting {
  /** The longest marking that is kept beside the readings, in characters. */
  static final int LONGEST_VERBATIM = 2000;

  private final Accreditation accreditation;
  private final Labels labels;
  private final Documents documents;

  Protecting(Accreditation accreditation, Labels labels, Documents documents) {
    this.accreditation = accreditation;
    this.labels = labels;
    this.documents = documents;
  }

  /**
   * What a set of readings comes to.
   *
   * @param verbatim the lines that bear a level, each once, in their order, in the words of the
   *     marking alone ({@link MarkingWords}): it is told to whoever may know of the document and
   *     outlives its text; null if none does. Where a document says it in so many ways that they
   *     fill pages, as many as {@value #LONGEST_VERBATIM} characters hold, those of the highest
   *     level first; every line stays among the readings
   * @param level the highest level that they state; NONE if none does
   * @param instruction the first declassification instruction, in its own words alone, or null
   * @param protection what they ask for
   */
  record Held(
      @Nullable String verbatim,
      StatedLevel level,
      @Nullable String instruction,
      Protection protection) {

    Held raisedTo(Protection more) {
      return new Held(verbatim, level, instruction, protection.join(more));
    }
  }

  /** Holds a document by readings that nobody has confirmed yet. */
  Held holdUnconfirmed(List<Reading> readings, @Nullable UUID transmittal) {
    Held asked = asked(readings);
    if (readings.stream().anyMatch(Reading::mayAskForMore)) {
      asked = asked.raisedTo(systemHigh());
    }
    return provesNothing(asked.level()) ? asked.raisedTo(unmarked(transmittal)) : asked;
  }

  /** Holds a document by the readings that a person accepted. */
  Held hold(List<Reading> accepted, @Nullable UUID transmittal) {
    Held asked = asked(accepted);
    if (accepted.stream().anyMatch(reading -> reading.level() == null)) {
      asked = asked.raisedTo(systemHigh());
    }
    return asked.level() == StatedLevel.NONE ? asked.raisedTo(unmarked(transmittal)) : asked;
  }

  /** What readings ask for by themselves, whatever else the document is. */
  Held asked(List<Reading> readings) {
    StatedLevel stated = StatedLevel.NONE;
    String instruction = null;
    Protection protection = Protection.UNRESTRICTED;
    List<String> released = released(readings);
    for (Reading reading : readings) {
      StatedLevel level = reading.level();
      if (level != null && level != StatedLevel.NONE) {
        stated = higher(stated, level);
      }
      protection = protection.join(reading.asksFor(released));
      if (instruction == null) {
        instruction = MarkingWords.of(reading.declassification());
      }
    }
    return new Held(verbatim(readings, stated), stated, instruction, protection);
  }

  /** The release list of the document's banner; empty where it has none, or more than one. */
  private static List<String> released(List<Reading> readings) {
    List<Set<String>> named =
        readings.stream()
            .filter(reading -> !reading.text().startsWith("("))
            .map(reading -> reading.marking().relTo())
            .filter(list -> !list.isEmpty())
            .<Set<String>>map(Countries::expand)
            .distinct()
            .toList();
    return named.size() == 1 ? List.copyOf(named.get(0)) : List.of();
  }

  private static @Nullable String verbatim(List<Reading> readings, StatedLevel highest) {
    Set<String> lines = new LinkedHashSet<>();
    Set<String> decisive = new LinkedHashSet<>();
    for (Reading reading : readings) {
      if (reading.level() != StatedLevel.NONE) {
        lines.add(MarkingWords.of(reading));
      }
      if (reading.level() == null || reading.level() == highest) {
        decisive.add(MarkingWords.of(reading));
      }
    }
    if (lines.isEmpty()) {
      return null;
    }
    String whole = String.join("\n", lines);
    if (whole.length() <= LONGEST_VERBATIM) {
      return whole;
    }
    StringBuilder kept = new StringBuilder();
    for (String line : decisive) {
      if (kept.length() + line.length() >= LONGEST_VERBATIM) {
        break;
      }
      kept.append(kept.isEmpty() ? "" : "\n").append(line);
    }
    return kept.toString();
  }

  /** Whether a document that says this is held as if it said nothing, until a person confirms. */
  static boolean provesNothing(StatedLevel level) {
    return level.protection().orElse(ClassificationLevel.UNCLASSIFIED)
        == ClassificationLevel.UNCLASSIFIED;
  }

  private Protection unmarked(@Nullable UUID transmittal) {
    return transmittal == null ? systemHigh() : highestOf(transmittal);
  }

  /** The highest protection that a transmittal ever had, which its declassification keeps. */
  Protection highestOf(UUID transmittal) {
    return documents.labelsEver(transmittal).stream()
        .map(labels::protection)
        .reduce(Protection.UNRESTRICTED, Protection::join);
  }

  /** What says nothing is held as if it said the most that may be held here. */
  Protection systemHigh() {
    return Protection.of(accreditation.ceiling(), Marking.NONE);
  }

  /**
   * Refuses what may not be held here.
   *
   * @throws Refused if the protection is above the accreditation
   */
  void admit(Protection protection, String pointer) {
    if (protection.toText().length() > Labels.LONGEST) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error(
                  "DOC-0016",
                  "The markings name more lists and words than one document can be held under."
                      + " Nothing was stored. Register it in parts.")
              .atMember(pointer));
    }
    if (!accreditation.admits(protection.level())) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error(
                  "DOC-0007",
                  "The marking asks for "
                      + protection.level().banner()
                      + "; this system is accredited to "
                      + accreditation.ceiling().banner()
                      + ". Nothing was stored. Take the document to a system that may hold it.")
              .atMember(pointer)
              .citing(Citation.inferred("NIST SP 800-53r5 AC-4")));
    }
  }

  private static StatedLevel higher(StatedLevel one, StatedLevel other) {
    if (one == StatedLevel.NONE) {
      return other;
    }
    if (other == StatedLevel.NONE) {
      return one;
    }
    ClassificationLevel first = one.protection().orElseThrow();
    ClassificationLevel second = other.protection().orElseThrow();
    if (first == second) {
      // Both ask for the same: the word that is still a level today says it more plainly.
      return one == StatedLevel.RESTRICTED || one == StatedLevel.LOU ? other : one;
    }
    return first.dominates(second) ? one : other;
  }
}
