package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.access.KnownDocuments;
import org.glasnost.authority.access.Sight;
import org.glasnost.document.Documents;
import org.glasnost.document.Dossier;
import org.glasnost.document.ViewingDocument;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows documents without their text, and has it recorded that they are shown: titles count at the
 * level of the document, and what was read in it quotes it. Outside any transaction, so that the
 * journal has its line before the answer begins.
 */
@Component
public class RegistrationsShown {
  private final ViewingDocument viewing;
  private final ReadingLines lines;
  private final RefusalLines refusals;
  private final HttpServletRequest request;

  RegistrationsShown(
      ViewingDocument viewing,
      ReadingLines lines,
      RefusalLines refusals,
      HttpServletRequest request) {
    this.viewing = viewing;
    this.lines = lines;
    this.refusals = refusals;
    this.request = request;
  }

  /**
   * One document, as {@link ViewingDocument#view} has it.
   *
   * @throws Refused as not known if the person may not know of it; as unavailable if it cannot be
   *     recorded
   */
  public Dossier view(Sight sight, UUID id) {
    Dossier dossier = viewing.view(sight, id);
    lines.registration(id, dossier.document().label());
    return dossier;
  }

  /**
   * A document that somebody named in a form; empty where they may not know of it, which is
   * recorded as any other attempt.
   */
  public Optional<Dossier> named(Sight sight, UUID id) {
    try {
      return Optional.of(view(sight, id));
    } catch (Refused refused) {
      if (refused.ground() != Refused.Ground.NOT_KNOWN) {
        throw refused;
      }
      refusals.recordBeside(refused, id, request);
      return Optional.empty();
    }
  }

  /** Several documents, in the order of the ids. */
  public List<Dossier> views(Sight sight, Collection<UUID> ids) {
    return listed(ids.stream().map(id -> viewing.view(sight, id)).toList());
  }

  /**
   * A page of documents, as {@link ViewingDocument#page} has it.
   *
   * @param limit so many are shown; one more is answered where there are more
   */
  public List<Dossier> page(
      Sight sight,
      Documents.Filter filter,
      @Nullable String words,
      KnownDocuments.@Nullable Place after,
      int limit) {
    List<Dossier> found = viewing.page(sight, filter, words, after, limit + 1);
    listed(found.subList(0, Math.min(limit, found.size())));
    return found;
  }

  private List<Dossier> listed(List<Dossier> shown) {
    Map<UUID, Long> held = new LinkedHashMap<>();
    shown.forEach(dossier -> held.put(dossier.document().id(), dossier.document().label()));
    lines.registrations(held);
    return shown;
  }
}
