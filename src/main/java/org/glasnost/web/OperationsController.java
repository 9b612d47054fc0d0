package org.glasnost.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.history.BackingUp;
import org.glasnost.process.worklist.RepairingCourses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What administrators ask of the running application. */
@RestController
@RequestMapping("/api/operations")
class OperationsController {
  private static final String FILE_HEADER = "Glasnost-Backup";

  private final BackingUp backingUp;
  private final RepairingCourses repairing;
  private final Callers callers;

  OperationsController(BackingUp backingUp, RepairingCourses repairing, Callers callers) {
    this.backingUp = backingUp;
    this.repairing = repairing;
    this.callers = callers;
  }

  /**
   * What was made.
   *
   * @param file its name in the directory {@code backups} of the installation's data
   */
  record BackupView(String file) {}

  /**
   * A copy of the database.
   *
   * @param file its name where it was made
   * @param until when it is to be deleted; null where no such time is configured
   * @param destroyedSince how many documents were destroyed since, whose keys it may hold
   */
  record CopyView(String file, Instant madeAt, @Nullable Instant until, long destroyedSince) {}

  /**
   * What a repair came to, by the ids of documents.
   *
   * @param started whose course was begun anew
   * @param ended whose course had no work left and was ended
   * @param left what a person has to look at
   */
  record RepairView(List<UUID> started, List<UUID> ended, List<UUID> left) {}

  @GetMapping("/backups")
  ListView<CopyView> backups() {
    return ListView.whole(
        backingUp.kept(callers.current()).stream()
            .map(c -> new CopyView(c.file(), c.madeAt(), c.until(), c.destroyedSince()))
            .toList());
  }

  @PostMapping("/backup")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<BackupView> backUp() {
    Person person = callers.current();
    String file = backingUp.backUp(person, callers.occasion(Role.ADMINISTRATOR));
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(FILE_HEADER, file)
        .body(new BackupView(file));
  }

  @PostMapping("/courses/repair")
  RepairView repair() {
    Person person = callers.current();
    RepairingCourses.Repair done = repairing.repair(person, callers.occasion(Role.ADMINISTRATOR));
    return new RepairView(done.started(), done.ended(), done.left());
  }
}
