package org.glasnost.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnost.document.Findings;
import org.glasnost.policy.Agencies;
import org.glasnost.review.Decision.Determination;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a decision must satisfy; everything that is wrong is said at once, each at its place. */
@Component
public class DecisionRules {
  private static final Citation EQUITY = Citation.of("36 CFR 1260.56(e)");

  private final WithholdingBases bases;
  private final PortionRules portions;
  private final Agencies agencies;

  DecisionRules(WithholdingBases bases, Agencies agencies) {
    this.bases = bases;
    this.portions = new PortionRules(bases);
    this.agencies = agencies;
  }

  /** Everything that is wrong with a decision in the course of this review; empty if nothing. */
  public List<Finding> check(Decision decision, Subject subject, DocumentReview review) {
    Findings findings = new Findings();
    Determination determination = decision.determination();
    if (determination == null) {
      findings.error("REV-0010", "/determination", "A determination is required.");
    }
    if (decision.reason() == null || decision.reason().isBlank()) {
      findings.error("REV-0011", "/reason", "A reason is required.");
    }
    boolean mayLeaveOut =
        determination == Determination.DECLASSIFY_IN_FULL && decision.portions().isEmpty();
    if (!mayLeaveOut) {
      PortionRules.everyOneNamed(decision.portions(), subject.portionIds(), "/portions", findings);
    }
    for (int i = 0; i < decision.portions().size(); i++) {
      portions.check(decision.portions().get(i), "/portions/" + i, subject, findings);
    }
    referrals(decision, subject, review, findings);
    if (findings.all().isEmpty() && determination != null) {
      consistent(determination, decision, subject, findings);
      instruction(determination, decision, subject, findings);
      equities(decision, subject, review, findings);
    }
    return findings.all();
  }

  /** Everything that is wrong with an agency's answer on what it was asked about. */
  public List<Finding> check(
      Step.ReferralAnswer answer, String agency, List<String> asked, Subject subject) {
    Findings findings = new Findings();
    if (answer.agency() == null || answer.agency().isBlank()) {
      findings.error("REV-0030", "/agency", "The agency that answered is required.");
    } else if (!agency.equals(answer.agency())) {
      findings.add(
          Finding.error("REV-0031", "This task records the answer of " + agency + ".")
              .atMember("/agency")
              .about(answer.agency())
              .suggesting(agency));
    }
    if (answer.answeredOn() == null) {
      findings.error("REV-0032", "/answeredOn", "The day of the answer is required.");
    } else if (answer.answeredOn().isAfter(subject.today())) {
      findings.error("REV-0033", "/answeredOn", "The answer lies in the future.");
    } else if (subject.documentDate() != null
        && answer.answeredOn().isBefore(subject.documentDate())) {
      findings.error(
          "REV-0036", "/answeredOn", "The answer is older than the document that it is about.");
    }
    if (answer.evidence() == null || answer.evidence().isBlank()) {
      findings.error(
          "REV-0034", "/evidence", "Say where the answer is found: a letter's number, a file.");
    }
    if (answer.reason() == null || answer.reason().isBlank()) {
      findings.error("REV-0035", "/reason", "A reason is required.");
    }
    PortionRules.everyOneNamed(answer.portions(), asked, "/portions", findings);
    for (int i = 0; i < answer.portions().size(); i++) {
      portions.check(answer.portions().get(i), "/portions/" + i, subject, findings);
    }
    return findings.all();
  }

  /** Everything that is wrong with an identification of equities. */
  public List<Finding> check(List<Step.Equity> equities, @Nullable String reason, Subject subject) {
    Findings findings = new Findings();
    if (reason == null || reason.isBlank()) {
      findings.error("REV-0040", "/reason", "A reason is required.");
    }
    Set<Step.Equity> seen = new HashSet<>();
    for (int i = 0; i < equities.size(); i++) {
      Step.Equity equity = equities.get(i);
      String at = "/equities/" + i;
      if (equity.portion() == null || !subject.portionIds().contains(equity.portion())) {
        findings.error("REV-0041", at + "/portion", "There is no such portion.");
      }
      agency(equity.agency(), at + "/agency", subject, findings);
      if (!seen.add(equity)) {
        findings.error("REV-0042", at, "This equity is named twice.");
      }
    }
    return findings.all();
  }

  private void agency(@Nullable String agency, String pointer, Subject subject, Findings findings) {
    if (agency == null || !agencies.known(agency)) {
      findings.error(
          "REV-0043", pointer, "There is no such agency. Take an id from /api/policy/agencies.");
    } else if (agency.equals(subject.originatingAgency())) {
      findings.error(
          "REV-0044",
          pointer,
          agency + " is the originating agency: it decides itself and is not asked.");
    }
  }

