package org.glasnost.authority;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.OfficeTrainings;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for the training that an act rests on, on the day of the act in the office's zone. Two are
 * asked for by law, the third where the office does.
 *
 * <p>Source: E.O. 13526 sections 1.3(d), 2.1(d); 32 CFR 2001.71(c)(3), (d)(3). The waivers that
 * these allow are not recorded here, so none is taken into account.
 */
@Component
public class TrainingRules {
  private final OfficeTrainings office;
  private final OfficeDay officeDay;

  /**
   * @param office which trainings the office asks for
   * @param officeDay which day it is
   * @throws IllegalArgumentException if the office's trainings are not those that are its to ask
   *     for
   */
  public TrainingRules(OfficeTrainings office, OfficeDay officeDay) {
    requireOfficesOwn(office);
    this.office = office;
    this.officeDay = officeDay;
  }

  /**
   * Holds what the office says against what is its to say: every training that is policy, and none
   * that is law.
   *
   * @throws IllegalArgumentException if they differ
   */
  public static void requireOfficesOwn(OfficeTrainings office) {
    Set<String> own =
        Arrays.stream(TrainingKind.values())
            .filter(kind -> !kind.isLaw())
            .map(TrainingKind::name)
            .collect(Collectors.toUnmodifiableSet());
    if (!office.ids().equals(own)) {
      throw new IllegalArgumentException(
          "the office says of "
              + own.stream().sorted().toList()
              + " whether it is asked for, and of no other training; it says so of "
              + office.ids().stream().sorted().toList());
    }
  }

  /**
   * Requires that a training counts today, where it is asked for.
   *
   * @param kind what the act rests on
   * @param person who does it
   * @throws Refused on ground NOT_ENTITLED if it does not
   */
  public void require(TrainingKind kind, Person person) {
    if (!isMet(kind, person)) {
      throw new Refused(Refused.Ground.NOT_ENTITLED, lacking(kind, person));
    }
  }

  /** Whether a training counts today, or is not asked for. */
  public boolean isMet(TrainingKind kind, Person person) {
    boolean asked = kind.isLaw() || office.asksFor(kind.name());
    return !asked || person.isTrained(kind, officeDay.today());
  }

  private static Finding lacking(TrainingKind kind, Person person) {
    LocalDate until = person.trainedUntil().get(kind);
    Finding finding =
        switch (kind) {
          case ORIGINAL_CLASSIFICATION ->
              Finding.error(
                  "TRN-0001",
                  "Your authority to classify is suspended: "
                      + record("original classification", until));
          case DERIVATIVE_CLASSIFICATION ->
              Finding.error(
                  "TRN-0002",
                  "You may not mark derivatively: " + record("derivative classification", until));
          case DECLASSIFICATION ->
              Finding.error(
                  "TRN-0003",
                  "You may not review, sign or redact: "
                      + record("declassification", until)
                      + " This is policy of this office, not law.");
        };
    return finding.about(kind.name()).citing(kind.cites().toArray(Citation[]::new));
  }

  private static String record(String words, @Nullable LocalDate until) {
    return (until == null
            ? "no training in " + words + " is on record for you."
            : "your training in " + words + " counted until " + until + ".")
        + " Do the training, then have two security officers record it.";
  }
}
