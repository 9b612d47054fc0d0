package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Role;
import org.glasnost.process.worklist.ConcernedDocument;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The journal's line of a refused attempt, in a transaction of its own after the refused one. Where
 * the caller may not know that a thing exists, this line alone says that it was asked for. Where
 * nothing was there a line is written too: the work must not tell the one from the other. Nor must
 * the line, to an auditor, who reads it: of what they asked for and is not there, it is under a
 * label that nobody meets.
 *
 * <p>What is refused to somebody who is not signed in has no line: they could fill the journal.
 * Sign-ins that were refused have lines of their own, as many as the brakes let through.
 */
@Component
public class RefusalLines {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalLines.class);
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final String CONCERNED = RefusalLines.class.getName();
  private static final String RECORDED = CONCERNED + ".recorded";

  private final Journal journal;
  private final Callers callers;
  private final ConcernedDocument concerned;

  RefusalLines(Journal journal, Callers callers, ConcernedDocument concerned) {
    this.journal = journal;
    this.callers = callers;
    this.concerned = concerned;
  }

  /**
   * Records a refusal that a page answers itself, with its form or with another ground: of this
   * request, no other line is written.
   */
  public void recordOnly(Refused refused, HttpServletRequest request) {
    record(refused, request);
    request.setAttribute(RECORDED, true);
  }

  /**
   * Records that a caller named a document that they may not know of, on a page that goes on
   * without it. Where the request has its line, that one is enough.
   */
  void recordBeside(Refused refused, UUID document, HttpServletRequest request) {
    if (request.getAttribute(RECORDED) == null) {
      append(refused, request, Optional.of(document));
    }
  }

  /** Records a refusal of what a signed-in caller asked. */
  void record(Refused refused, HttpServletRequest request) {
    if (request.getAttribute(RECORDED) != null) {
      return;
    }
    append(refused, request, named(request));
  }

  private void append(Refused refused, HttpServletRequest request, Optional<UUID> named) {
    EventKind kind =
        switch (refused.ground()) {
          case NOT_KNOWN, NOT_ENTITLED -> EventKind.ACCESS_REFUSED;
          case CONFLICT, RULE, STALE, TOO_LARGE -> EventKind.ACTION_REFUSED;
          // What cannot be read asked for nothing, and is refused before anybody's right is looked
          // at; what is down refuses nobody.
          case MALFORMED, UNAVAILABLE -> null;
        };
    if (kind == null) {
      return;
    }
    try {
      Occasion occasion = callers.occasion(null);
      List<String> rules =
          refused.findings().stream().map(f -> f.rule().value()).distinct().toList();
      JournalEntry entry =
          JournalEntry.of(kind, occasion)
              .after(Map.of("asked", asked(request), "rules", rules))
              .because(rules.get(0));
      journal.appendAlone(named.map(id -> about(id, refused, entry)).orElse(entry));
    } catch (AuthenticationException nobody) {
      // Refused before anybody was known: there is no one to name.
    } catch (DataAccessException | TransactionException | Refused e) {
      LOG.warn("a refusal could not be recorded: {}", refused.getMessage());
    }
  }

  /** Notes which document a call concerns whose path does not name it. */
  public static void concerns(HttpServletRequest request, UUID document) {
    request.setAttribute(CONCERNED, document);
  }

  /**
   * Records that a signed-in caller was refused at the door, before any controller: of what only
   * administrators see, or as one who may be a page of somebody else's.
   */
  public void record(Finding finding, HttpServletRequest request) {
    record(new Refused(Refused.Ground.NOT_ENTITLED, finding), request);
  }

  private JournalEntry about(UUID named, Refused refused, JournalEntry entry) {
    Optional<ConcernedDocument.Concerned> document = concerned.of(named);
    if (document.isPresent()) {
      return entry.document(document.get().document(), document.get().label());
    }
    return refused.ground() == Refused.Ground.NOT_KNOWN && callers.current().has(Role.AUDITOR)
        ? entry.label(JournalEntry.SEALED)
        : entry;
  }

  private static Optional<UUID> named(HttpServletRequest request) {
    if (request.getAttribute(CONCERNED) instanceof UUID noted) {
      return Optional.of(noted);
    }
    Matcher id = ID.matcher(request.getRequestURI());
    return id.find() ? Optional.of(UUID.fromString(id.group())) : Optional.empty();
  }

  /** Method and path template; the path itself may hold what a caller made up. */
  private static String asked(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return request.getMethod() + " " + (pattern == null ? "" : pattern);
  }
}
