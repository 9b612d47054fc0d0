package org.glasnost.web.running;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.access.KnownDocuments;
import org.glasnost.authority.access.Sights;
import org.glasnost.web.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which documents of running instances the caller may know of. Administrators see that instances
 * run; of which records is told to those alone who may know of the record.
 */
@Component
public class KnownCases {
  private final KnownDocuments known;
  private final Sights sights;
  private final Callers callers;

  KnownCases(KnownDocuments known, Sights sights, Callers callers) {
    this.known = known;
    this.sights = sights;
    this.callers = callers;
  }

  /** Those of the documents that the caller may know of. */
  public Set<UUID> among(Collection<@Nullable UUID> documents) {
    List<UUID> named = documents.stream().filter(Objects::nonNull).map(UUID.class::cast).toList();
    return named.isEmpty() ? Set.of() : known.among(sights.of(callers.current()), named);
  }
}