  private void referrals(
      Decision decision, Subject subject, DocumentReview review, Findings findings) {
    Map<String, List<String>> before = review.referred();
    Set<String> seen = new HashSet<>();
    boolean asksAnew = false;
    for (int i = 0; i < decision.referrals().size(); i++) {
      Decision.ReferralRequest request = decision.referrals().get(i);
      String at = "/referrals/" + i;
      agency(request.agency(), at + "/agency", subject, findings);
      if (request.agency() != null && !seen.add(request.agency())) {
        findings.error("REV-0024", at + "/agency", "This agency is referred to twice.");
      }
      if (request.portions().isEmpty()) {
        findings.error(
            "REV-0025", at + "/portions", "Say which portions the agency is asked about.");
      }
      for (String portion : request.portions()) {
        if (!subject.portionIds().contains(portion)) {
          findings.add(
              Finding.error("REV-0026", "There is no such portion.")
                  .atMember(at + "/portions")
                  .about(portion));
        }
      }
      if (request.reason() == null || request.reason().isBlank()) {
        findings.error("REV-0027", at + "/reason", "A reason is required.");
      }
      List<String> asked = before.get(String.valueOf(request.agency()));
      if (asked == null) {
        asksAnew = true;
      } else if (!asked.containsAll(request.portions())) {
        findings.error(
            "REV-0028",
            at + "/portions",
            "This agency was asked before, about fewer portions. Return the review to ask it anew.");
      }
    }
    if (decision.determination() == Determination.REFER && !asksAnew) {
      findings.error(
          "REV-0029",
          "/referrals",
          decision.referrals().isEmpty()
              ? "A referral names the agencies to be asked."
              : "Every agency named has answered already: decide.");
    }
  }

  private void consistent(
      Determination determination, Decision decision, Subject subject, Findings findings) {
    Withheld withheld = Withheld.of(decision, subject.lengths());
    boolean everything =
        subject.lengths().entrySet().stream()
            .allMatch(e -> withheld.coversWhole(e.getKey(), e.getValue()));
    boolean classified = withheld.bases().stream().anyMatch(WithholdingBases::keepsClassified);
    switch (determination) {
      case DECLASSIFY_IN_FULL -> {
        if (!withheld.isEmpty()) {
          findings.error(
              "REV-0050", "/determination", "Declassified in full, but portions are withheld.");
        }
      }
      case DECLASSIFY_IN_PART -> {
        if (withheld.isEmpty()) {
          findings.error(
              "REV-0051", "/determination", "Declassified in part, but nothing is withheld.");
        } else if (everything && classified) {
          findings.error(
              "REV-0052",
              "/determination",
              "Everything is withheld, some of it as classified: that is to sustain.");
        }
      }
      case SUSTAIN -> {
        if (!everything || !classified) {
          findings.error(
              "REV-0053",
              "/determination",
              "To sustain, every portion is withheld, on a basis that keeps it classified.");
        }
      }
      case REFER -> {
        // What the agencies answer decides; the portions say how they are held meanwhile.
      }
    }
  }

  private void instruction(
      Determination determination, Decision decision, Subject subject, Findings findings) {
    Withheld withheld = Withheld.of(decision, subject.lengths());
    boolean classified = withheld.bases().stream().anyMatch(WithholdingBases::keepsClassified);
    boolean needed =
        determination == Determination.SUSTAIN
            || (determination == Determination.DECLASSIFY_IN_PART
                && classified
                && bases.olderThan25Years(subject));
    Decision.NewInstruction instruction = decision.instruction();
    String line = instruction == null ? null : instruction.declassifyOn();
    if (instruction == null || line == null || line.isBlank()) {
      if (needed) {
        findings.add(
            Finding.error(
                    "REV-0060",
                    "What stays classified needs a new declassification instruction, with the Panel"
                        + " approval it rests on where the rules ask for one.")
                .atMember("/instruction")
                .citing(Citation.of("32 CFR 2001.26(a)(4)")));
      }
      return;
    }
    if (!classified) {
      findings.error(
          "REV-0061", "/instruction", "Nothing stays classified: there is nothing to instruct.");
      return;
    }
    findings.addAll(bases.checkInstruction(instruction, subject));
  }

  private static void equities(
      Decision decision, Subject subject, DocumentReview review, Findings findings) {
    Withheld withheld = Withheld.of(decision, subject.lengths());
    Map<String, Step.ReferralAnswer> answers = review.answers();
    List<Step.Equity> held = new ArrayList<>(review.equities());
    review
        .referred()
        .forEach(
            (agency, portions) ->
                portions.forEach(
                    portion -> {
                      Step.Equity equity = new Step.Equity(portion, agency);
                      if (!held.contains(equity)) {
                        held.add(equity);
                      }
                    }));
    for (Step.Equity equity : held) {
      String portion = String.valueOf(equity.portion());
      int length = subject.lengths().getOrDefault(portion, 0);
      if (withheld.coversWhole(portion, length)) {
        continue;
      }
      Step.ReferralAnswer answer = answers.get(String.valueOf(equity.agency()));
      if (answer == null
          || answer.portions().stream().noneMatch(p -> portion.equals(p.portion()))) {
        findings.add(
            Finding.error(
                    "REV-0070",
                    portion
                        + " holds information of "
                        + equity.agency()
                        + ", which has not answered. Withhold it and refer it to that agency.")
                .atMember("/portions")
                .about(portion)
                .citing(EQUITY));
        continue;
      }
      Withheld demanded =
          Withheld.of(
              new Decision(null, answer.portions(), null, List.of(), null), subject.lengths());
      if (!withheld.covers(portion, demanded)) {
        findings.add(
            Finding.error(
                    "REV-0071",
                    equity.agency()
                        + " answered that words of "
                        + portion
                        + " are withheld; they cannot be released without it.")
                .atMember("/portions")
                .about(portion)
                .citing(EQUITY));
      }
    }
  }
}
