package org.glasnost.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.OfficeDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a registration must satisfy; everything that is wrong is said at once. */
@Component
class RegistrationRules {
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_CASE = 64;
  private static final int LONGEST_ITEM = 32;

  private final Agencies agencies;
  private final Documents documents;
  private final Sights sights;
  private final OfficeDay officeDay;

  RegistrationRules(Agencies agencies, Documents documents, Sights sights, OfficeDay officeDay) {
    this.documents = documents;
    this.agencies = agencies;
    this.sights = sights;
    this.officeDay = officeDay;
  }

  /** A registration in which nothing is wrong. */
  record Checked(
      Words words,
      @Nullable LocalDate documentDate,
      @Nullable String originatingAgency,
      @Nullable String caseNumber,
      @Nullable String item,
      @Nullable UUID enclosureOf,
      RecordStatus recordStatus) {}

  Checked check(Registration said, Sight sight, Findings findings) {
    String title = trimmed(said.title(), "/title", LONGEST_TITLE, findings);
    if (title == null) {
      findings.error("DOC-0002", "/title", "A title is required.");
    }
    LocalDate date = said.documentDate();
    if (date != null && date.isAfter(officeDay.today())) {
      findings.error(
          "DOC-0008", "/documentDate", "The document's date lies in the future. Correct it.");
    }
    String agency = trimmed(said.originatingAgency(), "/originatingAgency", LONGEST_CASE, findings);
    if (agency != null) {
      agency = agency.toUpperCase(Locale.ROOT);
      if (!agencies.known(agency)) {
        findings.error(
            "DOC-0009",
            "/originatingAgency",
            "There is no such agency. Take an id from /api/policy/agencies.");
      }
    }
    UUID transmittal = said.enclosureOf();
    if (transmittal != null && !sights.mayKnow(sight, transmittal)) {
      findings.error("DOC-0011", "/enclosureOf", "No document is known to you under that id.");
    } else if (transmittal != null && isGone(documents.visible(sight, transmittal).state())) {
      findings.error(
          "DOC-0014",
          "/enclosureOf",
          "That document is withdrawn or destroyed; nothing is enclosed in it.");
    }
    return new Checked(
        new Words(
            title == null ? "" : title,
            trimmed(said.author(), "/author", LONGEST_WORD, findings),
            trimmed(said.addressee(), "/addressee", LONGEST_WORD, findings),
            trimmed(said.controlNumber(), "/controlNumber", LONGEST_WORD, findings)),
        date,
        agency,
        trimmed(said.caseNumber(), "/caseNumber", LONGEST_CASE, findings),
        trimmed(said.item(), "/item", LONGEST_ITEM, findings),
        transmittal,
        said.recordStatus() == null ? RecordStatus.UNKNOWN : said.recordStatus());
  }

  private static @Nullable String trimmed(
      @Nullable String value, String pointer, int longest, Findings findings) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String trimmed = value.strip();
    if (!PlainText.isPlain(trimmed)) {
      findings.error(
          "DOC-0013", pointer, "Control characters and broken characters are not taken here.");
    }
    if (trimmed.codePointCount(0, trimmed.length()) > longest) {
      findings.error("DOC-0012", pointer, "At most " + longest + " characters are taken here.");
    }
    return trimmed;
  }

  private static boolean isGone(DocumentState state) {
    return switch (state) {
      case WITHDRAWN, DESTROYED -> true;
      case MARKING_REVIEW,
          PROTECTED,
          UNDER_REVIEW,
          RELEASE_PENDING,
          RELEASED_IN_FULL,
          RELEASED_IN_PART,
          DECLASSIFIED_WITHHELD ->
          false;
    };
  }
}
