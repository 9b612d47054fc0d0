package org.glasnost.process.worklist;

import java.util.UUID;
import org.glasnost.audit.Occasion;
import org.glasnost.document.LifeCycle;
import org.glasnost.process.engine.Course;
import org.glasnost.review.ReviewCourse;
import org.springframework.stereotype.Component;

/** Answers the ports by which lower rooms ask for the process to move. */
@Component
class Courses implements LifeCycle, ReviewCourse {
  private final Course course;
  private final CurrentOccasion current;
  private final OpeningTasks tasks;
  private final GivingBackWork givingBack;

  Courses(Course course, CurrentOccasion current, OpeningTasks tasks, GivingBackWork givingBack) {
    this.course = course;
    this.current = current;
    this.tasks = tasks;
    this.givingBack = givingBack;
  }

  @Override
  public void registered(UUID document, Occasion occasion) {
    current.during(occasion, () -> course.startOnRegistration(document));
  }

  @Override
  public void corrected(UUID document, Occasion occasion) {
    current.during(
        occasion,
        () -> {
          tasks.followRegistration(document);
          // Of another agency now: who claimed it for the former one has no part in it.
          givingBack.giveBackLostOn(document, occasion);
        });
  }

  @Override
  public void withdrawn(UUID document, Occasion occasion) {
    current.during(occasion, () -> course.cancel(document, "REGISTERED_IN_ERROR"));
  }

  @Override
  public void ordered(UUID document, UUID review, Occasion occasion) {
    current.during(occasion, () -> course.startReview(document, review));
  }
}
