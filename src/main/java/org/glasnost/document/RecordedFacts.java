package org.glasnost.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.glasnost.declassification.Purpose;
import org.glasnost.declassification.Question;
import org.glasnost.declassification.SpecialContent;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Marking;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * All that is recorded of a document and bears on the dates of its declassification: the one place
 * where the question about a record is put together. What a question may say besides is recorded
 * nowhere here; {@code RecordedFactsTest} goes through its members one by one.
 *
 * @param documentDate its date, or null
 * @param originatingAgency whose it is, or null
 * @param recordStatus what is known of its appraisal
 * @param level what it says of its level
 * @param instruction its declassification instruction, or null
 * @param exemptionApproved whether a signature recorded the Panel's approval of what the
 *     instruction claims
 * @param contains what it bears, or may bear, that follows rules of its own
 */
record RecordedFacts(
    @Nullable LocalDate documentDate,
    @Nullable String originatingAgency,
    RecordStatus recordStatus,
    StatedLevel level,
    @Nullable String instruction,
    boolean exemptionApproved,
    Set<SpecialContent> contains) {

  private static final Set<String> NATO_CONTROLS = Set.of("ATOMAL", "BOHEMIA", "BALK");

  /** Copies the set. */
  RecordedFacts {
    contains = Set.copyOf(contains);
  }

  /**
   * What is recorded of a document as it stands.
   *
   * @param document the registration, as corrected
   * @param marking the marking in force
   * @param protection what it is held at
   * @param read what was read and what a person said of it
   * @param reader reads the words of the marking in force
   */
  static RecordedFacts of(
      Document document,
      MarkingRow marking,
      Protection protection,
      ReadDocument read,
      MarkingReader reader) {
    return new RecordedFacts(
        document.documentDate(),
        document.originatingAgency(),
        document.recordStatus(),
        level(marking),
        marking.instruction(),
        marking.exemptionApproved(),
        contents(document.documentDate(), marking, protection, read, reader));
  }

  /**
   * What the document says of its level; until a person has confirmed that it is not classified, a
   * record that is held as classified has the dates of one.
   */
  private static StatedLevel level(MarkingRow marking) {
    boolean held =
        !marking.confirmed() && marking.protectedAs() != ClassificationLevel.UNCLASSIFIED;
    return switch (marking.level()) {
      case UNCLASSIFIED, LOU -> held ? StatedLevel.NONE : marking.level();
      case TOP_SECRET, SECRET, CONFIDENTIAL, RESTRICTED, NONE -> marking.level();
    };
  }

  /** The question what this comes to on a day. */
  Question on(LocalDate today) {
    return Question.of(Purpose.READ, today)
        .originDate(documentDate)
        .level(level)
        .agency(originatingAgency)
        .declassifyOn(instruction)
        .contains(contains)
        .permanent(recordStatus.permanent())
        .unscheduled(recordStatus == RecordStatus.UNSCHEDULED)
        .exemptionApproved(exemptionApproved)
        .build();
  }

  /**
   * What the words in force, the label and every reading that nobody has rejected tell of: what is
   * only suspected is excluded from automatic declassification too (32 CFR 2001.30(p)).
   */
  private static Set<SpecialContent> contents(
      @Nullable LocalDate date,
      MarkingRow marking,
      Protection protection,
      ReadDocument read,
      MarkingReader reader) {
    List<Marking> markings = new ArrayList<>();
    String verbatim = marking.verbatim();
    if (verbatim != null) {
      markings.add(reader.read(verbatim, LineKind.SCAN, date).marking());
    }
    read.readings().stream()
        .filter(found -> !Boolean.FALSE.equals(found.accepted()))
        .map(ReadDocument.Found::reading)
        .map(Reading::marking)
        .forEach(markings::add);
    Set<SpecialContent> contents = atomic(protection.compartments());
    markings.forEach(said -> contents.addAll(contents(said)));
    return contents;
  }

  /** What one marking tells of. */
  static Set<SpecialContent> contents(Marking marking) {
    Set<SpecialContent> contents = atomic(new TreeSet<>(marking.aea()));
    String owner = marking.nonUs();
    boolean nato =
        marking.fgi().contains("NATO")
            || marking.controls().stream().anyMatch(NATO_CONTROLS::contains)
            || (owner != null && (owner.startsWith("NATO") || owner.startsWith("COSMIC")));
    if (nato) {
      contents.add(SpecialContent.NATO);
    }
    boolean foreign =
        owner != null
            || !marking.fgi().isEmpty()
            || marking.joint().stream().anyMatch(country -> !country.equals("USA"));
    if (foreign && !(nato && marking.fgi().stream().allMatch("NATO"::equals))) {
      contents.add(SpecialContent.FGI);
    }
    return contents;
  }

  private static Set<SpecialContent> atomic(SortedSet<String> words) {
    Set<SpecialContent> contents = EnumSet.noneOf(SpecialContent.class);
    for (String word : words) {
      for (SpecialContent kind :
          List.of(SpecialContent.RD, SpecialContent.FRD, SpecialContent.TFNI)) {
        if (word.equals(kind.name()) || word.startsWith(kind.name() + "-")) {
          contents.add(kind);
        }
      }
    }
    return contents;
  }
}
