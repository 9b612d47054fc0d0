package org.glasnost.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.history.SavedQueries;
import org.glasnost.history.SavedQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The searches of the journal that the caller keeps. */
@RestController
@RequestMapping("/api/journal/queries")
class SavedQueriesController {
  private final SavedQueries queries;
  private final Callers callers;

  SavedQueriesController(SavedQueries queries, Callers callers) {
    this.queries = queries;
    this.callers = callers;
  }

  /**
   * A search to be kept; what is absent does not restrict.
   *
   * @param name what to call it
   * @param document concerning this document
   * @param kind of this kind
   * @param actor done by whom, as user name or id
   * @param from on this day of the office or later
   * @param to on this day of the office or before
   * @param oldestFirst in which order; absent means newest first
   */
  record QueryToSave(
      @Nullable String name,
      @Nullable UUID document,
      @Nullable EventKind kind,
      @Nullable String actor,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Boolean oldestFirst) {}

  /** What a kept search is to be called. */
  record QueryName(@Nullable String name) {}

  @GetMapping
  ListView<SavedQuery> list() {
    return ListView.whole(queries.of(callers.current()));
  }

  @GetMapping("/{id}")
  SavedQuery one(@PathVariable UUID id) {
    return queries.one(callers.current(), id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<SavedQuery> save(@RequestBody QueryToSave body) {
    SavedQuery saved =
        queries.save(
            callers.current(),
            body.name(),
            new SavedQuery.Search(
                body.document(),
                body.kind(),
                body.actor(),
                body.from(),
                body.to(),
                Boolean.TRUE.equals(body.oldestFirst())));
    return ResponseEntity.created(URI.create("/api/journal/queries/" + saved.id())).body(saved);
  }

  @PatchMapping("/{id}")
  SavedQuery rename(@PathVariable UUID id, @RequestBody QueryName body) {
    return queries.rename(callers.current(), id, body.name());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    queries.remove(callers.current(), id);
  }
}
