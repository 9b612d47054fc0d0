package org.glasnost.document;

import java.util.UUID;
import java.util.function.LongConsumer;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom holds and destruction are open to: the records management of the agency that holds it. */
@Component
class Disposition {
  private static final int LONGEST = 400;

  private final Documents documents;
  private final OfficeDay officeDay;

  Disposition(Documents documents, OfficeDay officeDay) {
    this.documents = documents;
    this.officeDay = officeDay;
  }

  /**
   * The document, if the person may know of it and has a say in its keeping.
   *
   * @throws Refused as not known, or as not entitled
   */
  Document admitted(UUID id, Person person, Sight sight) {
    Document document = documents.visible(sight, id);
    if (!person.has(Role.RECORDS_MANAGER) || !person.agency().equals(document.holdingAgency())) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error(
              "DOC-0060",
              "Holds and destruction are open to the records management of the agency that holds"
                  + " the record."));
    }
    return document;
  }

  /** The same, with nobody else changing it until the transaction ends. */
  Document locked(UUID id, LongConsumer precondition, Person person, Sight sight) {
    Document document = admitted(id, person, sight);
    documents.lock(document);
    precondition.accept(document.version());
    return document;
  }

  Destruction.Act act(Person person) {
    return new Destruction.Act(person.id(), person.userName(), officeDay.now());
  }

  /** Words that are not for the sealed part: one line, at most 400 characters. */
  static String authority(@Nullable String said, Findings findings) {
    String words = said == null ? "" : said.strip();
    if (words.isEmpty()) {
      findings.error("DOC-0061", "/authority", "Name the authority: schedule and item, or case.");
    } else if (words.length() > LONGEST || !PlainText.isPlain(words)) {
      findings.error(
          "DOC-0061", "/authority", "An authority is one line of at most 400 characters.");
    }
    return words;
  }

  static String reason(@Nullable String said, Findings findings) {
    if (said == null || said.isBlank()) {
      findings.error("DOC-0044", "/reason", "A reason is required.");
      return "";
    }
    return said;
  }
}
