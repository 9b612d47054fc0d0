package org.glasnost.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.DestroyingDocument;
import org.glasnost.document.Destruction;
import org.glasnost.document.DestructionState;
import org.glasnost.document.Hold;
import org.glasnost.document.HoldingDocument;
import org.glasnost.history.BackupRegister;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holds on documents, and their destruction, for the records management of the holding agency. */
@RestController
@RequestMapping("/api/documents/{id}")
class DispositionController {
  private final DestroyingDocument destroying;
  private final HoldingDocument holding;
  private final BackupRegister backups;
  private final Sights sights;
  private final Callers callers;

  DispositionController(
      DestroyingDocument destroying,
      HoldingDocument holding,
      BackupRegister backups,
      Sights sights,
      Callers callers) {
    this.destroying = destroying;
    this.holding = holding;
    this.backups = backups;
    this.sights = sights;
    this.callers = callers;
  }

  /** What is proposed; all three are required. */
  record NewDestruction(
      @Nullable String authority, @Nullable LocalDate dueOn, @Nullable String reason) {}

  /** A hold; both are required. */
  record NewHold(@Nullable String authority, @Nullable String reason) {}

  /** Why. */
  record Why(@Nullable String reason) {}

  /**
   * The order to destroy a document.
   *
   * @param proposedBy user name
   * @param decidedBy user name, or null while it is proposed
   * @param backups known copies of the database that may still hold the key; empty while it is
   *     there
   */
  record DestructionView(
      UUID id,
      UUID document,
      DestructionState state,
      String authority,
      LocalDate dueOn,
      String proposedBy,
      Instant proposedAt,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      List<HoldingBackupView> backups) {

    static DestructionView of(Destruction order, List<BackupRegister.Copy> holding) {
      Destruction.Act decided = order.decided();
      return new DestructionView(
          order.id(),
          order.document(),
          order.state(),
          order.authority(),
          order.dueOn(),
          order.proposed().byName(),
          order.proposed().at(),
          decided == null ? null : decided.byName(),
          decided == null ? null : decided.at(),
          holding.stream()
              .map(copy -> new HoldingBackupView(copy.file(), copy.madeAt(), copy.until()))
              .toList());
    }
  }

  /**
   * A backup that may still hold the key.
   *
   * @param until when it is to be deleted; null where no such time is configured
   */
  record HoldingBackupView(String file, Instant madeAt, @Nullable Instant until) {}

  /**
   * A hold.
   *
   * @param placedBy user name
   * @param liftedBy user name, or null while it runs
   */
  record HoldView(
      UUID id,
      String authority,
      String placedBy,
      Instant placedAt,
      @Nullable String liftedBy,
      @Nullable Instant liftedAt) {

    static HoldView of(Hold hold) {
      Destruction.Act lifted = hold.lifted();
      return new HoldView(
          hold.id(),
          hold.authority(),
          hold.placed().byName(),
          hold.placed().at(),
          lifted == null ? null : lifted.byName(),
          lifted == null ? null : lifted.at());
    }
  }

  @GetMapping("/destruction")
  DestructionView destruction(@PathVariable UUID id) {
    Person person = callers.current();
    return view(destroying.look(id, person, sights.of(person)));
  }

  @PostMapping("/destruction")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DestructionView> propose(
      @RequestBody NewDestruction body,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    Destruction order =
        destroying.propose(
            id,
            new DestroyingDocument.Proposal(body.authority(), body.dueOn(), body.reason()),
            version -> ETags.hold(ifMatch, version),
            person,
            sights.of(person),
            callers.occasion(Role.RECORDS_MANAGER));
    return ResponseEntity.created(URI.create("/api/documents/" + id + "/destruction"))
        .body(view(order));
  }

  @PostMapping("/destruction/approve")
  DestructionView approve(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    return view(
        destroying.approve(
            id,
            version -> ETags.hold(ifMatch, version),
            person,
            sights.of(person),
            callers.occasion(Role.RECORDS_MANAGER)));
  }

  @PostMapping("/destruction/reject")
  DestructionView reject(
      @RequestBody Why body,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    return view(
        destroying.reject(
            id,
            body.reason(),
            version -> ETags.hold(ifMatch, version),
            person,
            sights.of(person),
            callers.occasion(Role.RECORDS_MANAGER)));
  }

  @GetMapping("/holds")
  ListView<HoldView> holds(@PathVariable UUID id) {
    Person person = callers.current();
    List<Hold> holds = holding.look(id, person, sights.of(person));
    return ListView.whole(holds.stream().map(HoldView::of).toList());
  }

  @GetMapping("/holds/{hold}")
  HoldView hold(@PathVariable UUID id, @PathVariable UUID hold) {
    Person person = callers.current();
    return holding.look(id, person, sights.of(person)).stream()
        .filter(placed -> placed.id().equals(hold))
        .map(HoldView::of)
        .findFirst()
        .orElseThrow(Refused::notKnown);
  }

  @PostMapping("/holds")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<HoldView> place(@RequestBody NewHold body, @PathVariable UUID id) {
    Person person = callers.current();
    Sight sight = sights.of(person);
    Hold hold =
        holding.place(
            id,
            body.authority(),
            body.reason(),
            person,
            sight,
            callers.occasion(Role.RECORDS_MANAGER));
    return ResponseEntity.created(URI.create("/api/documents/" + id + "/holds/" + hold.id()))
        .body(HoldView.of(hold));
  }

  @PostMapping("/holds/{hold}/lift")
  HoldView lift(@RequestBody Why body, @PathVariable UUID id, @PathVariable UUID hold) {
    Person person = callers.current();
    return HoldView.of(
        holding.lift(
            id,
            hold,
            body.reason(),
            person,
            sights.of(person),
            callers.occasion(Role.RECORDS_MANAGER)));
  }

  private DestructionView view(Destruction order) {
    return DestructionView.of(order, backups.holding(order));
  }
}
