package org.glasnost.web.markings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.glasnost.contract.DeclassificationQuestion;
import org.glasnost.contract.DeclassificationQuestion.ExtensionMember;
import org.glasnost.contract.DeclassificationQuestion.ReferralMember;
import org.glasnost.contract.DeclassificationQuestion.SourceMember;
import org.glasnost.declassification.Frame;
import org.glasnost.declassification.Purpose;
import org.glasnost.declassification.Referral;
import org.glasnost.declassification.SpecialContent;
import org.glasnost.marking.StatedLevel;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A question about dates as it was typed, so that it can be shown again as it was typed. Its fields
 * are the members of the contract, those within others by both names; three sources have room.
 */
record DatesForm(
    @Nullable String purpose,
    @Nullable String frame,
    @Nullable String asOf,
    @Nullable String originDate,
    @Nullable String decisionDate,
    @Nullable String level,
    @Nullable String agency,
    @Nullable String declassifyOn,
    @Nullable String eventOccurredOn,
    @Nullable String extensionDecidedOn,
    @Nullable String extensionTo,
    @Nullable String sourceDate1,
    @Nullable String sourceInstruction1,
    @Nullable String sourceDate2,
    @Nullable String sourceInstruction2,
    @Nullable String sourceDate3,
    @Nullable String sourceInstruction3,
    @Nullable List<String> contains,
    @Nullable String humanSource,
    @Nullable String wmdDesign,
    @Nullable String permanent,
    @Nullable String unscheduled,
    @Nullable String scheduledOn,
    @Nullable String fileBlockOldest,
    @Nullable String fileBlockNewest,
    @Nullable String exemptions,
    @Nullable String exemptionApproved,
    @Nullable String specialMedia,
    @Nullable String newlyDiscoveredOn,
    @Nullable String referralAgency,
    @Nullable String referralBy,
    @Nullable String referralNotifiedOn) {

  /** Nothing was typed. */
  static final DatesForm EMPTY =
      new DatesForm(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null);

  /** The fields that findings are shown beside. */
  static final Set<String> FIELDS =
      Set.of(
          "/purpose",
          "/frame",
          "/asOf",
          "/originDate",
          "/decisionDate",
          "/level",
          "/agency",
          "/declassifyOn",
          "/eventOccurredOn",
          "/extension/decidedOn",
          "/extension/to",
          "/sources/0/date",
          "/sources/1/date",
          "/sources/2/date",
          "/contains",
          "/permanent",
          "/unscheduled",
          "/scheduledOn",
          "/fileBlockOldest",
          "/fileBlockNewest",
          "/exemptions",
          "/newlyDiscoveredOn",
          "/referral/notifiedOn");

  /** Reads it. */
  DeclassificationQuestion question(Typed typed) {
    return new DeclassificationQuestion(
        typed.one(Purpose.class, purpose, "/purpose"),
        typed.one(Frame.class, frame, "/frame"),
        typed.day(asOf, "/asOf"),
        typed.day(originDate, "/originDate"),
        typed.day(decisionDate, "/decisionDate"),
        typed.one(StatedLevel.class, level, "/level"),
        Typed.text(agency),
        Typed.text(declassifyOn),
        typed.day(eventOccurredOn, "/eventOccurredOn"),
        extension(typed),
        sources(typed),
        contents(typed),
        "true".equals(humanSource),
        "true".equals(wmdDesign),
        permanence(),
        "true".equals(unscheduled),
        typed.day(scheduledOn, "/scheduledOn"),
        typed.day(fileBlockOldest, "/fileBlockOldest"),
        typed.day(fileBlockNewest, "/fileBlockNewest"),
        designators(),
        "true".equals(exemptionApproved),
        "true".equals(specialMedia),
        typed.day(newlyDiscoveredOn, "/newlyDiscoveredOn"),
        referral(typed));
  }

  /** Whether anything beyond the first fields was typed, so that the rest stands open. */
  public boolean saysMore() {
    return Stream.of(
                decisionDate,
                eventOccurredOn,
                extensionDecidedOn,
                extensionTo,
                sourceDate1,
                sourceInstruction1,
                sourceDate2,
                sourceInstruction2,
                sourceDate3,
                sourceInstruction3,
                humanSource,
                wmdDesign,
                unscheduled,
                scheduledOn,
                fileBlockOldest,
                fileBlockNewest,
                exemptions,
                exemptionApproved,
                specialMedia,
                newlyDiscoveredOn,
                referralAgency,
                referralBy,
                referralNotifiedOn)
            .anyMatch(typed -> Typed.text(typed) != null)
        || (contains != null && !contains.isEmpty());
  }

  /** Whether that is among what the record contains. */
  public boolean has(SpecialContent content) {
    return contains != null && contains.contains(content.name());
  }

  /** The words typed that may be a record's own. */
  List<String> words() {
    return Stream.of(declassifyOn, sourceInstruction1, sourceInstruction2, sourceInstruction3)
        .map(Typed::text)
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Boolean permanence() {
    String said = Typed.text(permanent);
    return said == null ? null : Boolean.valueOf(said);
  }

  private @Nullable ExtensionMember extension(Typed typed) {
    LocalDate decidedOn = typed.day(extensionDecidedOn, "/extension/decidedOn");
    LocalDate to = typed.day(extensionTo, "/extension/to");
    return decidedOn == null && to == null ? null : new ExtensionMember(decidedOn, to);
  }

  private List<@Nullable SourceMember> sources(Typed typed) {
    List<@Nullable SourceMember> sources = new ArrayList<>();
    source(typed, sources, sourceDate1, sourceInstruction1);
    source(typed, sources, sourceDate2, sourceInstruction2);
    source(typed, sources, sourceDate3, sourceInstruction3);
    return sources;
  }

  private static void source(
      Typed typed,
      List<@Nullable SourceMember> sources,
      @Nullable String day,
      @Nullable String words) {
    LocalDate date = typed.day(day, "/sources/" + sources.size() + "/date");
    String instruction = Typed.text(words);
    if (Typed.text(day) != null || instruction != null) {
      sources.add(new SourceMember(date, instruction, List.of()));
    }
  }

  private List<@Nullable SpecialContent> contents(Typed typed) {
    List<@Nullable SpecialContent> contents = new ArrayList<>();
    if (contains != null) {
      contains.forEach(word -> contents.add(typed.one(SpecialContent.class, word, "/contains")));
    }
    return contents;
  }

  private List<@Nullable String> designators() {
    String text = Typed.text(exemptions);
    return text == null ? List.of() : Arrays.asList(text.split("[\\s,;]+"));
  }

  private @Nullable ReferralMember referral(Typed typed) {
    LocalDate notifiedOn = typed.day(referralNotifiedOn, "/referral/notifiedOn");
    Referral.Course by = typed.one(Referral.Course.class, referralBy, "/referral/by");
    String whose = Typed.text(referralAgency);
    return notifiedOn == null && by == null && whose == null
        ? null
        : new ReferralMember(whose, by, notifiedOn);
  }
}
