package org.glasnost.review;

import java.time.Instant;
import java.util.UUID;
import org.glasnost.authority.access.Labels;
import org.glasnost.document.Document;
import org.glasnost.document.Documents;
import org.glasnost.document.Portions;
import org.glasnost.policy.OfficeDay;
import org.springframework.stereotype.Component;

/** Gathers the facts on which a decision is held against the rules. */
@Component
public class Subjects {
  private final Documents documents;
  private final Portions portions;
  private final Labels labels;
  private final OfficeDay officeDay;

  Subjects(Documents documents, Portions portions, Labels labels, OfficeDay officeDay) {
    this.documents = documents;
    this.portions = portions;
    this.labels = labels;
    this.officeDay = officeDay;
  }

  /** The facts about a document under review. */
  public Subject of(UUID id) {
    Document document = documents.inCourse(id);
    String agency = document.originatingAgency();
    if (agency == null) {
      throw new IllegalStateException("under review without an originating agency: " + id);
    }
    return new Subject(
        portions.of(id),
        agency,
        document.documentDate(),
        labels.protection(document.label()).level(),
        officeDay.today());
  }

  Instant now() {
    return officeDay.now();
  }
}
