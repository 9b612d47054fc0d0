package org.glasnost.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.glasnost.declassification.Exemption;
import org.glasnost.declassification.Extension;
import org.glasnost.declassification.Frame;
import org.glasnost.declassification.Purpose;
import org.glasnost.declassification.Question;
import org.glasnost.declassification.Referral;
import org.glasnost.declassification.Source;
import org.glasnost.declassification.SpecialContent;
import org.glasnost.marking.StatedLevel;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/declassification/compute}. Every member may be absent; members that
 * are not known are ignored, as calculators do. The members are those of {@link Question}.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeclassificationQuestion(
    @Nullable Purpose purpose,
    @Nullable Frame frame,
    @Nullable LocalDate asOf,
    @Nullable LocalDate originDate,
    @Nullable LocalDate decisionDate,
    @Nullable StatedLevel level,
    @Nullable String agency,
    @Nullable String declassifyOn,
    @Nullable LocalDate eventOccurredOn,
    @Nullable ExtensionMember extension,
    @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable SourceMember> sources,
    @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable SpecialContent> contains,
    @Nullable Boolean humanSource,
    @Nullable Boolean wmdDesign,
    @Nullable Boolean permanent,
    @Nullable Boolean unscheduled,
    @Nullable LocalDate scheduledOn,
    @Nullable LocalDate fileBlockOldest,
    @Nullable LocalDate fileBlockNewest,
    @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable String> exemptions,
    @Nullable Boolean exemptionApproved,
    @Nullable Boolean specialMedia,
    @Nullable LocalDate newlyDiscoveredOn,
    @Nullable ReferralMember referral) {
  private static final String FILE_SERIES = "FILE_SERIES";

  /** An extension of the duration. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ExtensionMember(@Nullable LocalDate decidedOn, @Nullable LocalDate to) {}

  /** One source of a derivative document. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record SourceMember(
      @Nullable LocalDate date,
      @Nullable String instruction,
      @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable SpecialContent> contains) {}

  /** Another agency's equity, not answered. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ReferralMember(
      @Nullable String agency, Referral.@Nullable Course by, @Nullable LocalDate notifiedOn) {}

  /**
   * The question asked on that day.
   *
   * @throws Refused as malformed, if a designator or a source is none
   */
  public Question on(LocalDate today) {
    List<Exemption> designators = new ArrayList<>();
    boolean fileSeries = false;
    List<String> claimed = present(exemptions);
    for (int i = 0; i < claimed.size(); i++) {
      if (claimed.get(i).equals(FILE_SERIES)) {
        fileSeries = true;
      } else {
        designators.add(exemption(claimed.get(i), i));
      }
    }
    return Question.of(
            Objects.requireNonNullElse(purpose, Purpose.READ),
            Objects.requireNonNullElse(asOf, today))
        .frame(Objects.requireNonNullElse(frame, Frame.TODAY))
        .originDate(originDate)
        .decisionDate(decisionDate)
        .level(level)
        .agency(agency)
        .declassifyOn(declassifyOn)
        .eventOccurredOn(eventOccurredOn)
        .extension(extension == null ? null : new Extension(extension.decidedOn(), extension.to()))
        .sources(given(sources))
        .contains(contents(contains))
        .humanSource(Boolean.TRUE.equals(humanSource))
        .wmdDesign(Boolean.TRUE.equals(wmdDesign))
        .permanent(permanent)
        .unscheduled(Boolean.TRUE.equals(unscheduled))
        .scheduledOn(scheduledOn)
        .fileBlockOldest(fileBlockOldest)
        .fileBlockNewest(fileBlockNewest)
        .exemptions(designators)
        .fileSeriesExemption(fileSeries)
        .exemptionApproved(Boolean.TRUE.equals(exemptionApproved))
        .specialMedia(Boolean.TRUE.equals(specialMedia))
        .newlyDiscoveredOn(newlyDiscoveredOn)
        .referral(
            referral == null
                ? null
                : new Referral(referral.agency(), referral.by(), referral.notifiedOn()))
        .build();
  }

  /** A source that is left out would no longer hold the line: it is refused, not passed over. */
  private static List<Source> given(@Nullable List<@Nullable SourceMember> members) {
    List<Source> sources = new ArrayList<>();
    if (members != null) {
      for (int i = 0; i < members.size(); i++) {
        SourceMember member = members.get(i);
        if (member == null) {
          throw new Refused(
              Refused.Ground.MALFORMED,
              Finding.error("WEB-0003", "This member is not of the type asked for: an object.")
                  .atMember("/sources/" + i));
        }
        sources.add(new Source(member.date(), member.instruction(), contents(member.contains())));
      }
    }
    return sources;
  }

  private static Exemption exemption(String text, int index) {
    return Exemption.parse(text)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Ground.MALFORMED,
                    Finding.error("DCL-0093", "The exemption is not one of those listed.")
                        .about(text)
                        .atMember("/exemptions/" + index)));
  }

  private static Set<SpecialContent> contents(@Nullable List<@Nullable SpecialContent> given) {
    Set<SpecialContent> set = EnumSet.noneOf(SpecialContent.class);
    set.addAll(present(given));
    return set;
  }

  private static <T> List<T> present(@Nullable List<@Nullable T> given) {
    List<T> present = new ArrayList<>();
    if (given != null) {
      for (T one : given) {
        if (one != null) {
          present.add(one);
        }
      }
    }
    return present;
  }
}
