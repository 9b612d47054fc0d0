package org.glasnost.web;

import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.history.EventInFull;
import org.glasnost.history.EventsInFull;
import org.glasnost.marking.rollup.HeldBanner;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One event of the journal, with its body and salt, from which its commitment is computed. */
@RestController
class JournalEventController {
  private final Callers callers;
  private final EventsInFull events;
  private final ContentMarking contentMarking;

  JournalEventController(Callers callers, EventsInFull events, ContentMarking contentMarking) {
    this.callers = callers;
    this.events = events;
    this.contentMarking = contentMarking;
  }

  @GetMapping(path = "/api/journal/events/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<EventInFull> event(@PathVariable UUID id) {
    Person auditor = callers.current();
    EventInFull told = events.one(auditor, callers.occasion(Role.AUDITOR), id);
    return ResponseEntity.ok()
        .header(
            ContentMarking.HEADER,
            HeldBanner.of(contentMarking.ofLabels(events.labelOf(auditor, id))).rollUp())
        .body(told);
  }
}
