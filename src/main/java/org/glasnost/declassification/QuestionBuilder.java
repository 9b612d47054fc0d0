package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Question} together; what is not said is absent. */
public final class QuestionBuilder {
  private final Purpose purpose;
  private final LocalDate asOf;
  private Frame frame = Frame.TODAY;
  private @Nullable LocalDate originDate;
  private @Nullable LocalDate decisionDate;
  private @Nullable StatedLevel level;
  private @Nullable String agency;
  private @Nullable String declassifyOn;
  private @Nullable LocalDate eventOccurredOn;
  private @Nullable Extension extension;
  private List<Source> sources = List.of();
  private Set<SpecialContent> contains = Set.of();
  private boolean humanSource;
  private boolean wmdDesign;
  private @Nullable Boolean permanent;
  private boolean unscheduled;
  private @Nullable LocalDate scheduledOn;
  private @Nullable LocalDate fileBlockOldest;
  private @Nullable LocalDate fileBlockNewest;
  private List<Exemption> exemptions = List.of();
  private boolean fileSeriesExemption;
  private boolean exemptionApproved;
  private boolean specialMedia;
  private @Nullable LocalDate newlyDiscoveredOn;
  private @Nullable Referral referral;

  QuestionBuilder(Purpose purpose, LocalDate asOf) {
    this.purpose = purpose;
    this.asOf = asOf;
  }

  /** See {@link Question#frame()}. */
  public QuestionBuilder frame(Frame value) {
    this.frame = value;
    return this;
  }

  /** See {@link Question#originDate()}. */
  public QuestionBuilder originDate(@Nullable LocalDate value) {
    this.originDate = value;
    return this;
  }

  /** See {@link Question#decisionDate()}. */
  public QuestionBuilder decisionDate(@Nullable LocalDate value) {
    this.decisionDate = value;
    return this;
  }

  /** See {@link Question#level()}. */
  public QuestionBuilder level(@Nullable StatedLevel value) {
    this.level = value;
    return this;
  }

  /** See {@link Question#agency()}. */
  public QuestionBuilder agency(@Nullable String value) {
    this.agency = value;
    return this;
  }

  /** See {@link Question#declassifyOn()}. */
  public QuestionBuilder declassifyOn(@Nullable String value) {
    this.declassifyOn = value;
    return this;
  }

  /** See {@link Question#eventOccurredOn()}. */
  public QuestionBuilder eventOccurredOn(@Nullable LocalDate value) {
    this.eventOccurredOn = value;
    return this;
  }

  /** See {@link Question#extension()}. */
  public QuestionBuilder extension(@Nullable Extension value) {
    this.extension = value;
    return this;
  }

  /** See {@link Question#sources()}. */
  public QuestionBuilder sources(List<Source> value) {
    this.sources = value;
    return this;
  }

  /** See {@link Question#contains()}. */
  public QuestionBuilder contains(Set<SpecialContent> value) {
    this.contains = value;
    return this;
  }

  /** See {@link Question#humanSource()}. */
  public QuestionBuilder humanSource(boolean value) {
    this.humanSource = value;
    return this;
  }

  /** See {@link Question#wmdDesign()}. */
  public QuestionBuilder wmdDesign(boolean value) {
    this.wmdDesign = value;
    return this;
  }

  /** See {@link Question#permanent()}. */
  public QuestionBuilder permanent(@Nullable Boolean value) {
    this.permanent = value;
    return this;
  }

  /** See {@link Question#unscheduled()}. */
  public QuestionBuilder unscheduled(boolean value) {
    this.unscheduled = value;
    return this;
  }

  /** See {@link Question#scheduledOn()}. */
  public QuestionBuilder scheduledOn(@Nullable LocalDate value) {
    this.scheduledOn = value;
    return this;
  }

  /** See {@link Question#fileBlockOldest()}. */
  public QuestionBuilder fileBlockOldest(@Nullable LocalDate value) {
    this.fileBlockOldest = value;
    return this;
  }

  /** See {@link Question#fileBlockNewest()}. */
  public QuestionBuilder fileBlockNewest(@Nullable LocalDate value) {
    this.fileBlockNewest = value;
    return this;
  }

  /** See {@link Question#exemptions()}. */
  public QuestionBuilder exemptions(List<Exemption> value) {
    this.exemptions = value;
    return this;
  }

  /** See {@link Question#fileSeriesExemption()}. */
  public QuestionBuilder fileSeriesExemption(boolean value) {
    this.fileSeriesExemption = value;
    return this;
  }

  /** See {@link Question#exemptionApproved()}. */
  public QuestionBuilder exemptionApproved(boolean value) {
    this.exemptionApproved = value;
    return this;
  }

  /** See {@link Question#specialMedia()}. */
  public QuestionBuilder specialMedia(boolean value) {
    this.specialMedia = value;
    return this;
  }

  /** See {@link Question#newlyDiscoveredOn()}. */
  public QuestionBuilder newlyDiscoveredOn(@Nullable LocalDate value) {
    this.newlyDiscoveredOn = value;
    return this;
  }

  /** See {@link Question#referral()}. */
  public QuestionBuilder referral(@Nullable Referral value) {
    this.referral = value;
    return this;
  }

  /** The question. */
  public Question build() {
    return new Question(
        purpose,
        frame,
        asOf,
        originDate,
        decisionDate,
        level,
        agency,
        declassifyOn,
        eventOccurredOn,
        extension,
        sources,
        contains,
        humanSource,
        wmdDesign,
        permanent,
        unscheduled,
        scheduledOn,
        fileBlockOldest,
        fileBlockNewest,
        exemptions,
        fileSeriesExemption,
        exemptionApproved,
        specialMedia,
        newlyDiscoveredOn,
        referral);
  }
}
