package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * One question about one record or document. What is null is none, or not known; nothing absent is
 * guessed.
 *
 * @param purpose for what the date is asked
 * @param frame under which rules an existing document is read
 * @param asOf the day on which the question is asked, wherever a rule says "the current date"
 * @param originDate date of the document, or null where it cannot be determined
 * @param decisionDate date of original classification
 * @param level what the document says of its level, or null
 * @param agency the originating agency as written
 * @param declassifyOn the instruction verbatim; null or blank: there is none
 * @param eventOccurredOn the day on which the event named in the instruction occurred
 * @param extension an extension of the duration
 * @param sources of a derivative document
 * @param contains information that follows rules of its own
 * @param humanSource whether it would clearly reveal a confidential human or human intelligence
 *     source
 * @param wmdDesign whether it has key design concepts of weapons of mass destruction
 * @param permanent true: permanent record; false: temporary or non-record; null: not known
 * @param unscheduled whether NARA has not scheduled the records
 * @param scheduledOn the day NARA scheduled them as permanent; null: early enough not to matter
 * @param fileBlockOldest date of the oldest record in the integral file block
 * @param fileBlockNewest date of the newest
 * @param exemptions designators claimed for the record
 * @param fileSeriesExemption whether an exemption of its file series is claimed
 * @param exemptionApproved whether the Panel approved what is claimed
 * @param specialMedia whether the delay for difficult media was granted
 * @param newlyDiscoveredOn the day the record was discovered, where that delay was granted
 * @param referral another agency's equity, not answered
 */
public record Question(
    Purpose purpose,
    Frame frame,
    LocalDate asOf,
    @Nullable LocalDate originDate,
    @Nullable LocalDate decisionDate,
    @Nullable StatedLevel level,
    @Nullable String agency,
    @Nullable String declassifyOn,
    @Nullable LocalDate eventOccurredOn,
    @Nullable Extension extension,
    List<Source> sources,
    Set<SpecialContent> contains,
    boolean humanSource,
    boolean wmdDesign,
    @Nullable Boolean permanent,
    boolean unscheduled,
    @Nullable LocalDate scheduledOn,
    @Nullable LocalDate fileBlockOldest,
    @Nullable LocalDate fileBlockNewest,
    List<Exemption> exemptions,
    boolean fileSeriesExemption,
    boolean exemptionApproved,
    boolean specialMedia,
    @Nullable LocalDate newlyDiscoveredOn,
    @Nullable Referral referral) {

  /** Copies the collections. */
  public Question {
    sources = List.copyOf(sources);
    contains = Set.copyOf(contains);
    exemptions = List.copyOf(exemptions);
  }

  /** The date from which years are counted: origin, else original classification, or null. */
  public @Nullable LocalDate baseDate() {
    return originDate != null ? originDate : decisionDate;
  }

  /** The day of original classification: as given, else the date of the document, or null. */
  public @Nullable LocalDate dateOfDecision() {
    return decisionDate != null ? decisionDate : originDate;
  }

  /** The document asked about, as one that is read. */
  ReadingToday.Document asDocument() {
    return new ReadingToday.Document(
        baseDate(),
        level,
        declassifyOn,
        eventOccurredOn,
        contains,
        Boolean.TRUE.equals(permanent),
        exemptionApproved,
        exemptions,
        asOf);
  }

  /** A builder with everything else absent. */
  public static QuestionBuilder of(Purpose purpose, LocalDate asOf) {
    return new QuestionBuilder(purpose, asOf);
  }
}
