package org.glasnost.document;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.content.Vault;
import org.glasnost.reading.PortionKind;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Opens a document's text to whoever may read it. The line in the journal is committed before the
 * first byte leaves; where it cannot be, nothing leaves.
 */
@Component
public class ReadingContent {
  private final Documents documents;
  private final Portions portions;
  private final Sights sights;
  private final Vault vault;
  private final Journal journal;

  ReadingContent(
      Documents documents, Portions portions, Sights sights, Vault vault, Journal journal) {
    this.documents = documents;
    this.portions = portions;
    this.sights = sights;
    this.vault = vault;
    this.journal = journal;
  }

  /**
   * A portion with its words.
   *
   * @param id such as {@code p4}
   * @param kind what it is
   * @param text its words, verbatim
   * @param marking its own portion mark as written, or null
   */
  public record PortionText(String id, PortionKind kind, String text, @Nullable String marking) {}

  /** The text, verbatim, to whoever may read it. */
  public String text(Sight sight, UUID id, Occasion occasion) {
    Document document = admitted(sight, id, occasion);
    return vault.readText(document.text());
  }

  /** The portions with their words, to whoever may read them. */
  public List<PortionText> portions(Sight sight, UUID id, Occasion occasion) {
    Document document = admitted(sight, id, occasion);
    return cut(vault.readText(document.text()), portions.of(id));
  }

  /** The portions with their words, for a step of a course; the step's own line tells of it. */
  public List<PortionText> portionsInCourse(UUID id) {
    return cut(vault.readText(documents.inCourse(id).text()), portions.of(id));
  }

  private static List<PortionText> cut(String text, List<Portions.Portion> portions) {
    List<PortionText> cut = new ArrayList<>();
    int from = 0;
    for (Portions.Portion portion : portions) {
      // Portions follow each other without gap: each begins where the last one ended.
      int to = text.offsetByCodePoints(from, portion.length());
      cut.add(
          new PortionText(portion.id(), portion.kind(), text.substring(from, to), portion.mark()));
      from = to;
    }
    return cut;
  }

  private Document admitted(Sight sight, UUID id, Occasion occasion) {
    Document document = documents.visible(sight, id);
    if (!sights.mayRead(sight, id)) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error(
              "ACC-0002",
              "You may know of this document, but its text is open only to who works on it: claim"
                  + " its task first."));
    }
    Destroyed.refuseIf(document);
    try {
      journal.appendAlone(
          JournalEntry.of(EventKind.CONTENT_READ, occasion).document(id, document.label()));
    } catch (DataAccessException | TransactionException e) {
      throw new Refused(
          Refused.Ground.UNAVAILABLE,
          Finding.error(
              "JRN-0100",
              "The reading could not be recorded, so the text is not shown. Try again."));
    }
    return document;
  }
}
