package org.glasnost.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.access.Labels;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.policy.Accreditation;
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
 */
@Component
class Protecting {
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
   * @param verbatim the lines that bear a level, each once, in their order; null if none does
   * @param level the highest level that they state; NONE if none does
   * @param instruction the first declassification instruction, verbatim, or null
   * @param protection what they ask for
   */
  record Held(
      @Nullable String verbatim,
      StatedLevel level,
      @Nullable String instruction,
      Protection protection) {}

  /** Holds a document by readings; open levels and silence are never held as unclassified. */
  Held hold(List<Reading> readings, @Nullable UUID transmittal) {
    Set<String> lines = new LinkedHashSet<>();
    StatedLevel stated = StatedLevel.NONE;
    String instruction = null;
    Protection protection = Protection.UNRESTRICTED;
    boolean open = false;
    for (Reading reading : readings) {
      StatedLevel level = reading.level();
      if (level == null) {
        open = true;
        lines.add(reading.text());
        continue;
      }
      if (level != StatedLevel.NONE) {
        lines.add(reading.text());
        stated = higher(stated, level);
      }
      ClassificationLevel asks = level.protection().orElse(ClassificationLevel.UNCLASSIFIED);
      protection = protection.join(Protection.of(asks, reading.marking()));
      if (instruction == null) {
        instruction = reading.declassification().text();
      }
    }
    if (open || (stated == StatedLevel.NONE && transmittal == null)) {
      protection = protection.join(systemHigh());
    }
    if (transmittal != null && stated == StatedLevel.NONE) {
      protection = protection.join(highestOf(transmittal));
    }
    return new Held(
        lines.isEmpty() ? null : String.join("\n", lines), stated, instruction, protection);
  }

  /** The highest protection that a transmittal ever had, which its declassification keeps. */
  Protection highestOf(UUID transmittal) {
    return documents.labelsEver(transmittal).stream()
        .map(labels::protection)
        .reduce(Protection.UNRESTRICTED, Protection::join);
  }

  /** What says nothing is held as if it said the most that may be held here. */
  Protection systemHigh() {
    return Protection.of(accreditation.ceiling(), org.glasnost.marking.Marking.NONE);
  }

  /**
   * Refuses what may not be held here.
   *
   * @throws Refused if the protection is above the accreditation
   */
  void admit(Protection protection, String pointer) {
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
