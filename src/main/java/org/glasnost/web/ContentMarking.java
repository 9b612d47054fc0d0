package org.glasnost.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.access.Labels;
import org.glasnost.document.DocumentHeads;
import org.glasnost.document.Documents;
import org.glasnost.document.Dossier;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.springframework.stereotype.Component;

/** The roll-up banner of exactly what an answer shows. */
@Component
public class ContentMarking {
  /** The header that carries it. */
  public static final String HEADER = "X-Content-Marking";

  private final Documents documents;
  private final Labels labels;

  ContentMarking(Documents documents, Labels labels) {
    this.documents = documents;
    this.labels = labels;
  }

  /** The banner of one document, to a caller who has been let in. */
  public String of(UUID document) {
    return HeldBanner.of(protection(document)).rollUp();
  }

  /** What a document is held at, for a caller who has been let in. */
  public Protection protection(UUID document) {
    return labels.protection(documents.inCourse(document).label());
  }

  /** The roll-up of labels; none is UNCLASSIFIED. */
  public Protection ofLabels(Collection<Long> shown) {
    return shown.stream().map(labels::protection).reduce(Protection.UNRESTRICTED, Protection::join);
  }

  /** The roll-up of documents that a caller may know of, by their ids; none is UNCLASSIFIED. */
  public Protection ofDocuments(Collection<UUID> shown) {
    return ofLabels(
        shown.stream().distinct().map(labels::find).flatMap(Optional::stream).distinct().toList());
  }

  /** The roll-up of the heads of documents; none is UNCLASSIFIED. */
  public static Protection ofHeads(Collection<DocumentHeads.Head> shown) {
    return shown.stream()
        .map(DocumentHeads.Head::protection)
        .reduce(Protection.UNRESTRICTED, Protection::join);
  }

  /** The roll-up of several documents; nothing shown is UNCLASSIFIED. */
  public String of(List<Dossier> shown) {
    return HeldBanner.of(
            shown.stream()
                .map(Dossier::protection)
                .reduce(Protection.UNRESTRICTED, Protection::join))
        .rollUp();
  }
}
