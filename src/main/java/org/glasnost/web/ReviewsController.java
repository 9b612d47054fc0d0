package org.glasnost.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.process.worklist.WorkItems;
import org.glasnost.review.OrderingReview;
import org.glasnost.review.Particulars;
import org.glasnost.review.ReviewKind;
import org.glasnost.review.ViewingReview;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews over HTTP. */
@RestController
@RequestMapping("/api/reviews")
public class ReviewsController {
  private final OrderingReview ordering;
  private final ViewingReview viewing;
  private final ReadingLines lines;
  private final ActAndAnswer acts;
  private final WorkItems items;
  private final TaskViews tasks;
  private final Sights sights;
  private final Callers callers;
  private final ContentMarking contentMarking;

  ReviewsController(
      OrderingReview ordering,
      ViewingReview viewing,
      ReadingLines lines,
      ActAndAnswer acts,
      WorkItems items,
      TaskViews tasks,
      Sights sights,
      Callers callers,
      ContentMarking contentMarking) {
    this.ordering = ordering;
    this.viewing = viewing;
    this.lines = lines;
    this.acts = acts;
    this.items = items;
    this.tasks = tasks;
    this.sights = sights;
    this.callers = callers;
    this.contentMarking = contentMarking;
  }

  /** A review to be ordered. */
  public record NewReview(
      @Nullable ReviewKind kind,
      @Nullable List<UUID> documents,
      @Nullable String caseNumber,
      @Nullable String requester,
      @Nullable LocalDate receivedOn,
      Particulars.@Nullable HistoricAction historicAction) {}

  /** Orders a review. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<ReviewView> order(@RequestBody NewReview body) {
    Person person = callers.current();
    return acts.inOne(
        () ->
            ordering.order(
                new OrderingReview.Order(
                    body.kind(),
                    body.documents() == null ? List.of() : body.documents(),
                    body.caseNumber(),
                    body.requester(),
                    body.receivedOn(),
                    body.historicAction()),
                person,
                sights.of(person),
                callers.occasion(
                    person.has(Role.RECORDS_MANAGER) ? Role.RECORDS_MANAGER : Role.INTAKE_OFFICER)),
        id -> view(id, ResponseEntity.created(URI.create("/api/reviews/" + id))));
  }

  /** One review. */
  @GetMapping("/{id}")
  ResponseEntity<ReviewView> view(@PathVariable UUID id) {
    return view(id, ResponseEntity.ok());
  }

  private ResponseEntity<ReviewView> view(UUID id, ResponseEntity.BodyBuilder answer) {
    Sight sight = sights.of(callers.current());
    ViewingReview.Picture picture = viewing.view(sight, id);
    lines.deliberations(sight, picture);
    Protection shown =
        picture.courses().stream()
            .map(part -> contentMarking.protection(part.document()))
            .reduce(picture.written(), Protection::join);
    return answer
        .header(ContentMarking.HEADER, HeldBanner.of(shown).rollUp())
        .body(ReviewView.of(picture, tasks.of(items.ofReview(sight, id))));
  }
}
