package org.glasnost.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.AccessDecision;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.HeldGrant;
import org.glasnost.authority.access.HeldGrants;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.content.Vault;
import org.glasnost.policy.OfficeDay;
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
  private final HeldGrants grants;
  private final Labels labels;
  private final OfficeDay officeDay;
  private final Journal journal;

  ReadingContent(
      Documents documents,
      Portions portions,
      Sights sights,
      Vault vault,
      HeldGrants grants,
      Labels labels,
      OfficeDay officeDay,
      Journal journal) {
    this.documents = documents;
    this.portions = portions;
    this.sights = sights;
    this.vault = vault;
    this.grants = grants;
    this.labels = labels;
    this.officeDay = officeDay;
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

  /** The refusal of the text to somebody who may know of the document. */
  public static Refused notOpen() {
    return new Refused(
        Refused.Ground.NOT_ENTITLED,
        Finding.error(
            "ACC-0002",
            "You may know of this document, but its text is open only to who works on it: claim"
                + " its task first."));
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
      throw notOpen();
    }
    Destroyed.refuseIf(document);
    try {
      journal.appendAlone(line(sight, document, occasion));
    } catch (DataAccessException | TransactionException e) {
      throw new Refused(
          Refused.Ground.UNAVAILABLE,
          Finding.error(
              "JRN-0100",
              "The reading could not be recorded, so the text is not shown. Try again."));
    }
    return document;
  }

  /** Who read, and by what need to know: the claim of a task before what is open to many. */
  private JournalEntry line(Sight sight, Document document, Occasion occasion) {
    Set<String> agencies = new HashSet<>(List.of(document.holdingAgency()));
    Optional.ofNullable(document.originatingAgency()).ifPresent(agencies::add);
    Optional<HeldGrant> ground =
        AccessDecision.of(
                sight.person(),
                labels.protection(document.label()),
                grants.on(document.id(), officeDay.today(), officeDay.now()),
                agencies)
            .needs()
            .stream()
            .filter(AccessDecision.Need::counts)
            .map(AccessDecision.Need::grant)
            .filter(grant -> grant.scope() == GrantScope.TEXT)
            .min(Comparator.comparing(ReadingContent::opensToMany));
    Role role = ground.map(HeldGrant::role).orElse(null);
    Occasion by = occasion.role() == null && role != null ? occasion.as(role.name()) : occasion;
    JournalEntry line =
        JournalEntry.of(EventKind.CONTENT_READ, by).document(document.id(), document.label());
    return ground.map(grant -> line.after(Map.of("need", grant.source().name()))).orElse(line);
  }

  private static int opensToMany(HeldGrant grant) {
    if (grant.account() != null) {
      return 0;
    }
    return grant.role() != null ? 1 : 2;
  }
}
