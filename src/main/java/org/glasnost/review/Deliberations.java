package org.glasnost.review;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.Document;
import org.glasnost.document.Documents;
import org.glasnost.marking.Protection;
import org.springframework.stereotype.Component;

/**
 * Who may read what people wrote in the course of a review: their decisions word for word and their
 * reasons. These may quote words that were withheld, and no release opens them: they count at the
 * highest protection that the document ever had, whatever it has come to since.
 *
 * <p>Beyond that clearance it takes a reason to read the text other than its release: a running
 * grant, such as the claim of a task; or, where the text is open, a part in the course or the duty
 * to answer for it. A named list is not met by a duty. Who oversees or administers has neither.
 */
@Component
class Deliberations {
  private static final Set<Role> NEVER =
      EnumSet.of(Role.SECURITY_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR);
  private static final Set<Role> OF_THE_ORIGINATOR =
      EnumSet.of(Role.REVIEWER, Role.SENIOR_REVIEWER, Role.DECLASSIFICATION_AUTHORITY);
  private static final Set<Role> OF_THE_HOLDER =
      EnumSet.of(Role.RECORDS_MANAGER, Role.REFERRAL_COORDINATOR, Role.REDACTOR);

  private final Documents documents;
  private final Labels labels;
  private final Sights sights;

  Deliberations(Documents documents, Labels labels, Sights sights) {
    this.documents = documents;
    this.labels = labels;
    this.sights = sights;
  }

  /** What the words count at. */
  Protection protection(UUID document) {
    return documents.labelsEver(document).stream()
        .map(labels::protection)
        .reduce(Protection.UNRESTRICTED, Protection::join);
  }

  /** Whether the person may read the words written in one document's course. */
  boolean mayRead(Sight sight, UUID document, DocumentReview course) {
    Person person = sight.person();
    Protection counted = protection(document);
    if (NEVER.stream().anyMatch(person::has)
        || !Sights.clearedFor(sight, counted)
        || !sights.mayRead(sight, document)) {
      return false;
    }
    return sights.mayReadUnreleased(sight, document)
        || course.steps().stream().anyMatch(step -> sight.isOf(step.by()))
        || (hasDuty(person, documents.visible(sight, document))
            && Sights.listsMetByAgency(counted));
  }

  private static boolean hasDuty(Person person, Document document) {
    return (person.agency().equals(document.originatingAgency())
            && OF_THE_ORIGINATOR.stream().anyMatch(person::has))
        || (person.agency().equals(document.holdingAgency())
            && OF_THE_HOLDER.stream().anyMatch(person::has));
  }
}
