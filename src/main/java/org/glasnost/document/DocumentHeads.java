package org.glasnost.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.authority.access.Labels;
import org.glasnost.marking.Protection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands at the head of each task about its document, for whoever was let in to the tasks. */
@Component
@Transactional(readOnly = true)
public class DocumentHeads {
  private final Documents documents;
  private final Destroyed said;
  private final MarkingHistory history;
  private final Labels labels;

  DocumentHeads(Documents documents, Destroyed said, MarkingHistory history, Labels labels) {
    this.documents = documents;
    this.said = said;
    this.history = history;
    this.labels = labels;
  }

  /**
   * The head of one document.
   *
   * @param title of the registration
   * @param date the document's own, or null where nobody has said
   * @param marking the marking in force
   * @param protection what it is held at
   */
  public record Head(
      String title, @Nullable LocalDate date, MarkingRow marking, Protection protection) {}

  /** The heads of several documents, by their ids; with as many statements as for one. */
  public Map<UUID, Head> of(Collection<UUID> ids) {
    List<Document> found = documents.inCourse(ids);
    Map<UUID, MarkingRow> markings = history.current(ids);
    List<Words> words = said.wordsOf(found);
    Map<UUID, Head> heads = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      Document document = found.get(i);
      heads.put(
          document.id(),
          new Head(
              words.get(i).title(),
              document.documentDate(),
              Objects.requireNonNull(markings.get(document.id())),
              labels.protection(document.label())));
    }
    return heads;
  }
}
