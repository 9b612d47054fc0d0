package org.glasnost.document;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.policy.OfficeDay;
import org.glasnost.reading.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What accepted proposals put into the fields of a registration. */
@Component
class ProposalRules {
  private static final Pattern CASE_AND_ITEM = Pattern.compile("(\\S+)\\s+#\\s*(\\S+)");

  private final OfficeDay officeDay;

  ProposalRules(OfficeDay officeDay) {
    this.officeDay = officeDay;
  }

  /** The fields after the accepted proposals. */
  record Outcome(
      @Nullable LocalDate date,
      @Nullable String caseNumber,
      @Nullable String item,
      @Nullable String controlNumber) {

    void applyTo(Document document) {
      document.describe(date, document.originatingAgency(), caseNumber, item);
    }
  }

  Outcome apply(
      Document document,
      List<ReadDocument.Proposed> proposals,
      Map<String, Boolean> answers,
      Findings findings) {
    LocalDate date = document.documentDate();
    String caseNumber = document.caseNumber();
    String item = document.item();
    String controlNumber = null;
    for (ReadDocument.Proposed proposed : proposals) {
      if (!Boolean.TRUE.equals(answers.get(proposed.id()))) {
        continue;
      }
      Proposal proposal = proposed.proposal();
      switch (proposal.field()) {
        case "caseNumber" -> {
          Matcher both = CASE_AND_ITEM.matcher(proposal.proposed());
          if (both.matches()) {
            caseNumber = both.group(1);
            item = both.group(2);
          } else {
            caseNumber = proposal.proposed();
          }
        }
        case "item" -> item = proposal.proposed();
        case "controlNumber" -> controlNumber = proposal.proposed();
        case "documentDate" -> date = day(proposed, findings);
        default ->
            throw new IllegalStateException(
                "the reader proposes a field that no registration has: " + proposal.field());
      }
    }
    if (date != null && date.isAfter(officeDay.today())) {
      findings.error("DOC-0029", "/proposals", "The accepted document date lies in the future.");
    }
    return new Outcome(date, caseNumber, item, controlNumber);
  }

  private static @Nullable LocalDate day(ReadDocument.Proposed proposed, Findings findings) {
    try {
      return LocalDate.parse(proposed.proposal().proposed());
    } catch (DateTimeParseException e) {
      findings.error(
          "DOC-0030", "/proposals", "The date of '" + proposed.id() + "' cannot be read.");
      return null;
    }
  }
}
