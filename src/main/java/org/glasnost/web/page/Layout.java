package org.glasnost.web.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.web.Callers;
import org.glasnost.web.ErrorPages;
import org.glasnost.web.SessionTimes;
import org.glasnost.web.SignInMeans;
import org.glasnost.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What every page needs of the model: {@code caller}, {@code navigation}, {@code demo}, {@code
 * pageMarking} (a page that shows records puts its own), and {@code idempotencyKey} for its forms.
 */
@ControllerAdvice(
    basePackages = {
      "org.glasnost.web.account",
      "org.glasnost.web.page",
      "org.glasnost.web.records",
      "org.glasnost.web.markings"
    },
    assignableTypes = ErrorPages.class)
class Layout {
  private final Callers callers;
  private final SessionTimes times;
  private final Clock clock;
  private final boolean demo;

  Layout(Callers callers, SessionTimes times, Clock clock, Environment environment) {
    this.callers = callers;
    this.times = times;
    this.clock = clock;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /**
   * One entry of the navigation.
   *
   * @param href where it leads
   * @param words what it is called
   * @param current whether the page shown is under it
   */
  record Entry(String href, String words, boolean current) {}

  @ModelAttribute("caller")
  @Nullable Person caller(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      return callers.currentIfAny().orElse(null);
    }
    // What failed may be the very thing that knows people; the page of the failure does without.
    try {
      return callers.currentIfAny().orElse(null);
    } catch (AuthenticationException | DataAccessException | TransactionException unknown) {
      return null;
    }
  }

  /**
   * How long the sign-in lasts, for the script that warns before its end.
   *
   * @param idleSeconds how long, if nothing more is asked
   * @param endsInSeconds how long, whatever is asked
   * @param byPassword whether a password is all it takes to sign in again
   */
  record Lasting(long idleSeconds, long endsInSeconds, boolean byPassword) {}

  @ModelAttribute("lasting")
  @Nullable Lasting lasting(HttpServletRequest request) {
    if (caller(request) == null) {
      return null;
    }
    SignedIn signedIn = callers.signedIn();
    Duration longest = Duration.between(clock.instant(), signedIn.at().plus(times.longest()));
    return new Lasting(
        times.idle().toSeconds(), longest.toSeconds(), signedIn.means() == SignInMeans.PASSWORD);
  }

  @ModelAttribute("navigation")
  List<Entry> navigation(HttpServletRequest request) {
    Person caller = caller(request);
    if (caller == null || Callers.hasToChoosePassword(request)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    if (caller.roles().stream().anyMatch(Layout::worksTasks)) {
      add(entries, request, "/tasks", "Tasks");
    }
    if (!caller.has(Role.SECURITY_OFFICER) && !caller.has(Role.ADMINISTRATOR)) {
      add(entries, request, "/documents", "Documents");
    }
    if (caller.has(Role.INTAKE_OFFICER)) {
      add(entries, request, "/intake", "Intake");
    }
    if (caller.has(Role.INTAKE_OFFICER) || caller.has(Role.RECORDS_MANAGER)) {
      add(entries, request, "/reviews", "Reviews");
    }
    if (caller.has(Role.SECURITY_OFFICER)) {
      add(entries, request, "/people", "People");
    }
    add(entries, request, "/markings", "Markings");
    if (caller.has(Role.AUDITOR)) {
      add(entries, request, "/journal", "Journal");
    } else if (caller.has(Role.RECORDS_MANAGER)) {
      add(entries, request, "/journal/retention", "Retention");
    }
    if (caller.has(Role.ADMINISTRATOR)) {
      add(entries, request, "/processes", "Processes");
      add(entries, request, "/deployments", "Deployments");
      add(entries, request, "/operations", "Operations");
    }
    return entries;
  }

  @ModelAttribute("demo")
  boolean demo() {
    return demo;
  }

  @ModelAttribute("pageMarking")
  PageMarking pageMarking() {
    return PageMarking.UNCLASSIFIED;
  }

  @ModelAttribute("idempotencyKey")
  String idempotencyKey() {
    return UUID.randomUUID().toString();
  }

  private static void add(
      List<Entry> entries, HttpServletRequest request, String href, String words) {
    String path = request.getRequestURI();
    entries.add(new Entry(href, words, path.equals(href) || path.startsWith(href + "/")));
  }

  static boolean worksTasks(Role role) {
    return switch (role) {
      case CLASSIFIER,
          REVIEWER,
          SENIOR_REVIEWER,
          EQUITY_REVIEWER,
          REFERRAL_COORDINATOR,
          DECLASSIFICATION_AUTHORITY,
          REDACTOR,
          RECORDS_MANAGER ->
          true;
      case INTAKE_OFFICER,
          ORIGINAL_CLASSIFICATION_AUTHORITY,
          ADMINISTRATOR,
          SECURITY_OFFICER,
          AUDITOR ->
          false;
    };
  }
}
